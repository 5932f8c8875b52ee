//! Which part of a request a parameter is sent in: as a parameter of some location, as a field of a form, or as the body.

use std::collections::BTreeMap;
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
        // What is no body gives its place up before what is one takes it.
        let mut moved = false;
        for wanted in places {
            if let Some(location) = wanted.place.location() {
                moved |= demote(self, wanted.name);
                let parameter = self.parameters.iter_mut().find(|parameter| parameter.name == wanted.name);
                if let Some(parameter) = parameter {
                    parameter.location.offer(Fact { value: location, origin: wanted.origin });
                }
            }
        }
        for wanted in places.iter().filter(|wanted| wanted.place.location().is_none()) {
            promote(self, wanted);
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

/// Makes a parameter of what was taken for a form field or the body; whether it was.
fn demote(operation: &mut Operation, name: &str) -> bool {
    let Some(body) = &mut operation.request_body else { return false };
    let mut found: Option<Parameter> = None;
    for content in &mut body.content {
        let Some(Fact { value: Schema { kind: SchemaKind::Object(fields), .. }, .. }) = &mut content.schema else {
            continue;
        };
        if let Some(at) = fields.iter().position(|field| field.name == name) {
            found = Some(fields.remove(at).into());
        }
        if fields.is_empty() {
            content.schema = None;
        }
    }
    let is_body = body.name == name && !body.content.iter().any(|content| content.schema.as_ref().is_some_and(is_form));
    if let (None, true, Some(schema)) =
        (&found, is_body, body.content.iter().find_map(|content| content.schema.clone()))
    {
        body.content.iter_mut().for_each(|content| content.schema = None);
        found = Some(Parameter {
            name: name.to_owned(),
            wire_name: Fact::convention(name.to_owned(), "documented name"),
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
    let Some(parameter) = found else { return false };
    let at = operation.parameters.iter().position(|other| other.span > parameter.span);
    operation.parameters.insert(at.unwrap_or(operation.parameters.len()), parameter);
    true
}

/// Makes a form field or the body of what was taken for a parameter.
fn promote(operation: &mut Operation, wanted: &Wanted<'_>) {
    let free = |parameter: &Parameter| {
        parameter.name == wanted.name && wanted.origin.is_trusted_like(parameter.location.origin)
    };
    let Some(at) = operation.parameters.iter().position(free) else { return };
    let body = operation.request_body.get_or_insert_with(|| {
        let media_type = match wanted.place {
            Place::Form if operation.parameters[at].schema.value.is_binary() => "multipart/form-data",
            Place::Form => "application/x-www-form-urlencoded",
            _ => "application/json",
        };
        let media_type = Fact::convention(media_type.to_owned(), "usual media type of a body");
        RequestBody {
            name: String::new(),
            required: Fact::convention(false, "not said to be required"),
            content: vec![Content { media_type, schema: None }],
            encoding: BTreeMap::new(),
            description: String::new(),
        }
    });
    let is_empty = body.content.iter().all(|content| content.schema.is_none());
    let has_form = body.content.iter().any(|content| content.schema.as_ref().is_some_and(is_form));
    match wanted.place {
        Place::Form if is_empty || has_form => {
            let field = Property::from(operation.parameters.remove(at));
            body.name = "form".to_owned();
            body.required = Fact { value: body.required.value || field.required.value, origin: wanted.origin };
            for content in &mut body.content {
                let none = || Fact { value: Schema::new(SchemaKind::Object(Vec::new())), origin: wanted.origin };
                if let SchemaKind::Object(fields) = &mut content.schema.get_or_insert_with(none).value.kind {
                    let at = fields.iter().position(|other| other.span > field.span);
                    fields.insert(at.unwrap_or(fields.len()), field.clone());
                }
            }
        }
        Place::Body if is_empty => {
            let parameter = operation.parameters.remove(at);
            body.name = parameter.name;
            body.required = parameter.required;
            body.description = parameter.description;
            body.content.iter_mut().for_each(|content| content.schema = Some(parameter.schema.clone()));
        }
        _ => {}
    }
}

fn is_form(schema: &Fact<Schema>) -> bool {
    matches!(schema.value.kind, SchemaKind::Object(_))
}
