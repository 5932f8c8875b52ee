//! Schema blocks: a heading `# Name` and, below it, either a link to a model or a description in place.
//!
//! Parts that are described further down are found by their heading: the nearest following one, since the same heading
//! may stand on a page many times.

mod members;
mod rows;

use std::collections::BTreeMap;

use self::members::union;
use self::rows::{cut_short, read_link, read_notes, read_types};
use super::compose::Part;
use super::flat;
use crate::api::{Additional, Fact, NamedSchema, Origin, Property, Schema, SchemaKind, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::dialect::Reader;
use crate::dialect::page::check_table;
use crate::dialect::text::{is_name, link, unbold, unescape};
use crate::markdown::{Section, Table};
use crate::source::Span;

/// How deep blocks may refer to further blocks.
const MAX_DEPTH: u8 = 32;
/// How often the text of a page may be read, on average. Generators describe every part anew where it is referred to,
/// but a page may have all of its blocks refer to each other.
const MAX_READINGS: usize = 8;

/// The sections that a block and what it refers to stand in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scope<'p, 'd> {
    pub(super) sections: &'p [Section<'d>],
    headings: &'p Headings<'d>,
    depth: u8,
    most_bytes: usize,
}

/// Where blocks may stand, by level and title of their heading.
#[derive(Debug)]
pub(super) struct Headings<'d>(BTreeMap<(u8, &'d str), Vec<usize>>);

impl<'d> Headings<'d> {
    pub(super) fn of(sections: &[Section<'d>]) -> Self {
        let mut places: BTreeMap<(u8, &'d str), Vec<usize>> = BTreeMap::new();
        for (at, section) in sections.iter().enumerate() {
            places.entry((section.level, section.title)).or_default().push(at);
        }
        Headings(places)
    }
}

/// What a block says.
pub(super) struct Block {
    pub(super) shape: Shape,
    pub(super) nullable: bool,
    /// What the server takes when nothing is sent.
    pub(super) default: Option<Fact<String>>,
    /// What it must be at once; its shape is known when all pages are read.
    pub(super) parts: Vec<Part>,
    pub(super) span: Span,
}

impl Block {
    pub(super) fn new(shape: Shape, span: Span) -> Self {
        Block { shape, nullable: false, default: None, parts: Vec::new(), span }
    }

    pub(super) fn unknown(span: Span) -> Self {
        Block::new(Shape::Unknown, span)
    }
}

impl<'p, 'd> Scope<'p, 'd> {
    /// All `sections`, the headings of which are `headings`.
    pub(super) fn new(sections: &'p [Section<'d>], headings: &'p Headings<'d>) -> Self {
        let whole = sections.first().zip(sections.last()).map_or(0, |(first, last)| length(first, last));
        Scope { sections, headings, depth: MAX_DEPTH, most_bytes: MAX_READINGS * whole }
    }

    /// The sections before `end`.
    pub(super) fn up_to(self, end: usize) -> Self {
        Scope { sections: &self.sections[..end], ..self }
    }

    /// The block headed `title` at or after section `from`.
    pub(super) fn find(&self, title: &str, from: usize) -> Option<usize> {
        let headed = |level| {
            let places = self.headings.0.get(&(level, title))?;
            let next = places.get(places.partition_point(|&at| at < from))?;
            Some(*next).filter(|&at| at < self.sections.len())
        };
        // The ancestor of the dialect has smaller headings.
        headed(1).or_else(|| headed(4))
    }

    /// Reads the block at section `at` as a type. An object that is described in place gets the name `name`.
    pub(super) fn read_schema(&self, at: usize, name: &str, reader: &mut Reader) -> Fact<Schema> {
        let block = self.read_block(at, name, reader);
        Self::schema_of(block, name, reader)
    }

    /// A block as a type.
    pub(super) fn schema_of(block: Block, name: &str, reader: &mut Reader) -> Fact<Schema> {
        let kind = match block.shape {
            Shape::Alias(schema) => {
                return Fact::stated(Schema { nullable: schema.nullable || block.nullable, ..schema }, block.span);
            }
            Shape::Unknown => return Fact::convention(Schema::any(), "schema without a description"),
            Shape::Enum(values) => SchemaKind::Enum(values),
            shape @ Shape::Object { .. } => {
                let origin = Origin::Implied { span: block.span, rule: "named after its place" };
                let named = NamedSchema {
                    name: name.to_owned(),
                    description: String::new(),
                    shape,
                    discriminator: None,
                    nullable: false,
                    origin,
                };
                reader.add_in_place(named, block.parts).kind
            }
        };
        Fact::stated(Schema { kind, nullable: block.nullable }, block.span)
    }

    /// Reads the block at section `at`.
    pub(super) fn read_block(&self, at: usize, name: &str, reader: &mut Reader) -> Block {
        let section = &self.sections[at];
        if !self.may_read(section, reader) {
            return Block::unknown(section.heading);
        }
        let next = self.sections.get(at + 1);
        if let Some(next) = next.filter(|next| next.title == "Properties" && next.level == 4) {
            return flat::read_properties(next, reader);
        }
        let info = next.filter(|next| next.title == "Model Type Info");
        // A description above the type may hold pipes, and look like the table of a link.
        if let (None, Some(table)) = (info, section.table("Type")) {
            let flat = table.rows.first().and_then(|row| flat::read_type_row(row, reader));
            return flat.unwrap_or_else(|| read_link(section, &table, reader));
        }
        let Some(table) = info.and_then(|info| info.table("Input Type")) else {
            reader.report.push(
                Diagnostic::new(
                    Code::MissingSection,
                    section.last_span(),
                    format!("`{}` is not described", section.title),
                )
                .label("expected a table of its type"),
            );
            return Block::unknown(section.heading);
        };
        check_table(&table, "Input Type | Accessed Type | Description | Notes", reader);
        let Some(row) = table.rows.first() else {
            return Block::unknown(table.span);
        };
        let Some((schema, notes)) = read_types(row, reader) else { return Block::unknown(row.span) };
        Block { default: notes.default, ..self.refine(at + 2, schema, row.span, name, reader) }
    }

    /// Reads the tables below `Model Type Info`, which begin at section `at`: keys, items, members.
    fn refine(&self, at: usize, schema: Schema, span: Span, name: &str, reader: &mut Reader) -> Block {
        let nullable = schema.nullable;
        let found = |shape| Block { nullable, ..Block::new(shape, span) };
        let mut own = None;
        let Some(inner) = self.deeper() else { return found(Shape::Unknown) };
        let parts = (at..self.sections.len()).take_while(|&at| self.sections[at].level > 1);
        for at in parts {
            let section = &self.sections[at];
            if !self.may_read(section, reader) {
                break;
            }
            match section.title {
                "Dictionary Keys" => own = Some(inner.read_keys(at, name, reader)),
                "allOf" => return Block { nullable, ..inner.read_all_of(at, own, span, name, reader) },
                _ if own.is_some() => {}
                "Tuple Items" => {
                    let items = inner.read_members(at, name, reader).into_iter().next().unwrap_or_else(Schema::any);
                    return found(Shape::Alias(Schema::array(items)));
                }
                "oneOf" | "anyOf" => return found(Shape::Alias(union(inner.read_members(at, name, reader)))),
                title if title.starts_with("Composed Schemas") => {}
                _ => break,
            }
        }
        found(match (own, schema.kind) {
            (Some(keys), _) => keys,
            (None, SchemaKind::Enum(values)) => Shape::Enum(values),
            (None, kind) => Shape::Alias(Schema::new(kind)),
        })
    }

    /// Whether a section may be read, perhaps once more; reports the first one that may not.
    fn may_read(&self, section: &Section<'_>, reader: &mut Reader) -> bool {
        let before = reader.bytes_read;
        reader.bytes_read += length(section, section);
        if before <= self.most_bytes && reader.bytes_read > self.most_bytes {
            reader.report.push(
                Diagnostic::new(Code::UnknownType, section.heading, "the schemas here refer to each other too often")
                    .label("the others are taken to be any JSON value"),
            );
        }
        reader.bytes_read <= self.most_bytes
    }

    fn deeper(&self) -> Option<Self> {
        Some(Scope { depth: self.depth.checked_sub(1)?, ..*self })
    }

    /// Reads the table `Dictionary Keys` at section `at`.
    fn read_keys(&self, at: usize, name: &str, reader: &mut Reader) -> Shape {
        let Some(table) = self.table(at, "Key", "Key | Input Type | Accessed Type | Description | Notes", reader)
        else {
            return Shape::Unknown;
        };
        let mut properties = Vec::new();
        let mut additional = Additional::Forbidden;
        for row in &table.rows {
            let Some(([key_cell, ty, _accessed], rest)) = row.split_first() else {
                reader.report.push(cut_short(row));
                continue;
            };
            let (text, notes) = read_notes(row, rest, reader);
            let key =
                unescape(link(unbold(key_cell.text)).map_or(unbold(key_cell.text), |(text, _)| text)).into_owned();
            if !is_name(&key) || !key_cell.text.starts_with("**") {
                reader.report.push(
                    Diagnostic::new(Code::BadName, key_cell.span, "this row does not begin with a key")
                        .label("expected `**key**`"),
                );
                continue;
            }
            let part = format!("{name}_{key}");
            let block = self.read_part(at, key_cell, ty, &notes, &part, reader);
            let schema = Self::schema_of(block, &part, reader);
            if matches!(key.as_str(), "any_string_name" | "any string name") {
                additional = Additional::Allowed(schema.value);
                continue;
            }
            properties.push(Property {
                wire_name: Fact::stated(key.clone(), key_cell.span),
                name: key,
                schema,
                required: Fact::stated(!notes.optional, row.span),
                read_only: notes.read_only,
                secret: None,
                default: notes.default,
                description: text,
                span: row.span,
            });
        }
        match (properties.is_empty(), additional) {
            (true, Additional::Allowed(values)) => Shape::Alias(Schema::new(SchemaKind::Map(Box::new(values)))),
            (_, additional) => Shape::Object { properties, additional },
        }
    }

    fn table(&self, at: usize, first: &str, heading: &str, reader: &mut Reader) -> Option<Table<'d>> {
        let section = &self.sections[at];
        let table = section.table(first);
        match &table {
            Some(table) => check_table(table, heading, reader),
            None => reader.report.push(
                Diagnostic::new(
                    Code::MissingSection,
                    section.heading,
                    format!("the table of `{}` is missing", section.title),
                )
                .label("expected a table"),
            ),
        }
        table
    }
}

/// How many bytes there are from the beginning of one section to the end of another.
fn length(first: &Section<'_>, last: &Section<'_>) -> usize {
    last.body.end.saturating_sub(first.heading.start) as usize
}
