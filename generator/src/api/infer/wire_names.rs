//! The spelling of names that no page proves.

use std::collections::BTreeMap;

use super::{Convention, letters};
use crate::api::{Api, Fact, Location, SchemaKind, Shape};

/// Spells every name that rests on convention. A name that the prose quotes is spelt as there. The others follow the
/// service's convention, which is voted separately for parameters and for properties, each by the best voters there
/// are: proven names of the same kind, then words of the prose, then names of the other kind. Path templates come last
/// for parameters, and never speak for properties: many a service spells the two differently.
pub(super) fn infer_conventions(api: &mut Api) {
    let proven_parameters = names(&api.evidence.parameter_names);
    let parameter_words = names(&api.evidence.parameter_words);
    let proven_properties = names(&api.evidence.property_names);
    let property_words = names(&api.evidence.property_words);
    let paths: Vec<&str> = api.operations.iter().flat_map(|operation| operation.path.value.parameters()).collect();
    let own_parameters = vote(&proven_parameters).or_else(|| vote(&parameter_words));
    let own_properties = vote(&proven_properties).or_else(|| vote(&property_words));
    let parameters = own_parameters.or_else(|| vote(&paths)).or(own_properties);
    let properties = own_properties.or(own_parameters).or_else(|| vote(&paths));
    let quoted = [quoted(&api.evidence.parameter_words), quoted(&api.evidence.property_words)];
    spell_parameters(api, parameters, &quoted[0]);
    spell_properties(api, properties, &quoted[1]);
}

fn names(facts: &[Fact<String>]) -> Vec<&str> {
    facts.iter().map(|fact| fact.value.as_str()).collect()
}

/// The convention that most names follow; `None` if none of them tells, or two are followed equally often.
fn vote(names: &[&str]) -> Option<Convention> {
    let mut votes: BTreeMap<Convention, usize> = BTreeMap::new();
    let mut counted = names.to_vec();
    counted.sort_unstable();
    counted.dedup();
    for convention in counted.into_iter().filter_map(Convention::of) {
        *votes.entry(convention).or_default() += 1;
    }
    let most = *votes.values().max()?;
    let mut winners = votes.into_iter().filter(|(_, count)| *count == most);
    let (winner, _) = winners.next()?;
    winners.next().is_none().then_some(winner)
}

/// The words of the prose by their letters; one that is spelt in two ways proves neither.
fn quoted(words: &[Fact<String>]) -> BTreeMap<String, Option<Fact<String>>> {
    let mut quoted: BTreeMap<String, Option<Fact<String>>> = BTreeMap::new();
    for word in words {
        quoted.entry(letters(&word.value)).and_modify(|known| *known = None).or_insert_with(|| Some(word.clone()));
    }
    quoted
}

fn spell_parameters(api: &mut Api, convention: Option<Convention>, quoted: &BTreeMap<String, Option<Fact<String>>>) {
    for operation in &mut api.operations {
        for parameter in
            operation.parameters.iter_mut().filter(|parameter| parameter.location.value != Location::Header)
        {
            respell(&mut parameter.wire_name, convention, quoted);
        }
        let contents = operation.request_body.iter_mut().flat_map(|body| &mut body.content);
        for schema in contents.filter_map(|content| content.schema.as_mut()) {
            if let SchemaKind::Object(fields) = &mut schema.value.kind {
                fields.iter_mut().for_each(|field| respell(&mut field.wire_name, convention, quoted));
            }
        }
    }
}

fn spell_properties(api: &mut Api, convention: Option<Convention>, quoted: &BTreeMap<String, Option<Fact<String>>>) {
    for schema in api.schemas.values_mut() {
        let Shape::Object { properties, .. } = &mut schema.shape else { continue };
        properties.iter_mut().for_each(|property| respell(&mut property.wire_name, convention, quoted));
    }
}

fn respell(name: &mut Fact<String>, convention: Option<Convention>, quoted: &BTreeMap<String, Option<Fact<String>>>) {
    if let Some(Some(word)) = quoted.get(&letters(&name.value)) {
        name.offer(word.clone());
    } else if let Some(convention) = convention {
        let spelling = convention.apply(&name.value);
        name.offer(Fact::convention(spelling, "spelling of other names"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::infer::support::{api, object, operation, span, stated};
    use crate::api::{Content, Evidence, Origin, RequestBody, Schema};

    /// An API with a parameter `page_size` and a property `pet_name`, and this evidence.
    fn speaking(path: &str, evidence: Evidence) -> Api {
        let mut api = api([operation(path, &["page_size"])], [object("Pet", &["pet_name"])]);
        api.evidence = evidence;
        api
    }

    fn parameter(api: &mut Api) -> &mut Fact<String> {
        &mut api.operations[0].parameters[0].wire_name
    }

    fn property(api: &mut Api) -> &mut Fact<String> {
        match &mut api.schemas.values_mut().next().unwrap().shape {
            Shape::Object { properties, .. } => &mut properties[0].wire_name,
            _ => panic!("no object"),
        }
    }

    #[track_caller]
    fn check(path: &str, evidence: Evidence, expected: &[&str; 2]) {
        let mut api = speaking(path, evidence);
        infer_conventions(&mut api);
        let got = [parameter(&mut api).value.clone(), property(&mut api).value.clone()];
        assert_eq!(got, *expected);
    }

    #[track_caller]
    fn check_vote(names: &[&str], expected: Option<Convention>) {
        assert_eq!(vote(names), expected, "{names:?}");
    }

    #[test]
    fn most_names_decide_and_each_counts_once() {
        check_vote(&["petId", "toyId", "box_no"], Some(Convention::Camel));
        check_vote(&["petId", "box_no", "box_no", "box_no"], None);
        check_vote(&["PetId", "pet"], Some(Convention::Pascal));
        check_vote(&["pet", "ID"], None);
        check_vote(&[], None);
    }

    #[test]
    fn parameters_and_properties_have_conventions_of_their_own() {
        let evidence = Evidence {
            parameter_names: stated(&["sortBy"]),
            property_names: stated(&["last-name"]),
            ..Evidence::default()
        };
        check("/pets", evidence, &["pageSize", "pet-name"]);
    }

    #[test]
    fn proven_names_outvote_words_of_the_prose() {
        let evidence = Evidence {
            parameter_names: stated(&["sortBy"]),
            parameter_words: stated(&["sort_by", "order_by"]),
            property_names: stated(&["LastName"]),
            property_words: stated(&["last_name", "first_name"]),
            ..Evidence::default()
        };
        check("/pets", evidence, &["pageSize", "PetName"]);
    }

    #[test]
    fn names_of_the_other_kind_speak_where_the_own_are_silent() {
        let camel = || stated(&["sortBy"]);
        check("/pets", Evidence { parameter_words: camel(), ..Evidence::default() }, &["pageSize", "petName"]);
        check("/pets", Evidence { property_words: camel(), ..Evidence::default() }, &["pageSize", "petName"]);
    }

    #[test]
    fn paths_outvote_properties_for_parameters_only() {
        check("/pets/{petId}", Evidence::default(), &["pageSize", "petName"]);
        let evidence = Evidence { property_names: stated(&["last_name"]), ..Evidence::default() };
        check("/pets/{petId}", evidence, &["pageSize", "pet_name"]);
    }

    #[test]
    fn without_evidence_the_documented_name_is_taken() {
        let mut api = speaking("/pets", Evidence::default());
        infer_conventions(&mut api);
        assert_eq!(*parameter(&mut api), Fact::convention("page_size".to_owned(), "documented name"));
        assert_eq!(*property(&mut api), Fact::convention("pet_name".to_owned(), "documented name"));
    }

    #[test]
    fn a_name_that_the_prose_spells_in_one_way_is_spelt_as_there() {
        let evidence = Evidence { parameter_words: stated(&["PageSize", "sortBy", "orderBy"]), ..Evidence::default() };
        check("/pets", evidence, &["PageSize", "petName"]);
        let evidence =
            Evidence { parameter_words: stated(&["PageSize", "page_size", "sortBy"]), ..Evidence::default() };
        check("/pets", evidence, &["page_size", "pet_name"]);
    }

    #[test]
    fn a_convention_is_one_and_a_word_of_the_prose_keeps_its_origin() {
        let word = Fact::evidence("petName".to_owned(), span(3), "word in the prose");
        let mut api = speaking("/pets", Evidence { property_words: vec![word.clone()], ..Evidence::default() });
        infer_conventions(&mut api);
        assert_eq!(*parameter(&mut api), Fact::convention("pageSize".to_owned(), "spelling of other names"));
        assert_eq!(*property(&mut api), word);
    }

    #[test]
    fn what_is_trusted_more_is_spelt_as_it_is() {
        let evidence = || Evidence {
            parameter_words: vec![Fact::evidence("pageSize".to_owned(), span(3), "word in the prose")],
            property_words: vec![Fact::evidence("petName".to_owned(), span(3), "word in the prose")],
            ..Evidence::default()
        };
        let implied = Origin::Implied { span: span(1), rule: "mark before a reserved word" };
        for origin in [implied, Origin::Stated { span: span(1) }, Origin::Override { span: span(1) }] {
            let mut api = speaking("/pets", evidence());
            parameter(&mut api).origin = origin;
            property(&mut api).origin = origin;
            infer_conventions(&mut api);
            assert_eq!(*parameter(&mut api), Fact { value: "page_size".to_owned(), origin });
            assert_eq!(*property(&mut api), Fact { value: "pet_name".to_owned(), origin });
        }
    }

    #[test]
    fn fields_of_a_form_are_spelt_as_parameters() {
        let evidence = Evidence { parameter_names: stated(&["sortBy"]), ..Evidence::default() };
        let mut api = speaking("/pets", evidence);
        let Shape::Object { properties, .. } = object("Form", &["file_name"]).shape else { panic!("no object") };
        let schema = Fact::implied(Schema::new(SchemaKind::Object(properties)), span(0), "parameters of a form");
        let media_type = Fact::stated("multipart/form-data".to_owned(), span(0));
        api.operations[0].request_body = Some(RequestBody {
            name: "form".to_owned(),
            required: Fact::stated(true, span(0)),
            content: vec![Content { media_type, schema: Some(schema) }],
            description: String::new(),
            encoding: BTreeMap::new(),
        });
        infer_conventions(&mut api);
        let body = api.operations[0].request_body.as_ref().unwrap();
        let SchemaKind::Object(fields) = &body.content[0].schema.as_ref().unwrap().value.kind else {
            panic!("no form")
        };
        assert_eq!(fields[0].wire_name.value, "fileName");
    }

    #[test]
    fn headers_have_a_spelling_of_their_own() {
        let mut api = speaking("/pets", Evidence { parameter_names: stated(&["sortBy"]), ..Evidence::default() });
        api.operations[0].parameters[0].location = Fact::convention(Location::Header, "name of a header");
        infer_conventions(&mut api);
        assert_eq!(parameter(&mut api).value, "page_size");
    }
}
