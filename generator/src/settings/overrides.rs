//! Applies `spec.toml` to what the docs say. An override that matches nothing is an error: it was meant for something.

mod operations;
mod pagination;
mod parameters;
mod schemas;
mod security;
mod serialization;

use toml::Spanned;

use super::{MOST_SUGGESTIONS, Settings, Value, did_you_mean};
use crate::api::infer::Convention;
use crate::api::{Api, EnumValue, Fact, Location, Origin, Property, Schema, SchemaKind, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Docs, PageId, Span};

/// Applies every override of `settings` to `api`.
pub fn apply(docs: &Docs, settings: &Settings, api: &mut Api) -> Vec<Diagnostic> {
    let Some((page, _)) = docs.spec() else { return Vec::new() };
    let mut overrides = Overrides { page, report: Vec::new() };
    if let Some(title) = &settings.api.title {
        api.info.title = Some(overrides.fact(title));
    }
    if let Some(version) = &settings.api.version {
        api.info.version = Some(overrides.fact(version));
    }
    if let Some(description) = &settings.api.description {
        api.info.description = Some(overrides.fact(description));
    }
    if let Some(server) = &settings.api.server {
        api.server = Some(overrides.fact(server));
    }
    overrides.security(&settings.security, api);
    overrides.schemas(&settings.schemas, api);
    let operations = overrides.operations(&settings.operations, api);
    overrides.names(settings, api);
    overrides.schema_names(&settings.schemas, api);
    overrides.paginations(&operations, api);
    overrides.report
}

struct Overrides {
    page: PageId,
    report: Vec<Diagnostic>,
}

impl Overrides {
    /// A fact that a person stated.
    fn fact<T: Clone>(&self, value: &Spanned<T>) -> Fact<T> {
        Fact { value: value.get_ref().clone(), origin: self.origin(value) }
    }

    fn origin<T>(&self, value: &Spanned<T>) -> Origin {
        Origin::Override { span: self.span(value) }
    }

    /// The schema with the values that a person stated; those of a list are the values of its items.
    fn enumeration(&self, values: &Spanned<Vec<Value>>, schema: &Schema) -> Fact<Schema> {
        let value =
            |of: &Schema| Schema { kind: SchemaKind::Enum(enum_values(values.get_ref())), nullable: of.nullable };
        let value = match &schema.kind {
            SchemaKind::Array(items) => {
                Schema { kind: SchemaKind::Array(Box::new(value(items))), nullable: schema.nullable }
            }
            _ => value(schema),
        };
        Fact { value, origin: self.origin(values) }
    }

    fn span<T>(&self, value: &Spanned<T>) -> Span {
        Span::new(self.page, value.span().start, value.span().end)
    }

    /// Reports a key that names nothing; `known` are the names there are.
    fn unmatched<'k>(&mut self, key: &Spanned<String>, what: &str, known: impl Iterator<Item = &'k str>) {
        let name = key.get_ref();
        let message = format!("no {what} is called `{name}`");
        let diagnostic =
            Diagnostic::new(Code::UnmatchedOverride, self.span(key), message).label("matches nothing in the docs");
        let known = known.take(if self.report.len() < MOST_SUGGESTIONS { usize::MAX } else { 0 });
        self.report.push(match did_you_mean(name, known) {
            Some(word) => diagnostic.help(format!("did you mean `{word}`?")),
            None => diagnostic.help("names are spelt here as the docs spell them"),
        });
    }

    /// Applies `[names]` to every name that the docs do not prove, and that no other override has fixed.
    fn names(&mut self, settings: &Settings, api: &mut Api) {
        let names = &settings.names;
        let mut used = vec![false; names.exact.len()];
        let mut spell = |documented: &str, wire: &mut Fact<String>, convention: Option<&Spanned<Convention>>| {
            if let Some(at) = names.exact.keys().position(|key| key.get_ref() == documented) {
                used[at] = true;
                if let Some((key, value)) = names.exact.iter().nth(at) {
                    wire.offer(Fact { value: value.clone(), origin: self.origin(key) });
                }
            } else if let (Some(convention), false) = (convention, wire.origin.is_proven()) {
                wire.offer(Fact { value: convention.get_ref().apply(documented), origin: self.origin(convention) });
            }
        };
        for operation in &mut api.operations {
            for parameter in
                operation.parameters.iter_mut().filter(|parameter| parameter.location.value != Location::Header)
            {
                spell(&parameter.name, &mut parameter.wire_name, names.parameters.as_ref());
            }
            let forms = operation.request_body.iter_mut().flat_map(|body| &mut body.content);
            for content in forms.filter_map(|content| content.schema.as_mut()) {
                if let SchemaKind::Object(fields) = &mut content.value.kind {
                    fields
                        .iter_mut()
                        .for_each(|field| spell(&field.name, &mut field.wire_name, names.parameters.as_ref()));
                }
            }
        }
        for property in api.schemas.values_mut().flat_map(|schema| properties_of(&mut schema.shape)) {
            spell(&property.name, &mut property.wire_name, names.properties.as_ref());
        }
        let unused: Vec<_> =
            names.exact.keys().zip(used).filter(|(_, used)| !used).map(|(key, _)| key.clone()).collect();
        for key in unused {
            let known = api
                .operations
                .iter()
                .flat_map(|operation| &operation.parameters)
                .map(|parameter| parameter.name.as_str());
            let known: Vec<&str> = known.collect();
            self.unmatched(&key, "parameter or property", known.into_iter());
        }
    }
}

/// Every scheme that the docs describe, and every other one that an operation names.
fn scheme_names(api: &Api) -> Vec<String> {
    let described = api.security_schemes.iter().map(|scheme| scheme.name.as_str());
    let named = api.operations.iter().flat_map(|operation| operation.security.value.schemes());
    let mut names: Vec<String> = Vec::new();
    for name in described.chain(named) {
        if names.iter().all(|known| known != name) {
            names.push(name.to_owned());
        }
    }
    names
}

fn enum_values(values: &[Value]) -> Vec<EnumValue> {
    let value = |value: &Value| match value {
        Value::Integer(number) => EnumValue::Integer(*number),
        Value::String(text) => EnumValue::String(text.clone()),
    };
    values.iter().map(value).collect()
}

fn properties_of(shape: &mut Shape) -> &mut [Property] {
    match shape {
        Shape::Object { properties, .. } => properties,
        _ => &mut [],
    }
}
