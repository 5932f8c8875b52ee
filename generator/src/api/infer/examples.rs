//! Schemas that have no page.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Additional, Api, ExampleProperty, Fact, NamedSchema, Origin, Property, Shape};

/// Gives every schema that is referred to but has no page the properties that examples show of it. What is never
/// shown stays unknown: an open JSON object.
pub(super) fn infer_schemas(api: &mut Api) {
    let mut missing: BTreeSet<String> = referenced(api);
    missing.retain(|name| !api.schemas.contains_key(name));
    let mut shown: BTreeMap<&str, Vec<&ExampleProperty>> = BTreeMap::new();
    for example in &api.evidence.example_properties {
        shown.entry(&example.model).or_default().push(example);
    }
    while let Some(name) = missing.pop_last() {
        let schema = schema_of(&name, shown.get(name.as_str()).map_or(&[], Vec::as_slice));
        // What an example nests is referred to in turn.
        let nested = schema.schemas().into_iter().flat_map(|schema| schema.references());
        missing.extend(nested.filter(|other| *other != name && !api.schemas.contains_key(*other)).map(str::to_owned));
        api.schemas.insert(name, schema);
    }
}

/// Every name that an operation or a schema refers to.
fn referenced(api: &Api) -> BTreeSet<String> {
    let contents = api.operations.iter().flat_map(|operation| {
        let body = operation.request_body.iter().flat_map(|body| &body.content);
        body.chain(operation.responses.iter().flat_map(|response| &response.content))
            .filter_map(|content| content.schema.as_ref())
    });
    let parameters =
        api.operations.iter().flat_map(|operation| &operation.parameters).map(|parameter| &parameter.schema);
    let in_operations = contents.chain(parameters).flat_map(|schema| schema.value.references());
    let in_schemas = api.schemas.values().flat_map(NamedSchema::schemas).flat_map(|schema| schema.references());
    in_operations.chain(in_schemas).map(str::to_owned).collect()
}

fn schema_of(name: &str, shown: &[&ExampleProperty]) -> NamedSchema {
    let mut seen = BTreeSet::new();
    let first = shown.iter().filter(|example| seen.insert(example.name.as_str()));
    let properties: Vec<Property> = first.map(|example| property_of(example)).collect();
    let origin = match properties.first() {
        Some(first) => Origin::Evidence { span: first.span, kind: "constructor in an example" },
        None => Origin::Convention { rule: "model without a page" },
    };
    let shape = match properties.is_empty() {
        true => Shape::Unknown,
        false => Shape::Object { properties, additional: Additional::Unstated },
    };
    NamedSchema {
        name: name.to_owned(),
        description: String::new(),
        shape,
        discriminator: None,
        nullable: false,
        origin,
    }
}

/// An example shows that a property exists and what it may hold, but not whether it is always there.
fn property_of(example: &ExampleProperty) -> Property {
    let kind = "constructor in an example";
    Property {
        name: example.name.clone(),
        wire_name: example.wire_name.clone(),
        schema: Fact::evidence(example.schema.clone(), example.span, kind),
        required: Fact::convention(false, "seen only in an example"),
        read_only: false,
        secret: None,
        default: None,
        description: String::new(),
        span: example.span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::infer::support::{api, object, operation, schema, span};

    /// An argument of a constructor: `Pet(name=…)`, of the type that its value suggests.
    fn shown(model: &str, name: &str, ty: &str) -> ExampleProperty {
        let wire_name = Fact::convention(name.to_owned(), "documented name");
        ExampleProperty { model: model.to_owned(), name: name.to_owned(), wire_name, schema: schema(ty), span: span(4) }
    }

    /// The schema with its properties, or `-` if it is not there.
    fn show(api: &Api, name: &str) -> String {
        match api.schemas.get(name).map(|schema| &schema.shape) {
            Some(Shape::Object { properties, .. }) => {
                let line = |property: &Property| format!("{}: {}", property.name, property.schema.value);
                properties.iter().map(line).collect::<Vec<_>>().join(", ")
            }
            Some(shape) => shape.to_string(),
            None => "-".to_owned(),
        }
    }

    #[track_caller]
    fn check(examples: &[ExampleProperty], name: &str, expected: &str) {
        let mut api = api([operation("/pets", &["pet -> Pet"])], []);
        api.evidence.example_properties = examples.to_vec();
        infer_schemas(&mut api);
        assert_eq!(show(&api, name), expected, "{name}");
    }

    #[test]
    fn a_schema_without_a_page_has_what_examples_show_of_it() {
        let examples =
            [shown("Pet", "name", "string"), shown("Toy", "size", "integer"), shown("Pet", "age", "integer")];
        check(&examples, "Pet", "name: string, age: integer");
        check(&[shown("Pet", "name", "string"), shown("Pet", "name", "integer")], "Pet", "name: string");
    }

    #[test]
    fn a_schema_that_nothing_shows_is_unknown() {
        check(&[], "Pet", "unknown");
        check(&[shown("Toy", "size", "integer")], "Pet", "unknown");
    }

    #[test]
    fn what_an_example_nests_is_a_schema_too() {
        let examples = [shown("Pet", "toys", "[Toy]"), shown("Toy", "owner", "Pet"), shown("Toy", "box", "Box")];
        check(&examples, "Toy", "owner: Pet, box: Box");
        check(&examples, "Box", "unknown");
    }

    #[test]
    fn a_schema_that_nobody_refers_to_is_not_made() {
        check(&[shown("Toy", "size", "integer")], "Toy", "-");
    }

    #[test]
    fn a_schema_with_a_page_stays_as_it_is() {
        let mut api = api([operation("/pets", &["pet -> Pet"])], [object("Pet", &["name"])]);
        api.evidence.example_properties = vec![shown("Pet", "age", "integer")];
        infer_schemas(&mut api);
        assert_eq!(show(&api, "Pet"), "name: string");
    }

    #[test]
    fn an_example_is_evidence_and_no_example_a_convention() {
        let mut api = api([operation("/pets", &["pet -> Pet", "toy -> Toy"])], []);
        api.evidence.example_properties = vec![shown("Pet", "name", "string")];
        infer_schemas(&mut api);
        assert_eq!(api.schemas["Pet"].origin, Origin::Evidence { span: span(4), kind: "constructor in an example" });
        assert_eq!(api.schemas["Toy"].origin, Origin::Convention { rule: "model without a page" });
        let Shape::Object { properties, .. } = &api.schemas["Pet"].shape else { panic!("no object") };
        assert_eq!(properties[0].schema, Fact::evidence(schema("string"), span(4), "constructor in an example"));
        assert_eq!(properties[0].required, Fact::convention(false, "seen only in an example"));
        assert_eq!(properties[0].wire_name, Fact::convention("name".to_owned(), "documented name"));
    }
}
