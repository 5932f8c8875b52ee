//! Names that stand for other types, and unions that leave no choice: of one member, of members that are equal in Rust,
//! or of anything.

use std::collections::{BTreeMap, BTreeSet};

use super::types::scalar;
use crate::api::{Api, Schema, SchemaKind, Shape};
use crate::settings::Types;

/// More names than this do not stand for each other, unless they do so in a circle.
const MOST_ALIASES: u8 = 16;

static ANY: Schema = Schema { kind: SchemaKind::Any, nullable: false };

/// The named schemas, as far as they are only names.
pub(super) struct Aliases<'a> {
    pub(super) types: Types,
    api: &'a Api,
    /// Unions that leave no choice, and what they come down to.
    reduced: BTreeMap<&'a str, Schema>,
}

/// What a union comes down to.
pub(super) enum Reduced {
    One(Schema),
    Several(Vec<Schema>),
}

impl<'a> Aliases<'a> {
    pub(super) fn new(api: &'a Api, types: Types) -> Self {
        let mut aliases = Aliases { types, api, reduced: BTreeMap::new() };
        // A union that leaves no choice may take the choice from another.
        loop {
            let unions = api.schemas.keys().filter_map(|name| Some((name.as_str(), aliases.union(name)?)));
            let unions = unions.filter_map(|(name, union)| match aliases.reduce(&union.kind, Some(name)) {
                Reduced::One(schema) => Some((name, schema)),
                Reduced::Several(_) => None,
            });
            let found: Vec<_> = unions.collect();
            if found.is_empty() {
                return aliases;
            }
            aliases.reduced.extend(found);
        }
    }

    /// The schema called `name`, if it is a union of several members.
    pub(super) fn union(&self, name: &str) -> Option<&'a Schema> {
        match &self.api.schemas.get(name)?.shape {
            Shape::Alias(target) if matches!(target.kind, SchemaKind::Union(_)) => {
                (!self.reduced.contains_key(name)).then_some(target)
            }
            _ => None,
        }
    }

    /// Whether the schema called `name` is an object of its own.
    pub(super) fn is_object(&self, name: &str) -> bool {
        matches!(self.api.schemas.get(name), Some(schema) if matches!(schema.shape, Shape::Object { .. }))
    }

    /// Whether `null` is allowed: a union has no variant for it.
    pub(super) fn allows_null(&self, schema: &Schema) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![schema];
        while let Some(schema) = open.pop() {
            let inner = match &schema.kind {
                SchemaKind::Union(members) => members.as_slice(),
                SchemaKind::Ref(name) if seen.insert(name) => self.union(name).map_or(&[][..], std::slice::from_ref),
                _ => &[],
            };
            if schema.nullable {
                return true;
            }
            open.extend(inner.iter().flat_map(|inner| [inner, self.resolve(inner)]));
        }
        false
    }

    /// The members of a union without those that say nothing new; `own` is its name, if it has one.
    pub(super) fn reduce(&self, kind: &SchemaKind, own: Option<&str>) -> Reduced {
        let mut distinct: Vec<Schema> = Vec::new();
        let mut seen = BTreeSet::new();
        let whole = Schema::new(kind.clone());
        let mut open = vec![&whole];
        while let Some(member) = open.pop() {
            let member = self.resolve(member);
            match &member.kind {
                SchemaKind::Any | SchemaKind::Object(_) => return Reduced::One(ANY.clone()),
                SchemaKind::Union(members) => open.extend(members.iter().rev()),
                SchemaKind::Ref(name) if Some(name.as_str()) == own => {}
                kind if seen.insert(self.key(kind, MOST_ALIASES)) => distinct.push(Schema::new(kind.clone())),
                _ => {}
            }
        }
        match distinct.len() {
            0 => Reduced::One(ANY.clone()),
            1 => Reduced::One(distinct.remove(0)),
            _ => Reduced::Several(distinct),
        }
    }

    /// What the schema is, if it is only a name for it.
    fn resolve<'s>(&'s self, schema: &'s Schema) -> &'s Schema {
        let mut at = schema;
        for _ in 0..MOST_ALIASES {
            let SchemaKind::Ref(name) = &at.kind else { return at };
            at = match (self.reduced.get(name.as_str()), self.api.schemas.get(name).map(|schema| &schema.shape)) {
                (Some(reduced), _) => reduced,
                (None, None | Some(Shape::Unknown)) => &ANY,
                (None, Some(Shape::Alias(target))) if !is_named(&target.kind) => target,
                (None, Some(_)) => return at,
            };
        }
        &ANY
    }

    /// What is equal for schemas that are the same type in Rust.
    fn key(&self, kind: &SchemaKind, depth: u8) -> String {
        let inner = |schema| {
            let Schema { kind, nullable } = self.resolve(schema);
            let key = depth.checked_sub(1).map(|depth| self.key(kind, depth)).unwrap_or_default();
            if *nullable { format!("{key}?") } else { key }
        };
        match (scalar(kind, self.types), kind) {
            (Some(ty), _) => format!("{ty:?}"),
            (None, SchemaKind::Array(items)) => format!("[{}]", inner(items)),
            (None, SchemaKind::Map(values)) => format!("{{{}}}", inner(values)),
            (None, kind) => Schema::new(kind.clone()).to_string(),
        }
    }
}

/// Whether a name for it is the name of a type, not of another name.
fn is_named(kind: &SchemaKind) -> bool {
    matches!(kind, SchemaKind::Union(_) | SchemaKind::Enum(_) | SchemaKind::Object(_))
}
