//! Values of `names.toml` that are more than one word.

use std::fmt;

use serde::de::{Deserializer, SeqAccess, Visitor};
use serde::{Deserialize, de};
use toml::Spanned;

use crate::api::EnumValue;

/// One wire name or, in an array, several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wires(pub Vec<String>);

impl<'de> Deserialize<'de> for Wires {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMore;

        impl<'de> Visitor<'de> for OneOrMore {
            type Value = Wires;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name, or an array of names")
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<Wires, E> {
                Ok(Wires(vec![name.to_owned()]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut names: A) -> Result<Wires, A::Error> {
                let mut wires = Vec::new();
                while let Some(name) = names.next_element()? {
                    wires.push(name);
                }
                Ok(Wires(wires))
            }
        }

        deserializer.deserialize_any(OneOrMore)
    }
}

/// Reads the values of an enumeration.
pub(super) fn values<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Spanned<Vec<EnumValue>>>, D::Error> {
    let values: Spanned<Vec<Value>> = Spanned::deserialize(deserializer)?;
    let span = values.span();
    Ok(Some(Spanned::new(span, values.into_inner().into_iter().map(|value| value.0).collect())))
}

struct Value(EnumValue);

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct StringOrInteger;

        impl Visitor<'_> for StringOrInteger {
            type Value = Value;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or a whole number")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
                Ok(Value(EnumValue::String(text.to_owned())))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Value, E> {
                Ok(Value(EnumValue::Integer(number)))
            }
        }

        deserializer.deserialize_any(StringOrInteger)
    }
}
