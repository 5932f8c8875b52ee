//! Model pages of LEG, PRI and NXT.

use std::sync::LazyLock;

use regex::Regex;

use super::names::wire_name;
use super::parameters::RowCells;
use crate::api::{Additional, EnumValue, Fact, NamedSchema, Origin, Property, Schema, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::dialect::page::check_table;
use crate::dialect::text::{is_name, pattern, unescape, unique};
use crate::dialect::{Family, Reader};
use crate::markdown::{Document, Row, Section};

/// Reads the page of one model.
pub(in crate::dialect) fn read_model_page(document: &Document<'_>, family: Family, reader: &mut Reader) {
    let Some(heading) = document.sections.iter().find(|section| section.level == 1) else {
        reader.report.push(
            Diagnostic::new(
                Code::BadName,
                super::super::first_line(document),
                "this model page does not name its model",
            )
            .label("expected `# Name`"),
        );
        return;
    };
    let name = unescape(heading.title).into_owned();
    if !is_name(&name) {
        reader.report.push(
            Diagnostic::new(Code::BadName, heading.heading, "this heading does not name a model")
                .label("expected `# Name`"),
        );
        return;
    }
    check_end(document, reader);
    let find = |title: &str| document.sections.iter().rev().find(|section| section.title == title);
    let (shape, nullable) = match (find("Enum"), find("Properties")) {
        (Some(section), _) => (Shape::Enum(read_enum_list(section, reader)), false),
        (None, Some(section)) => read_properties(section, family, reader),
        (None, None) => (Shape::Unknown, false),
    };
    let text: Vec<&str> = heading.prose().map(|block| block.text.trim()).filter(|text| !text.is_empty()).collect();
    let schema = NamedSchema {
        name,
        description: text.join("\n\n").replace("\r\n", "\n"),
        shape,
        discriminator: None,
        nullable,
        origin: Origin::Stated { span: heading.heading },
    };
    reader.add_model(schema, Vec::new());
}

/// Also tells whether null is allowed in its place.
fn read_properties(section: &Section<'_>, family: Family, reader: &mut Reader) -> (Shape, bool) {
    let Some(table) = section.table("Name") else {
        reader.report.push(
            Diagnostic::new(Code::MissingSection, section.last_span(), "the properties of this model are missing")
                .label("expected a table"),
        );
        return (Shape::Unknown, false);
    };
    // LEG and older NXT print an empty table for everything that is no object, and call it a day.
    if family == Family::Prior || !table.whole {
        check_table(&table, "Name | Type | Description | Notes", reader);
    }
    if table.rows.is_empty() {
        return (Shape::Unknown, false);
    }
    let rows: Vec<(&Row<'_>, RowCells<'_>)> =
        table.rows.iter().filter_map(|row| RowCells::read(row, reader).map(|cells| (row, cells))).collect();
    match rows.as_slice() {
        [(_, only)] if family == Family::Prior && only.name == "value" => value_shape(only),
        _ => (object_shape(rows, family), false),
    }
}

/// PRI describes what is no object as a single property called `value`.
fn value_shape(only: &RowCells<'_>) -> (Shape, bool) {
    let schema = &only.schema.value;
    let shape = match only.notes.allowed.is_empty() {
        true => Shape::Alias(Schema::new(schema.kind.clone())),
        false => Shape::Enum(only.notes.allowed.clone()),
    };
    (shape, schema.nullable)
}

fn object_shape(rows: Vec<(&Row<'_>, RowCells<'_>)>, family: Family) -> Shape {
    // Only PRI says what else an object may hold; without the row it may hold nothing else.
    let mut additional = if family == Family::Prior { Additional::Forbidden } else { Additional::Unstated };
    let mut properties = Vec::new();
    for (row, cells) in rows {
        if cells.name == "any string name" {
            additional = Additional::Allowed(cells.schema.value);
            continue;
        }
        properties.push(Property {
            wire_name: wire_name(&cells.name, family, cells.name_span),
            required: Fact::stated(!cells.notes.optional, row.span),
            read_only: cells.notes.read_only,
            secret: None,
            default: cells.notes.default,
            description: cells.description,
            schema: cells.schema,
            name: cells.name,
            span: row.span,
        });
    }
    Shape::Object { properties, additional }
}

/// Reads ``* `RED` (value: `'red'`)``.
fn read_enum_list(section: &Section<'_>, reader: &mut Reader) -> Vec<EnumValue> {
    static ITEM: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?m)^\s*\* `[^`]*` \(value: `(.*)`\)[ \t\r]*$"));
    let mut values = Vec::new();
    for block in section.prose() {
        for found in ITEM.captures_iter(block.text) {
            let text = &found[1];
            let quoted = text.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
            let value = match (quoted, text.parse()) {
                (None, Ok(number)) => EnumValue::Integer(number),
                (quoted, _) => EnumValue::String(quoted.unwrap_or(text).to_owned()),
            };
            values.push(value);
        }
    }
    let values = unique(values);
    if values.is_empty() {
        reader.report.push(
            Diagnostic::new(Code::EmptyTable, section.last_span(), "this enumeration lists no value")
                .label("expected ``* `NAME` (value: `'value'`)``"),
        );
    }
    values
}

/// Every model page ends with links, too.
pub(in crate::dialect) fn check_end(document: &Document<'_>, reader: &mut Reader) {
    if crate::dialect::is_closed(document) {
        return;
    }
    reader.report.push(
        Diagnostic::new(Code::CutShort, crate::dialect::last_line(document), "this page ends before its closing links")
            .label("something may be lost after this")
            .help("restore the page, or the line `[[Back to Model list]](…)` if nothing is missing"),
    );
}
