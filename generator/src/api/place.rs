//! Which part of a request a parameter is sent in: as a parameter of some location, as a field of a form, or as the body.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Deserialize;

use super::{Content, Fact, Location, Operation, Origin, Parameter, Property, RequestBody, Schema, SchemaKind};

/// The part of a request that something is sent in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the variants are OpenAPI's own words")]
pub enum Place {
    Path,
    Query,
    Header,
    Cookie,
    Form,
    Body,
}

/// Where the parameter, form field or body called `name` belongs, and why we believe it.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'n> {
    /// The documented name.
    pub name: &'n str,
    /// Where it belongs.
    pub place: Place,
    /// Why we believe it.
    pub origin: Origin,
}

impl Place {
    /// The location of a parameter; `None` for a part of the body.
    pub fn location(self) -> Option<Location> {
        Some(match self {
            Place::Path => Location::Path,
            Place::Query => Location::Query,
            Place::Header => Location::Header,
            Place::Cookie => Location::Cookie,
            Place::Form | Place::Body => return None,
        })
    }
}

impl From<Location> for Place {
    fn from(location: Location) -> Self {
        match location {
            Location::Path => Place::Path,
            Location::Query => Place::Query,
            Location::Header => Place::Header,
            Location::Cookie => Place::Cookie,
        }
    }
}

impl Operation {
    /// Puts everything where it belongs. What is trusted more stays where it is.
    pub fn settle(&mut self, places: &[Wanted<'_>]) {
        let wanted: BTreeMap<&str, &Wanted<'_>> = places.iter().map(|wanted| (wanted.name, wanted)).collect();
        // What is no body gives its place up before what is one takes it.
        let moved = demote(self, &wanted);
        let mut seen = BTreeSet::new();
        for parameter in &mut self.parameters {
            let Some(wanted) = wanted.get(parameter.name.as_str()) else { continue };
            if let (Some(location), true) = (wanted.place.location(), seen.insert(wanted.name)) {
                parameter.location.offer(Fact { value: location, origin: wanted.origin });
            }
        }
        promote_fields(self, &wanted);
        if let Some(body) = places.iter().find(|wanted| wanted.place == Place::Body) {
            promote_body(self, body);
        }
        let is_left = |body: &RequestBody| body.content.iter().all(|content| content.schema.is_none());
        self.request_body.take_if(|body| moved && is_left(body));
    }
}

/// A field of a form, of what was taken for a parameter.
impl From<Parameter> for Property {
    fn from(parameter: Parameter) -> Self {
        Property {
            name: parameter.name,
            wire_name: parameter.wire_name,
            schema: parameter.schema,
            required: parameter.required,
            read_only: false,
            secret: None,
            default: parameter.default,
            description: parameter.description,
            span: parameter.span,
        }
    }
}

/// A parameter, of what was taken for a field of a form.
impl From<Property> for Parameter {
    fn from(field: Property) -> Self {
        Parameter {
            name: field.name,
            wire_name: field.wire_name,
            location: Fact::convention(Location::Query, "neither path nor body"),
            serialization: None,
            schema: field.schema,
            required: field.required,
            default: field.default,
            description: field.description,
            linked: false,
            span: field.span,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Place::Path => "path",
            Place::Query => "query",
            Place::Header => "header",
            Place::Cookie => "cookie",
            Place::Form => "form",
            Place::Body => "body",
        })
    }
}

/// Makes parameters of what was taken for form fields or the body; whether there was any.
fn demote(operation: &mut Operation, wanted: &BTreeMap<&str, &Wanted<'_>>) -> bool {
    let leaves = |name: &str| wanted.get(name).is_some_and(|wanted| wanted.place.location().is_some());
    let Some(body) = &mut operation.request_body else { return false };
    let mut found: Vec<Parameter> = Vec::new();
    let mut names: BTreeSet<String> = BTreeSet::new();
    for content in &mut body.content {
        let Some(Fact { value: Schema { kind: SchemaKind::Object(fields), .. }, .. }) = &mut content.schema else {
            continue;
        };
        let mut gone: BTreeSet<String> = BTreeSet::new();
        let (leaving, kept): (Vec<_>, Vec<_>) =
            fields.drain(..).partition(|field| leaves(&field.name) && gone.insert(field.name.clone()));
        *fields = kept;
        found.extend(leaving.into_iter().filter(|field| names.insert(field.name.clone())).map(Parameter::from));
        if fields.is_empty() {
            content.schema = None;
        }
    }
    let has_form = body.content.iter().any(|content| content.schema.as_ref().is_some_and(is_form));
    let is_body = leaves(&body.name) && !names.contains(&body.name) && !has_form;
    if let (true, Some(schema)) = (is_body, body.content.iter().find_map(|content| content.schema.clone())) {
        body.content.iter_mut().for_each(|content| content.schema = None);
        found.push(Parameter {
            name: body.name.clone(),
            wire_name: Fact::convention(body.name.clone(), "documented name"),
            location: Fact::convention(Location::Query, "neither path nor body"),
            serialization: None,
            required: body.required.clone(),
            default: None,
            description: std::mem::take(&mut body.description),
            linked: true,
            span: schema.origin.span().unwrap_or(operation.span),
            schema,
        });
    }
    let moved = !found.is_empty();
    if moved {
        operation.parameters.append(&mut found);
        operation.parameters.sort_by_key(|parameter| parameter.span);
    }
    moved
}

/// Makes form fields of what was taken for parameters.
fn promote_fields(operation: &mut Operation, wanted: &BTreeMap<&str, &Wanted<'_>>) {
    let mut origin = None;
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut is_field = |parameter: &Parameter| {
        let Some(wanted) = wanted.get(parameter.name.as_str()).filter(|wanted| wanted.place == Place::Form) else {
            return false;
        };
        let moves = wanted.origin.is_trusted_like(parameter.location.origin) && seen.insert(parameter.name.clone());
        origin = if moves { Some(wanted.origin) } else { origin };
        moves
    };
    let (moving, kept): (Vec<_>, Vec<_>) = operation.parameters.drain(..).partition(|parameter| is_field(parameter));
    operation.parameters = kept;
    let Some(origin) = origin else { return };
    let is_binary = moving.iter().any(|parameter| parameter.schema.value.is_binary());
    let usual = if is_binary { "multipart/form-data" } else { "application/x-www-form-urlencoded" };
    let body = body_or_new(operation, usual);
    let is_empty = body.content.iter().all(|content| content.schema.is_none());
    let has_form = body.content.iter().any(|content| content.schema.as_ref().is_some_and(is_form));
    if !is_empty && !has_form {
        // A body of another kind leaves no room for a form.
        operation.parameters.extend(moving);
        operation.parameters.sort_by_key(|parameter| parameter.span);
        return;
    }
    let fields: Vec<Property> = moving.into_iter().map(Property::from).collect();
    let is_required = body.required.value || fields.iter().any(|field| field.required.value);
    body.name = "form".to_owned();
    body.required = Fact { value: is_required, origin };
    for content in &mut body.content {
        let none = || Fact { value: Schema::new(SchemaKind::Object(Vec::new())), origin };
        if let SchemaKind::Object(all) = &mut content.schema.get_or_insert_with(none).value.kind {
            all.extend(fields.iter().cloned());
            all.sort_by_key(|field| field.span);
        }
    }
}

/// Makes the body of what was taken for a parameter.
fn promote_body(operation: &mut Operation, wanted: &Wanted<'_>) {
    let free = |parameter: &Parameter| {
        parameter.name == wanted.name && wanted.origin.is_trusted_like(parameter.location.origin)
    };
    let Some(at) = operation.parameters.iter().position(free) else { return };
    let body = body_or_new(operation, "application/json");
    if body.content.iter().all(|content| content.schema.is_none()) {
        let Parameter { name, required, description, schema, .. } = operation.parameters.remove(at);
        let Some(body) = &mut operation.request_body else { return };
        (body.name, body.required, body.description) = (name, required, description);
        body.content.iter_mut().for_each(|content| content.schema = Some(schema.clone()));
    }
}

/// The body, or a new one of its usual media type, of which nothing else is known yet.
fn body_or_new<'o>(operation: &'o mut Operation, usual: &str) -> &'o mut RequestBody {
    operation.request_body.get_or_insert_with(|| {
        let media_type = Fact::convention(usual.to_owned(), "usual media type of a body");
        RequestBody {
            name: String::new(),
            required: Fact::convention(false, "not said to be required"),
            content: vec![Content { media_type, schema: None }],
            encoding: BTreeMap::new(),
            description: String::new(),
        }
    })
}

fn is_form(schema: &Fact<Schema>) -> bool {
    matches!(schema.value.kind, SchemaKind::Object(_))
}
