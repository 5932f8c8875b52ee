//! The spelling of names that no page proves.

use std::collections::BTreeMap;

use super::Convention;
use crate::api::{Api, Fact, Location, Shape};

/// Spells every name that rests on convention as most of the proven names are spelt: parameters like the proven
/// parameters, properties like the proven properties, and both like the path templates where nothing else is proven.
pub(super) fn infer_conventions(api: &mut Api) {
    let paths = vote(api.operations.iter().flat_map(|operation| operation.path.value.parameters()));
    let parameters = vote(api.evidence.parameter_names.iter().map(|fact| fact.value.as_str())).or(paths);
    let properties = vote(api.evidence.property_names.iter().map(|fact| fact.value.as_str())).or(parameters);
    if let Some(convention) = parameters {
        spell_parameters(api, convention);
    }
    if let Some(convention) = properties {
        spell_properties(api, convention);
    }
}

/// The convention that most names follow; `None` if none of them tells, or two are followed equally often.
fn vote<'n>(names: impl Iterator<Item = &'n str>) -> Option<Convention> {
    let mut votes: BTreeMap<Convention, usize> = BTreeMap::new();
    let mut counted: Vec<&str> = names.collect();
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

fn spell_parameters(api: &mut Api, convention: Convention) {
    for parameter in api.operations.iter_mut().flat_map(|operation| &mut operation.parameters) {
        if parameter.location.value != Location::Header {
            respell(&mut parameter.wire_name, convention);
        }
    }
}

fn spell_properties(api: &mut Api, convention: Convention) {
    for schema in api.schemas.values_mut() {
        let Shape::Object { properties, .. } = &mut schema.shape else { continue };
        for property in properties {
            respell(&mut property.wire_name, convention);
        }
    }
}

fn respell(name: &mut Fact<String>, convention: Convention) {
    let spelling = convention.apply(&name.value);
    name.offer(Fact::convention(spelling, "spelling of the proven names"));
}
