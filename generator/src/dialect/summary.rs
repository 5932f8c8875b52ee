//! The table that lists operations, at the head of an API page and in the README.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use super::Reader;
use super::text::{description, is_name, link, pattern, unbold, unescape};
use crate::api::{Fact, Method, PathTemplate};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{Cell, Document, Row};
use crate::source::Span;

/// One row of the table: an operation's name, verb, path and summary.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) method: Fact<Method>,
    pub(super) path: Fact<PathTemplate>,
    pub(super) summary: String,
    pub(super) span: Span,
}

/// The table at the head of an API page.
#[derive(Clone, Debug)]
pub(super) struct Summary {
    pub(super) rows: Vec<Listed>,
    /// The names in rows of which verb or path cannot be read, and where these are.
    pub(super) unreadable: BTreeMap<String, Span>,
    /// The class that the page documents.
    pub(super) class: String,
    pub(super) span: Span,
    /// The first row of every name.
    by_name: BTreeMap<String, usize>,
}

impl Summary {
    fn new(class: String, span: Span) -> Self {
        Summary { rows: Vec::new(), unreadable: BTreeMap::new(), class, span, by_name: BTreeMap::new() }
    }

    /// The row of the operation `name`.
    pub(super) fn row(&self, name: &str) -> Option<&Listed> {
        self.by_name.get(name).map(|&at| &self.rows[at])
    }

    /// Where the operation `name` has a row, whether that can be read or not.
    pub(super) fn place(&self, name: &str) -> Option<Span> {
        self.row(name).map(|listed| listed.span).or_else(|| self.unreadable.get(name).copied())
    }
}

/// Reads the base URI and the table of an API page.
pub(super) fn read_page_head(document: &Document<'_>, reader: &mut Reader) -> Summary {
    read_server(document, reader);
    let (class, _) = super::page::class(document);
    let start = Span::new(document.page, 0, document.text.lines().next().map_or(0, str::len));
    let head = document.sections.iter().take_while(|section| !section.title.starts_with("**"));
    let table = head.clone().find_map(|section| section.table("Method"));
    let Some(table) = table else {
        let place = head.last().map_or(start, |section| section.last_span());
        reader.report.push(
            Diagnostic::new(Code::DamagedTable, place, "the table of operations is missing")
                .help("restore the table `Method | HTTP request | Description` below the base URI"),
        );
        return Summary::new(class, place);
    };
    super::page::check_table(&table, "Method | HTTP request | Description", reader);
    let mut summary = Summary::new(class, table.span);
    for row in &table.rows {
        match read_row(row, 0, reader) {
            Some(listed) => {
                summary.by_name.entry(listed.name.clone()).or_insert(summary.rows.len());
                summary.rows.push(listed);
            }
            None => {
                if let Some(name) = name_in(row.text) {
                    summary.unreadable.entry(name).or_insert(row.span);
                }
            }
        }
    }
    summary
}

/// Reads the rows of the README's table, which begin with the class.
pub(super) fn read_readme_row(row: &Row<'_>, reader: &mut Reader) -> Option<Listed> {
    read_row(row, 1, reader)
}

fn read_row(row: &Row<'_>, skip: usize, reader: &mut Reader) -> Option<Listed> {
    let found = cells(row, skip);
    let Some((name_cell, request, rest)) = found else {
        reader.report.push(
            Diagnostic::new(Code::MalformedRow, row.span, "this row of the table of operations is cut short")
                .label("expected `[**name**](page) | **VERB** /path | summary`"),
        );
        return None;
    };
    let name = link(name_cell.text).map_or(name_cell.text, |(text, _)| text);
    let name = unescape(unbold(name)).into_owned();
    if !is_name(&name) || !link(name_cell.text).is_some_and(|(text, _)| text.starts_with("**")) {
        reader.report.push(
            Diagnostic::new(Code::MalformedRow, name_cell.span, "this row does not name an operation")
                .label("expected `[**name**](page)`"),
        );
        return None;
    }
    let (method, path) = read_request(request, &name, reader)?;
    let summary = description(rest.without_closing_pipe().text);
    Some(Listed { name, method, path, summary, span: row.span })
}

/// The name in `[**name**](page)`, wherever the row goes on from there.
fn name_in(row: &str) -> Option<String> {
    let name = row.strip_prefix("[**")?.split("**").next()?;
    Some(unescape(name).into_owned()).filter(|name| is_name(name))
}

fn cells<'d>(row: &Row<'d>, skip: usize) -> Option<(Cell<'d>, Cell<'d>, Cell<'d>)> {
    if skip == 0 {
        let ([name, request], rest) = row.split_first()?;
        Some((name, request, rest))
    } else {
        let ([_class, name, request], rest) = row.split_first()?;
        Some((name, request, rest))
    }
}

/// Reads `**POST** /auth/login`.
fn read_request(cell: Cell<'_>, name: &str, reader: &mut Reader) -> Option<(Fact<Method>, Fact<PathTemplate>)> {
    static REQUEST: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\*\*(\w+)\*\*\s+(\S.*)$"));
    let Some(found) = REQUEST.captures(cell.text) else {
        reader.report.push(
            Diagnostic::new(Code::MalformedRow, cell.span, format!("verb and path of `{name}` cannot be read"))
                .label("expected `**VERB** /path`"),
        );
        return None;
    };
    let Some(method) = Method::parse(&found[1]) else {
        reader.report.push(
            Diagnostic::new(Code::UnknownMethod, cell.span, format!("`{}` is no verb of HTTP", &found[1]))
                .label("expected GET, PUT, POST, DELETE, OPTIONS, HEAD, PATCH or TRACE"),
        );
        return None;
    };
    match PathTemplate::parse(&unescape(&found[2])) {
        Ok(path) => Some((Fact::stated(method, cell.span), Fact::stated(path, cell.span))),
        Err(bad) => {
            reader.report.push(
                Diagnostic::new(Code::BadPath, cell.span, format!("the path of `{name}` {bad}"))
                    .help("a path looks like `/users/{id}`"),
            );
            None
        }
    }
}

/// Reads `All URIs are relative to *https://…*`.
fn read_server(document: &Document<'_>, reader: &mut Reader) {
    static BASE: LazyLock<Regex> = LazyLock::new(|| pattern(r"All URIs are relative to \*(.*)\*"));
    let Some(found) = BASE.captures(document.text).and_then(|found| found.get(1)) else {
        let line = document.text.find("All URIs are relative to").unwrap_or(0);
        let end = document.text[line..].find('\n').map_or(document.text.len(), |at| line + at);
        let span = Span::new(document.page, line, end);
        reader.report.push(
            Diagnostic::new(Code::BadServer, span, "the base URI is cut short")
                .label("expected `All URIs are relative to *https://…*`"),
        );
        return;
    };
    let span = Span::new(document.page, found.start(), found.end());
    reader.offer_server(Fact::stated(unescape(found.as_str()).into_owned(), span));
}
