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
