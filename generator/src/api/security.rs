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
    /// A token that an OAuth 2 server hands out, RFC 6749; sent as a bearer token. The flows are those that the docs
    /// name, perhaps none.
    OAuth2(Vec<OAuthFlow>),
    /// Something else, which clients cannot perform by themselves.
    Other(OtherScheme),
}

/// One way to get a token from an OAuth 2 server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OAuthFlow {
    /// Which of the ways it is.
    pub grant: OAuthGrant,
    /// Where users are sent to agree; empty where the docs give nothing.
    pub authorization_url: String,
    /// What hands out tokens; empty where nothing says it. Docs never do.
    pub token_url: String,
    /// What may be asked for, with what it means.
    pub scopes: Vec<(String, String)>,
}

/// The ways of RFC 6749, section 1.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the variants are OpenAPI's own words")]
pub enum OAuthGrant {
    Implicit,
    Password,
    ClientCredentials,
    AuthorizationCode,
}

/// A scheme that needs more than a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OtherScheme {
    /// A scheme of HTTP with this name, RFC 9110, section 11; empty where the docs do not name it.
    Http(String),
    /// OpenID Connect, with the address of its discovery document; empty where the docs do not hold it.
    OpenIdConnect(String),
    /// A client certificate, RFC 8705.
    MutualTls,
    /// The docs say no more than that there is one.
    Unnamed,
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
            SchemeKind::OAuth2(flows) => {
                f.write_str("oauth2")?;
                flows.iter().try_for_each(|flow| write!(f, " {flow}"))
            }
            SchemeKind::Other(what) => write!(f, "{what}"),
        }
    }
}

impl fmt::Display for OAuthFlow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scopes: Vec<&str> = self.scopes.iter().map(|(name, _)| name.as_str()).collect();
        write!(f, "{}(", self.grant)?;
        let urls = [&self.authorization_url, &self.token_url].into_iter().map(String::as_str);
        f.write_str(&urls.filter(|url| !url.is_empty()).chain(scopes).collect::<Vec<_>>().join(" "))?;
        f.write_str(")")
    }
}

impl fmt::Display for OAuthGrant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            OAuthGrant::Implicit => "implicit",
            OAuthGrant::Password => "password",
            OAuthGrant::ClientCredentials => "clientCredentials",
            OAuthGrant::AuthorizationCode => "authorizationCode",
        })
    }
}

impl fmt::Display for OtherScheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OtherScheme::Http(name) if name.is_empty() => f.write_str("HTTP authentication of an unnamed kind"),
            OtherScheme::Http(name) => write!(f, "HTTP {name} authentication"),
            OtherScheme::OpenIdConnect(_) => f.write_str("OpenID Connect"),
            OtherScheme::MutualTls => f.write_str("mutual TLS"),
            OtherScheme::Unnamed => f.write_str("an unnamed kind"),
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
