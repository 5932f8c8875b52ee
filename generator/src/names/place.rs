//! Moves what was taken for a parameter, a form field or the body to where the sources send it.

use super::{EVIDENCE, Place};
use crate::api::{Content, Fact, Location, Operation, Parameter, Property, RequestBody, Schema, SchemaKind};
use crate::source::Span;

/// Where a parameter belongs.
pub(super) struct Wanted<'n> {
    pub(super) name: &'n str,
    pub(super) place: Place,
    pub(super) span: Span,
}

/// Puts every parameter where it belongs. What the pages prove stays where it is.
pub(super) fn settle(operation: &mut Operation, places: &[Wanted<'_>]) {
    // What is no body gives its place up before what is one takes it.
    let mut moved = false;
    for wanted in places {
        if let Some(location) = location(wanted.place) {
            moved |= demote(operation, wanted.name);
            let parameter = operation.parameters.iter_mut().find(|parameter| parameter.name == wanted.name);
            if let Some(parameter) = parameter {
                parameter.location.offer(Fact::evidence(location, wanted.span, EVIDENCE));
            }
        }
    }
    for wanted in places.iter().filter(|wanted| location(wanted.place).is_none()) {
        promote(operation, wanted);
    }
    let is_left = |body: &RequestBody| body.content.iter().all(|content| content.schema.is_none());
    operation.request_body.take_if(|body| moved && is_left(body));
}

fn location(place: Place) -> Option<Location> {
    Some(match place {
        Place::Path => Location::Path,
        Place::Query => Location::Query,
        Place::Header => Location::Header,
        Place::Cookie => Location::Cookie,
        Place::Form | Place::Body => return None,
    })
}

/// Makes a parameter of what was taken for a form field or the body; whether it was.
fn demote(operation: &mut Operation, name: &str) -> bool {
    let Some(body) = &mut operation.request_body else { return false };
    let mut found = None;
    for content in &mut body.content {
        let Some(Fact { value: Schema { kind: SchemaKind::Object(fields), .. }, .. }) = &mut content.schema else {
            continue;
        };
        if let Some(at) = fields.iter().position(|field| field.name == name) {
            found = Some(parameter_of(fields.remove(at)));
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
            collection: None,
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
    let free = |parameter: &Parameter| parameter.name == wanted.name && !parameter.location.origin.is_proven();
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
            description: String::new(),
        }
    });
    let is_empty = body.content.iter().all(|content| content.schema.is_none());
    let has_form = body.content.iter().any(|content| content.schema.as_ref().is_some_and(is_form));
    match wanted.place {
        Place::Form if is_empty || has_form => {
            let field = property_of(operation.parameters.remove(at));
            body.name = "form".to_owned();
            body.required = Fact::evidence(body.required.value || field.required.value, wanted.span, EVIDENCE);
            for content in &mut body.content {
                let none = || Fact::evidence(Schema::new(SchemaKind::Object(Vec::new())), wanted.span, EVIDENCE);
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

fn parameter_of(field: Property) -> Parameter {
    Parameter {
        name: field.name,
        wire_name: field.wire_name,
        location: Fact::convention(Location::Query, "neither path nor body"),
        collection: None,
        schema: field.schema,
        required: field.required,
        default: field.default,
        description: field.description,
        linked: false,
        span: field.span,
    }
}

fn property_of(parameter: Parameter) -> Property {
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
