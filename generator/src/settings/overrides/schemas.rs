//! `[schemas.‹Name›]`.

use toml::Spanned;

use super::{Overrides, enum_values, properties_of};
use crate::api::{Additional, Api, Discriminator, Fact, NamedSchema, Property, Schema, SchemaKind, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::settings::{
    AdditionalSettings, DiscriminatorSettings, PropertySettings, SchemaSettings, Table, did_you_mean,
};

impl Overrides {
    pub(super) fn schemas(&mut self, schemas: &Table<SchemaSettings>, api: &mut Api) {
        for (key, wanted) in schemas {
            let known = api.schemas.contains_key(key.get_ref());
            if wanted.add && !known {
                let origin = self.origin(key);
                let shape = Shape::Object { properties: Vec::new(), additional: Additional::Unstated };
                let description = wanted.description.clone().unwrap_or_default();
                let schema = NamedSchema {
                    name: key.get_ref().clone(),
                    description,
                    shape,
                    discriminator: None,
                    nullable: false,
                    origin,
                };
                api.schemas.insert(key.get_ref().clone(), schema);
            } else if !known {
                let names: Vec<String> = api.schemas.keys().cloned().collect();
                self.unmatched(key, "schema", names.iter().map(String::as_str));
                continue;
            }
            let Some(schema) = api.schemas.get_mut(key.get_ref()) else { continue };
            // A schema of which nothing is known becomes an object as soon as a property of it is.
            let may_add = wanted.add || matches!(schema.shape, Shape::Unknown);
            if may_add && !wanted.properties.is_empty() && matches!(schema.shape, Shape::Unknown) {
                schema.shape = Shape::Object { properties: Vec::new(), additional: Additional::Unstated };
            }
            for (name, property) in &wanted.properties {
                self.property(name, property, &mut schema.shape, may_add || property.add);
            }
            self.shape(wanted, schema);
        }
        self.mappings(schemas, api);
    }

    /// A discriminator can only stand for schemas that there are.
    fn mappings(&mut self, schemas: &Table<SchemaSettings>, api: &Api) {
        for wanted in schemas.values().filter_map(|wanted| wanted.discriminator.as_ref()) {
            for name in wanted.get_ref().mapping.values().filter(|name| !api.schemas.contains_key(*name)) {
                let message = format!("no schema is called `{name}`");
                let diagnostic = Diagnostic::new(Code::UnmatchedOverride, self.span(wanted), message);
                self.report.push(match did_you_mean(name, api.schemas.keys().map(String::as_str)) {
                    Some(word) => diagnostic.help(format!("did you mean `{word}`?")),
                    None => diagnostic.help("names are spelt here as the docs spell them"),
                });
            }
        }
    }

    /// Renames schemas: after everything else, so that all of `spec.toml` names them as the docs do.
    pub(super) fn schema_names(&mut self, schemas: &Table<SchemaSettings>, api: &mut Api) {
        for (key, wanted) in schemas {
            if let Some(name) = &wanted.rename {
                self.rename(key.get_ref(), name, api);
            }
        }
    }

    /// States what a schema is as a whole.
    fn shape(&mut self, wanted: &SchemaSettings, schema: &mut NamedSchema) {
        if let Some(ty) = &wanted.ty {
            (schema.shape, schema.origin) = (Shape::Alias(ty.get_ref().0.clone()), self.origin(ty));
        }
        if let Some(values) = &wanted.values {
            (schema.shape, schema.origin) = (Shape::Enum(enum_values(values.get_ref())), self.origin(values));
        }
        if let Some(members) = &wanted.one_of {
            let union = SchemaKind::Union(members.get_ref().iter().map(|member| member.0.clone()).collect());
            (schema.shape, schema.origin) = (Shape::Alias(Schema::new(union)), self.origin(members));
        }
        schema.nullable = wanted.nullable.unwrap_or(schema.nullable);
        if let Some(wanted) = &wanted.discriminator {
            let DiscriminatorSettings { property, mapping } = wanted.get_ref().clone();
            let value = Discriminator { property, mapping };
            schema.discriminator = Some(Fact { value, origin: self.origin(wanted) });
        }
        self.additional(wanted, schema);
    }

    fn additional(&mut self, wanted: &SchemaSettings, schema: &mut NamedSchema) {
        let Some(wanted) = &wanted.additional else { return };
        let Shape::Object { additional, .. } = &mut schema.shape else {
            let message = format!("`{}` is no object, so that it has no additional properties", schema.name);
            self.report.push(Diagnostic::new(Code::Settings, self.span(wanted), message));
            return;
        };
        *additional = match wanted.get_ref() {
            AdditionalSettings::Forbidden => Additional::Forbidden,
            AdditionalSettings::Allowed(values) => Additional::Allowed(values.0.clone()),
        };
    }

    /// Gives a schema another name, wherever it is referred to.
    fn rename(&mut self, from: &str, to: &Spanned<String>, api: &mut Api) {
        if api.schemas.contains_key(to.get_ref()) {
            let message = format!("a schema is called `{}` already", to.get_ref());
            self.report.push(Diagnostic::new(Code::Settings, self.span(to), message).help("choose another name"));
            return;
        }
        let Some(mut schema) = api.schemas.remove(from) else { return };
        schema.name = to.get_ref().clone();
        api.schemas.insert(schema.name.clone(), schema);
        api.change_schemas(|schema| match &mut schema.kind {
            SchemaKind::Ref(name) if name == from => *name = to.get_ref().clone(),
            _ => {}
        });
        let discriminators = api.schemas.values_mut().filter_map(|schema| schema.discriminator.as_mut());
        for name in discriminators.flat_map(|discriminator| discriminator.value.mapping.values_mut()) {
            if name == from {
                name.clone_from(to.get_ref());
            }
        }
    }

    fn property(&mut self, key: &Spanned<String>, wanted: &PropertySettings, shape: &mut Shape, may_add: bool) {
        let is_new = !properties_of(shape).iter().any(|property| property.name == *key.get_ref());
        if let (true, Shape::Object { properties, .. }) = (may_add && is_new, &mut *shape) {
            properties.push(self.new_property(key));
        }
        let known: Vec<String> = properties_of(shape).iter().map(|property| property.name.clone()).collect();
        let Some(property) = properties_of(shape).iter_mut().find(|property| property.name == *key.get_ref()) else {
            self.unmatched(key, "property", known.iter().map(String::as_str));
            return;
        };
        if wanted.skip {
            if let Shape::Object { properties, .. } = shape {
                properties.retain(|property| property.name != *key.get_ref());
            }
            return;
        }
        property.read_only = wanted.read_only.unwrap_or(property.read_only);
        property.secret = wanted.secret.or(property.secret);
        if let Some(default) = &wanted.default {
            property.default = Some(self.fact(default));
        }
        if let Some(wire) = &wanted.wire {
            property.wire_name = self.fact(wire);
        }
        if let Some(ty) = &wanted.ty {
            property.schema = Fact { value: ty.get_ref().0.clone(), origin: self.origin(ty) };
        }
        if let Some(values) = &wanted.values {
            property.schema = self.enumeration(values, &property.schema.value);
        }
        if let Some(required) = &wanted.required {
            property.required = self.fact(required);
        }
        if let Some(nullable) = &wanted.nullable {
            let schema = Schema { nullable: *nullable.get_ref(), ..property.schema.value.clone() };
            property.schema = Fact { value: schema, origin: self.origin(nullable) };
        }
    }

    /// A property that only `spec.toml` knows of: its key is its name in JSON, too.
    fn new_property(&self, key: &Spanned<String>) -> Property {
        Property {
            name: key.get_ref().clone(),
            wire_name: self.fact(key),
            schema: Fact::convention(Schema::any(), "no type given"),
            required: Fact::convention(false, "not said to be required"),
            read_only: false,
            secret: None,
            default: None,
            description: String::new(),
            span: self.span(key),
        }
    }
}
