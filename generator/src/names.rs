//! `names.toml`: what the sources of an SDK say of the names that its pages have lost.
//!
//! ```toml
//! [operations.find_pets.parameters]
//! page_size = { in = "query", wire = "pageSize" }
//! tag_list = { in = "query", wire = "tagList", collection = "csv", enum = ["new", "old"] }
//!
//! [schemas.Pet.properties]
//! owner_name = { wire = "ownerName" }
//!
//! [schemas.Color]
//! enum = ["red", "dark-blue"]
//! ```
//!
//! Keys are names as the pages write them. An operation is keyed as `Class.method` where several classes have different
//! ones of that name. Every fact is evidence: it betters what convention says, never what the pages or `spec.toml` say.

mod apply;
mod value;
mod write;

pub use apply::apply;
pub use value::Wires;

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::api::{Collection, EnumValue, Place};
use crate::diagnostic::{Code, Diagnostic};
use crate::settings;
use crate::source::Docs;

/// What the origins of facts from `names.toml` are called.
pub const EVIDENCE: &str = "SDK source";

/// A map whose keys know where they stand.
pub type Table<V> = BTreeMap<Spanned<String>, V>;

/// The whole file.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Names {
    /// Operations by their documented name.
    pub operations: Table<OperationNames>,
    /// Schemas by their documented name.
    pub schemas: Table<SchemaNames>,
}

/// `[operations.‹id›]`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OperationNames {
    /// Parameters, form fields and the body by their documented name.
    pub parameters: Table<ParameterNames>,
}

/// `[operations.‹id›.parameters.‹name›]`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ParameterNames {
    /// Where it is sent.
    #[serde(rename = "in")]
    pub place: Option<Spanned<Place>>,
    /// The name that is sent.
    pub wire: Option<Spanned<String>>,
    /// How a list is written.
    pub collection: Option<Spanned<Collection>>,
    /// The values that it may have.
    #[serde(rename = "enum", deserialize_with = "value::values")]
    pub values: Option<Spanned<Vec<EnumValue>>>,
}

/// `[schemas.‹Name›]`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SchemaNames {
    /// The values of an enumeration.
    #[serde(rename = "enum", deserialize_with = "value::values")]
    pub values: Option<Spanned<Vec<EnumValue>>>,
    /// Properties by their documented name.
    pub properties: Table<PropertyNames>,
}

/// `[schemas.‹Name›.properties.‹name›]`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PropertyNames {
    /// The name in JSON: several, where several properties are documented under one name, in the order of the pages.
    pub wire: Option<Spanned<Wires>>,
    /// The values that it may have.
    #[serde(rename = "enum", deserialize_with = "value::values")]
    pub values: Option<Spanned<Vec<EnumValue>>>,
}

/// Reads the names of `docs`; a tree without a `names.toml` has none.
///
/// # Errors
/// When the file is no TOML, or holds a key or value that is not known.
pub fn read(docs: &Docs) -> Result<Names, Box<Diagnostic>> {
    let Some((id, page)) = docs.names() else { return Ok(Names::default()) };
    settings::from_toml(id, &page.text, Code::Names)
}

impl Names {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.operations.is_empty() && self.schemas.is_empty()
    }

    /// The file, in an order that depends on nothing but its facts.
    pub fn to_toml(&self) -> String {
        write::write(self)
    }
}

/// A value that stands in no file yet.
pub fn unplaced<T>(value: T) -> Spanned<T> {
    Spanned::new(0..0, value)
}
