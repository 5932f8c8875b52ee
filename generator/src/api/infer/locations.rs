//! Where parameters are sent.

use std::collections::{BTreeMap, BTreeSet};

use super::{Convention, letters};
use crate::api::{Fact, Location, Operation, Parameter, PathTemplate};
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
    let exact: BTreeSet<&str> = operation.path.value.parameters().collect();
    let alike = by_letters(&operation.path.value);
    for parameter in &mut operation.parameters {
        let exact = exact.get(parameter.wire_name.value.as_str()).copied();
        let Some(hole) = exact.or_else(|| alike.get(&letters(&parameter.name)).map(|holes| holes[0])) else {
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
    let holes = by_letters(&operation.path.value);
    if holes.values().all(|alike| alike.len() < 2) {
        return;
    }
    let exact: BTreeSet<&str> = operation.path.value.parameters().collect();
    let rows = rows_by_letters(&operation.parameters);
    let proven = operation.parameters.iter().map(|parameter| &parameter.wire_name);
    let proven: BTreeSet<String> =
        proven.filter(|name| name.origin.is_proven()).map(|name| name.value.clone()).collect();
    for hole in operation.path.value.parameters() {
        let group = letters(hole);
        let alike = &holes[&group];
        if alike.len() < 2 || alike[0] != hole {
            continue;
        }
        let is_placed = |parameter: &Parameter| {
            let name = &parameter.wire_name;
            name.origin.is_proven() && exact.contains(name.value.as_str()) && letters(&name.value) == group
        };
        let free = alike.iter().filter(|hole| !proven.contains(**hole));
        let rows = rows.get(&group).into_iter().flatten().filter(|at| !is_placed(&operation.parameters[**at]));
        for (at, hole) in rows.zip(free).collect::<Vec<_>>() {
            let name = Fact::implied((*hole).to_owned(), span, "order of the path template");
            operation.parameters[*at].wire_name.offer(name);
        }
    }
}

/// The holes of a path by their letters, in the path's order.
fn by_letters(path: &PathTemplate) -> BTreeMap<String, Vec<&str>> {
    let mut holes: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for hole in path.parameters() {
        holes.entry(letters(hole)).or_default().push(hole);
    }
    holes
}

/// The parameters by the letters of their names, and of what these are without the number that a generator may have
/// given them.
fn rows_by_letters(parameters: &[Parameter]) -> BTreeMap<String, Vec<usize>> {
    let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, parameter) in parameters.iter().enumerate() {
        let unnumbered = parameter.name.trim_end_matches(|c: char| c.is_ascii_digit());
        for name in BTreeSet::from([letters(&parameter.name), letters(unnumbered)]) {
            rows.entry(name).or_default().push(at);
        }
    }
    rows
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Origin;
    use crate::api::infer::support::{operation, span};

    /// Where each parameter is sent, and under which name.
    fn places(operation: &Operation) -> Vec<String> {
        let place = |parameter: &Parameter| format!("{} {}", parameter.location.value, parameter.wire_name.value);
        operation.parameters.iter().map(place).collect()
    }

    #[track_caller]
    fn check_path(path: &str, parameters: &[&str], expected: &[&str]) {
        let mut operation = operation(path, parameters);
        infer_path_parameters(&mut operation);
        assert_eq!(places(&operation), expected, "{path}");
    }

    #[track_caller]
    fn check_header(name: &str, expected: &str) {
        let mut operation = operation("/pets", &[name]);
        infer_headers(&mut operation);
        assert_eq!(places(&operation), [expected], "{name}");
    }

    #[test]
    fn what_the_path_names_is_sent_there_in_its_spelling() {
        check_path("/pets/{pet_id}", &["pet_id"], &["path pet_id"]);
        check_path("/pets/{petId}", &["tag", "pet_id"], &["query tag", "path petId"]);
        check_path("/pets/{Pet-ID}/{toy.no}", &["toy_no", "pet_id"], &["path toy.no", "path Pet-ID"]);
        check_path("/pets", &["pet_id"], &["query pet_id"]);
    }

    #[test]
    fn names_that_come_out_alike_follow_the_order_of_the_path() {
        check_path("/{userID}/{user_id}", &["user_id", "user_id2"], &["path userID", "path user_id"]);
        check_path("/{a_b}/{aB}/{AB}", &["a_b", "a_b2", "a_b3"], &["path a_b", "path aB", "path AB"]);
        check_path("/{id}/{id2}", &["id", "id2"], &["path id", "path id2"]);
    }

    #[test]
    fn of_names_that_come_out_alike_a_proven_one_keeps_its_place() {
        let mut operation = operation("/{userID}/{user_id}", &["user_id", "user_id2"]);
        operation.parameters[1].wire_name = Fact::stated("userID".to_owned(), span(0));
        infer_path_parameters(&mut operation);
        assert_eq!(places(&operation), ["path user_id", "path userID"]);
    }

    #[test]
    fn the_path_states_names_and_implies_the_place() {
        let mut operation = operation("/pets/{petId}", &["pet_id"]);
        operation.path.origin = Origin::Stated { span: span(7) };
        operation.parameters[0].required = Fact::convention(false, "no mark");
        infer_path_parameters(&mut operation);
        let parameter = &operation.parameters[0];
        assert_eq!(parameter.wire_name, Fact::stated("petId".to_owned(), span(7)));
        assert_eq!(parameter.location, Fact::implied(Location::Path, span(7), "path template"));
        assert_eq!(parameter.required, Fact::stated(true, span(7)));
    }

    #[test]
    fn the_order_of_the_path_only_implies_names() {
        let mut operation = operation("/{userID}/{user_id}", &["user_id", "user_id2"]);
        number_alike(&mut operation, span(7));
        let expected = Fact::implied("user_id".to_owned(), span(7), "order of the path template");
        assert_eq!(operation.parameters[1].wire_name, expected);
    }

    #[test]
    fn a_path_overrides_no_person() {
        let mut operation = operation("/pets/{petId}", &["pet_id"]);
        let said = Origin::Override { span: span(1) };
        let parameter = &mut operation.parameters[0];
        parameter.wire_name = Fact { value: "pet-id".to_owned(), origin: said };
        parameter.location = Fact { value: Location::Header, origin: said };
        parameter.required = Fact { value: false, origin: said };
        let before = operation.parameters[0].clone();
        infer_path_parameters(&mut operation);
        let after = &operation.parameters[0];
        assert_eq!(after.wire_name, before.wire_name);
        assert_eq!(after.location, before.location);
        assert_eq!(after.required, before.required);
    }

    #[test]
    fn names_of_headers_are_sent_as_headers() {
        check_header("x_request_id", "header X-Request-Id");
        check_header("if_none_match", "header If-None-Match");
        check_header("range", "header Range");
        check_header("xray", "query xray");
        check_header("ranges", "query ranges");
    }

    #[test]
    fn a_name_of_a_header_is_a_convention() {
        let mut operation = operation("/pets", &["x_trace"]);
        infer_headers(&mut operation);
        let parameter = &operation.parameters[0];
        assert_eq!(parameter.location, Fact::convention(Location::Header, "name of a header"));
        assert_eq!(parameter.wire_name, Fact::convention("X-Trace".to_owned(), "spelling of a header"));
    }

    #[test]
    fn a_proven_name_with_hyphens_is_that_of_a_header() {
        let mut operation = operation("/pets", &["trace_id", "page_size"]);
        let shown = |name: &str| Fact::implied(name.to_owned(), span(1), "string in the example");
        operation.parameters[0].wire_name = shown("trace-ID");
        operation.parameters[1].wire_name = Fact::convention("page-size".to_owned(), "spelling of other names");
        infer_headers(&mut operation);
        assert_eq!(places(&operation), ["header trace-ID", "query page-size"]);
        assert_eq!(operation.parameters[0].wire_name, shown("trace-ID"));
    }

    #[test]
    fn what_is_proven_to_be_sent_elsewhere_is_no_header() {
        let mut operation = operation("/pets", &["x_trace"]);
        operation.parameters[0].location = Fact::stated(Location::Cookie, span(1));
        infer_headers(&mut operation);
        assert_eq!(places(&operation), ["cookie x_trace"]);
    }
}
