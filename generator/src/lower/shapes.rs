//! What the values of a union's members look like, so that the runtime can tell them apart.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::docs;
use crate::api::{Discriminator, NamedSchema};
use crate::rust::{Ident, Member, Model, ModelKind, Shape, Struct, Type, VariantValue};

/// More is not said of the members of one union: those of unions in unions could be without number.
const MOST_SHAPES: usize = 4096;

/// Gives every member of a union its shape, with the values of the discriminator that stand for it.
pub(super) fn describe(models: &mut [Model], schemas: &BTreeMap<String, NamedSchema>, idents: &BTreeMap<&str, Ident>) {
    let known = Known {
        kinds: models.iter().map(|model| (model.ident.clone(), model.kind.clone())).collect(),
        names: idents.iter().map(|(name, ident)| (ident, *name)).collect(),
        left: Cell::new(0),
    };
    for model in models {
        let ModelKind::Union(members) = &mut model.kind else { continue };
        let schema = known.names.get(&model.ident).and_then(|name| schemas.get(*name));
        let told = match schema.and_then(|schema| schema.discriminator.as_ref()) {
            Some(discriminator) => Some(known.stated(members, &discriminator.value)),
            None => known.implied(members),
        };
        known.left.set(MOST_SHAPES);
        for (at, member) in members.iter_mut().enumerate() {
            let shape = known.shape(&member.ty, &[&model.ident]).unwrap_or(Shape::Any);
            member.shape = match told.as_ref().map(|told| (&told.property, &told.values[at])) {
                Some((property, values)) if !values.is_empty() => {
                    member.docs.push(said(property, values));
                    Shape::When(property.clone(), values.clone(), Box::new(shape))
                }
                _ => shape,
            };
        }
    }
}

struct Known<'n> {
    kinds: BTreeMap<Ident, ModelKind>,
    /// The schemas' names.
    names: BTreeMap<&'n Ident, &'n str>,
    /// How many shapes may still be told.
    left: Cell<usize>,
}

/// The property that tells, and its values for each member.
struct Told {
    property: String,
    values: Vec<Vec<String>>,
}

impl Known<'_> {
    /// What the discriminator says: what is mapped to a member or, if nothing is, the name of its schema and the values
    /// that it has for itself.
    fn stated(&self, members: &[Member], discriminator: &Discriminator) -> Told {
        let property = discriminator.property.clone();
        let own = self.told_by(members, &property);
        let of = |(at, member): (usize, &Member)| {
            let Some(name) = model(&member.ty).and_then(|ident| self.names.get(ident)) else { return Vec::new() };
            let mapped = discriminator.mapping.iter().filter(|(_, schema)| schema == name);
            let mut values: Vec<String> = mapped.map(|(value, _)| value.clone()).collect();
            if values.is_empty() {
                values.push((*name).to_owned());
                values.extend(own.as_ref().map(|own| own.values[at].clone()).unwrap_or_default());
            }
            values
        };
        let values = members.iter().enumerate().map(of).collect();
        Told { property, values }
    }

    /// A property that all objects among the members have, each with values of its own.
    fn implied(&self, members: &[Member]) -> Option<Told> {
        let first = members.iter().find_map(|member| self.object(&member.ty))?;
        first.fields.iter().find_map(|field| self.told_by(members, &field.wire_name))
    }

    fn told_by(&self, members: &[Member], property: &str) -> Option<Told> {
        let of = |member: &Member| match self.object(&member.ty) {
            Some(object) => {
                let field = object.fields.iter().find(|field| field.wire_name == property)?;
                self.strings(&field.ty)
            }
            None => Some(Vec::new()),
        };
        let values = members.iter().map(of).collect::<Option<Vec<_>>>()?;
        let mut all: Vec<&String> = values.iter().flatten().collect();
        let before = all.len();
        all.sort();
        all.dedup();
        let tells = all.len() == before && values.iter().filter(|values| !values.is_empty()).count() > 1;
        tells.then(|| Told { property: property.to_owned(), values })
    }

    fn kind(&self, ty: &Type) -> Option<&ModelKind> {
        match self.kinds.get(model(ty)?)? {
            ModelKind::Alias(target) => self.kind(target),
            kind => Some(kind),
        }
    }

    fn object(&self, ty: &Type) -> Option<&Struct> {
        match self.kind(ty)? {
            ModelKind::Struct(structure) => Some(structure),
            _ => None,
        }
    }

    fn strings(&self, ty: &Type) -> Option<Vec<String>> {
        match self.kind(ty)? {
            ModelKind::Enum(variants) => match values(variants.iter().map(|variant| &variant.value)) {
                Shape::Strings(values) => Some(values),
                _ => None,
            },
            _ => None,
        }
    }

    /// The shape of the type's values; `None` for a union that is being described already.
    fn shape(&self, ty: &Type, outer: &[&Ident]) -> Option<Shape> {
        let Some(left) = self.left.get().checked_sub(1) else { return Some(Shape::Any) };
        self.left.set(left);
        let boxed = |ty| Box::new(self.shape(ty, outer).unwrap_or(Shape::Any));
        Some(match ty {
            Type::Unit | Type::Value => Shape::Any,
            Type::Bool => Shape::Boolean,
            Type::I32 | Type::I64 => Shape::Integer,
            Type::F32 | Type::F64 => Shape::Number,
            // Much text can be read as base64 that is none.
            Type::String | Type::Bytes | Type::Body | Type::FilePart | Type::Base64 => Shape::String,
            Type::Date | Type::DateTime | Type::Uuid | Type::Decimal => Shape::Format,
            Type::Vec(items) => Shape::List(boxed(items)),
            Type::Map(values) => Shape::Map(boxed(values)),
            Type::Option(inner) | Type::Field(inner) => Shape::Nullable(boxed(inner)),
            Type::Box(inner) => self.shape(inner, outer)?,
            Type::Model(ident) | Type::Union(ident) => match self.kinds.get(ident) {
                Some(ModelKind::Struct(structure)) => object(structure),
                Some(ModelKind::Enum(variants)) => values(variants.iter().map(|variant| &variant.value)),
                Some(ModelKind::Alias(target)) => self.shape(target, outer)?,
                Some(ModelKind::Union(_)) if outer.contains(&ident) => return None,
                Some(ModelKind::Union(members)) => {
                    let outer = [outer, &[ident]].concat();
                    Shape::AnyOf(members.iter().filter_map(|member| self.shape(&member.ty, &outer)).collect())
                }
                None => Shape::Any,
            },
        })
    }
}

/// The model that a value of the type is.
fn model(ty: &Type) -> Option<&Ident> {
    match ty {
        Type::Model(ident) | Type::Union(ident) => Some(ident),
        Type::Box(inner) => model(inner),
        _ => None,
    }
}

fn object(structure: &Struct) -> Shape {
    let (mut required, mut optional) = (Vec::new(), Vec::new());
    for field in &structure.fields {
        // Of two likely names either will do, so that neither has to be there.
        let names = if field.is_required() && field.alias.is_none() { &mut required } else { &mut optional };
        names.extend([&field.wire_name].into_iter().chain(&field.alias).cloned());
    }
    Shape::Object { required, optional, open: structure.extra.is_some() }
}

fn values<'v>(values: impl Iterator<Item = &'v VariantValue> + Clone) -> Shape {
    let strings = values.clone().map(|value| match value {
        VariantValue::String(text) => Some(text.clone()),
        VariantValue::Integer(_) => None,
    });
    match strings.collect::<Option<Vec<_>>>() {
        Some(strings) => Shape::Strings(strings),
        None => Shape::Integers(
            values
                .filter_map(|value| match value {
                    VariantValue::Integer(number) => Some(*number),
                    VariantValue::String(_) => None,
                })
                .collect(),
        ),
    }
}

/// ``Its `kind` is `cat` or `lion`.``
fn said(property: &str, values: &[String]) -> String {
    let values: Vec<String> = values.iter().map(|value| format!("`{}`", docs::code(value))).collect();
    format!("Its `{}` is {}.", docs::code(property), values.join(" or "))
}
