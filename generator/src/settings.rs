//! `spec.toml`: our few words about a service that its docs cannot say, or say wrongly.
//!
//! Every key is optional. A key that is not known is an error; one that matches nothing in the docs is too (see
//! [`apply`]).

mod assumptions;
mod notation;
mod operation;
mod overrides;
mod package;
mod pagination;
mod schema;
mod security;
mod shorthand;
mod strictness;
mod types;

pub use assumptions::assumptions;
pub use notation::Notation;
pub use operation::{BodySettings, OperationSettings, ParameterSettings, ResponseSettings};
pub use overrides::apply;
pub use package::{Package, check_package};
pub use pagination::PaginationSettings;
pub use schema::{AdditionalSettings, DiscriminatorSettings, PropertySettings, SchemaSettings, Value};
pub use security::{SchemeSettings, SchemeType};
pub use strictness::{Denied, Strictness};
pub use types::{ByteType, DecimalType, TimeType, Types, UuidType};

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

use crate::api::infer::Convention;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Docs, PageId, Span};

/// A map whose keys know where they stand.
pub type Table<V> = BTreeMap<Spanned<String>, V>;

/// The whole file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The generated package.
    pub package: Package,
    /// The API as a whole.
    pub api: ApiSettings,
    /// Security schemes by name.
    pub security: Table<SchemeSettings>,
    /// What is not accepted of the docs.
    pub check: Strictness,
    /// How names are spelt that no page proves.
    pub names: Names,
    /// Which Rust types stand for formats.
    pub types: Types,
    /// Operations by their documented name.
    pub operations: Table<OperationSettings>,
    /// Schemas by their documented name.
    pub schemas: Table<SchemaSettings>,
}

/// `[api]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ApiSettings {
    /// The API's name, for people; docs of Python clients do not hold it.
    pub title: Option<Spanned<String>>,
    /// Its version (not that of its SDK).
    pub version: Option<Spanned<String>>,
    /// What it is for, as Markdown.
    pub description: Option<Spanned<String>>,
    /// The base that paths are joined to, in place of the docs' base URI.
    pub server: Option<Spanned<String>>,
}

/// `[names]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Names {
    /// The convention of query, cookie and form names.
    pub parameters: Option<Spanned<Convention>>,
    /// The convention of JSON names.
    pub properties: Option<Spanned<Convention>>,
    /// Single names: documented spelling to wire spelling.
    pub exact: Table<String>,
}

/// Reads the settings of `docs`; a tree without a `spec.toml` has the default ones.
///
/// # Errors
/// When the file is no TOML, or holds a key or value that is not known.
pub fn read(docs: &Docs) -> Result<Settings, Box<Diagnostic>> {
    let Some((id, page)) = docs.spec() else { return Ok(Settings::default()) };
    from_toml(id, &page.text, Code::Settings)
}

/// Reads a page of TOML; an error of the TOML reader becomes a finding of kind `code`.
pub(crate) fn from_toml<T: DeserializeOwned>(page: PageId, text: &str, code: Code) -> Result<T, Box<Diagnostic>> {
    toml::from_str(text).map_err(|error| Box::new(explain(page, text.len(), &error, code)))
}

/// Turns an error of the TOML reader into one of ours, with the nearest known word as advice.
fn explain(page: PageId, length: usize, error: &toml::de::Error, code: Code) -> Diagnostic {
    let span = error.span().map_or(Span::new(page, 0, 0), |range| Span::new(page, range.start, range.end.min(length)));
    let message = error.message().lines().next().unwrap_or("not valid TOML");
    let diagnostic = Diagnostic::new(code, span, message);
    match nearest(message) {
        Some(word) => diagnostic.help(format!("did you mean `{word}`?")),
        None => diagnostic,
    }
}

/// In `unknown field `serber`, expected one of `title`, `server``, the word nearest to the first.
fn nearest(message: &str) -> Option<&str> {
    ["unknown field ", "unknown variant "].iter().find(|start| message.starts_with(**start))?;
    let mut words = message.split('`').skip(1).step_by(2);
    let wrong = words.next()?;
    did_you_mean(wrong, words)
}

/// How many findings get a suggestion: with more of them the docs are the wrong ones, and to compare every name with
/// every other takes long.
pub const MOST_SUGGESTIONS: usize = 100;

/// The candidate that is most like `wrong`, if one is like it at all.
pub fn did_you_mean<'c>(wrong: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let scored = candidates.map(|candidate| (strsim::jaro_winkler(wrong, candidate), candidate));
    scored.filter(|(score, _)| *score > 0.75).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, candidate)| candidate)
}
