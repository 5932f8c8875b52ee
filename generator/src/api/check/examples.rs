//! What examples show must be on a page.

use std::collections::BTreeMap;

use crate::api::infer::letters;
use crate::api::{Api, NamedSchema, Origin, Property, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// Reports what examples set of a model and its page lacks.
pub(super) fn check_examples(api: &Api, report: &mut Vec<Diagnostic>) {
    let mut pages: BTreeMap<&str, Option<Page<'_>>> = BTreeMap::new();
    // The row would stand behind those of the properties before it, if the example has any.
    let (mut model, mut nearest): (&str, Option<Span>) = ("", None);
    for shown in &api.evidence.example_properties {
        if shown.model != model {
            (model, nearest) = (&shown.model, None);
        }
        let page = pages.entry(model).or_insert_with(|| api.schemas.get(model).and_then(Page::of));
        let Some(page) = page else { continue };
        let known = page.find(&shown.name);
        if known.is_none() && page.find(&shown.wire_name.value).is_none() {
            let span = nearest.unwrap_or(page.first);
            let message = format!("an example sets `{}` of `{}`, which has no row", shown.name, shown.model);
            report.push(Diagnostic::new(Code::MissingProperty, span, message).label("its row belongs near this"));
        }
        nearest = nearest.max(known.map(|property| property.span));
    }
}

/// The properties of a model that has a page.
struct Page<'a> {
    properties: &'a [Property],
    /// The first property of every documented name, and of the letters of every wire name: where pages have wire names,
    /// examples still have documented ones.
    by_name: BTreeMap<&'a str, usize>,
    by_letters: BTreeMap<String, usize>,
    /// Where the page begins to speak of properties.
    first: Span,
}

impl<'a> Page<'a> {
    fn of(schema: &'a NamedSchema) -> Option<Self> {
        let Shape::Object { properties, .. } = &schema.shape else { return None };
        let Origin::Stated { span: heading } = schema.origin else { return None };
        let backwards = || properties.iter().enumerate().rev();
        Some(Page {
            properties,
            by_name: backwards().map(|(at, property)| (property.name.as_str(), at)).collect(),
            by_letters: backwards().map(|(at, property)| (letters(&property.wire_name.value), at)).collect(),
            first: properties.first().map_or(heading, |property| property.span),
        })
    }

    fn find(&self, name: &str) -> Option<&'a Property> {
        let (by_name, by_letters) = (self.by_name.get(name), self.by_letters.get(&letters(name)));
        by_name.into_iter().chain(by_letters).min().map(|&at| &self.properties[at])
    }
}
