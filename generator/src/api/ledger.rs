//! Every fact of an [`Api`] in one list, each with the item it is about: for explaining and for doubting.

use std::fmt;

use super::pagination;
use super::{
    Api, Fact, NamedSchema, Operation, Origin, Parameter, Property, RequestBody, Response, SchemaKind, SecurityScheme,
    Shape,
};
use crate::source::Span;

/// One fact about one item.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is about.
    pub item: Item,
    /// What it says of the item.
    pub aspect: Aspect,
    /// The value, as compact text writes it.
    pub value: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Where the item is documented.
    pub span: Span,
}

/// Something that facts are about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A security scheme.
    Scheme(String),
    /// An operation.
    Operation(String),
    /// A parameter or form field of an operation.
    Parameter(String, String),
    /// The body of an operation's request.
    Body(String),
    /// A response of an operation, by status.
    Response(String, String),
    /// A schema.
    Schema(String),
    /// A property of a schema.
    Property(String, String),
}

/// What a fact says, in the order in which a wrong one does damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// How a security scheme works: every call depends on it.
    Kind,
    /// Verb, path, tag or security of an operation.
    Call,
    /// Where a parameter is sent.
    Location,
    /// The name that is sent or read.
    WireName,
    /// How lists and objects are written.
    Style,
    /// The media type of a body.
    MediaType,
    /// The type.
    Type,
    /// Whether it must be there.
    Required,
    /// How answers come in pages.
    Pagination,
    /// Whether it exists at all.
    Existence,
}

/// Every fact, in the order of the API.
pub fn entries(api: &Api) -> Vec<Entry> {
    let mut entries = Vec::new();
    api.security_schemes.iter().for_each(|scheme| of_scheme(scheme, &mut entries));
    api.operations.iter().for_each(|operation| of_operation(operation, &mut entries));
    api.schemas.values().for_each(|schema| of_schema(schema, &mut entries));
    entries
}

/// The facts that only convention or a guess speaks for, the most damaging first.
pub fn doubts(api: &Api) -> Vec<Entry> {
    let mut doubts: Vec<Entry> = entries(api).into_iter().filter(Entry::is_doubtful).collect();
    doubts.sort_by(|a, b| (a.aspect, &a.item).cmp(&(b.aspect, &b.item)));
    doubts
}

impl Entry {
    /// Whether nothing in the docs proves it. A name of one word is the same by every convention.
    fn is_doubtful(&self) -> bool {
        let plain = self.aspect == Aspect::WireName && self.item.name() == self.value && !self.value.contains('_');
        matches!(self.origin, Origin::Convention { .. }) && !plain
    }
}

impl Item {
    /// The item's own name, without that of what it belongs to.
    pub fn name(&self) -> &str {
        match self {
            Item::Scheme(name) | Item::Operation(name) | Item::Body(name) | Item::Schema(name) => name,
            Item::Parameter(_, name) | Item::Response(_, name) | Item::Property(_, name) => name,
        }
    }

    /// Whether `wanted` means this item or something that it belongs to: `add_pet`, `add_pet.name`, `Pet`, `Pet.name`.
    pub fn is_within(&self, wanted: &str) -> bool {
        let whole = self.to_string();
        whole == wanted || whole.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('.'))
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Item::Scheme(name) | Item::Operation(name) | Item::Schema(name) => f.write_str(name),
            Item::Body(operation) => write!(f, "{operation}.body"),
            Item::Parameter(of, name) | Item::Response(of, name) | Item::Property(of, name) => write!(f, "{of}.{name}"),
        }
    }
}

impl fmt::Display for Aspect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Aspect::Kind => "kind",
            Aspect::Call => "call",
            Aspect::Location => "location",
            Aspect::WireName => "wire name",
            Aspect::Style => "style",
            Aspect::MediaType => "media type",
            Aspect::Type => "type",
            Aspect::Required => "required",
            Aspect::Pagination => "pagination",
            Aspect::Existence => "existence",
        })
    }
}

fn of_scheme(scheme: &SecurityScheme, entries: &mut Vec<Entry>) {
    let item = Item::Scheme(scheme.name.clone());
    let value = scheme.kind.value.to_string();
    entries.push(Entry { item, aspect: Aspect::Kind, value, origin: scheme.kind.origin, span: scheme.span });
}

fn of_operation(operation: &Operation, entries: &mut Vec<Entry>) {
    let id = &operation.id.value;
    let span = operation.span;
    let mut call = |value: String, origin| {
        entries.push(Entry { item: Item::Operation(id.clone()), aspect: Aspect::Call, value, origin, span });
    };
    call(format!("tag {}", operation.tag.value), operation.tag.origin);
    call(format!("verb {}", operation.method.value), operation.method.origin);
    call(format!("path {}", operation.path.value), operation.path.origin);
    call(format!("auth {}", operation.security.value), operation.security.origin);
    operation.parameters.iter().for_each(|parameter| of_parameter(id, parameter, entries));
    if let Some(body) = &operation.request_body {
        of_body(id, body, span, entries);
    }
    if let Some(Fact { value, origin }) = &operation.pagination {
        let (item, value) = (Item::Operation(id.clone()), pagination::notation(value.as_ref()));
        entries.push(Entry { item, aspect: Aspect::Pagination, value, origin: *origin, span });
    }
    operation.responses.iter().for_each(|response| of_response(id, response, span, entries));
}

fn of_parameter(id: &str, parameter: &Parameter, entries: &mut Vec<Entry>) {
    let mut push = |aspect, value: String, origin| {
        let item = Item::Parameter(id.to_owned(), parameter.name.clone());
        entries.push(Entry { item, aspect, value, origin, span: parameter.span });
    };
    push(Aspect::Location, parameter.location.value.to_string(), parameter.location.origin);
    push(Aspect::WireName, parameter.wire_name.value.clone(), parameter.wire_name.origin);
    if let Some(serialization) = &parameter.serialization {
        push(Aspect::Style, serialization.value.to_string(), serialization.origin);
    }
    push(Aspect::Type, parameter.schema.value.to_string(), parameter.schema.origin);
    push(Aspect::Required, parameter.required.value.to_string(), parameter.required.origin);
}

fn of_body(id: &str, body: &RequestBody, span: Span, entries: &mut Vec<Entry>) {
    let item = || Item::Body(id.to_owned());
    let mut push = |aspect, value: String, origin| entries.push(Entry { item: item(), aspect, value, origin, span });
    push(Aspect::Required, body.required.value.to_string(), body.required.origin);
    for content in &body.content {
        push(Aspect::MediaType, content.media_type.value.clone(), content.media_type.origin);
        if let Some(schema) = &content.schema {
            push(Aspect::Type, schema.value.to_string(), schema.origin);
        }
    }
    let schema = body.content.first().and_then(|content| content.schema.as_ref());
    if let Some(Fact { value: super::Schema { kind: SchemaKind::Object(fields), .. }, .. }) = schema {
        fields
            .iter()
            .for_each(|field| of_property(field, &Item::Parameter(id.to_owned(), field.name.clone()), entries));
    }
    for (name, serialization) in &body.encoding {
        let (item, value) = (Item::Parameter(id.to_owned(), name.clone()), serialization.value.to_string());
        entries.push(Entry { item, aspect: Aspect::Style, value, origin: serialization.origin, span });
    }
}

fn of_response(id: &str, response: &Response, span: Span, entries: &mut Vec<Entry>) {
    let item = || Item::Response(id.to_owned(), response.status.value.to_string());
    let span = response.status.origin.span().unwrap_or(span);
    let status = response.status.value.to_string();
    entries.push(Entry {
        item: item(),
        aspect: Aspect::Existence,
        value: status,
        origin: response.status.origin,
        span,
    });
    for content in &response.content {
        let Some(schema) = &content.schema else { continue };
        let value = format!("{} ({})", schema.value, content.media_type.value);
        entries.push(Entry { item: item(), aspect: Aspect::Type, value, origin: schema.origin, span });
    }
}

fn of_schema(schema: &NamedSchema, entries: &mut Vec<Entry>) {
    let item = Item::Schema(schema.name.clone());
    let first = match &schema.shape {
        Shape::Object { properties, .. } => properties.first().map(|property| property.span),
        _ => None,
    };
    if let Some(span) = schema.origin.span().or(first) {
        let value = schema.shape.to_string();
        entries.push(Entry { item, aspect: Aspect::Existence, value, origin: schema.origin, span });
    }
    if let Shape::Object { properties, .. } = &schema.shape {
        for property in properties {
            of_property(property, &Item::Property(schema.name.clone(), property.name.clone()), entries);
        }
    }
}

fn of_property(property: &Property, item: &Item, entries: &mut Vec<Entry>) {
    let mut push = |aspect, value: String, origin| {
        entries.push(Entry { item: item.clone(), aspect, value, origin, span: property.span });
    };
    push(Aspect::WireName, property.wire_name.value.clone(), property.wire_name.origin);
    push(Aspect::Type, property.schema.value.to_string(), property.schema.origin);
    push(Aspect::Required, property.required.value.to_string(), property.required.origin);
}
