//! The parts of the serializer that gather lists and pairs.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, SerializeTupleStruct};

use super::serializer::PlainSerializer;
use super::{NotPlain, Plain};

/// No more room than this is taken in advance, since a `Serialize` may claim any length.
const MOST_RESERVED: usize = 64;

/// Gathers the elements of a sequence or tuple.
pub(super) struct ListSerializer {
    items: Vec<String>,
}

/// Gathers the properties of a map or struct.
pub(super) struct PairsSerializer {
    pairs: Vec<(String, String)>,
    /// The key whose value comes next; only maps give the two apart.
    key: Option<String>,
}

impl ListSerializer {
    pub(super) fn new(len: Option<usize>) -> Self {
        Self { items: Vec::with_capacity(len.unwrap_or_default().min(MOST_RESERVED)) }
    }

    fn push(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), NotPlain> {
        self.items.extend(scalar(value)?);
        Ok(())
    }
}

impl PairsSerializer {
    pub(super) fn new(len: Option<usize>) -> Self {
        Self { pairs: Vec::with_capacity(len.unwrap_or_default().min(MOST_RESERVED)), key: None }
    }

    fn push(&mut self, key: String, value: &(impl Serialize + ?Sized)) -> Result<(), NotPlain> {
        self.pairs.extend(scalar(value)?.map(|text| (key, text)));
        Ok(())
    }
}

impl SerializeSeq for ListSerializer {
    type Ok = Plain;
    type Error = NotPlain;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotPlain> {
        self.push(value)
    }

    fn end(self) -> Result<Plain, NotPlain> {
        Ok(Plain::List(self.items))
    }
}

impl SerializeTuple for ListSerializer {
    type Ok = Plain;
    type Error = NotPlain;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotPlain> {
        self.push(value)
    }

    fn end(self) -> Result<Plain, NotPlain> {
        Ok(Plain::List(self.items))
    }
}

impl SerializeTupleStruct for ListSerializer {
    type Ok = Plain;
    type Error = NotPlain;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotPlain> {
        self.push(value)
    }

    fn end(self) -> Result<Plain, NotPlain> {
        Ok(Plain::List(self.items))
    }
}

impl SerializeMap for PairsSerializer {
    type Ok = Plain;
    type Error = NotPlain;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), NotPlain> {
        self.key = Some(scalar(key)?.ok_or(NotPlain::Nested)?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotPlain> {
        let key = self.key.take().ok_or_else(|| NotPlain::Other("a map gave a value without a key".to_owned()))?;
        self.push(key, value)
    }

    fn end(self) -> Result<Plain, NotPlain> {
        Ok(Plain::Pairs(self.pairs))
    }
}

impl SerializeStruct for PairsSerializer {
    type Ok = Plain;
    type Error = NotPlain;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), NotPlain> {
        self.push(key.to_owned(), value)
    }

    fn end(self) -> Result<Plain, NotPlain> {
        Ok(Plain::Pairs(self.pairs))
    }
}

/// The text of a list element or property; `None` where it is left out.
fn scalar(value: &(impl Serialize + ?Sized)) -> Result<Option<String>, NotPlain> {
    match value.serialize(PlainSerializer)? {
        Plain::Nothing => Ok(None),
        Plain::Text(text) => Ok(Some(text)),
        Plain::List(_) | Plain::Pairs(_) => Err(NotPlain::Nested),
    }
}
