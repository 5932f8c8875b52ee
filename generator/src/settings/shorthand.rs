//! Tables whose one usual key may stand alone: `responses.200 = "Pet"` for `responses.200 = { type = "Pet" }`.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};

/// What can be read of a whole table or of the value of its usual key.
pub(super) trait Shorthand: Sized {
    /// What is expected, for messages.
    const EXPECTED: &'static str;

    /// Reads the value that stands alone.
    ///
    /// # Errors
    /// When it is none; the text says why.
    fn from_text(text: &str) -> Result<Self, String>;

    /// Reads `true` or `false`, where that means something.
    ///
    /// # Errors
    /// When it means nothing.
    fn from_bool(_: bool) -> Result<Self, String> {
        Err(format!("expected {}", Self::EXPECTED))
    }

    /// Reads the table.
    ///
    /// # Errors
    /// When a key or a value is not known.
    fn from_table<'de, D: Deserializer<'de>>(table: D) -> Result<Self, D::Error>;
}

/// Reads either form.
pub(super) fn deserialize<'de, D: Deserializer<'de>, T: Shorthand>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(Either(PhantomData))
}

struct Either<T>(PhantomData<T>);

impl<'de, T: Shorthand> Visitor<'de> for Either<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::from_text(text).map_err(E::custom)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<T, E> {
        T::from_bool(value).map_err(E::custom)
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<T, M::Error> {
        T::from_table(MapAccessDeserializer::new(map))
    }
}
