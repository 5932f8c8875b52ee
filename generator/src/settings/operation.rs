//! `[operations.‹id›]`.

use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::shorthand::{self, Shorthand};
use super::{Notation, PaginationSettings, Table, Value};
use crate::api::{Collection, Place, Style};

/// `[operations.‹id›]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OperationSettings {
    /// Another name for it.
    pub rename: Option<Spanned<String>>,
    /// Another tag for it.
    pub tag: Option<Spanned<String>>,
    /// Its verb.
    pub method: Option<Spanned<String>>,
    /// The path below the server, with its parameters in braces.
    pub path: Option<Spanned<String>>,
    /// Leaves it out.
    pub skip: bool,
    /// Exactly which schemes it takes: alternatives of combinations.
    pub security: Option<Spanned<Vec<Vec<Spanned<String>>>>>,
    /// Whether sending it twice does no more than sending it once.
    pub idempotent: Option<Spanned<bool>>,
    /// How its answers come in pages.
    pub pagination: Option<Spanned<PaginationSettings>>,
    /// Parameters and form fields by their documented name.
    pub parameters: Table<ParameterSettings>,
    /// The request body.
    pub body: Option<BodySettings>,
    /// Responses by status: `200`, `4XX`, `default`.
    pub responses: Table<Spanned<ResponseSettings>>,
}

/// `[operations.‹id›.parameters.‹name›]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ParameterSettings {
    /// Adds a parameter that the docs do not name.
    pub add: bool,
    /// Leaves it out.
    pub skip: bool,
    /// Where it is sent.
    #[serde(rename = "in")]
    pub place: Option<Spanned<Place>>,
    /// The name that is sent.
    pub wire: Option<Spanned<String>>,
    /// Whether it must be given.
    pub required: Option<Spanned<bool>>,
    /// Its type.
    #[serde(rename = "type")]
    pub ty: Option<Spanned<Notation>>,
    /// The values that it may have.
    #[serde(rename = "enum")]
    pub values: Option<Spanned<Vec<Value>>>,
    /// How a list is written, in the words of Swagger.
    pub collection: Option<Spanned<Collection>>,
    /// How a list or an object is written, in the words of OpenAPI.
    pub style: Option<Spanned<Style>>,
    /// Whether its items and properties are kept apart.
    pub explode: Option<Spanned<bool>>,
    /// What the server takes when it is not given.
    pub default: Option<Spanned<String>>,
}

/// `[operations.‹id›.body]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct BodySettings {
    /// Says that there is none.
    pub skip: bool,
    /// Whether it must be sent.
    pub required: Option<Spanned<bool>>,
    /// Its type.
    #[serde(rename = "type")]
    pub ty: Option<Spanned<Notation>>,
    /// Its media type.
    pub media_type: Option<Spanned<String>>,
}

/// `[operations.‹id›.responses.‹status›]`, or its type alone.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub struct ResponseSettings {
    /// Says that there is no such response.
    pub skip: bool,
    /// Says that it has no body.
    pub empty: bool,
    /// The type of its body.
    #[serde(rename = "type")]
    pub ty: Option<Notation>,
    /// The media type of its body.
    pub media_type: Option<String>,
}

impl<'de> Deserialize<'de> for ResponseSettings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        shorthand::deserialize(deserializer)
    }
}

impl Shorthand for ResponseSettings {
    const EXPECTED: &'static str = "a type, or a table with `type`, `media-type`, `empty` or `skip`";

    fn from_text(text: &str) -> Result<Self, String> {
        Ok(ResponseSettings { ty: Some(Notation::parse(text)?), ..ResponseSettings::default() })
    }

    fn from_table<'de, D: Deserializer<'de>>(table: D) -> Result<Self, D::Error> {
        ResponseSettings::deserialize(table)
    }
}
