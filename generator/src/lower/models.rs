//! Named schemas as models.

use std::collections::{BTreeMap, BTreeSet};

use super::aliases::Aliases;
use super::docs;
use super::naming::{self, Scope};
use super::{recursion, sent, shapes};
use crate::api::infer::Convention;
use crate::api::{Additional, Api, EnumValue, NamedSchema, Property, SchemaKind, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::rust::{Constructor, Extra, Field, Ident, Model, ModelKind, Presence, Struct, Type, Variant, VariantValue};
use crate::settings::Types;

/// The most required fields that `new` takes; with more of them, nobody could tell its arguments apart.
const MOST_ARGUMENTS: usize = 5;

/// The models of a crate, by the names of their schemas.
pub(super) struct Models<'a> {
    pub(super) aliases: Aliases<'a>,
    api: &'a Api,
    idents: BTreeMap<&'a str, Ident>,
    /// The schemas that requests hold.
    sent: BTreeSet<&'a str>,
    scope: Scope,
    models: Vec<Model>,
    by_ident: BTreeMap<Ident, usize>,
}

impl<'a> Models<'a> {
    /// Lowers every named schema.
    pub(super) fn new(api: &'a Api, types: Types, report: &mut Vec<Diagnostic>) -> Self {
        let mut scope = Scope::of_models();
        let idents = api.schemas.keys().map(|name| (name.as_str(), scope.claim(naming::pascal(name)))).collect();
        let by_ident = BTreeMap::new();
        let (aliases, sent) = (Aliases::new(api, types), sent::sent_schemas(api));
        let mut models = Models { aliases, api, idents, sent, scope, models: Vec::new(), by_ident };
        for schema in api.schemas.values() {
            let model = models.lower_schema(schema, report);
            models.push(model);
        }
        recursion::break_cycles(&mut models.models);
        models
    }

    /// All models, those of enumerations and unions without a name of their own included.
    pub(super) fn into_models(mut self) -> Vec<Model> {
        self.models.sort_by(|a, b| a.ident.cmp(&b.ident));
        shapes::describe(&mut self.models, &self.api.schemas, &self.idents);
        self.models
    }

    /// The model of that name, as lowered.
    pub(super) fn find(&self, ident: &Ident) -> Option<&Model> {
        self.by_ident.get(ident).map(|&at| &self.models[at])
    }

    pub(super) fn find_where(&self, is_wanted: impl Fn(&Model) -> bool) -> Option<&Model> {
        self.models.iter().find(|model| is_wanted(model))
    }

    /// Adds a model that has no name in the docs; the name that it gets is the nearest that is free.
    pub(super) fn add(&mut self, wanted: Ident, docs: Vec<String>, kind: ModelKind) -> Ident {
        let ident = self.scope.claim(wanted);
        self.push(Model { ident: ident.clone(), docs, kind });
        ident
    }

    fn push(&mut self, model: Model) {
        self.by_ident.insert(model.ident.clone(), self.models.len());
        self.models.push(model);
    }

    /// The schema called `name`.
    pub(super) fn schema(&self, name: &str) -> Option<&'a NamedSchema> {
        self.api.schemas.get(name)
    }

    /// The type of the schema called `name`; one that is not known is any JSON value.
    pub(super) fn model_type(&self, name: &str) -> Type {
        match self.idents.get(name) {
            Some(ident) if self.aliases.union(name).is_some() => Type::Union(ident.clone()),
            Some(ident) => Type::Model(ident.clone()),
            None => Type::Value,
        }
    }

    /// An enumeration that stands in its place without a name: it becomes a model called `name`.
    pub(super) fn lower_inline_enum(&mut self, values: &[EnumValue], name: &str) -> Type {
        let kind = lower_enum(values);
        let wanted = naming::pascal(name);
        if let Some(twin) = self.find(&wanted).filter(|model| same_enum(&model.kind, &kind)) {
            return Type::Model(twin.ident.clone());
        }
        let docs = docs::lines(&format!("The values of `{name}`."));
        Type::Model(self.add(wanted, docs, kind))
    }

    fn lower_schema(&mut self, schema: &NamedSchema, report: &mut Vec<Diagnostic>) -> Model {
        let ident = self.idents[schema.name.as_str()].clone();
        let kind = match &schema.shape {
            Shape::Object { properties, additional } => {
                ModelKind::Struct(self.lower_object(&schema.name, &ident, properties, additional, report))
            }
            Shape::Enum(values) => lower_enum(values),
            Shape::Alias(target) if matches!(target.kind, SchemaKind::Union(_)) => {
                self.lower_named_union(target, &schema.name)
            }
            Shape::Alias(target) => ModelKind::Alias(self.lower_type(target, &schema.name)),
            Shape::Unknown => ModelKind::Alias(Type::Value),
        };
        Model { ident, docs: docs::of_schema(schema), kind }
    }

    fn lower_object(
        &mut self,
        name: &str,
        ident: &Ident,
        properties: &[Property],
        additional: &Additional,
        report: &mut Vec<Diagnostic>,
    ) -> Struct {
        let mut scope = Scope::of_fields();
        let mut fields: Vec<Field> = Vec::new();
        let mut names: BTreeSet<String> = BTreeSet::new();
        for property in properties {
            if !names.insert(property.wire_name.value.clone()) {
                let message = format!("`{name}` has two properties called `{}`", property.wire_name.value);
                report.push(Diagnostic::new(Code::Duplicate, property.span, message).label("left out"));
                continue;
            }
            fields.push(self.lower_property(name, property, &mut scope));
        }
        // An alias must not be another field's name.
        for field in &mut fields {
            field.alias = field.alias.take().filter(|alias| names.insert(alias.clone()));
        }
        let extra = match additional {
            Additional::Allowed(values) => {
                let ty = self.lower_type(values, &format!("{name}_value"));
                Some(Extra { ident: scope.claim(naming::snake("additional_properties")), ty })
            }
            Additional::Forbidden | Additional::Unstated => None,
        };
        let required = fields.iter().filter(|field| field.is_required()).count();
        let constructor = match required <= MOST_ARGUMENTS {
            true => Constructor::New,
            false => Constructor::Builder(self.scope.claim(naming::with_ending(ident, "Builder"))),
        };
        Struct { fields, extra, constructor }
    }

    fn lower_property(&mut self, model: &str, property: &Property, scope: &mut Scope) -> Field {
        let schema = &property.schema.value;
        let ty = self.lower_kind(&schema.kind, &format!("{model}_{}", property.name));
        let nullable = self.aliases.allows_null(schema) && ty != Type::Value;
        let ident = scope.claim(naming::snake(naming::unmarked(&property.name, &property.wire_name.value)));
        Field {
            secret: property.secret.unwrap_or_else(|| may_be_secret(&ty) && is_secret(ident.as_str())),
            ident,
            wire_name: property.wire_name.value.clone(),
            alias: alias(property),
            docs: docs::of_property(property),
            ty,
            read_only: property.read_only,
            // What only the server sets is not asked of who makes a request (OpenAPI 3.1 section 4.8.24, "readOnly").
            presence: match (property.required.value && !(property.read_only && self.sent.contains(model)), nullable) {
                (true, false) => Presence::Required,
                (true, true) => Presence::RequiredNullable,
                (false, false) => Presence::Optional,
                (false, true) => Presence::OptionalNullable,
            },
        }
    }
}

/// The other likely name of a property whose name only convention speaks for: reading is lenient where that costs
/// nothing.
fn alias(property: &Property) -> Option<String> {
    let wire_name = &property.wire_name;
    if wire_name.origin.is_proven() || !property.name.trim_matches('_').contains('_') {
        return None;
    }
    let documented = property.name.trim_matches('_');
    let other = if wire_name.value == documented { Convention::Camel.apply(documented) } else { documented.to_owned() };
    (other != wire_name.value).then_some(other)
}

/// Whether a value of the type may be a secret by itself. A struct hides its own fields.
fn may_be_secret(ty: &Type) -> bool {
    match ty {
        Type::String | Type::Base64 | Type::Bytes | Type::Uuid | Type::Value | Type::Union(_) => true,
        Type::Vec(inner) | Type::Map(inner) | Type::Option(inner) | Type::Box(inner) => may_be_secret(inner),
        _ => false,
    }
}

/// Whether a field of this name holds a secret. Tokens of pages are none.
pub(super) fn is_secret(name: &str) -> bool {
    const SECRETS: &[&str] = &[
        "password",
        "passwd",
        "passphrase",
        "secret",
        "token",
        "api_key",
        "apikey",
        "private_key",
        "access_key",
        "signing_key",
        "encryption_key",
        "mobile_key",
        "sdk_key",
        "credential",
    ];
    const SECRET_WORDS: &[&str] = &["pass", "pwd", "otp", "jwt", "authorization", "cookie"];
    const HARMLESS: &[&str] =
        &["page", "next", "prev", "continuation", "cursor", "type", "name", "count", "id", "expires", "expiry"];
    let words: Vec<&str> = name.split('_').collect();
    let is_plain = || SECRET_WORDS.contains(&name) || SECRETS.iter().any(|secret| name.contains(secret));
    is_plain() && !words.iter().any(|word| HARMLESS.contains(word))
}

fn same_enum(a: &ModelKind, b: &ModelKind) -> bool {
    let values = |kind: &ModelKind| match kind {
        ModelKind::Enum(variants) => Some(variants.iter().map(|variant| variant.value.clone()).collect::<Vec<_>>()),
        _ => None,
    };
    values(a).is_some() && values(a) == values(b)
}

/// Values of one kind become variants. A mixture has no type of its own.
fn lower_enum(values: &[EnumValue]) -> ModelKind {
    let strings = values.iter().all(|value| matches!(value, EnumValue::String(_)));
    let integers = values.iter().all(|value| matches!(value, EnumValue::Integer(_)));
    if values.is_empty() {
        return ModelKind::Alias(Type::String);
    }
    if !strings && !integers {
        return ModelKind::Alias(Type::Value);
    }
    let mut scope = Scope::default();
    // The variant that keeps newer values.
    scope.claim(naming::pascal("Unknown"));
    let variant = |value: &EnumValue| match value {
        EnumValue::String(text) => {
            let ident = if text.is_empty() { naming::pascal("Empty") } else { naming::pascal(text) };
            Variant { ident: scope.claim(ident), value: VariantValue::String(text.clone()) }
        }
        EnumValue::Integer(number) => {
            let sign = if *number < 0 { "Minus" } else { "Value" };
            let ident = naming::pascal(&format!("{sign}{}", number.unsigned_abs()));
            Variant { ident: scope.claim(ident), value: VariantValue::Integer(*number) }
        }
    };
    ModelKind::Enum(values.iter().map(variant).collect())
}
