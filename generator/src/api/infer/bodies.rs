//! Which parameter is the body.

use std::collections::BTreeMap;

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
        encoding: BTreeMap::new(),
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
        encoding: BTreeMap::new(),
        content: media_types
            .into_iter()
            .map(|media_type| Content { media_type, schema: Some(schema.clone()) })
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::infer::support::{operation, schema, span, stated};

    const JSON: &str = "application/json";
    const FORM: &str = "application/x-www-form-urlencoded";
    const PARTS: &str = "multipart/form-data";

    /// An operation that takes bodies of these media types.
    fn taking(media_types: &[&str], parameters: &[&str]) -> Operation {
        let mut operation = operation("/pets", parameters);
        let content = |media_type| Content { media_type, schema: None };
        operation.request_body = (!media_types.is_empty()).then(|| RequestBody {
            name: String::new(),
            required: Fact::convention(false, "no parameter for the body"),
            content: stated(media_types).into_iter().map(content).collect(),
            description: String::new(),
            encoding: BTreeMap::new(),
        });
        operation
    }

    /// The body by name with its type by media type, or the fields of a form; then what is left.
    fn show(operation: &Operation) -> String {
        let left: Vec<&str> = operation.parameters.iter().map(|parameter| parameter.name.as_str()).collect();
        let Some(body) = &operation.request_body else { return format!("no body | {}", left.join(" ")) };
        let content = |content: &Content| match content.schema.as_ref().map(|schema| &schema.value) {
            Some(Schema { kind: SchemaKind::Object(fields), .. }) => {
                fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>().join(", ")
            }
            Some(schema) => format!("{schema} as {}", content.media_type.value),
            None => "nothing".to_owned(),
        };
        let contents: Vec<String> = body.content.iter().map(content).collect();
        format!("{}: {} | {}", body.name, contents.join(", "), left.join(" ")).trim_end().to_owned()
    }

    #[track_caller]
    fn check(method: Method, media_types: &[&str], parameters: &[&str], expected: &str) {
        let mut operation = taking(media_types, parameters);
        operation.method.value = method;
        infer_body(&mut operation);
        assert_eq!(show(&operation), expected, "{parameters:?}");
    }

    #[test]
    fn a_body_is_known_by_its_name_its_link_or_its_type() {
        use Method::Post;
        check(Post, &[JSON], &["id", "body: {any}"], "body: {any} as application/json | id");
        check(Post, &[JSON], &["new_pet -> Pet", "new_toy"], "new_pet: Pet as application/json | new_toy");
        check(Post, &[JSON], &["id", "pet: Pet"], "pet: Pet as application/json | id");
        check(Post, &[JSON], &["id", "filter: any"], "filter: any as application/json | id");
        check(Post, &[JSON], &["id: integer"], "no body | id");
    }

    #[test]
    fn a_name_says_more_than_a_link_and_a_link_more_than_a_type() {
        use Method::Post;
        check(Post, &[JSON], &["payload", "toy -> Pet"], "payload: string as application/json | toy");
        check(Post, &[JSON], &["pet -> Pet", "toy -> Other"], "pet: Pet as application/json | toy");
        check(Post, &[JSON], &["toy -> Other", "pet: Pet"], "toy: Other as application/json | pet");
    }

    #[test]
    fn what_has_no_shape_is_the_body_of_verbs_that_mostly_have_one() {
        for method in [Method::Post, Method::Put, Method::Patch] {
            check(method, &[JSON], &["filter: {any}"], "filter: {any} as application/json |");
        }
        for method in [Method::Get, Method::Delete] {
            check(method, &[JSON], &["filter: {any}"], "no body | filter");
        }
    }

    #[test]
    fn without_a_media_type_only_a_linked_parameter_of_a_telling_name_is_the_body() {
        use Method::Post;
        check(Post, &[], &["pet -> Pet"], "pet: Pet as application/json |");
        check(Post, &[], &["body -> Pet"], "body: Pet as application/json |");
        check(Post, &[], &["toy -> Pet"], "no body | toy");
        check(Post, &[], &["pet: Pet"], "no body | pet");
    }

    #[test]
    fn every_media_type_of_a_body_holds_the_same() {
        let expected = "pet: Pet as application/json, Pet as application/xml | id";
        check(Method::Put, &[JSON, "application/xml"], &["id", "pet -> Pet"], expected);
    }

    #[test]
    fn a_form_is_made_of_what_is_sent_nowhere_else() {
        check(Method::Post, &[FORM], &["name", "x_trace", "pet -> Pet"], "form: name, pet | x_trace");
        check(Method::Post, &[PARTS], &["file: binary", "name"], "form: file, name |");
        check(Method::Post, &["multipart/mixed", JSON], &["name"], "form: name, name |");
        check(Method::Post, &[JSON, FORM], &["name"], "no body | name");
    }

    #[test]
    fn what_is_in_the_path_is_neither_body_nor_field() {
        for media_type in [JSON, FORM] {
            let mut operation = taking(&[media_type], &["pet -> Pet"]);
            operation.parameters[0].location = Fact::implied(Location::Path, span(0), "path template");
            infer_body(&mut operation);
            assert_eq!(operation.parameters.len(), 1, "{media_type}");
        }
    }

    #[test]
    fn a_body_that_is_described_stays_as_it_is() {
        let mut operation = taking(&[JSON], &["body -> Other"]);
        let described = Fact::stated(schema("Pet"), span(1));
        operation.request_body.as_mut().unwrap().content[0].schema = Some(described);
        infer_body(&mut operation);
        assert_eq!(show(&operation), ": Pet as application/json | body");
    }

    #[test]
    fn a_body_keeps_the_origins_of_its_parameter() {
        let mut operation = taking(&[], &["pet -> Pet"]);
        operation.parameters[0].required = Fact::stated(true, span(3));
        infer_body(&mut operation);
        let body = operation.request_body.unwrap();
        assert_eq!(body.required, Fact::stated(true, span(3)));
        assert_eq!(body.content[0].schema, Some(Fact::stated(schema("Pet"), span(0))));
        let usual = Fact::convention(JSON.to_owned(), "usual media type of a body");
        assert_eq!(body.content[0].media_type, usual);
    }

    #[test]
    fn a_form_is_implied_and_required_if_one_of_its_fields_is() {
        for required in [false, true] {
            let mut operation = taking(&[FORM], &["name", "tag"]);
            operation.parameters[1].required = Fact::stated(required, span(3));
            infer_body(&mut operation);
            let body = operation.request_body.unwrap();
            assert_eq!(body.required, Fact::implied(required, span(0), "parameters of a form"));
            let origin = body.content[0].schema.as_ref().unwrap().origin;
            assert_eq!(origin.to_string(), "implied (parameters of a form)");
        }
    }
}
