//! What pages of all kinds have in common: the class in the heading, and tables.

use super::Reader;
use super::text::unescape;
use crate::api::Fact;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{Document, Table};
use crate::source::Span;

/// The class that a page documents, `AuthApi` of `kleister.AuthApi`, and where it is named.
pub(super) fn class(document: &Document<'_>) -> (String, Option<Span>) {
    let heading = document.sections.iter().find(|section| section.level == 1 && !section.title.starts_with("**"));
    let stem = document.sections.first().map(|section| section.heading);
    let (title, span) = heading.map_or(("", stem), |section| (section.title, Some(section.heading)));
    (unescape(title.rsplit('.').next().unwrap_or("")).trim().to_owned(), span)
}

/// The tag: the class without its ending, `AuthApi` as `Auth`.
pub(super) fn tag(document: &Document<'_>, reader: &mut Reader) -> Fact<String> {
    let (class, span) = class(document);
    let tag = class.strip_suffix("Api").filter(|tag| !tag.is_empty()).unwrap_or(&class).to_owned();
    match span {
        Some(span) if !tag.is_empty() => Fact::implied(tag, span, "class name"),
        _ => {
            reader.report.push(
                Diagnostic::new(Code::BadName, super::first_line(document), "this page does not name its class")
                    .label("expected `# package.NameApi`; its operations are tagged `Default`"),
            );
            Fact::convention("Default".to_owned(), "no class name")
        }
    }
}

/// Reports a table that lost its heading or has no rows.
pub(super) fn check_table(table: &Table<'_>, heading: &str, reader: &mut Reader) {
    if !table.whole {
        reader.report.push(
            Diagnostic::new(Code::DamagedTable, first_row(table), "this table lost its heading or delimiter row")
                .label(format!("expected `{heading}` and a row of dashes above")),
        );
    } else if table.rows.is_empty() {
        reader.report.push(
            Diagnostic::new(Code::EmptyTable, first_row(table), "this table has no rows").label("rows should follow"),
        );
    }
}

fn first_row(table: &Table<'_>) -> Span {
    table.header.or(table.rows.first().copied()).map_or(table.span, |row| row.span)
}
