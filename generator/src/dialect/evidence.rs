//! Words in the prose that are somebody's name on the wire. Generators respell the names of parameters and properties,
//! but leave descriptions alone, which often quote names as the API spells them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::text::pattern;
use crate::api::infer::{Convention, letters};
use crate::api::{Api, Fact, NamedSchema, Operation, Property, SchemaKind, Shape};
use crate::source::Span;

/// Gathers such words from every description. Only names of several words tell how names are spelt.
pub(super) fn gather(api: &mut Api) {
    let mut texts: Vec<(String, Span)> = Vec::new();
    for operation in &api.operations {
        operation_texts(operation, &mut texts);
    }
    for schema in api.schemas.values() {
        schema_texts(schema, &mut texts);
    }
    if let Some(description) = &api.info.description {
        texts.extend(description.origin.span().map(|span| (description.value.clone(), span)));
    }
    let parameters =
        documented(api.operations.iter().flat_map(|operation| &operation.parameters).map(|p| p.name.as_str()));
    let properties = documented(api.schemas.values().flat_map(properties_of).map(|property| property.name.as_str()));
    let mut found: [BTreeMap<String, Span>; 2] = Default::default();
    for (text, span) in &texts {
        for word in words(text) {
            let letters = letters(word);
            for (names, found) in [&parameters, &properties].into_iter().zip(&mut found) {
                if names.contains(&letters) {
                    found.entry(word.to_owned()).or_insert(*span);
                }
            }
        }
    }
    let [of_parameters, of_properties] = found;
    let fact = |(word, span): (String, Span)| Fact::evidence(word, span, "word in the prose");
    api.evidence.parameter_words = of_parameters.into_iter().map(fact).collect();
    api.evidence.property_words = of_properties.into_iter().map(fact).collect();
}

/// The words of a text that are spelt like names. Capitalised and hyphenated words are names only in quotes or code:
/// elsewhere they are models, Go comments or English.
fn words(text: &str) -> impl Iterator<Item = &str> {
    static WORD: LazyLock<Regex> = LazyLock::new(|| pattern(r"[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*"));
    WORD.find_iter(text).filter_map(|found| {
        let before = text[..found.start()].chars().next_back();
        let after = text[found.end()..].chars().next();
        // A piece of a path is spelt as paths are.
        if before == Some('/') || after == Some('/') {
            return None;
        }
        let quoted = matches!((before, after), (Some(a), Some(b)) if a == b && matches!(a, '`' | '"' | '\''));
        match Convention::of(found.as_str())? {
            Convention::Snake | Convention::Camel => Some(found.as_str()),
            Convention::Pascal | Convention::Kebab => quoted.then_some(found.as_str()),
        }
    })
}

/// The letters of the names that have several words.
fn documented<'n>(names: impl Iterator<Item = &'n str>) -> BTreeSet<String> {
    names.filter(|name| name.trim_matches('_').contains('_')).map(letters).collect()
}

fn operation_texts(operation: &Operation, texts: &mut Vec<(String, Span)>) {
    texts.push((operation.summary.clone(), operation.span));
    texts.push((operation.description.clone(), operation.span));
    texts.extend(operation.parameters.iter().map(|parameter| (parameter.description.clone(), parameter.span)));
    for response in &operation.responses {
        texts.push((response.description.clone(), response.status.origin.span().unwrap_or(operation.span)));
    }
}

fn schema_texts(schema: &NamedSchema, texts: &mut Vec<(String, Span)>) {
    texts.extend(schema.origin.span().map(|span| (schema.description.clone(), span)));
    texts.extend(properties_of(schema).map(|property| (property.description.clone(), property.span)));
}

fn properties_of(schema: &NamedSchema) -> impl Iterator<Item = &Property> {
    let properties: &[Property] = match &schema.shape {
        Shape::Object { properties, .. } => properties,
        Shape::Alias(schema) => match &schema.kind {
            SchemaKind::Object(properties) => properties,
            _ => &[],
        },
        _ => &[],
    };
    properties.iter()
}
