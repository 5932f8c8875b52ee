//! Which parameter is the body.

use super::letters;
use crate::api::{Content, Fact, Location, Method, Operation, Parameter, Property, RequestBody, Schema, SchemaKind};

/// Names that say by themselves that they are the body.
const BODY_NAMES: &[&str] = &["body", "request_body", "payload"];

/// Finds the parameter that is the body, and takes it out of the parameters. Form fields become the properties of one
/// object. An operation whose docs describe its body apart from its parameters is left as it is.
pub(super) fn infer_body(operation: &mut Operation) {
    if operation.request_body.as_ref().is_some_and(|body| body.content.iter().any(|content| content.schema.is_some())) {
        return;
    }
    let media_types: Vec<Fact<String>> = operation
        .request_body
        .take()
        .map(|body| body.content.into_iter().map(|content| content.media_type).collect())
        .unwrap_or_default();
    let is_form = media_types.first().is_some_and(|media_type| is_form(&media_type.value));
    if is_form {
        operation.request_body = take_form(operation, media_types);
    } else if let Some(at) = body_parameter(operation, !media_types.is_empty()) {
        let parameter = operation.parameters.remove(at);
        let media_types = match media_types.is_empty() {
            true => vec![Fact::convention("application/json".to_owned(), "usual media type of a body")],
            false => media_types,
        };
        operation.request_body = Some(body_of(parameter, media_types));
    }
}

fn is_form(media_type: &str) -> bool {
    media_type.starts_with("application/x-www-form-urlencoded") || media_type.starts_with("multipart/")
}

/// The parameter that is the body. Without a request media type only a clear case is one.
fn body_parameter(operation: &Operation, has_media_type: bool) -> Option<usize> {
    let free = |parameter: &Parameter| parameter.location.value != Location::Path;
    let find = |wanted: &dyn Fn(&Parameter) -> bool| {
        operation.parameters.iter().rposition(|parameter| free(parameter) && wanted(parameter))
    };
    let named = find(&|parameter| {
        BODY_NAMES.contains(&parameter.name.as_str())
            || parameter.linked && named_like(parameter, &parameter.schema.value)
    });
    if !has_media_type {
        return named.filter(|&at| operation.parameters[at].linked);
    }
    let found = named
        .or_else(|| find(&|parameter| parameter.linked))
        .or_else(|| find(&|parameter| named_like(parameter, &parameter.schema.value)));
    // Some documents give every operation a media type, so that it says little for those that seldom have a body. What
    // is sent elsewhere is never a JSON object of any shape.
    let has_body = matches!(operation.method.value, Method::Post | Method::Put | Method::Patch);
    let shapeless = |parameter: &Parameter| matches!(parameter.schema.value.kind, SchemaKind::Any | SchemaKind::Map(_));
    found.or_else(|| find(&shapeless).filter(|_| has_body))
}

/// Generators name a body after its model: `auth_login` of type `AuthLogin`.
fn named_like(parameter: &Parameter, schema: &Schema) -> bool {
    schema.references().iter().any(|name| letters(name) == letters(&parameter.name))
}

fn body_of(parameter: Parameter, media_types: Vec<Fact<String>>) -> RequestBody {
    let schema = parameter.schema;
    RequestBody {
        name: parameter.name,
        required: parameter.required,
        description: parameter.description,
        // The docs type one parameter by the first of several media types; the others are taken to hold the same.
        content: media_types
            .into_iter()
            .map(|media_type| Content { media_type, schema: Some(schema.clone()) })
            .collect(),
    }
}

/// Every parameter that is not sent elsewhere is a field of the form.
fn take_form(operation: &mut Operation, media_types: Vec<Fact<String>>) -> Option<RequestBody> {
    let is_field = |parameter: &Parameter| {
        parameter.location.value == Location::Query
            && !parameter.location.origin.is_proven()
            && !parameter.name.starts_with("x_")
    };
    let (fields, others): (Vec<_>, Vec<_>) = operation.parameters.drain(..).partition(is_field);
    operation.parameters = others;
    let required = fields.iter().any(|field| field.required.value);
    let properties = fields.into_iter().map(Property::from).collect();
    let form = SchemaKind::Object(properties);
    let span = media_types.first()?.origin.span()?;
    let schema = Fact::implied(Schema::new(form), span, "parameters of a form");
    Some(RequestBody {
        name: "form".to_owned(),
        required: Fact::implied(required, span, "parameters of a form"),
        description: String::new(),
        content: media_types
            .into_iter()
            .map(|media_type| Content { media_type, schema: Some(schema.clone()) })
            .collect(),
    })
}
