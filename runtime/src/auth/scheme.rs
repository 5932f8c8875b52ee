//! The security schemes that the docs of an API define.

/// One security scheme (OpenAPI 3.1 section 4.8.27). Two are the same if their names are.
#[derive(Debug)]
pub struct Scheme {
    name: &'static str,
    kind: Kind,
}

/// Where an API key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A header.
    Header,
    /// A query parameter.
    Query,
    /// A cookie.
    Cookie,
}

/// What a scheme sends.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// A key under a name of its own, after a prefix where there is one.
    ApiKey { place: Place, name: &'static str, prefix: Option<&'static str> },
    /// HTTP basic authentication (RFC 7617).
    Basic,
    /// A bearer token (RFC 6750).
    Bearer,
}

impl Scheme {
    /// A key that is sent as a header, query parameter or cookie called `key`.
    pub const fn api_key(name: &'static str, place: Place, key: &'static str) -> Self {
        Self { name, kind: Kind::ApiKey { place, name: key, prefix: None } }
    }

    /// HTTP basic authentication (RFC 7617).
    pub const fn basic(name: &'static str) -> Self {
        Self { name, kind: Kind::Basic }
    }

    /// A bearer token in the `Authorization` header (RFC 6750 section 2.1).
    pub const fn bearer(name: &'static str) -> Self {
        Self { name, kind: Kind::Bearer }
    }

    /// Puts a word and a space before an API key, as in `Authorization: Bearer ‹key›`. Other schemes ignore it.
    pub const fn prefix(mut self, prefix: &'static str) -> Self {
        if let Kind::ApiKey { place, name, .. } = self.kind {
            self.kind = Kind::ApiKey { place, name, prefix: Some(prefix) };
        }
        self
    }

    /// The name that the docs give the scheme.
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    pub(crate) fn kind(&self) -> Kind {
        self.kind
    }
}
