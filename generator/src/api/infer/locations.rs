//! Where parameters are sent.

use super::{Convention, letters};
use crate::api::{Fact, Location, Operation};

/// Names of request headers as the docs spell them (RFC 9110 and common practice), beside those that begin with `x_`.
const HEADER_NAMES: &[&str] = &[
    "accept_language",
    "authorization",
    "idempotency_key",
    "if_match",
    "if_modified_since",
    "if_none_match",
    "if_unmodified_since",
    "user_agent",
];

/// A parameter whose name stands in the path template is sent there, under the template's spelling, and is required.
pub(super) fn infer_path_parameters(operation: &mut Operation) {
    let Some(span) = operation.path.origin.span() else { return };
    for parameter in &mut operation.parameters {
        let mut holes = operation.path.value.parameters();
        let exact = holes.clone().find(|hole| *hole == parameter.wire_name.value);
        let Some(hole) = exact.or_else(|| holes.find(|hole| letters(hole) == letters(&parameter.name))) else { continue };
        parameter.wire_name.offer(Fact::stated(hole.to_owned(), span));
        parameter.location.offer(Fact::implied(Location::Path, span, "path template"));
        parameter.required.offer(Fact::stated(true, span));
    }
}

/// A parameter whose name looks like a header's is sent as one.
pub(super) fn infer_headers(operation: &mut Operation) {
    for parameter in &mut operation.parameters {
        let looks = parameter.name.starts_with("x_") || HEADER_NAMES.contains(&parameter.name.as_str());
        let written = parameter.wire_name.value.contains('-') && parameter.wire_name.origin.is_proven();
        if (looks || written) && !parameter.location.origin.is_proven() {
            parameter.location.offer(Fact::convention(Location::Header, "name of a header"));
            // Header names are case-insensitive: RFC 9110, section 5.1.
            let spelling = Convention::Kebab.apply(&parameter.name);
            parameter.wire_name.offer(Fact::convention(spelling, "spelling of a header"));
        }
    }
}
