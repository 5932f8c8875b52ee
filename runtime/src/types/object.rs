//! JSON objects as models: what the `object!` macro says of a model, and how one is read.
//!
//! Serde's derives do the same, but take several times as long to compile, which counts where there are hundreds of
//! models: here everything that does not depend on the model is written once.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserializer, Serialize, forward_to_deserialize_any};

use super::field::Field;

/// A model that is read from an object.
pub trait Object: Sized {
    /// Reads the properties.
    ///
    /// # Errors
    ///
    /// If one of them is not of its type, or a required one is missing.
    fn read<'de, A: MapAccess<'de>>(properties: A) -> Result<Self, A::Error>;
}

/// Reads an object.
pub fn deserialize_object<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct Reader<T>(PhantomData<T>);

    impl<'de, T: Object> Visitor<'de> for Reader<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, properties: A) -> Result<T, A::Error> {
            T::read(properties)
        }
    }

    deserializer.deserialize_map(Reader(PhantomData))
}

/// Reads the name of a property as what the function makes of it.
pub struct Name<K>(pub fn(&str) -> K);

impl<'de, K> DeserializeSeed<'de> for Name<K> {
    type Value = K;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<K, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<K> Visitor<'_> for Name<K> {
    type Value = K;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a property")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<K, E> {
        Ok(self.0(name))
    }
}

/// Passes over the value of a property.
pub fn skip<'de, A: MapAccess<'de>>(properties: &mut A) -> Result<(), A::Error> {
    properties.next_value::<IgnoredAny>().map(drop)
}

/// The value of a required property. An absent one is as good as `null` for a type that takes that.
pub fn given<T: DeserializeOwned, E: Error>(value: Option<T>, name: &'static str) -> Result<T, E> {
    value.map_or_else(|| T::deserialize(Missing(name, PhantomData)), Ok)
}

/// What stands for a property that is not there.
struct Missing<E>(&'static str, PhantomData<E>);

impl<'de, E: Error> Deserializer<'de> for Missing<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, E> {
        Err(E::missing_field(self.0))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_none()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// A value that need not be there.
pub trait Optional {
    /// Whether it is not.
    fn is_absent(&self) -> bool;
}

impl<T> Optional for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Optional for Field<T> {
    fn is_absent(&self) -> bool {
        Field::is_absent(self)
    }
}

/// Writes a property.
pub fn write<M: SerializeMap>(object: &mut M, name: &str, value: &impl Serialize) -> Result<(), M::Error> {
    object.serialize_entry(name, value)
}

/// Writes a property that is there.
pub fn write_optional<M: SerializeMap, T: Serialize + Optional>(
    object: &mut M,
    name: &str,
    value: &T,
) -> Result<(), M::Error> {
    if value.is_absent() { Ok(()) } else { object.serialize_entry(name, value) }
}
