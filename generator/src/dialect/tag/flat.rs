//! Schema blocks as the ancestor of TAG writes them: Python types and notes as in PRI, names as in TAG.
//!
//! ```text
//! #### LimitSchema            #### Pet, or a model's own heading
//! Type | Description | Notes  #### Properties
//! **int** |  | defaults to 20 Name | Type | Description | Notes
//! ```

use super::schema::Block;
use crate::api::{Additional, EnumValue, Fact, Property, Schema, SchemaKind, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::dialect::Reader;
use crate::dialect::page::check_table;
use crate::dialect::python::{RowCells, read_type, split_notes};
use crate::dialect::text::TypeCell;
use crate::markdown::{Row, Section};

/// Reads the row below `Type | Description | Notes`; `None` where its type is no word of Python.
pub(super) fn read_type_row(row: &Row<'_>, reader: &mut Reader) -> Option<Block> {
    let ([cell], rest) = row.split_first()?;
    let ty = TypeCell::read(cell);
    let bold = cell.text.starts_with("**") && ty.link.is_none();
    if !bold && !cell.text.starts_with("typing.Union[") {
        return None;
    }
    let schema = read_type(ty.text, cell.span, reader).value;
    let notes = match split_notes(rest) {
        Some((_, Some(notes))) => notes,
        _ => {
            reader.report.push(
                Diagnostic::new(Code::UnknownNote, row.span, "the notes of this row cannot be read")
                    .label("expected `defaults to …`, `must be one of […]` or nothing after the last pipe"),
            );
            Default::default()
        }
    };
    let mut allowed = notes.allowed;
    // Where null is one of the values, its name stands among them.
    allowed.retain(|value| !schema.nullable || *value != EnumValue::String("null".to_owned()));
    let shape = match allowed.is_empty() {
        true => Shape::Alias(Schema::new(schema.kind)),
        false => Shape::Enum(allowed),
    };
    Some(Block { nullable: schema.nullable, default: notes.default, ..Block::new(shape, row.span) })
}

/// Reads the section `Properties`.
pub(super) fn read_properties(section: &Section<'_>, reader: &mut Reader) -> Block {
    let Some(table) = section.table("Name") else {
        reader.report.push(
            Diagnostic::new(Code::MissingSection, section.last_span(), "the properties of this model are missing")
                .label("expected a table"),
        );
        return Block::unknown(section.heading);
    };
    check_table(&table, "Name | Type | Description | Notes", reader);
    let mut properties = Vec::new();
    let mut additional = Additional::Forbidden;
    for row in &table.rows {
        let Some(cells) = RowCells::read(row, reader) else { continue };
        if cells.name == "any string name" {
            additional = Additional::Allowed(cells.schema.value);
            continue;
        }
        properties.push(Property {
            wire_name: Fact::stated(cells.name.clone(), cells.name_span),
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
    let shape = match (properties.is_empty(), additional) {
        // Unions and whatever else is no object look like an object of anything.
        (true, Additional::Allowed(Schema { kind: SchemaKind::Any, .. })) => Shape::Alias(Schema::any()),
        (true, Additional::Allowed(values)) => Shape::Alias(Schema::new(SchemaKind::Map(Box::new(values)))),
        (_, additional) => Shape::Object { properties, additional },
    };
    Block::new(shape, section.heading)
}
