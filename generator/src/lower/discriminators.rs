//! The values of discriminators in examples: a model that is one of several says which one it is.

use std::collections::BTreeMap;

use crate::rust::{Api, Expr, Field, Ident, Model, ModelKind, Shape, Type, VariantValue};

/// Writes into every example what tells the members of unions apart.
pub(super) fn write_into_examples(apis: &mut [Api], models: &[Model]) {
    let known = Known::new(models);
    for operation in apis.iter_mut().flat_map(|api| &mut api.operations) {
        let setter = operation.example_setter.iter_mut().map(|(_, value)| value);
        operation.example.iter_mut().chain(setter).for_each(|value| known.correct(value));
    }
}

struct Known<'m> {
    models: BTreeMap<&'m Ident, &'m ModelKind>,
    /// The first value of the property that tells a model from the other members of its union.
    told: BTreeMap<(&'m Ident, &'m str), &'m str>,
}

impl<'m> Known<'m> {
    fn new(models: &'m [Model]) -> Self {
        let mut told = BTreeMap::new();
        for model in models {
            let ModelKind::Union(members) = &model.kind else { continue };
            for member in members {
                let Shape::When(property, values, _) = &member.shape else { continue };
                if let (Some(ident), Some(value)) = (member.ty.models().next(), values.first()) {
                    told.entry((ident, property.as_str())).or_insert(value.as_str());
                }
            }
        }
        Known { models: models.iter().map(|model| (&model.ident, &model.kind)).collect(), told }
    }

    fn correct(&self, value: &mut Expr) {
        match value {
            Expr::New(model, arguments, setters) => {
                let fields = self.fields(model).filter(|field| field.is_required());
                for (field, argument) in fields.zip(arguments) {
                    self.correct_field(model, field, argument);
                }
                self.correct_setters(model, setters);
            }
            Expr::Build(model, setters) => self.correct_setters(model, setters),
            Expr::List(items) | Expr::Vec(items) => items.iter_mut().for_each(|item| self.correct(item)),
            Expr::From(_, inner) | Expr::Member(_, _, inner) | Expr::Into(inner) | Expr::Borrow(inner) => {
                self.correct(inner);
            }
            _ => {}
        }
    }

    fn correct_setters(&self, model: &Ident, setters: &mut [(Ident, Expr)]) {
        for (name, value) in setters {
            if let Some(field) = self.fields(model).find(|field| field.ident == *name) {
                self.correct_field(model, field, value);
            }
        }
    }

    fn correct_field(&self, model: &Ident, field: &Field, value: &mut Expr) {
        let told = self.told.get(&(model, field.wire_name.as_str()));
        match (told, &field.ty) {
            (Some(told), Type::String) => *value = Expr::Constant((*told).to_owned()),
            (Some(told), Type::Model(ident)) => {
                if let Some(variant) = self.variant(ident, told) {
                    *value = Expr::Variant(ident.clone(), variant);
                }
            }
            _ => self.correct(value),
        }
    }

    fn variant(&self, ident: &Ident, value: &str) -> Option<Ident> {
        let ModelKind::Enum(variants) = self.models.get(ident)? else { return None };
        let is_it = |known: &VariantValue| matches!(known, VariantValue::String(text) if text == value);
        variants.iter().find(|variant| is_it(&variant.value)).map(|variant| variant.ident.clone())
    }

    fn fields(&self, model: &Ident) -> impl Iterator<Item = &'m Field> {
        let fields = match self.models.get(model) {
            Some(ModelKind::Struct(structure)) => structure.fields.as_slice(),
            _ => &[],
        };
        fields.iter()
    }
}
