//! Rows of schema blocks.

use super::Block;
use crate::api::{Schema, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::dialect::Reader;
use crate::dialect::page::check_table;
use crate::dialect::tag::notes::{self, Notes};
use crate::dialect::tag::types;
use crate::dialect::text::{description, link, page_name, unescape};
use crate::markdown::{Cell, Row, Section, Table};

/// Reads `[**CoreAuthUser**](../../models/CoreAuthUser.md) | description | `.
pub(super) fn read_link(section: &Section<'_>, table: &Table<'_>, reader: &mut Reader) -> Block {
    check_table(table, "Type | Description | Notes", reader);
    let Some(row) = table.rows.first() else { return Block::unknown(section.heading) };
    let Some(([ty], _)) = row.split_first() else {
        reader.report.push(cut_short(row));
        return Block::unknown(section.heading);
    };
    let schema = match link(ty.text) {
        Some((_, target)) => Schema::reference(unescape(page_name(target))),
        None => unreadable(ty, reader),
    };
    Block::new(Shape::Alias(schema), ty.span)
}

/// Reads the one row of `Model Type Info`.
pub(super) fn read_types(row: &Row<'_>, reader: &mut Reader) -> Option<(Schema, Notes)> {
    let Some(([ty, _accessed], rest)) = row.split_first() else {
        reader.report.push(cut_short(row));
        return None;
    };
    let (_, notes) = read_notes(row, rest, reader);
    let schema = match types::parse(ty.text, &notes.allowed, notes.width) {
        Some(schema) => schema,
        None => unreadable(ty, reader),
    };
    Some((schema, notes))
}

pub(super) fn read_notes(row: &Row<'_>, rest: Cell<'_>, reader: &mut Reader) -> (String, Notes) {
    match notes::split(rest) {
        Some((text, Some(notes))) => (description(text.text), notes),
        Some((text, None)) => {
            reader.report.push(
                Diagnostic::new(Code::UnknownNote, rest.span, "the notes of this row cannot be read")
                    .label("expected `[optional]`, `value must be …`, … or nothing after the last pipe"),
            );
            (description(text.text), Notes::default())
        }
        None => {
            reader.report.push(cut_short(row));
            (description(rest.text), Notes::default())
        }
    }
}

pub(super) fn unreadable(cell: Cell<'_>, reader: &mut Reader) -> Schema {
    reader.report.push(
        Diagnostic::new(Code::UnknownType, cell.span, format!("`{}` is no type of this dialect", cell.text))
            .label("taken to be any JSON value")
            .help("correct the page, or state the type in spec.toml"),
    );
    Schema::any()
}

pub(super) fn cut_short(row: &Row<'_>) -> Diagnostic {
    Diagnostic::new(Code::MalformedRow, row.span, "this row is cut short").label("expected more cells")
}
