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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::infer::support::{operation, response, schema, span, stated};

    const JSON: &str = "application/json";
    const PDF: &str = "application/pdf";

    /// The statuses with their bodies.
    fn show(operation: &Operation) -> String {
        let body = |content: &Content| {
            let schema = content.schema.as_ref().map_or("-".to_owned(), |schema| schema.value.to_string());
            format!("{schema} as {}", content.media_type.value)
        };
        let line = |response: &Response| {
            let bodies: Vec<String> = response.content.iter().map(body).collect();
            format!("{} {}", response.status.value, bodies.join(", ")).trim_end().to_owned()
        };
        operation.responses.iter().map(line).collect::<Vec<_>>().join("; ")
    }

    fn answering(statuses: &[&str], accepts: &[&str]) -> Operation {
        let mut operation = operation("/pets", &[]);
        operation.responses = statuses.iter().map(|status| response(status)).collect();
        operation.accepts = stated(accepts);
        operation
    }

    #[track_caller]
    fn check_success(statuses: &[&str], accepts: &[&str], returns: &str, expected: &str) {
        let mut operation = answering(statuses, accepts);
        operation.returns = Some(Fact::stated(schema(returns), span(1)));
        infer_success(&mut operation);
        assert_eq!(show(&operation), expected, "{statuses:?}");
    }

    #[track_caller]
    fn check_errors(statuses: &[&str], candidates: &[&str], expected: &str) {
        let mut operation = answering(statuses, &[JSON]);
        operation.error_candidates = stated(candidates);
        infer_errors(&mut operation);
        assert_eq!(show(&operation), expected, "{statuses:?}");
    }

    #[test]
    fn the_result_is_the_body_of_the_lowest_success() {
        check_success(&["201", "200", "404"], &[JSON], "Pet", "201; 200 Pet as application/json; 404");
        check_success(&["2XX", "404"], &[JSON], "Pet", "2XX Pet as application/json; 404");
        check_success(&["default", "204"], &[JSON], "Pet", "default; 204 Pet as application/json");
    }

    #[test]
    fn the_result_is_that_of_the_default_where_there_is_no_success() {
        check_success(&["404", "default"], &[JSON], "Pet", "404; default Pet as application/json");
        check_success(&["404"], &[JSON], "Pet", "404");
    }

    #[test]
    fn a_result_has_the_media_type_that_suits_it() {
        check_success(&["200"], &[PDF, JSON], "Pet", "200 Pet as application/json");
        check_success(&["200"], &[PDF, JSON], "binary", "200 binary as application/pdf");
        check_success(&["200"], &["text/plain"], "string", "200 string as text/plain");
        check_success(&["200"], &[], "Pet", "200 Pet as application/json");
    }

    #[test]
    fn what_nothing_states_is_a_convention() {
        let mut operation = answering(&[], &[]);
        operation.returns = Some(Fact::stated(schema("Pet"), span(1)));
        infer_success(&mut operation);
        assert_eq!(show(&operation), "200 Pet as application/json");
        let response = &operation.responses[0];
        assert_eq!(response.status, Fact::convention(Status::Code(200), "no documented status"));
        assert_eq!(response.content[0].media_type.origin.to_string(), "convention (usual media type of a body)");
        assert_eq!(response.content[0].schema, operation.returns);
    }

    #[test]
    fn nothing_is_made_of_no_result() {
        let mut operation = answering(&["200"], &[JSON]);
        infer_success(&mut operation);
        assert_eq!(show(&operation), "200");
    }

    #[test]
    fn a_single_candidate_is_the_body_of_every_error() {
        let error = "Oops as application/json";
        check_errors(&["200", "404", "5XX"], &["Oops"], &format!("200; 404 {error}; 5XX {error}"));
        check_errors(&["200", "default"], &["Oops"], &format!("200; default {error}"));
        check_errors(&["default"], &["Oops"], "default");
        check_errors(&["200", "302"], &["Oops"], "200; 302");
    }

    #[test]
    fn of_several_candidates_none_is_taken() {
        check_errors(&["200", "404"], &["Oops", "Other"], "200; 404");
        check_errors(&["200", "404"], &[], "200; 404");
    }

    #[test]
    fn a_candidate_is_trusted_no_more_than_what_speaks_for_it() {
        let mut operation = answering(&["200", "404"], &[JSON]);
        let import = Fact::evidence("Oops".to_owned(), span(5), "import in the example");
        operation.error_candidates = vec![import.clone()];
        infer_errors(&mut operation);
        assert_eq!(operation.responses[1].content[0].schema, Some(import.with(schema("Oops"))));
    }

    #[test]
    fn a_body_that_is_described_stays_as_it_is() {
        let mut operation = answering(&["200", "404"], &[JSON]);
        for response in &mut operation.responses {
            let media_type = Fact::stated("text/plain".to_owned(), span(2));
            response.content.push(Content { media_type, schema: Some(Fact::stated(schema("string"), span(2))) });
        }
        operation.returns = Some(Fact::stated(schema("Pet"), span(1)));
        operation.error_candidates = stated(&["Oops"]);
        infer_success(&mut operation);
        infer_errors(&mut operation);
        assert_eq!(show(&operation), "200 string as text/plain; 404 string as text/plain");
    }
}
