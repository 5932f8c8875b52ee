//! The parts of schemas: the items of a list, the members of a union, the values of keys.

use std::collections::HashSet;

use super::rows::{cut_short, read_notes, unreadable};
use super::{Block, Scope};
use crate::api::{Additional, Schema, SchemaKind, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::dialect::Reader;
use crate::dialect::tag::compose::Part;
use crate::dialect::tag::notes::Notes;
use crate::dialect::tag::types;
use crate::dialect::text::{TypeCell, link, unbold, unescape};
use crate::markdown::Cell;
use crate::source::Span;

impl<'d> Scope<'_, 'd> {
    /// Reads the members in the table of section `at`: the items of a list, or what a union is made of.
    pub(super) fn read_members(&self, at: usize, name: &str, reader: &mut Reader) -> Vec<Schema> {
        let blocks = self.read_blocks(at, name, reader);
        blocks.into_iter().map(|(part, block)| Self::schema_of(block, &part, reader).value).collect()
    }

    /// As [`Scope::read_members`], with the name that each would have; objects among them are not yet named.
    pub(super) fn read_blocks(&self, at: usize, name: &str, reader: &mut Reader) -> Vec<(String, Block)> {
        let heading = "Class Name | Input Type | Accessed Type | Description | Notes";
        let Some(table) = self.table(at, "Class Name", heading, reader) else { return Vec::new() };
        let mut members = Vec::new();
        for row in &table.rows {
            let Some(([class, ty, _accessed], rest)) = row.split_first() else {
                reader.report.push(cut_short(row));
                continue;
            };
            let (_, notes) = read_notes(row, rest, reader);
            let part = format!("{name}_{}", link(class.text).map_or("items", |(text, _)| unbold(text)));
            let block = self.read_part(at, class, ty, &notes, &part, reader);
            members.push((part, block));
        }
        members
    }

    /// A key or member: a link to a model's page, a link to a block further down, or a list of types.
    pub(super) fn read_part(
        &self,
        at: usize,
        name_cell: Cell<'d>,
        ty: Cell<'d>,
        notes: &Notes,
        name: &str,
        reader: &mut Reader,
    ) -> Block {
        let to_block = link(unbold(name_cell.text)).and_then(|(_, target)| target.strip_prefix('#'));
        match to_block.map(|title| (title, self.find(title, at))) {
            Some((_, Some(block))) => return self.read_block(block, name, reader),
            Some((title, None)) => reader.report.push(
                Diagnostic::new(Code::MissingSection, name_cell.span, format!("`{title}` is not described"))
                    .label("expected a description of it further down"),
            ),
            None => {}
        }
        if let TypeCell { link: Some(page), .. } = TypeCell::read(ty) {
            return Block::new(Shape::Alias(Schema::reference(unescape(page))), ty.span);
        }
        match types::parse(ty.text, &notes.allowed, notes.width) {
            Some(schema) => Block::new(Shape::Alias(schema), ty.span),
            None => {
                unreadable(ty, reader);
                Block::unknown(ty.span)
            }
        }
    }

    /// Reads the table `allOf` at section `at`; `own` is what the block itself says besides.
    pub(super) fn read_all_of(
        &self,
        at: usize,
        own: Option<Shape>,
        span: Span,
        name: &str,
        reader: &mut Reader,
    ) -> Block {
        let mut blocks: Vec<Block> = self.read_blocks(at, name, reader).into_iter().map(|(_, block)| block).collect();
        blocks.extend(own.map(|shape| Block::new(shape, span)));
        let says_something = |block: &Block| match &block.shape {
            Shape::Alias(schema) => schema.kind != SchemaKind::Any,
            Shape::Unknown => false,
            _ => true,
        };
        blocks.retain(says_something);
        if blocks.len() < 2 {
            return blocks.pop().map_or(Block::new(Shape::Alias(Schema::any()), span), |only| Block { span, ..only });
        }
        let mut parts = Vec::new();
        for block in blocks {
            match block.shape {
                _ if !block.parts.is_empty() => parts.extend(block.parts),
                Shape::Object { properties, additional } => parts.push(Part::Object(properties, additional)),
                Shape::Enum(values) => parts.push(Part::Type(Schema::new(SchemaKind::Enum(values)))),
                Shape::Alias(schema) => parts.push(Part::Type(schema)),
                Shape::Unknown => {}
            }
        }
        // Until the models are read, what stands here tells this composition from others.
        let own = |part: &Part| match part {
            Part::Object(properties, _) => properties.clone(),
            Part::Type(_) => Vec::new(),
        };
        let properties = parts.iter().flat_map(own).collect();
        Block { parts, ..Block::new(Shape::Object { properties, additional: Additional::Unstated }, span) }
    }
}

/// One of these. What may be anything says nothing beside others, and what may only be null makes the whole so.
pub(super) fn union(members: Vec<Schema>) -> Schema {
    let mut nullable = false;
    let mut seen = HashSet::new();
    let mut all: Vec<Schema> = Vec::new();
    for member in members {
        let parts = match member.kind {
            SchemaKind::Any => {
                nullable |= member.nullable;
                continue;
            }
            SchemaKind::Union(parts) => {
                nullable |= member.nullable;
                parts
            }
            _ => vec![member],
        };
        all.extend(parts.into_iter().filter(|part| seen.insert(part.clone())));
    }
    match all.len() {
        0 => Schema::any(),
        1 => Schema { nullable: nullable || all[0].nullable, ..all.remove(0) },
        _ => Schema { nullable, kind: SchemaKind::Union(all) },
    }
}
