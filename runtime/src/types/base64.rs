//! Bytes inside JSON.

use std::fmt;
use std::ops::Deref;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use bytes::Bytes;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Bytes that JSON holds as base64 (RFC 4648).
///
/// They are written with the standard alphabet and padding (section 4). Reading is more lenient, because servers are:
/// the alphabet may be the one for URLs (section 5), padding may be missing, and line breaks are passed over. `Debug`
/// shows only the length.
///
/// ```
/// use docwright_runtime::Base64;
///
/// let avatar = Base64::from(b"\x89PNG");
/// assert_eq!(avatar.to_string(), "iVBORw==");
/// assert_eq!(avatar[1..], *b"PNG");
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Base64(Bytes);

const LENIENT: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, LENIENT);

impl Deref for Base64 {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl AsRef<[u8]> for Base64 {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl From<Bytes> for Base64 {
    fn from(bytes: Bytes) -> Self {
        Self(bytes)
    }
}

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes.into())
    }
}

impl From<&[u8]> for Base64 {
    fn from(bytes: &[u8]) -> Self {
        Self(Bytes::copy_from_slice(bytes))
    }
}

impl<const N: usize> From<&[u8; N]> for Base64 {
    fn from(bytes: &[u8; N]) -> Self {
        Self(Bytes::copy_from_slice(bytes))
    }
}

impl From<Base64> for Bytes {
    fn from(base64: Base64) -> Self {
        base64.0
    }
}

/// Writes the text in base64.
impl fmt::Display for Base64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&STANDARD.encode(&self.0))
    }
}

impl fmt::Debug for Base64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Base64({} bytes)", self.0.len())
    }
}

impl Serialize for Base64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Base64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = Base64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string in base64")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Base64, E> {
        let is_break = |byte: &u8| byte.is_ascii_whitespace();
        let engine = if text.contains(['-', '_']) { URL_SAFE } else { STANDARD };
        let decoded = if text.bytes().any(|byte| is_break(&byte)) {
            let mut text = text.as_bytes().to_vec();
            text.retain(|byte| !is_break(byte));
            engine.decode(text)
        } else {
            engine.decode(text)
        };
        // What is wrong with the text might be told by quoting it, and it may be a secret.
        decoded.map(Base64::from).map_err(|_| E::custom("not base64"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[u8]) {
        let json = serde_json::to_string(text).unwrap();
        assert_eq!(*serde_json::from_str::<Base64>(&json).unwrap(), *expected, "{text}");
    }

    #[track_caller]
    fn check_refused(text: &str) {
        let error = serde_json::from_value::<Base64>(text.into()).unwrap_err();
        assert!(!error.to_string().contains(text), "{error}");
    }

    #[test]
    fn both_alphabets_are_read_with_and_without_padding() {
        check("", b"");
        check("/+8=", b"\xff\xef");
        check("_-8=", b"\xff\xef");
        check("_-8", b"\xff\xef");
        check("/+8", b"\xff\xef");
        check("iVBO\r\nRw==\n", b"\x89PNG");
    }

    #[test]
    fn other_texts_are_refused() {
        check_refused("s3cret!");
        check_refused("_+8=");
        check_refused("AAAAA");
        check_refused("A=AA");
    }

    #[test]
    fn bytes_are_written_in_the_standard_alphabet() {
        let bytes = Base64::from(vec![0xff, 0xef]);
        assert_eq!(serde_json::to_string(&bytes).unwrap(), "\"/+8=\"");
        assert_eq!(Bytes::from(bytes), b"\xff\xef".as_slice());
    }

    #[test]
    fn only_the_length_is_shown() {
        assert_eq!(format!("{:?}", Base64::from(b"s3cret")), "Base64(6 bytes)");
    }
}
