//! Security schemes: how a caller shows who it is.

use std::fmt;

use super::Fact;
use crate::source::Span;

/// One security scheme (OpenAPI 3.1, section "Security Scheme Object").
#[derive(Clone, Debug)]
pub struct SecurityScheme {
    /// The name by which operations refer to it.
    pub name: String,
    /// What it is.
    pub kind: Fact<SchemeKind>,
    /// What stands before an API key, as in `Bearer <key>`; empty for nothing.
    pub prefix: Fact<String>,
    /// Where it is documented, or first named.
    pub span: Span,
}

/// What kind of credential a scheme takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// A key that is sent under a name of its own.
    ApiKey {
        /// Where it is sent.
        place: SchemePlace,
        /// The name of the header, query parameter or cookie.
        name: String,
    },
    /// User name and password, RFC 7617.
    Basic,
    /// A token in `Authorization: Bearer`, RFC 6750.
    Bearer,
    /// A token that an OAuth 2 server hands out, RFC 6749; sent as a bearer token.
    OAuth2,
    /// Something else, which nothing is known of but this name.
    Other(String),
}

/// Where an API key is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants are OpenAPI's own words")]
pub enum SchemePlace {
    Header,
    Query,
    Cookie,
}

impl fmt::Display for SchemeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SchemeKind::ApiKey { place, name } => write!(f, "api key in {place} {name}"),
            SchemeKind::Basic => f.write_str("http basic"),
            SchemeKind::Bearer => f.write_str("http bearer"),
            SchemeKind::OAuth2 => f.write_str("oauth2"),
            SchemeKind::Other(what) => f.write_str(what),
        }
    }
}

impl fmt::Display for SchemePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            SchemePlace::Header => "header",
            SchemePlace::Query => "query",
            SchemePlace::Cookie => "cookie",
        })
    }
}
