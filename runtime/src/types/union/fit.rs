//! How well a value fits a shape.

use serde_json::value::RawValue;

use super::level::{self, Level};
use super::shape::Shape;

/// How well a value fits a shape; more is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    certainty: Certainty,
    /// How many of an object's keys are properties of the shape.
    known: usize,
    /// Whether the other keys are kept.
    keeps: bool,
}

/// What speaks for a shape, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Certainty {
    /// It would hold the value, as it would many others.
    Possible,
    /// The value is of this kind.
    Kind,
    /// The value is of this kind, if its text can be read.
    Format,
    /// The value is listed.
    Listed,
    /// The value says so itself.
    Said,
}

impl Fit {
    /// `None` if it does not fit.
    pub(super) fn of(shape: &Shape, level: &Level<'_>) -> Option<Self> {
        let plain = |certainty| Some(Fit { certainty, known: 0, keeps: true });
        let listed = |is_listed| plain(if is_listed { Certainty::Listed } else { Certainty::Possible });
        match (shape, level) {
            (Shape::Any, _) => plain(Certainty::Possible),
            (Shape::AnyOf(shapes), _) => shapes.iter().filter_map(|shape| Fit::of(shape, level)).max(),
            (Shape::Nullable(_), Level::Null) => plain(Certainty::Kind),
            (Shape::Nullable(shape), _) => Fit::of(shape, level),
            (Shape::Boolean, Level::Boolean)
            | (Shape::Integer, Level::Integer(_))
            | (Shape::Number, Level::Fraction)
            | (Shape::String, Level::String(_)) => plain(Certainty::Kind),
            // Every whole number is a number.
            (Shape::Number, Level::Integer(_)) => plain(Certainty::Possible),
            (Shape::Format, Level::String(_)) => plain(Certainty::Format),
            (Shape::Strings(values), Level::String(text)) => listed(values.contains(&&**text)),
            (Shape::Integers(values), Level::Integer(number)) => listed(number.is_some_and(|n| values.contains(&n))),
            (Shape::List(shape), Level::Array(items)) => all(shape, items.iter().copied()),
            (Shape::Map(shape), Level::Object(entries)) => {
                all(shape, entries.iter().map(|(_, value)| *value))?;
                plain(Certainty::Possible)
            }
            (Shape::Object(required, optional), Level::Object(entries)) => {
                object(required, optional, entries).filter(|fit| fit.certainty > Certainty::Possible)
            }
            (Shape::Open(required, optional), Level::Object(entries)) => {
                object(required, optional, entries).map(|fit| Fit { keeps: true, ..fit })
            }
            (Shape::When(property, values, shape), Level::Object(entries)) => match said(property, entries) {
                Some(value) => {
                    values.contains(&&*value).then_some(Fit { certainty: Certainty::Said, known: 0, keeps: true })
                }
                None => Fit::of(shape, level),
            },
            _ => None,
        }
    }
}

/// All required properties must be there. Of an object that has properties, at least one should be known: otherwise it
/// might be anything.
fn object(required: &[&str], optional: &[&str], entries: &[(impl AsRef<str>, &RawValue)]) -> Option<Fit> {
    let has = |name: &&str| entries.iter().any(|(key, _)| key.as_ref() == *name);
    if !required.iter().all(has) {
        return None;
    }
    let known = entries.iter().filter(|(key, _)| required.iter().chain(optional).any(|name| key.as_ref() == *name));
    let known = known.count();
    let certainty = if known > 0 || entries.is_empty() { Certainty::Kind } else { Certainty::Possible };
    Some(Fit { certainty, known, keeps: false })
}

/// The sum of all, as certain as the least of them, if all fit.
fn all<'j>(shape: &Shape, items: impl Iterator<Item = &'j RawValue>) -> Option<Fit> {
    let mut sum: Option<Fit> = None;
    for item in items {
        // A union in a list or map keeps what is newer than it; that makes the whole no less a list of unions.
        let newer = keeps_anything(shape).then_some(Fit { certainty: Certainty::Possible, known: 0, keeps: true });
        let fit = Fit::of(shape, &level::read(item.get()).ok()?).or(newer)?;
        let before = sum.unwrap_or(Fit { known: 0, ..fit });
        sum = Some(Fit {
            certainty: before.certainty.min(fit.certainty),
            known: before.known + fit.known,
            keeps: before.keeps && fit.keeps,
        });
    }
    Some(sum.unwrap_or(Fit { certainty: Certainty::Kind, known: 0, keeps: true }))
}

fn keeps_anything(shape: &Shape) -> bool {
    match shape {
        Shape::Any | Shape::AnyOf(_) => true,
        Shape::Nullable(shape) => keeps_anything(shape),
        _ => false,
    }
}

/// The value of a discriminator, if it is there and a string.
fn said(property: &str, entries: &[(impl AsRef<str>, &RawValue)]) -> Option<String> {
    let (_, value) = entries.iter().find(|(key, _)| key.as_ref() == property)?;
    serde_json::from_str(value.get()).ok()
}
