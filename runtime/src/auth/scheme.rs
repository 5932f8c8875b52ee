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
    /// A bearer token that the client may fetch itself (RFC 6749).
    OAuth2(Flows),
}

/// The token URLs of the flows that the docs give an OAuth2 scheme, and the scopes to ask for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Flows {
    pub(crate) client_credentials: Option<&'static str>,
    pub(crate) password: Option<&'static str>,
    pub(crate) refresh: Option<&'static str>,
    pub(crate) scopes: &'static [&'static str],
}

const NO_FLOWS: Flows = Flows { client_credentials: None, password: None, refresh: None, scopes: &[] };

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

    /// OAuth2 (RFC 6749), whose token is sent as a bearer token. The flows that the docs describe are added by the
    /// methods below; a token URL may be relative to the base URL of the client. Other schemes ignore those methods.
    pub const fn oauth2(name: &'static str) -> Self {
        Self { name, kind: Kind::OAuth2(NO_FLOWS) }
    }

    /// The token URL of the flow `clientCredentials` (RFC 6749 section 4.4).
    pub const fn client_credentials(mut self, token_url: &'static str) -> Self {
        if let Kind::OAuth2(flows) = &mut self.kind {
            flows.client_credentials = Some(token_url);
        }
        self
    }

    /// The token URL of the flow `password` (RFC 6749 section 4.3), which is where its tokens are refreshed too.
    pub const fn password(mut self, token_url: &'static str) -> Self {
        if let Kind::OAuth2(flows) = &mut self.kind {
            flows.password = Some(token_url);
        }
        self
    }

    /// The URL where refresh tokens are redeemed that the user brings along (RFC 6749 section 6): the refresh or token
    /// URL of the flow `authorizationCode`. Without it that of the password flow is used.
    pub const fn refresh(mut self, token_url: &'static str) -> Self {
        if let Kind::OAuth2(flows) = &mut self.kind {
            flows.refresh = Some(token_url);
        }
        self
    }

    /// The scopes that are asked for (RFC 6749 section 3.3); without any the server decides.
    pub const fn scopes(mut self, scopes: &'static [&'static str]) -> Self {
        if let Kind::OAuth2(flows) = &mut self.kind {
            flows.scopes = scopes;
        }
        self
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

    /// The documented flows; none if this is no OAuth2 scheme.
    pub(crate) fn flows(&self) -> Flows {
        match self.kind {
            Kind::OAuth2(flows) => flows,
            Kind::ApiKey { .. } | Kind::Basic | Kind::Bearer => NO_FLOWS,
        }
    }
}
