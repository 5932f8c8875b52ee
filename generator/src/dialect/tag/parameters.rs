//! Parameters and request bodies of TAG operations.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::media_type::StatedTypes;
use super::notes;
use super::schema::Scope;
use crate::api::{Content, Fact, Location, Parameter, RequestBody, Schema};
use crate::diagnostic::{Code, Diagnostic};
use crate::dialect::Reader;
use crate::dialect::example::Example;
use crate::dialect::operation::Group;
use crate::dialect::page::check_table;
use crate::dialect::python::first_rows;
use crate::dialect::text::{description, is_name, pattern, unescape};
use crate::markdown::{Row, Section, Table};
use crate::source::Span;

/// The sections that hold parameters, and where theirs are sent.
const PLACES: [(&str, Location); 4] = [
    ("path_params", Location::Path),
    ("query_params", Location::Query),
    ("header_params", Location::Header),
    ("cookie_params", Location::Cookie),
];

/// What the table `Parameters` says besides naming what follows.
#[derive(Clone, Debug, Default)]
pub(super) struct Overview {
    /// The first media type of the request.
    pub(super) content_type: Option<Fact<String>>,
    /// The media types of the responses.
    pub(super) accepts: Vec<Fact<String>>,
    body: Option<Fact<bool>>,
    header: Option<Span>,
}

/// Reads the table `Parameters`.
pub(super) fn read_overview(group: &Group<'_, '_>, reader: &mut Reader) -> Overview {
    let Some(section) = group.expect_section("Parameters", reader) else { return Overview::default() };
    let Some(table) = section.table("Name") else {
        if !section.prose().any(|block| block.text.contains("does not need any parameter")) {
            reader.report.push(
                Diagnostic::new(
                    Code::MissingSection,
                    section.heading,
                    format!("the parameters of `{}` are missing", group.name),
                )
                .label("expected a table, or `This endpoint does not need any parameter.`"),
            );
        }
        return Overview { header: Some(section.heading), ..Overview::default() };
    };
    check_table(&table, "Name | Type | Description | Notes", reader);
    let mut overview = Overview { header: table.header.map(|row| row.span), ..Overview::default() };
    for row in &table.rows {
        read_overview_row(row, &mut overview, reader);
    }
    overview
}

fn read_overview_row(row: &Row<'_>, overview: &mut Overview, reader: &mut Reader) {
    static QUOTED: LazyLock<Regex> = LazyLock::new(|| pattern(r"'([^']+)'"));
    let Some(([name, _], rest)) = row.split_first() else {
        reader
            .report
            .push(Diagnostic::new(Code::MalformedRow, row.span, "this row is cut short").label("expected more cells"));
        return;
    };
    let notes = rest.text.split('|').next().unwrap_or("");
    let quoted = QUOTED.captures_iter(notes).filter_map(|found| found.get(1));
    let mut types = quoted.map(|found| {
        let start = rest.text.find(notes).unwrap_or(0) + found.start();
        Fact::stated(unescape(found.as_str()).into_owned(), rest.span.part(start, start + found.len()))
    });
    match name.text {
        "content_type" => overview.content_type = types.next(),
        "accept_content_types" => overview.accepts = types.collect(),
        "body" => overview.body = Some(Fact::stated(notes.trim_start().starts_with("required"), row.span)),
        _ => {}
    }
}

/// Reads the sections `path_params` to `cookie_params`.
pub(super) fn read_parameters(
    group: &Group<'_, '_>,
    scope: Scope<'_, '_>,
    example: &Example,
    reader: &mut Reader,
) -> Vec<Parameter> {
    let mut parameters = Vec::new();
    for (title, location) in PLACES {
        let Some(at) = group.sections.iter().rposition(|section| section.title == title && section.level == 3) else {
            continue;
        };
        // The table stands below a heading of its own.
        let found = (at..group.sections.len().min(at + 2))
            .find_map(|at| group.sections[at].table("Name").map(|table| (at, table)));
        let Some((at, table)) = found else {
            reader.report.push(
                Diagnostic::new(
                    Code::MissingSection,
                    group.sections[at].last_span(),
                    format!("the table of `{title}` is missing"),
                )
                .label("expected a table"),
            );
            continue;
        };
        check_table(&table, "Name | Type | Description | Notes", reader);
        let first = parameters.len();
        for row in &table.rows {
            parameters.extend(read_row(group, scope, row, at, location, reader));
        }
        check_keys(group, &table, &example.keys(title), &parameters[first..], reader);
    }
    parameters
}

fn read_row(
    group: &Group<'_, '_>,
    scope: Scope<'_, '_>,
    row: &Row<'_>,
    at: usize,
    location: Location,
    reader: &mut Reader,
) -> Option<Parameter> {
    let Some(([name_cell, schema_cell], rest)) = row.split_first() else {
        reader.report.push(
            Diagnostic::new(Code::MalformedRow, row.span, "this row is cut short")
                .label("expected `name | Schema | | optional`"),
        );
        return None;
    };
    let name = unescape(name_cell.text).into_owned();
    if !is_name(&name) {
        reader.report.push(
            Diagnostic::new(Code::BadName, name_cell.span, "this row does not begin with a name")
                .label("expected a name"),
        );
        return None;
    }
    let (text, notes) = match notes::split(rest) {
        Some((text, Some(notes))) => (description(text.text), notes),
        _ => {
            reader.report.push(
                Diagnostic::new(Code::UnknownNote, row.span, format!("the notes on `{name}` cannot be read"))
                    .label("expected `optional` or nothing after the last pipe"),
            );
            (String::new(), notes::Notes::default())
        }
    };
    let mut default = notes.default;
    let schema = match scope.find(schema_cell.text, at).filter(|_| !schema_cell.text.is_empty()) {
        // The templates have no word for a parameter that is sent as a document of some media type.
        None if schema_cell.text.is_empty() => Fact::convention(Schema::any(), "parameter with a media type"),
        Some(block) => {
            let part = format!("{}_{name}", group.name);
            let block = scope.read_block(block, &part, reader);
            default = block.default.clone().or(default);
            Scope::schema_of(block, &part, reader)
        }
        None => {
            reader.report.push(
                Diagnostic::new(
                    Code::MissingSection,
                    schema_cell.span,
                    format!("`{}` is not described", schema_cell.text),
                )
                .label("taken to be any JSON value"),
            );
            Fact::convention(Schema::any(), "schema without a description")
        }
    };
    Some(Parameter {
        wire_name: Fact::stated(name.clone(), name_cell.span),
        name,
        location: Fact::stated(location, group.sections[at].heading),
        serialization: None,
        schema,
        required: Fact::stated(!notes.optional, row.span),
        default,
        description: text,
        linked: false,
        span: row.span,
    })
}

/// Reports keys that the example passes but the table lacks.
fn check_keys(group: &Group<'_, '_>, table: &Table<'_>, keys: &[&str], parameters: &[Parameter], reader: &mut Reader) {
    let rows = first_rows(parameters);
    let mut place = table.header.map_or(table.span, |row| row.span);
    for key in keys {
        if let Some(row) = rows.get(key) {
            place = *row;
            continue;
        }
        reader.report.push(
            Diagnostic::new(
                Code::MissingParameter,
                place,
                format!("`{}` is called with `{key}`, which has no row", group.name),
            )
            .label("its row belongs after this"),
        );
    }
}

/// Reads the section `body`: a schema block for each media type.
pub(super) fn read_body(
    group: &Group<'_, '_>,
    scope: Scope<'_, '_>,
    overview: &Overview,
    reader: &mut Reader,
) -> Option<RequestBody> {
    let at = group.sections.iter().rposition(|section| section.title == "body" && section.level == 3)?;
    let is_next = |section: &&Section<'_>| {
        section.level == 3
            && !section.title.starts_with("Dictionary")
            && !section.title.starts_with("Tuple")
            && !section.title.starts_with("Composed")
    };
    let end = group.sections[at + 1..]
        .iter()
        .position(|section| is_next(&section))
        .map_or(group.sections.len(), |next| at + 1 + next);
    let stated = StatedTypes::of(overview.content_type.as_slice());
    let mut content: Vec<Content> = Vec::new();
    let mut seen = BTreeSet::new();
    for block in at + 1..end {
        let section = &group.sections[block];
        let Some(mangled) =
            section.title.strip_prefix("SchemaForRequestBody").filter(|_| matches!(section.level, 1 | 4))
        else {
            continue;
        };
        let mut media_type = stated.unmangle(mangled, section.heading);
        // `application/json` and `application/*+json` have the same class name, in that order.
        if media_type.value == "application/json" && seen.contains(&media_type.value) {
            media_type = Fact::implied("application/*+json".to_owned(), section.heading, "class name of a media type");
        }
        if seen.insert(media_type.value.clone()) {
            let name = format!("{}_request", group.name);
            let schema = scope.up_to(end).read_schema(block, &name, reader);
            content.push(Content { media_type, schema: Some(schema) });
        }
    }
    if content.is_empty() {
        reader.report.push(
            Diagnostic::new(
                Code::MissingSection,
                group.sections[at].last_span(),
                format!("the body of `{}` is not described", group.name),
            )
            .label("expected `# SchemaForRequestBody…`"),
        );
    }
    let required = overview.body.clone().unwrap_or_else(|| {
        reader.report.push(
            Diagnostic::new(
                Code::MissingParameter,
                overview.header.unwrap_or(group.heading()),
                format!("`{}` has a body, which has no row here", group.name),
            )
            .label("its row belongs after this"),
        );
        Fact::convention(false, "no row for the body")
    });
    Some(RequestBody {
        name: "body".to_owned(),
        required,
        content,
        encoding: BTreeMap::new(),
        description: String::new(),
    })
}
