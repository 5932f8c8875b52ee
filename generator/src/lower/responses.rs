//! Responses as results and errors.

use super::bodies::is_json;
use super::docs;
use super::models::Models;
use super::naming::{self, Scope};
use crate::api::{Content, Operation, Response, Schema, SchemaKind, Status, StringFormat};
use crate::rust::{ErrorEnum, ErrorVariant, Finish, Ident, StatusPattern, Type};

/// The type of an operation's result, and how it is made.
pub(super) fn lower_success(operation: &Operation, models: &mut Models<'_>) -> (Type, Finish) {
    let Some(content) = operation.success().and_then(preferred) else { return (Type::Unit, Finish::Empty) };
    let Some(schema) = &content.schema else { return (Type::Value, Finish::Json) };
    let media_type = content.media_type.value.as_str();
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
            ty: models.lower_type(&schema.value, &name),
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
