//! Schemas that must be several at once: what the pages call `allOf`.
//!
//! The members may be models that have pages of their own, so that they are put together when every page is read. An
//! object of several objects has the properties of all of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Additional, Api, Property, Schema, SchemaKind, Shape};

/// How many models may be composed of each other.
const MAX_DEPTH: u8 = 32;

/// One of the schemas that something must be at once.
#[derive(Clone, Debug)]
pub(in crate::dialect) enum Part {
    /// A type, or the name of a model.
    Type(Schema),
    /// An object that is described in place.
    Object(Vec<Property>, Additional),
}

impl Part {
    /// Calls `change` on every schema in it.
    pub(in crate::dialect) fn change_schemas(&mut self, change: &mut dyn FnMut(&mut Schema)) {
        match self {
            Part::Type(schema) => schema.change_schemas(change),
            Part::Object(properties, additional) => {
                properties.iter_mut().for_each(|property| property.change_schemas(change));
                additional.change_schemas(change);
            }
        }
    }
}

/// The types among `parts`.
pub(in crate::dialect) fn types(parts: &[Part]) -> Vec<&Schema> {
    parts.iter().filter_map(|part| if let Part::Type(schema) = part { Some(schema) } else { None }).collect()
}

/// What some named schemas are composed of.
pub(in crate::dialect) type Compositions = BTreeMap<String, Vec<Part>>;

/// Gives every composed schema its shape.
pub(in crate::dialect) fn compose(api: &mut Api, compositions: &Compositions) {
    let shapes: Vec<(&String, Shape)> = compositions
        .iter()
        .map(|(name, parts)| {
            let mut whole = Whole { seen: BTreeSet::from([name.clone()]), ..Whole::default() };
            let object = parts.iter().all(|part| whole.add(part, api, compositions, MAX_DEPTH));
            (name, if object { whole.into_shape() } else { Shape::Alias(common(parts)) })
        })
        .collect();
    for (name, shape) in shapes {
        if let Some(schema) = api.schemas.get_mut(name) {
            schema.shape = shape;
        }
    }
}

/// What is no object is what all members say alike; else nothing is known of it.
fn common(parts: &[Part]) -> Schema {
    let mut types = parts.iter().map(|part| match part {
        Part::Type(schema) => Some(schema),
        Part::Object(..) => None,
    });
    match types.next().flatten() {
        Some(first) if types.all(|other| other == Some(first)) => first.clone(),
        _ => Schema::any(),
    }
}

/// The object that is being put together.
#[derive(Default)]
struct Whole {
    /// The models that are part of it already; more than once they say nothing new.
    seen: BTreeSet<String>,
    properties: Vec<Property>,
    /// The properties by their wire name.
    by_name: BTreeMap<String, usize>,
    additional: Option<Additional>,
}

impl Whole {
    /// Adds what `part` says; false if it is no object.
    fn add(&mut self, part: &Part, api: &Api, compositions: &Compositions, depth: u8) -> bool {
        let Some(depth) = depth.checked_sub(1) else { return false };
        let name = match part {
            Part::Object(properties, additional) => {
                self.add_object(properties, additional);
                return true;
            }
            Part::Type(Schema { kind: SchemaKind::Ref(name), .. }) => name,
            Part::Type(Schema { kind: SchemaKind::Map(values), .. }) => {
                self.add_object(&[], &Additional::Allowed((**values).clone()));
                return true;
            }
            Part::Type(_) => return false,
        };
        if !self.seen.insert(name.clone()) {
            return true;
        }
        if let Some(parts) = compositions.get(name) {
            return parts.iter().all(|part| self.add(part, api, compositions, depth));
        }
        match api.schemas.get(name).map(|schema| &schema.shape) {
            Some(Shape::Object { properties, additional }) => {
                self.add_object(properties, additional);
                true
            }
            Some(Shape::Alias(schema)) => self.add(&Part::Type(schema.clone()), api, compositions, depth),
            // The rest is worth having where the page of one member is missing.
            None => true,
            Some(Shape::Enum(_) | Shape::Unknown) => false,
        }
    }

    fn add_object(&mut self, properties: &[Property], additional: &Additional) {
        for property in properties {
            match self.by_name.get(&property.wire_name.value) {
                Some(&at) => refine(&mut self.properties[at], property),
                None => {
                    self.by_name.insert(property.wire_name.value.clone(), self.properties.len());
                    self.properties.push(property.clone());
                }
            }
        }
        let is_free = |known: &Additional| matches!(known, Additional::Allowed(Schema { kind: SchemaKind::Any, .. }));
        // The strictest of the members decides what else there may be.
        if self.additional.as_ref().is_none_or(|known| is_free(known) || *additional == Additional::Forbidden) {
            self.additional = Some(additional.clone());
        }
    }

    fn into_shape(self) -> Shape {
        let additional = self.additional.unwrap_or(Additional::Unstated);
        match (self.properties.is_empty(), additional) {
            (true, Additional::Allowed(values)) => Shape::Alias(Schema::new(SchemaKind::Map(Box::new(values)))),
            (_, additional) => Shape::Object { properties: self.properties, additional },
        }
    }
}

/// A property that several members have is required if one of them says so, and of the type that says most.
fn refine(known: &mut Property, other: &Property) {
    known.required.value |= other.required.value;
    if other.schema.value.kind != SchemaKind::Any {
        known.schema = other.schema.clone();
    }
    if !other.description.is_empty() {
        known.description.clone_from(&other.description);
    }
    known.default = other.default.clone().or(known.default.take());
    known.read_only |= other.read_only;
}
