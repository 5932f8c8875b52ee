//! Where parameters are sent.

use super::{Convention, letters};
use crate::api::{Fact, Location, Operation, Parameter};
use crate::source::Span;

/// Names of request headers as the docs spell them (RFC 9110 and common practice), beside those that begin with `x_`.
const HEADER_NAMES: &[&str] = &[
    "accept",
    "accept_encoding",
    "accept_language",
    "authorization",
    "cache_control",
    "content_disposition",
    "content_encoding",
    "content_length",
    "content_range",
    "content_type",
    "idempotency_key",
    "if_match",
    "if_modified_since",
    "if_none_match",
    "if_range",
    "if_unmodified_since",
    "range",
    "user_agent",
];

/// A parameter whose name stands in the path template is sent there, under the template's spelling, and is required.
pub(super) fn infer_path_parameters(operation: &mut Operation) {
    let Some(span) = operation.path.origin.span() else { return };
    number_alike(operation, span);
    for parameter in &mut operation.parameters {
        let mut holes = operation.path.value.parameters();
        let exact = holes.clone().find(|hole| *hole == parameter.wire_name.value);
        let Some(hole) = exact.or_else(|| holes.find(|hole| letters(hole) == letters(&parameter.name))) else {
            continue;
        };
        parameter.wire_name.offer(Fact::stated(hole.to_owned(), span));
        parameter.location.offer(Fact::implied(Location::Path, span, "path template"));
        parameter.required.offer(Fact::stated(true, span));
    }
}

/// Generators number parameters whose names come out alike, `user_id` and `user_id2` for `{userID}` and `{user_id}`, in
/// the order in which they are declared, which is most often that of the path.
fn number_alike(operation: &mut Operation, span: Span) {
    let holes: Vec<&str> = operation.path.value.parameters().collect();
    for (at, hole) in holes.iter().enumerate() {
        let alike: Vec<&str> = holes.iter().copied().filter(|other| letters(other) == letters(hole)).collect();
        if alike.len() < 2 || holes[..at].iter().any(|before| letters(before) == letters(hole)) {
            continue;
        }
        let unnumbered = |name: &str| letters(name.trim_end_matches(|c: char| c.is_ascii_digit()));
        let is_proven = |parameter: &Parameter, hole: &str| {
            parameter.wire_name.origin.is_proven() && parameter.wire_name.value == hole
        };
        let free: Vec<&str> =
            alike.iter().copied().filter(|hole| !operation.parameters.iter().any(|p| is_proven(p, hole))).collect();
        let rows = operation.parameters.iter_mut().filter(|parameter| {
            let named = letters(&parameter.name) == letters(hole) || unnumbered(&parameter.name) == letters(hole);
            named && !alike.iter().any(|hole| is_proven(parameter, hole))
        });
        for (parameter, hole) in rows.zip(free) {
            parameter.wire_name.offer(Fact::implied(hole.to_owned(), span, "order of the path template"));
        }
    }
}

/// A parameter whose name looks like a header's is sent as one.
pub(super) fn infer_headers(operation: &mut Operation) {
    for parameter in &mut operation.parameters {
        let looks = parameter.name.starts_with("x_") || HEADER_NAMES.contains(&parameter.name.as_str());
        let written = parameter.wire_name.value.contains('-') && parameter.wire_name.origin.is_proven();
        if (looks || written) && !parameter.location.origin.is_proven() {
            parameter.location.offer(Fact::convention(Location::Header, "name of a header"));
            // Case does not matter in header names (RFC 9110, section 5.1), but this is how most are written.
            let words = parameter.name.split('_').map(|word| Convention::Pascal.apply(word));
            let spelling = words.collect::<Vec<_>>().join("-");
            parameter.wire_name.offer(Fact::convention(spelling, "spelling of a header"));
        }
    }
}
