//! Which response holds what.

use crate::api::{Content, Fact, Operation, Response, Schema, Status};

/// The documented result is the body of the lowest successful status; the default's only where there is no other.
pub(super) fn infer_success(operation: &mut Operation) {
    let Some(returns) = operation.returns.clone() else { return };
    if operation.responses.is_empty() {
        // Some dialects list no statuses at all.
        operation.responses.push(Response {
            status: Fact::convention(Status::Code(200), "no documented status"),
            description: String::new(),
            headers: Vec::new(),
            content: Vec::new(),
        });
    }
    let content = content(operation, returns);
    let Some(status) = operation.success().map(|response| response.status.value) else { return };
    for response in operation.responses.iter_mut().filter(|response| response.status.value == status) {
        if response.content.is_empty() {
            response.content.push(content.clone());
        }
    }
}

/// A single model that the docs name without using it is the body of the errors.
pub(super) fn infer_errors(operation: &mut Operation) {
    let [candidate] = operation.error_candidates.as_slice() else { return };
    let content = content(operation, candidate.with(Schema::reference(candidate.value.clone())));
    let success = operation.success().map(|response| response.status.value);
    for response in &mut operation.responses {
        let is_error =
            matches!(response.status.value.class(), Some(4 | 5) | None) && Some(response.status.value) != success;
        if is_error && response.content.is_empty() {
            response.content.push(content.clone());
        }
    }
}

/// A body of the operation's JSON media type if it has one, else of its first, else of the usual one.
fn content(operation: &Operation, schema: Fact<Schema>) -> Content {
    let json = operation.accepts.iter().find(|media_type| media_type.value.contains("json"));
    let binary = schema.value.is_binary().then(|| operation.accepts.first()).flatten();
    let media_type = binary.or(json).or(operation.accepts.first()).cloned();
    let usual = || Fact::convention("application/json".to_owned(), "usual media type of a body");
    Content { media_type: media_type.unwrap_or_else(usual), schema: Some(schema) }
}
