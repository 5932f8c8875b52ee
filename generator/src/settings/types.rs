//! `[types]`.

use serde::Deserialize;

/// `[types]`: which Rust types stand for formats of strings.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Types {
    /// The type of an RFC 3339 date and time.
    pub date_time: TimeType,
    /// The type of an RFC 3339 date.
    pub date: TimeType,
    /// The type of a UUID.
    pub uuid: UuidType,
    /// The type of a decimal number that is sent as text.
    pub decimal: DecimalType,
    /// The type of base64.
    pub byte: ByteType,
}

/// What stands for a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TimeType {
    /// A type of its own, made of one of jiff's.
    #[default]
    Jiff,
    /// The text as the server sends it.
    String,
}

/// What stands for a UUID.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UuidType {
    /// The type of the crate `uuid`.
    #[default]
    Uuid,
    /// The text as the server sends it.
    String,
}

/// What stands for a decimal number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalType {
    /// The text as the server sends it.
    #[default]
    String,
    /// The type of the crate `rust_decimal`.
    RustDecimal,
}

/// What stands for base64.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ByteType {
    /// The bytes themselves.
    #[default]
    Bytes,
    /// The text as the server sends it.
    String,
}
