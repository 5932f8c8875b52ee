//! `[security.‹scheme›]`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::api::{OAuthGrant, Place};

/// `[security.‹scheme›]`: what a scheme is.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SchemeSettings {
    /// Adds a scheme that the docs do not name.
    pub add: bool,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: Option<Spanned<SchemeType>>,
    /// Where an API key is sent.
    #[serde(rename = "in")]
    pub place: Option<Spanned<Place>>,
    /// The name of the header, query parameter or cookie of an API key.
    pub name: Option<Spanned<String>>,
    /// What stands before an API key.
    pub prefix: Option<Spanned<String>>,
    /// Which OAuth 2 flow the keys below are about; needed where there are several or none.
    pub flow: Option<Spanned<OAuthGrant>>,
    /// Where users are sent to agree.
    pub authorization_url: Option<Spanned<String>>,
    /// What hands out tokens: an address, or a path below the server.
    pub token_url: Option<Spanned<String>>,
    /// What may be asked for, with what it means.
    pub scopes: Option<Spanned<BTreeMap<String, String>>>,
}

/// The kinds of security scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum SchemeType {
    /// A key with a name of its own.
    #[serde(rename = "apiKey")]
    ApiKey,
    /// User name and password.
    #[serde(rename = "basic")]
    Basic,
    /// A bearer token.
    #[serde(rename = "bearer")]
    Bearer,
    /// A token of an OAuth 2 server.
    #[serde(rename = "oauth2")]
    OAuth2,
}
