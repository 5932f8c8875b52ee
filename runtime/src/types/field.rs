//! Properties that can be absent, `null` or a value.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A property that is optional and nullable: leaving it out and setting it to `null` mean different things, as they do
/// in a merge patch (RFC 7396).
///
/// ```
/// use docwright_runtime::Field;
///
/// assert!(Field::<i32>::default().is_absent());
/// assert!(Field::<i32>::from(None).is_null());
/// assert_eq!(Field::from(5).into_option(), Some(5));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field<T> {
    /// The property is not there.
    #[default]
    Absent,
    /// The property is `null`.
    Null,
    /// The property has a value.
    Value(T),
}

impl<T> Field<T> {
    /// Whether the property is not there. Models use it to leave the property out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the property is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The value, if there is one.
    pub fn as_option(&self) -> Option<&T> {
        match self {
            Self::Absent | Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }

    /// The value, if there is one, to be changed.
    pub fn as_option_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Absent | Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }

    /// The value, if there is one.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Absent | Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }

    /// A field of another type, whose value is made from this one's.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Field<U> {
        match self {
            Self::Absent => Field::Absent,
            Self::Null => Field::Null,
            Self::Value(value) => Field::Value(change(value)),
        }
    }
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// Without it, a setter that takes `impl Into<Field<String>>` would not take a literal.
impl From<&str> for Field<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

/// `None` is `null`: who leaves a property out does not set it.
impl<T> From<Option<T>> for Field<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

/// Absent is written as `null` where the model does not leave it out.
impl<T: Serialize> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_option().serialize(serializer)
    }
}

/// Absent comes from `#[serde(default)]`, never from a value.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Model {
        #[serde(default, skip_serializing_if = "Field::is_absent")]
        name: Field<String>,
    }

    #[track_caller]
    fn check(json: &str, name: Field<&str>) {
        let model = Model { name: name.map(str::to_owned) };
        assert_eq!(serde_json::from_str::<Model>(json).unwrap(), model);
        assert_eq!(serde_json::to_string(&model).unwrap(), json);
    }

    #[test]
    fn each_state_survives_a_round_trip() {
        check("{}", Field::Absent);
        check(r#"{"name":null}"#, Field::Null);
        check(r#"{"name":"ada"}"#, Field::Value("ada"));
    }

    #[test]
    fn a_literal_is_a_string() {
        fn field(value: impl Into<Field<String>>) -> Field<String> {
            value.into()
        }
        assert_eq!(field("ada"), Field::Value("ada".to_owned()));
        assert_eq!(field("ada".to_owned()), field("ada"));
        assert_eq!(field(None), Field::Null);
        assert_eq!(field(Field::Absent), Field::Absent);
    }

    #[test]
    fn options_convert() {
        assert_eq!(Field::from(Some(1)), Field::Value(1));
        assert_eq!(Field::from(1).as_option(), Some(&1));
        assert_eq!(Field::from(1).as_option_mut(), Some(&mut 1));
        assert_eq!(Field::<i32>::Null.into_option(), None);
    }
}
