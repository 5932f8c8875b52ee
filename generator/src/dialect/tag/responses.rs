//! Responses of TAG operations: each status has a section with its bodies and headers.

use std::collections::BTreeSet;

use super::media_type::StatedTypes;
use super::schema::Scope;
use crate::api::{Content, Fact, Header, Response, Status};
use crate::diagnostic::{Code, Diagnostic};
use crate::dialect::Reader;
use crate::dialect::operation::Group;
use crate::dialect::page::check_table;
use crate::dialect::text::{description, unescape};
use crate::markdown::{Row, Section};

/// Reads the table of statuses and the sections it names.
pub(super) fn read(
    group: &Group<'_, '_>,
    scope: Scope<'_, '_>,
    accepts: &StatedTypes,
    reader: &mut Reader,
) -> Vec<Response> {
    let Some(section) = group.expect_section("Return Types, Responses", reader) else { return Vec::new() };
    let Some(table) = section.table("Code") else {
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
    check_table(&table, "Code | Class | Description", reader);
    let mut responses: Vec<Response> = Vec::new();
    let mut last = table.header.map_or(table.span, |row| row.span);
    for row in &table.rows {
        if row.text.starts_with("n/a ") {
            last = row.span;
            continue;
        }
        let Some(mut response) = read_row(row, reader) else { continue };
        last = row.span;
        if responses.iter().all(|known| known.status.value != response.status.value) {
            read_details(group, scope, accepts, &mut response, reader);
            responses.push(response);
        }
    }
    check_sections(group, &responses, last, reader);
    responses
}

fn read_row(row: &Row<'_>, reader: &mut Reader) -> Option<Response> {
    let Some(([code, _class], text)) = row.split_first() else {
        reader.report.push(
            Diagnostic::new(Code::MalformedRow, row.span, "this status row is cut short")
                .label("expected `200 | [ApiResponseFor200](…) | description`"),
        );
        return None;
    };
    let Some(status) = Status::parse(code.text) else {
        reader.report.push(
            Diagnostic::new(Code::UnknownStatus, code.span, format!("`{}` is no status", code.text))
                .label("expected a code from 100 to 599, `4XX` or `default`"),
        );
        return None;
    };
    Some(Response {
        status: Fact::stated(status, code.span),
        description: description(text.without_closing_pipe().text),
        headers: Vec::new(),
        content: Vec::new(),
    })
}

/// Reads the section that describes a response, and the blocks that follow it.
fn read_details(
    group: &Group<'_, '_>,
    scope: Scope<'_, '_>,
    accepts: &StatedTypes,
    response: &mut Response,
    reader: &mut Reader,
) {
    let status = response.status.value;
    let class = format!("ApiResponseFor{}", capitalised(status));
    let title = format!("{}.{class}", group.name);
    // The ancestor of the dialect leaves out the operation.
    match group.sections.iter().position(|section| section.title == title || section.title == class) {
        Some(at) => read_bodies(group, scope, at, accepts, response, reader),
        None => reader.report.push(
            Diagnostic::new(
                Code::MissingSection,
                group.end(),
                format!("the response {status} of `{}` is not described", group.name),
            )
            .label(format!("expected `#### {title}`")),
        ),
    }
}

/// Reads the blocks that follow the section at `at`, up to the next response.
fn read_bodies(
    group: &Group<'_, '_>,
    scope: Scope<'_, '_>,
    at: usize,
    accepts: &StatedTypes,
    response: &mut Response,
    reader: &mut Reader,
) {
    let status = response.status.value;
    let mut seen = BTreeSet::new();
    let prefix = format!("SchemaFor{}ResponseBody", capitalised(status));
    // Some versions call the default 0, but only here.
    let prefixes =
        [prefix.as_str(), if status == Status::Default { "SchemaFor0ResponseBody" } else { prefix.as_str() }];
    let is_next = |section: &Section<'_>| described_class(section).is_some() || section.title == "Authorization";
    let end = group.sections[at + 1..].iter().position(is_next).map_or(group.sections.len(), |next| at + 1 + next);
    check_body_row(&group.sections[at], reader);
    for block in at + 1..end {
        let section = &group.sections[block];
        if section.title.starts_with("ResponseHeadersFor") {
            response.headers = read_headers(section);
        }
        let mangled = prefixes.iter().find_map(|prefix| section.title.strip_prefix(prefix));
        let Some(mangled) = mangled.filter(|_| matches!(section.level, 1 | 4)) else { continue };
        let media_type = accepts.unmangle(mangled, section.heading);
        if seen.insert(media_type.value.clone()) {
            let name = format!("{}_{status}_response", group.name);
            let schema = scope.up_to(end).read_schema(block, &name, reader);
            response.content.push(Content { media_type, schema: Some(schema) });
        }
    }
}

fn check_body_row(section: &Section<'_>, reader: &mut Reader) {
    match section.table("Name") {
        Some(table) => check_table(&table, "Name | Type | Description | Notes", reader),
        None => reader.report.push(
            Diagnostic::new(
                Code::MissingSection,
                section.last_span(),
                format!("the table of `{}` is missing", section.title),
            )
            .label("expected a table"),
        ),
    }
}

fn read_headers(section: &Section<'_>) -> Vec<Header> {
    let rows = section.table("Name").map(|table| table.rows).unwrap_or_default();
    let name = |row: &Row<'_>| row.cells().first().map(|cell| unescape(cell.text).into_owned());
    rows.iter().filter_map(name).map(|name| Header { name, description: String::new() }).collect()
}

/// Reports responses that are described but have no row.
fn check_sections(group: &Group<'_, '_>, responses: &[Response], last: crate::source::Span, reader: &mut Reader) {
    for section in group.sections {
        let Some(class) = described_class(section) else { continue };
        let status = Status::parse(class);
        if !responses.iter().any(|response| Some(response.status.value) == status) {
            reader.report.push(
                Diagnostic::new(
                    Code::MissingResponse,
                    last,
                    format!("`{}` is described but has no row here", section.title),
                )
                .label("its row belongs near this"),
            );
        }
    }
}

/// The status in `#### ping.ApiResponseFor200`, or without the operation as the ancestor of the dialect writes it.
fn described_class<'d>(section: &Section<'d>) -> Option<&'d str> {
    let bare = section.title.strip_prefix("ApiResponseFor").filter(|_| section.level == 4);
    bare.or_else(|| section.title.split_once(".ApiResponseFor").map(|(_, status)| status))
}

fn capitalised(status: Status) -> String {
    match status {
        Status::Default => "Default".to_owned(),
        status => status.to_string(),
    }
}
