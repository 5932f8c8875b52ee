//! The parameter table of an operation, and what signature and example say of it.

use std::collections::BTreeMap;

use super::names::wire_name;
use super::notes;
use super::types;
use crate::api::{Fact, Location, Parameter, Schema, SchemaKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::dialect::operation::{Group, signature};
use crate::dialect::page::check_table;
use crate::dialect::text::{TypeCell, description, is_name, unbold, unescape, unique};
use crate::dialect::{Family, Reader};
use crate::markdown::{Row, Section, Table};
use crate::source::Span;

/// Reads the parameters of an operation. `called_with` are the arguments that its example passes.
pub(super) fn read(
    group: &Group<'_, '_>,
    family: Family,
    called_with: &[String],
    reader: &mut Reader,
) -> Vec<Parameter> {
    let Some(section) = group.expect_section("Parameters", reader) else { return Vec::new() };
    let Some(table) = section.table("Name") else {
        check_parameterless(group, section, called_with, reader);
        return Vec::new();
    };
    check_table(&table, "Name | Type | Description | Notes", reader);
    let parameters: Vec<Parameter> = table.rows.iter().filter_map(|row| read_row(row, family, reader)).collect();
    check_arguments(group, &table, &parameters, called_with, reader);
    parameters
}

fn read_row(row: &Row<'_>, family: Family, reader: &mut Reader) -> Option<Parameter> {
    let cells = RowCells::read(row, reader)?;
    Some(Parameter {
        wire_name: wire_name(&cells.name, family, cells.name_span),
        location: Fact::convention(Location::Query, "neither path nor body"),
        serialization: None,
        required: Fact::stated(!cells.notes.optional, row.span),
        default: cells.notes.default,
        description: cells.description,
        linked: is_linked_to_model(&cells.ty, &cells.schema.value),
        schema: cells.schema,
        name: cells.name,
        span: row.span,
    })
}

/// The cells of a row of parameters or properties: `**name** | **type** | description | notes`.
pub(in crate::dialect) struct RowCells<'d> {
    pub(in crate::dialect) name: String,
    pub(in crate::dialect) name_span: Span,
    pub(in crate::dialect) ty: TypeCell<'d>,
    pub(in crate::dialect) schema: Fact<Schema>,
    pub(in crate::dialect) description: String,
    pub(in crate::dialect) notes: notes::Notes,
}

impl<'d> RowCells<'d> {
    /// Reads a row; reports what is wrong with it. A row that does not even name anything is `None`.
    pub(in crate::dialect) fn read(row: &Row<'d>, reader: &mut Reader) -> Option<Self> {
        let cut_short = || {
            Diagnostic::new(Code::MalformedRow, row.span, "this row is cut short")
                .label("expected `**name** | **type** | description | notes`")
        };
        let Some(([name_cell, type_cell], rest)) = row.split_first() else {
            reader.report.push(cut_short());
            return None;
        };
        let name = unescape(unbold(name_cell.text)).into_owned();
        if !is_name(&name) || !name_cell.text.starts_with("**") {
            reader.report.push(
                Diagnostic::new(Code::BadName, name_cell.span, "this row does not begin with a name")
                    .label("expected `**name**`"),
            );
            return None;
        }
        let ty = TypeCell::read(type_cell);
        let schema = read_type(ty.text, type_cell.span, reader);
        let (description_text, notes) = match notes::split(rest) {
            Some((text, Some(notes))) => (text.text, notes),
            Some((text, None)) => {
                reader.report.push(
                    Diagnostic::new(Code::UnknownNote, rest.span, format!("the notes on `{name}` cannot be read"))
                        .label(
                            "expected `[optional]`, `[readonly]`, `[default to …]`, … or nothing after the last pipe",
                        ),
                );
                (text.text, notes::Notes::default())
            }
            None => {
                reader.report.push(cut_short());
                (rest.text, notes::Notes::default())
            }
        };
        let description = description(description_text);
        Some(RowCells { name, name_span: name_cell.span, ty, schema, description, notes })
    }
}

/// Reads a type; one that is none is reported, and taken to be anything.
pub(in crate::dialect) fn read_type(text: &str, span: Span, reader: &mut Reader) -> Fact<Schema> {
    let text = unescape(text);
    match types::parse(&text) {
        Some(schema) => Fact::stated(schema, span),
        None => {
            reader.report.push(
                Diagnostic::new(Code::UnknownType, span, format!("`{text}` is no type of this dialect"))
                    .label("taken to be any JSON value")
                    .help("correct the page, or state the type in spec.toml"),
            );
            Fact::convention(Schema::any(), "unreadable type")
        }
    }
}

/// Generators link the type of a body to its page, that of any other parameter to nowhere. A link to what an array
/// is made of decides nothing if that is no model.
fn is_linked_to_model(ty: &TypeCell<'_>, schema: &Schema) -> bool {
    ty.link.is_some_and(|page| !page.is_empty() && schema.references().contains(&page))
        || matches!(&schema.kind, SchemaKind::Any) && ty.link.is_some_and(|page| !page.is_empty())
}

fn check_parameterless(group: &Group<'_, '_>, section: &Section<'_>, called_with: &[String], reader: &mut Reader) {
    let said = section.prose().any(|block| block.text.contains("does not need any parameter"));
    let passed: Vec<String> = signature_arguments(group).into_iter().chain(called_with.iter().cloned()).collect();
    if !said {
        reader.report.push(
            Diagnostic::new(
                Code::MissingSection,
                section.heading,
                format!("the parameters of `{}` are missing", group.name),
            )
            .label("expected a table, or `This endpoint does not need any parameter.`"),
        );
    } else if let Some(name) = passed.first() {
        reader.report.push(
            Diagnostic::new(
                Code::MissingParameter,
                section.heading,
                format!("`{}` is said to need no parameter, but is called with `{name}`", group.name),
            )
            .label("expected a table"),
        );
    }
}

/// Reports arguments that the signature or the example passes but the table lacks.
fn check_arguments(
    group: &Group<'_, '_>,
    table: &Table<'_>,
    parameters: &[Parameter],
    called_with: &[String],
    reader: &mut Reader,
) {
    let passed = unique(signature_arguments(group).into_iter().chain(called_with.iter().cloned()));
    let rows = first_rows(parameters);
    // Signature and table have the same order: a row would stand behind that of the argument before it.
    let mut place = table.header.map_or(table.span, |row| row.span);
    for name in &passed {
        if let Some(row) = rows.get(name.as_str()) {
            place = *row;
            continue;
        }
        reader.report.push(
            Diagnostic::new(
                Code::MissingParameter,
                place,
                format!("`{}` is called with `{name}`, which has no row", group.name),
            )
            .label("its row belongs after this"),
        );
    }
}

/// Where each parameter is described, by its name.
pub(in crate::dialect) fn first_rows(parameters: &[Parameter]) -> BTreeMap<&str, Span> {
    parameters.iter().rev().map(|parameter| (parameter.name.as_str(), parameter.span)).collect()
}

/// The arguments in `> Pet add_pet(store, tag=tag)`.
fn signature_arguments(group: &Group<'_, '_>) -> Vec<String> {
    let Some(text) = group.sections.first().and_then(|section| signature(section, group.name)) else {
        return Vec::new();
    };
    let Some((_, arguments)) = text.rsplit_once(&format!("{}(", group.name)) else { return Vec::new() };
    let arguments = arguments.trim_end().trim_end_matches(')');
    let name = |argument: &str| argument.split('=').next().unwrap_or("").trim().to_owned();
    arguments.split(',').map(name).filter(|name| !name.is_empty()).collect()
}
