//! The serde serializer behind [`plain`](super::plain).

use std::fmt::Display;

use serde::ser::{Impossible, Serialize, Serializer};

use super::compound::{ListSerializer, PairsSerializer};
use super::{NotPlain, Plain};

/// Serialises one value; each list element and property is serialised by another.
pub(super) struct PlainSerializer;

impl Serializer for PlainSerializer {
    type Ok = Plain;
    type Error = NotPlain;
    type SerializeSeq = ListSerializer;
    type SerializeTuple = ListSerializer;
    type SerializeTupleStruct = ListSerializer;
    type SerializeTupleVariant = Impossible<Plain, NotPlain>;
    type SerializeMap = PairsSerializer;
    type SerializeStruct = PairsSerializer;
    type SerializeStructVariant = Impossible<Plain, NotPlain>;

    fn serialize_bool(self, value: bool) -> Result<Plain, NotPlain> {
        text(value)
    }

    fn serialize_i8(self, value: i8) -> Result<Plain, NotPlain> {
        text(value)
    }

    fn serialize_i16(self, value: i16) -> Result<Plain, NotPlain> {
        text(value)
    }

    fn serialize_i32(self, value: i32) -> Result<Plain, NotPlain> {
        text(value)
    }

    fn serialize_i64(self, value: i64) -> Result<Plain, NotPlain> {
        text(value)
    }

    fn serialize_i128(self, value: i128) -> Result<Plain, NotPlain> {
        text(value)
    }

    fn serialize_u8(self, value: u8) -> Result<Plain, NotPlain> {
        text(value)
    }

    fn serialize_u16(self, value: u16) -> Result<Plain, NotPlain> {
        text(value)
    }

    fn serialize_u32(self, value: u32) -> Result<Plain, NotPlain> {
        text(value)
    }

    fn serialize_u64(self, value: u64) -> Result<Plain, NotPlain> {
        text(value)
    }

    fn serialize_u128(self, value: u128) -> Result<Plain, NotPlain> {
        text(value)
    }

    fn serialize_f32(self, value: f32) -> Result<Plain, NotPlain> {
        number(value.is_finite(), value)
    }

    fn serialize_f64(self, value: f64) -> Result<Plain, NotPlain> {
        number(value.is_finite(), value)
    }

    fn serialize_char(self, value: char) -> Result<Plain, NotPlain> {
        text(value)
    }

    fn serialize_str(self, value: &str) -> Result<Plain, NotPlain> {
        text(value)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Plain, NotPlain> {
        Err(NotPlain::Other("a byte string has no text".to_owned()))
    }

    fn serialize_none(self) -> Result<Plain, NotPlain> {
        Ok(Plain::Nothing)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Plain, NotPlain> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Plain, NotPlain> {
        Ok(Plain::Nothing)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Plain, NotPlain> {
        Ok(Plain::Nothing)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Plain, NotPlain> {
        text(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<Plain, NotPlain> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Plain, NotPlain> {
        Err(NotPlain::Nested)
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<ListSerializer, NotPlain> {
        Ok(ListSerializer::new(len))
    }

    fn serialize_tuple(self, len: usize) -> Result<ListSerializer, NotPlain> {
        Ok(ListSerializer::new(Some(len)))
    }

    fn serialize_tuple_struct(self, _: &'static str, len: usize) -> Result<ListSerializer, NotPlain> {
        Ok(ListSerializer::new(Some(len)))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, NotPlain> {
        Err(NotPlain::Nested)
    }

    fn serialize_map(self, len: Option<usize>) -> Result<PairsSerializer, NotPlain> {
        Ok(PairsSerializer::new(len))
    }

    fn serialize_struct(self, _: &'static str, len: usize) -> Result<PairsSerializer, NotPlain> {
        Ok(PairsSerializer::new(Some(len)))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, NotPlain> {
        Err(NotPlain::Nested)
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<Plain, NotPlain> {
        text(value)
    }
}

fn text(value: impl Display) -> Result<Plain, NotPlain> {
    Ok(Plain::Text(value.to_string()))
}

fn number(finite: bool, value: impl Display) -> Result<Plain, NotPlain> {
    if finite { text(value) } else { Err(NotPlain::Other("a number that is not finite has no text".to_owned())) }
}
