//! What an operation answers: return type, media types, status rows.

use std::sync::LazyLock;

use regex::Regex;

use super::parameters::read_type;
use crate::api::{Content, Fact, Header, Response, Schema, Status};
use crate::diagnostic::{Code, Diagnostic};
use crate::dialect::operation::Group;
use crate::dialect::page::check_table;
use crate::dialect::text::{TypeCell, description, pattern, unbold, unescape};
use crate::dialect::{Family, Reader};
use crate::markdown::{Cell, Row};
use crate::source::Span;

/// Reads the section `Return type`.
pub(super) fn read_return_type(group: &Group<'_, '_>, reader: &mut Reader) -> Option<Fact<Schema>> {
    let section = group.expect_section("Return type", reader)?;
    let Some(block) = section.prose().next() else {
        reader.report.push(
            Diagnostic::new(
                Code::MissingSection,
                section.heading,
                format!("the return type of `{}` is missing", group.name),
            )
            .label("expected a type, or `void (empty response body)`"),
        );
        return None;
    };
    if block.text.trim() == "void (empty response body)" {
        return None;
    }
    let cell = Cell { text: block.text, span: block.span }.slice(0, block.text.len());
    Some(read_type(TypeCell::read(cell).text, cell.span, reader))
}

/// The media types of the section `HTTP request headers`: those of the request, then those of the responses.
pub(super) fn read_media_types(group: &Group<'_, '_>, reader: &mut Reader) -> (Vec<Fact<String>>, Vec<Fact<String>>) {
    static LINE: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?m)^\s*-\s+\*\*(Content-Type|Accept)\*\*:[ \t]*(.*?)[ \t\r]*$"));
    let Some(section) = group.expect_section("HTTP request headers", reader) else { return Default::default() };
    let (mut request, mut responses) = (None, None);
    for block in section.prose() {
        for found in LINE.captures_iter(block.text) {
            let (Some(name), Some(list)) = (found.get(1), found.get(2)) else { continue };
            let types = split_list(list.as_str(), block.span.part(list.start(), list.end()), reader);
            if name.as_str() == "Accept" {
                responses = Some(types);
            } else {
                request = Some(types);
            }
        }
    }
    for (name, list) in [("Content-Type", &request), ("Accept", &responses)] {
        if list.is_none() {
            reader.report.push(
                Diagnostic::new(
                    Code::MissingSection,
                    section.last_span(),
                    format!("`{name}` of `{}` is missing", group.name),
                )
                .label(format!("expected ` - **{name}**: …`")),
            );
        }
    }
    (request.unwrap_or_default(), responses.unwrap_or_default())
}

/// How many media types a list may hold: what a request holds is kept for each of them.
const MOST_MEDIA_TYPES: usize = 64;

/// Reads `application/json, text/plain; charset=utf-8` or `Not defined`.
fn split_list(list: &str, span: Span, reader: &mut Reader) -> Vec<Fact<String>> {
    static MEDIA_TYPE: LazyLock<Regex> =
        LazyLock::new(|| pattern(r#"^[\w!#$&^.+*-]+/[\w!#$&^.+*-]+(?:\s*;\s*[\w-]+=(?:[\w.+-]+|"[^"\\]*"))*$"#));
    if list == "Not defined" {
        return Vec::new();
    }
    let mut types = Vec::new();
    let mut from = 0;
    let mut reported = false;
    for piece in list.split(',') {
        let cell = Cell { text: list, span }.slice(from, from + piece.len());
        from += piece.len() + 1;
        let text = unescape(cell.text).into_owned();
        if types.len() == MOST_MEDIA_TYPES {
            let message = format!("this list has more than {MOST_MEDIA_TYPES} media types");
            reader.report.push(Diagnostic::new(Code::BadMediaType, cell.span, message).label("left out from here on"));
            break;
        }
        if MEDIA_TYPE.is_match(&text) {
            types.push(Fact::stated(text, cell.span));
        } else if !std::mem::replace(&mut reported, true) {
            // One finding for a list: a text full of commas would be worth thousands.
            reader.report.push(
                Diagnostic::new(Code::BadMediaType, cell.span, format!("`{text}` is no media type"))
                    .label("expected something like `application/json`, or `Not defined`"),
            );
        }
    }
    types
}

/// Reads the table of statuses. Version 3 of the legacy generators writes none.
pub(super) fn read_statuses(group: &Group<'_, '_>, family: Family, reader: &mut Reader) -> Vec<Response> {
    let section = match family {
        Family::Legacy => group.section("HTTP response details"),
        _ => group.expect_section("HTTP response details", reader),
    };
    let Some(section) = section else { return Vec::new() };
    let Some(table) = section.table("Status code") else {
        reader.report.push(
            Diagnostic::new(
                Code::MissingSection,
                section.heading,
                format!("the statuses of `{}` are missing", group.name),
            )
            .label("expected a table"),
        );
        return Vec::new();
    };
    check_table(&table, "| Status code | Description | Response headers |", reader);
    let mut responses: Vec<Response> = Vec::new();
    for row in &table.rows {
        let Some(response) = read_row(row, reader) else { continue };
        if responses.iter().all(|known| known.status.value != response.status.value) {
            responses.push(response);
        }
    }
    responses
}

fn read_row(row: &Row<'_>, reader: &mut Reader) -> Option<Response> {
    let whole = row.split_first().and_then(|([status], rest)| {
        let (text, headers) = rest.without_closing_pipe().split_last()?;
        row.text.ends_with('|').then_some((status, text, headers))
    });
    let Some((status_cell, text, headers)) = whole else {
        reader.report.push(
            Diagnostic::new(Code::MalformedRow, row.span, "this status row is cut short")
                .label("expected `**200** | description | headers |`"),
        );
        // What the row still says is taken.
        let status =
            row.split_first().and_then(|([cell], _)| Status::parse(unbold(cell.text)).map(|s| (s, cell.span)))?;
        return Some(response(Fact::stated(status.0, status.1), String::new(), Vec::new()));
    };
    let Some(status) = Status::parse(unbold(status_cell.text)) else {
        reader.report.push(
            Diagnostic::new(Code::UnknownStatus, status_cell.span, format!("`{}` is no status", status_cell.text))
                .label("expected a code from 100 to 599, `4XX` or `0`"),
        );
        return None;
    };
    Some(response(Fact::stated(status, status_cell.span), description(text.text), read_headers(headers.text)))
}

fn response(status: Fact<Status>, description: String, headers: Vec<Header>) -> Response {
    Response { status, description, headers, content: Vec::<Content>::new() }
}

/// Reads `* Location - redirect to S3 <br>  * X - … <br>`; `-` is none.
fn read_headers(text: &str) -> Vec<Header> {
    let entry = |entry: &str| {
        let (name, text) = entry.trim().strip_prefix('*')?.split_once(" - ")?;
        Some(Header { name: name.trim().to_owned(), description: description(text) })
    };
    text.split("<br>").filter_map(entry).collect()
}
