//! Where the items of an answer are.

use super::Guess;
use crate::api::infer::letters;
use crate::api::{AnswerPath, Api, PathTemplate, Property, Schema, SchemaKind, View};

/// Names as [`letters`] gives them. Lists of items are seldom called otherwise.
const ITEMS: &[&str] = &[
    "items",
    "data",
    "results",
    "result",
    "content",
    "contents",
    "records",
    "values",
    "entries",
    "list",
    "elements",
    "rows",
    "objects",
    "hits",
    "collection",
    "resources",
];
/// Lists that are about the items.
const NO_ITEMS: &[&str] = &["links", "link", "errors", "warnings", "messages", "included", "facets", "aggregations"];

/// The list of items: the answer itself, or a list in it, or one in the only object in it that has any.
pub(super) fn find(api: &Api, answer: &Schema, path: &PathTemplate) -> Option<Guess<AnswerPath>> {
    let properties = match api.view(answer) {
        View::List(_) => return Some(Guess { value: AnswerPath::default(), is_sure: true }),
        View::Object(properties) => properties,
        _ => return None,
    };
    let root = AnswerPath::default();
    if lists(api, properties).next().is_some() {
        return choose(api, &root, properties, path);
    }
    let inner = properties.iter().filter_map(|property| match api.view(&property.schema.value) {
        View::Object(properties) => choose(api, &root.and(&property.wire_name.value), properties, path),
        _ => None,
    });
    let mut inner = inner.take(2);
    let first = inner.next()?;
    inner.next().is_none().then_some(first)
}

/// Of several lists, the one that has a name which only items have, or that is called like the path.
fn choose(api: &Api, place: &AnswerPath, properties: &[Property], path: &PathTemplate) -> Option<Guess<AnswerPath>> {
    let path = path.to_string();
    let resource = path.rsplit('/').find(|segment| !segment.is_empty() && !segment.contains('{')).map(letters);
    let all: Vec<&Property> = lists(api, properties).collect();
    let named: Vec<&Property> =
        all.iter().copied().filter(|list| ITEMS.contains(&letters(&list.wire_name.value).as_str())).collect();
    let models: Vec<&Property> = all.iter().copied().filter(|list| is_list_of_models(api, list)).collect();
    let called: Vec<&Property> =
        all.iter().copied().filter(|list| Some(letters(&list.wire_name.value)) == resource).collect();
    let (list, is_sure) = match (named.as_slice(), called.as_slice(), models.as_slice()) {
        ([only], _, _) | ([], [only], _) => (*only, true),
        ([], [], [only]) => (*only, false),
        _ => return None,
    };
    Some(Guess { value: place.and(&list.wire_name.value), is_sure })
}

fn lists<'a>(api: &'a Api, properties: &'a [Property]) -> impl Iterator<Item = &'a Property> {
    properties.iter().filter(|property| {
        matches!(api.view(&property.schema.value), View::List(_))
            && !NO_ITEMS.contains(&letters(&property.wire_name.value).as_str())
    })
}

fn is_list_of_models(api: &Api, list: &Property) -> bool {
    matches!(api.view(&list.schema.value), View::List(Schema { kind: SchemaKind::Ref(_), .. }))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{object, schema};
    use super::*;

    fn found(answer: &str, schemas: &[(&str, &[&str])]) -> Option<Guess<AnswerPath>> {
        let schemas = schemas.iter().map(|(name, properties)| ((*name).to_owned(), object(name, properties)));
        let api = Api { schemas: schemas.collect(), ..Api::default() };
        find(&api, &schema(answer), &PathTemplate::parse("/shops/{id}/dag_runs").unwrap())
    }

    #[track_caller]
    fn check_items(properties: &[&str], expected: Option<(&str, bool)>) {
        let inner: &[&str] = &["toys: [Toy]", "total: integer"];
        let items = found("Page", &[("Page", properties), ("Box", inner), ("Pet", &[]), ("Toy", &[])]);
        let items = items.map(|items| (items.value.to_string(), items.is_sure));
        assert_eq!(items, expected.map(|(path, is_sure)| (path.to_owned(), is_sure)), "{properties:?}");
    }

    #[test]
    fn the_only_list_of_models_is_the_items() {
        check_items(&["pets: [Pet]", "tags: [string]", "links: [Link]"], Some(("pets", false)));
        check_items(&["names: [string]"], None);
        check_items(&["pets: Pet"], None);
    }

    #[test]
    fn of_several_lists_one_of_a_clear_name_is_the_items() {
        check_items(&["pets: [Pet]", "toys: [Toy]"], None);
        check_items(&["pets: [Pet]", "items: [string]"], Some(("items", true)));
        check_items(&["pets: [Pet]", "dagRuns: [Toy]"], Some(("dagRuns", true)));
        check_items(&["items: [Pet]", "data: [Toy]"], None);
    }

    #[test]
    fn an_object_that_holds_the_only_lists_holds_the_items() {
        check_items(&["box: Box", "message: string"], Some(("box.toys", false)));
        check_items(&["box: Box", "other: Box"], None);
        check_items(&["box: Box", "tags: [string]"], None);
    }

    #[test]
    fn a_list_is_its_own_items() {
        let items = found("[Pet]", &[]);
        assert_eq!(items, Some(Guess { value: AnswerPath::default(), is_sure: true }));
    }
}
