//! Responses as results and errors.

use super::bodies::{essence, is_json};
use super::docs;
use super::models::Models;
use super::naming::{self, Scope};
use crate::api::{Content, Operation, Response, Schema, SchemaKind, Status, StringFormat};
use crate::rust::{ErrorEnum, ErrorVariant, EventData, Finish, Ident, StatusPattern, Type};

/// The type of an operation's result, and how it is made.
pub(super) fn lower_success(operation: &Operation, models: &mut Models<'_>) -> (Type, Finish) {
    let Some(content) = operation.success().and_then(preferred) else { return (Type::Unit, Finish::Empty) };
    let media_type = content.media_type.value.as_str();
    if is_event_stream(media_type) {
        return (Type::String, Finish::Text);
    }
    let Some(schema) = &content.schema else { return (Type::Value, Finish::Json) };
    let json = is_json(media_type);
    match &schema.value.kind {
        SchemaKind::String(StringFormat::Binary) => (Type::Bytes, Finish::Bytes),
        SchemaKind::String(_) if !json => (Type::String, Finish::Text),
        SchemaKind::Any if !json => (Type::Bytes, Finish::Bytes),
        _ => (lower_result(operation, &schema.value, models), Finish::Json),
    }
}

/// The type of a JSON result: one of several where successes differ, and perhaps nothing where a success has no body by
/// its status (RFC 9110, sections 15.3.5 and 15.3.6).
fn lower_result(operation: &Operation, schema: &Schema, models: &mut Models<'_>) -> Type {
    let successes = || operation.responses.iter().filter(|response| response.status.value.class() == Some(2));
    let others = successes().filter_map(preferred).filter(|content| is_json(&content.media_type.value));
    let mut members = vec![schema.clone()];
    for other in others.filter_map(|content| content.schema.as_ref()) {
        if !members.contains(&other.value) {
            members.push(other.value.clone());
        }
    }
    let schema = if members.len() > 1 { Schema::new(SchemaKind::Union(members)) } else { schema.clone() };
    let ty = models.lower_type(&schema, &format!("{}_result", operation.id.value));
    let bodiless = successes().any(|response| matches!(response.status.value, Status::Code(204 | 205)));
    match ty {
        Type::Value | Type::Option(_) => ty,
        ty if bodiless => Type::Option(Box::new(ty)),
        ty => ty,
    }
}

/// The value of `Accept`: what is decoded, and with less weight (RFC 9110, section 12.5.1) what else there is. `None`
/// if there is nothing to say beyond that JSON is decoded.
pub(super) fn lower_accepts(operation: &Operation, finish: Finish) -> Option<String> {
    let is_decoded = |media_type: &str| match finish {
        Finish::Json => is_json(media_type),
        Finish::Text => is_event_stream(media_type) || essence(media_type).starts_with("text/"),
        Finish::Bytes => !is_json(media_type),
        Finish::Empty => true,
    };
    let accepted = operation.accepts.iter().map(|accepted| accepted.value.as_str());
    let (decoded, others): (Vec<&str>, Vec<&str>) = accepted.partition(|media_type| is_decoded(media_type));
    let is_implied = finish == Finish::Json && (decoded.is_empty() || decoded.contains(&"application/json"));
    if others.is_empty() && (is_implied || decoded.is_empty()) {
        return None;
    }
    let first = if decoded.is_empty() && finish == Finish::Json { vec!["application/json"] } else { decoded };
    // Where nothing is preferred, all are as good.
    let weight = if first.is_empty() { "" } else { ";q=0.5" };
    let others = others.into_iter().map(|other| format!("{other}{weight}"));
    Some(first.into_iter().map(str::to_owned).chain(others).collect::<Vec<_>>().join(", "))
}

/// Whether the result may be a stream of server-sent events. Docs that type a result once name its other media types
/// only among those that are accepted.
pub(super) fn has_events(operation: &Operation) -> bool {
    event_stream(operation).is_some() || operation.accepts.iter().any(|accepted| is_event_stream(&accepted.value))
}

/// What the events of the result hold. Docs that type them as a list mean that there are many.
pub(super) fn lower_events(operation: &Operation, models: &mut Models<'_>) -> Option<EventData> {
    if !has_events(operation) {
        return None;
    }
    let content = event_stream(operation).or_else(|| operation.success().and_then(preferred));
    let schema = content.and_then(|content| content.schema.as_ref()).map(|schema| match &schema.value.kind {
        SchemaKind::Array(items) => items,
        _ => &schema.value,
    });
    let typed = schema.filter(|schema| !matches!(schema.kind, SchemaKind::String(_) | SchemaKind::Any));
    Some(typed.map_or(EventData::Text, |schema| {
        EventData::Json(models.lower_type(schema, &format!("{}_event", operation.id.value)))
    }))
}

/// How to read a result that is long or does not end; `None` if it is neither.
pub(super) fn describe_stream(finish: Finish, call: &Ident, events: Option<&EventData>) -> Option<String> {
    match (events, finish) {
        (Some(_), Finish::Text) => Some(format!(
            "The answer is a stream of events, which [`events`]({call}::events) gives as they come. Awaiting the call \
             waits for the end of the answer."
        )),
        (Some(_), _) => {
            Some(format!("If the answer is a stream of events, [`events`]({call}::events) gives them as they come."))
        }
        (None, Finish::Bytes) => {
            Some("[`CallExt::send_streaming`](crate::CallExt::send_streaming) gives the bytes as they come.".to_owned())
        }
        (None, _) => None,
    }
}

fn event_stream(operation: &Operation) -> Option<&Content> {
    operation.success()?.content.iter().find(|content| is_event_stream(&content.media_type.value))
}

fn is_event_stream(media_type: &str) -> bool {
    essence(media_type).eq_ignore_ascii_case("text/event-stream")
}

/// The error bodies that the docs type; `None` if they type none.
pub(super) fn lower_errors(operation: &Operation, call: &Ident, models: &mut Models<'_>) -> Option<ErrorEnum> {
    let success = operation.success().map(|response| response.status.value);
    let mut scope = Scope::default();
    let mut variants = Vec::new();
    for response in &operation.responses {
        let status = response.status.value;
        if Some(status) == success || status.class() == Some(2) {
            continue;
        }
        let Some(schema) = preferred(response)
            .filter(|content| is_json(&content.media_type.value))
            .and_then(|content| content.schema.as_ref())
        else {
            continue;
        };
        let name = format!("{}_{}_error", operation.id.value, status);
        variants.push(ErrorVariant {
            ident: scope.claim(variant(status)),
            docs: vec![describe(response)],
            status: pattern(status),
            ty: models.lower_variant(&schema.value, &name),
        });
    }
    variants.sort_by_key(|variant| match variant.status {
        StatusPattern::Code(code) => (0, code),
        StatusPattern::Range(first) => (1, first),
        StatusPattern::Any => (2, 0),
    });
    (!variants.is_empty()).then(|| ErrorEnum { ident: naming::with_ending(call, "Error"), variants })
}

/// `` `404`: The key is not known. ``
pub(super) fn describe(response: &Response) -> String {
    let status = match response.status.value {
        Status::Default => "Any other status".to_owned(),
        status => format!("`{status}`"),
    };
    match docs::sentence(&response.description) {
        text if text.is_empty() => format!("{status}."),
        text => format!("{status}: {text}"),
    }
}

fn preferred(response: &Response) -> Option<&Content> {
    let json = response.content.iter().find(|content| is_json(&content.media_type.value));
    json.or(response.content.first())
}

fn pattern(status: Status) -> StatusPattern {
    match status {
        Status::Code(code) => StatusPattern::Code(code),
        Status::Range(class) => StatusPattern::Range(u16::from(class) * 100),
        Status::Default => StatusPattern::Any,
    }
}

/// Variants are called after the reason phrases of RFC 9110, section 15.
fn variant(status: Status) -> Ident {
    let phrase = match status {
        Status::Default => "Other",
        Status::Range(3) => "Redirection",
        Status::Range(4) => "ClientError",
        Status::Range(5) => "ServerError",
        Status::Range(_) => "Informational",
        Status::Code(code) => match code {
            400 => "BadRequest",
            401 => "Unauthorized",
            402 => "PaymentRequired",
            403 => "Forbidden",
            404 => "NotFound",
            405 => "MethodNotAllowed",
            406 => "NotAcceptable",
            408 => "RequestTimeout",
            409 => "Conflict",
            410 => "Gone",
            411 => "LengthRequired",
            412 => "PreconditionFailed",
            413 => "ContentTooLarge",
            415 => "UnsupportedMediaType",
            422 => "UnprocessableContent",
            423 => "Locked",
            428 => "PreconditionRequired",
            429 => "TooManyRequests",
            500 => "InternalServerError",
            501 => "NotImplemented",
            502 => "BadGateway",
            503 => "ServiceUnavailable",
            504 => "GatewayTimeout",
            code => return naming::pascal(&format!("Status{code}")),
        },
    };
    naming::pascal(phrase)
}
