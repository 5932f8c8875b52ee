//! `[schemas.‹Name›]`.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::shorthand::{self, Shorthand};
use super::{Notation, Table};

/// `[schemas.‹Name›]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SchemaSettings {
    /// Adds a schema that no page describes.
    pub add: bool,
    /// What an added schema means.
    pub description: Option<String>,
    /// Another name for it.
    pub rename: Option<Spanned<String>>,
    /// What it is another name for.
    #[serde(rename = "type")]
    pub ty: Option<Spanned<Notation>>,
    /// The values of the enumeration that it is.
    #[serde(rename = "enum")]
    pub values: Option<Spanned<Vec<Value>>>,
    /// The types of which a value has one.
    pub one_of: Option<Spanned<Vec<Notation>>>,
    /// Which of these types a value has.
    pub discriminator: Option<Spanned<DiscriminatorSettings>>,
    /// Whether `null` is allowed wherever it is referred to.
    pub nullable: Option<bool>,
    /// What an object may hold beside its properties.
    pub additional: Option<Spanned<AdditionalSettings>>,
    /// Properties by their documented name.
    pub properties: Table<PropertySettings>,
}

/// `[schemas.‹Name›.properties.‹name›]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct PropertySettings {
    /// Adds a property that no page describes.
    pub add: bool,
    /// Leaves it out.
    pub skip: bool,
    /// The name in JSON.
    pub wire: Option<Spanned<String>>,
    /// Its type.
    #[serde(rename = "type")]
    pub ty: Option<Spanned<Notation>>,
    /// Whether it is always there.
    pub required: Option<Spanned<bool>>,
    /// Whether `null` is allowed.
    pub nullable: Option<Spanned<bool>>,
    /// The values that it may have.
    #[serde(rename = "enum")]
    pub values: Option<Spanned<Vec<Value>>>,
    /// Whether only the server sets it.
    pub read_only: Option<bool>,
    /// Whether `Debug` hides its value.
    pub secret: Option<bool>,
    /// What the server takes when it is absent.
    pub default: Option<Spanned<String>>,
}

/// A value of an enumeration.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// A whole number.
    Integer(i64),
    /// A string.
    String(String),
}

/// The property that tells the members of a union apart, or its name alone.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct DiscriminatorSettings {
    /// Its name in JSON.
    pub property: String,
    /// The schema that each of its values stands for, where that is not the schema of this name.
    #[serde(default)]
    pub mapping: BTreeMap<String, String>,
}

impl<'de> Deserialize<'de> for DiscriminatorSettings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        shorthand::deserialize(deserializer)
    }
}

impl Shorthand for DiscriminatorSettings {
    const EXPECTED: &'static str = "the name of a property, or a table with `property` and `mapping`";

    fn from_text(text: &str) -> Result<Self, String> {
        Ok(DiscriminatorSettings { property: text.to_owned(), mapping: BTreeMap::new() })
    }

    fn from_table<'de, D: Deserializer<'de>>(table: D) -> Result<Self, D::Error> {
        DiscriminatorSettings::deserialize(table)
    }
}

/// Whether an object may hold more than its properties, and what.
#[derive(Clone, Debug)]
pub enum AdditionalSettings {
    /// It may not.
    Forbidden,
    /// It may, of this type.
    Allowed(Notation),
}

impl<'de> Deserialize<'de> for AdditionalSettings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        shorthand::deserialize(deserializer)
    }
}

impl Shorthand for AdditionalSettings {
    const EXPECTED: &'static str = "`false`, `true` or a type";

    fn from_text(text: &str) -> Result<Self, String> {
        Notation::parse(text).map(AdditionalSettings::Allowed)
    }

    fn from_bool(allowed: bool) -> Result<Self, String> {
        Ok(if allowed { AdditionalSettings::Allowed(Notation::any()) } else { AdditionalSettings::Forbidden })
    }

    fn from_table<'de, D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(serde::de::Error::custom(format!("expected {}", Self::EXPECTED)))
    }
}
