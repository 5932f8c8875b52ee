//! What the docs say, as facts: operations, schemas, security schemes. No word of Rust, Markdown or any docs dialect.
//!
//! A dialect reads an [`Api`] in which some facts are only conventions; [`infer`] decides them from evidence, the
//! overrides of `spec.toml` correct them, and [`check`] makes the whole consistent.

pub mod check;
mod fact;
pub mod infer;
pub mod ledger;
mod named_schema;
mod operation;
mod pagination;
mod path;
mod place;
mod response;
mod schema;
mod security;
mod serialization;
mod text;
mod visit;

pub use fact::{Fact, Origin};
pub use named_schema::{Additional, Discriminator, NamedSchema, Property, Shape};
pub use operation::{Location, Method, Operation, Parameter, RequestBody, Requirement};
pub use pagination::{AnswerPath, PageKind, PageStyle, Pagination, View};
pub use path::{BadPath, PathTemplate, Segment};
pub use place::{Place, Wanted};
pub use response::{Content, Header, Response, Status};
pub use schema::{EnumValue, NumberFormat, Schema, SchemaKind, StringFormat};
pub use security::{OAuthFlow, OAuthGrant, OtherScheme, SchemeKind, SchemePlace, SecurityScheme};
pub use serialization::{Collection, Serialization, Style};
pub use text::render as compact_text;

use std::collections::BTreeMap;

use crate::source::Span;

/// Everything that one tree of docs says about one API.
#[derive(Clone, Debug, Default)]
pub struct Api {
    /// The API's own words about itself.
    pub info: Info,
    /// Where it is served: the base that paths are joined to.
    pub server: Option<Fact<String>>,
    /// Every operation, in the order of pages and of sections on a page.
    pub operations: Vec<Operation>,
    /// Every schema that has a name, by that name.
    pub schemas: BTreeMap<String, NamedSchema>,
    /// Every security scheme, in the order in which the docs first name them.
    pub security_schemes: Vec<SecurityScheme>,
    /// What was found on the way that speaks for one wire name or another.
    pub evidence: Evidence,
}

/// The API's title, version and description.
#[derive(Clone, Debug, Default)]
pub struct Info {
    /// The title.
    pub title: Option<Fact<String>>,
    /// The version of the API (not of its SDK).
    pub version: Option<Fact<String>>,
    /// What the API is for, as Markdown.
    pub description: Option<Fact<String>>,
}

/// Words that are certainly wire names, for [`infer`] to vote on.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// Names of parameters in their wire spelling.
    pub parameter_names: Vec<Fact<String>>,
    /// Names of properties in their wire spelling.
    pub property_names: Vec<Fact<String>>,
    /// Words of the prose that are a parameter's name but for their spelling.
    pub parameter_words: Vec<Fact<String>>,
    /// Words of the prose that are a property's name but for their spelling.
    pub property_words: Vec<Fact<String>>,
    /// What example code shows of models: model name, property name, its value's schema.
    pub example_properties: Vec<ExampleProperty>,
}

/// One `name=value` in a constructor call of an example.
#[derive(Clone, Debug)]
pub struct ExampleProperty {
    /// The model that is constructed.
    pub model: String,
    /// The property as the example spells it.
    pub name: String,
    /// The property's name in JSON, as far as the example tells.
    pub wire_name: Fact<String>,
    /// The schema that its value suggests.
    pub schema: Schema,
    /// Where it stands.
    pub span: Span,
}
