//! A value as the text, list or pairs that a parameter can carry.

mod compound;
mod serializer;

use std::fmt;

use serde::Serialize;

use super::Fault;

/// What is left of a value once it has no types: parameters know no more than this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Plain {
    /// Nothing is sent: `None`, `()`.
    Nothing,
    /// A string, number, boolean or enum value.
    Text(String),
    /// A sequence of texts. Elements that are [`Plain::Nothing`] are left out.
    List(Vec<String>),
    /// The properties of a struct or map, in order. Properties that are [`Plain::Nothing`] are left out.
    Pairs(Vec<(String, String)>),
}

/// Why a value is not a [`Plain`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NotPlain {
    /// It holds lists or objects within lists or objects, or an enum variant with data.
    Nested,
    /// Its own `Serialize` failed, or a number or a byte string has no text.
    Other(String),
}

/// Turns a value into what a parameter can carry.
pub(crate) fn plain(value: &(impl Serialize + ?Sized)) -> Result<Plain, NotPlain> {
    value.serialize(serializer::PlainSerializer)
}

impl Plain {
    /// The texts that are left when names and values count alike.
    pub(crate) fn into_items(self) -> Vec<String> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Text(text) => vec![text],
            Self::List(items) => items,
            Self::Pairs(pairs) => pairs.into_iter().flat_map(|(name, value)| [name, value]).collect(),
        }
    }
}

impl fmt::Display for NotPlain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nested => f.write_str("the value is nested too deeply for a parameter"),
            Self::Other(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for NotPlain {}

impl serde::ser::Error for NotPlain {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::Other(message.to_string())
    }
}

impl From<NotPlain> for Fault {
    fn from(error: NotPlain) -> Self {
        Self::new(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(value: impl Serialize, expected: Plain) {
        assert_eq!(plain(&value), Ok(expected));
    }

    #[track_caller]
    fn check_refused(value: impl Serialize, expected: &str) {
        assert_eq!(plain(&value).unwrap_err().to_string(), expected);
    }

    fn text(text: &str) -> Plain {
        Plain::Text(text.to_owned())
    }

    #[derive(Serialize)]
    #[serde(rename_all = "lowercase")]
    enum Order {
        Asc,
        Above(i32),
        Between { low: i32 },
    }

    #[derive(Serialize)]
    struct Id(u64);

    #[derive(Serialize)]
    struct Range {
        low: i32,
        high: Option<i32>,
        exact: Option<i32>,
    }

    #[test]
    fn scalars_are_text() {
        check("a b", text("a b"));
        check('é', text("é"));
        check(true, text("true"));
        check(-5, text("-5"));
        check(u64::MAX, text("18446744073709551615"));
        check(i128::MIN, text("-170141183460469231731687303715884105728"));
        check(1.1_f32, text("1.1"));
        check(2.5_f64, text("2.5"));
        check(Order::Asc, text("asc"));
        check(Id(7), text("7"));
        check(Some(Id(7)), text("7"));
        check("2024-01-02T03:04:05Z".parse::<crate::DateTime>().unwrap(), text("2024-01-02T03:04:05Z"));
    }

    #[test]
    fn absence_is_nothing() {
        check(None::<i32>, Plain::Nothing);
        check((), Plain::Nothing);
        check(json!(null), Plain::Nothing);
    }

    #[test]
    fn sequences_are_lists() {
        check([1, 2], Plain::List(vec!["1".into(), "2".into()]));
        check(("a", true, None::<()>), Plain::List(vec!["a".into(), "true".into()]));
        check(Vec::<String>::new(), Plain::List(vec![]));
    }

    #[test]
    fn structs_and_maps_are_pairs() {
        let pairs = Plain::Pairs(vec![("low".into(), "1".into()), ("high".into(), "9".into())]);
        check(Range { low: 1, high: Some(9), exact: None }, pairs);
        check(BTreeMap::from([(1, "x")]), Plain::Pairs(vec![("1".into(), "x".into())]));
    }

    #[test]
    fn nested_values_are_refused() {
        check_refused([[1]], "the value is nested too deeply for a parameter");
        check_refused(json!({"a": {"b": 1}}), "the value is nested too deeply for a parameter");
        check_refused(Order::Above(1), "the value is nested too deeply for a parameter");
        check_refused(Order::Between { low: 1 }, "the value is nested too deeply for a parameter");
        check_refused(f64::NAN, "a number that is not finite has no text");
    }
}
