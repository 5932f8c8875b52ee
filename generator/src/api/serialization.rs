//! How lists and objects become the text of parameters and form fields.

use std::fmt;

use serde::Deserialize;

use super::Place;

/// How a list or an object becomes text (OpenAPI 3.1, section "Style Values"). What is not said is as it is by default
/// in the place where the text goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Serialization {
    /// The signs around and between the parts.
    pub style: Option<Style>,
    /// Whether items and properties are kept apart: as parameters of their own, where the place has room for those.
    pub explode: Option<bool>,
}

/// The styles of OpenAPI, and one that only Swagger has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the variants are OpenAPI's own words")]
pub enum Style {
    Matrix,
    Label,
    Simple,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    /// Swagger's `tsv`, which OpenAPI has no word for.
    #[serde(skip)]
    TabDelimited,
}

/// How a list becomes text in the words of Swagger 2.0, `collectionFormat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Collection {
    /// Items with commas between them.
    Csv,
    /// Items with spaces between them.
    Ssv,
    /// Items with tabs between them.
    Tsv,
    /// Items with `|` between them.
    Pipes,
    /// The parameter again for every item.
    Multi,
}

impl Serialization {
    /// Style and `explode` with the defaults of a place (OpenAPI 3.1, section "Parameter Object"). A style that the
    /// place does not have is as if it was not said.
    pub fn resolve(self, place: Place) -> (Style, bool) {
        if self.style.is_some_and(|style| !style.fits(place)) {
            return Serialization::default().resolve(place);
        }
        let style = self.style.unwrap_or(match place {
            Place::Path | Place::Header => Style::Simple,
            Place::Query | Place::Cookie | Place::Form | Place::Body => Style::Form,
        });
        let explode = match style {
            // There is no other way to write one.
            Style::DeepObject => true,
            style => self.explode.unwrap_or(style == Style::Form),
        };
        (style, explode)
    }
}

impl Style {
    /// Whether the place has this style.
    pub fn fits(self, place: Place) -> bool {
        Self::of(place).contains(&self) || self == Style::TabDelimited && matches!(place, Place::Query | Place::Form)
    }

    /// The styles that OpenAPI has for a place.
    pub fn of(place: Place) -> &'static [Style] {
        match place {
            Place::Path => &[Style::Simple, Style::Label, Style::Matrix],
            Place::Query | Place::Form => {
                &[Style::Form, Style::SpaceDelimited, Style::PipeDelimited, Style::DeepObject]
            }
            Place::Header => &[Style::Simple],
            Place::Cookie => &[Style::Form],
            Place::Body => &[],
        }
    }
}

impl From<Collection> for Serialization {
    fn from(collection: Collection) -> Self {
        let (style, explode) = match collection {
            Collection::Csv => (None, false),
            Collection::Ssv => (Some(Style::SpaceDelimited), false),
            Collection::Tsv => (Some(Style::TabDelimited), false),
            Collection::Pipes => (Some(Style::PipeDelimited), false),
            Collection::Multi => (Some(Style::Form), true),
        };
        Serialization { style, explode: Some(explode) }
    }
}

/// Swagger's word where it has one, else those of OpenAPI.
impl fmt::Display for Serialization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = [Collection::Csv, Collection::Ssv, Collection::Tsv, Collection::Pipes, Collection::Multi];
        if let Some(word) = words.into_iter().find(|word| Serialization::from(*word) == *self) {
            return word.fmt(f);
        }
        let style = self.style.map(|style| style.to_string());
        let explode = self.explode.map(|explode| if explode { "exploded" } else { "joined" }.to_owned());
        f.write_str(&style.into_iter().chain(explode).collect::<Vec<_>>().join(" "))
    }
}

impl fmt::Display for Style {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Style::Matrix => "matrix",
            Style::Label => "label",
            Style::Simple => "simple",
            Style::Form => "form",
            Style::SpaceDelimited => "spaceDelimited",
            Style::PipeDelimited => "pipeDelimited",
            Style::DeepObject => "deepObject",
            Style::TabDelimited => "tabDelimited",
        })
    }
}

impl fmt::Display for Collection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Collection::Csv => "csv",
            Collection::Ssv => "ssv",
            Collection::Tsv => "tsv",
            Collection::Pipes => "pipes",
            Collection::Multi => "multi",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(serialization: Serialization, text: &str, places: [(Place, (Style, bool)); 3]) {
        assert_eq!(serialization.to_string(), text);
        for (place, expected) in places {
            assert_eq!(serialization.resolve(place), expected, "{place}");
        }
    }

    #[test]
    fn what_is_not_said_is_as_the_place_has_it() {
        use Place::{Header, Path, Query};
        let (simple, form) = ((Style::Simple, false), (Style::Form, true));
        let of = |style, explode| Serialization { style, explode };
        check(of(None, None), "", [(Path, simple), (Query, form), (Header, simple)]);
        check(
            of(None, Some(true)),
            "exploded",
            [(Path, (Style::Simple, true)), (Query, form), (Header, (Style::Simple, true))],
        );
        check(Collection::Csv.into(), "csv", [(Path, simple), (Query, (Style::Form, false)), (Header, simple)]);
        check(Collection::Multi.into(), "multi", [(Path, simple), (Query, form), (Header, simple)]);
        let tabs = (Style::TabDelimited, false);
        check(Collection::Tsv.into(), "tsv", [(Path, simple), (Query, tabs), (Header, simple)]);
        let deep = (Style::DeepObject, true);
        check(
            of(Some(Style::DeepObject), Some(false)),
            "deepObject joined",
            [(Path, simple), (Query, deep), (Header, simple)],
        );
        let label = (Style::Label, false);
        check(of(Some(Style::Label), None), "label", [(Path, label), (Query, form), (Header, simple)]);
    }
}
