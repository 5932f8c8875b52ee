//! The client and its settings.
// {{ banner }}

use docwright_runtime::rt;

use crate::apis;
{%- if has_schemes %}
use crate::auth;
{%- endif %}

/// Calls the {{ package.title }} API. Clones share their connections.
#[derive(Clone, Debug)]
pub struct Client {
    inner: rt::Client,
}

/// The settings of a [`Client`].
#[derive(Debug)]
pub struct ClientBuilder(rt::ClientBuilder);

docwright_runtime::client_builder!(ClientBuilder -> Client);

impl Client {
{%- match server %}
{%- when Some with (server) %}
    /// Begins a client. Unless told otherwise it calls the documented server.
    pub fn builder() -> ClientBuilder {
        const SERVER: &str = {{ server }};
        const USER_AGENT: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
        ClientBuilder(rt::ClientBuilder::new(SERVER, USER_AGENT))
    }
{%- when None %}
    /// Begins a client. The docs name no server: `base_url` must be set.
    pub fn builder() -> ClientBuilder {
        const USER_AGENT: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
        ClientBuilder(rt::ClientBuilder::new("", USER_AGENT))
    }
{%- endmatch %}
{%- for api in package.apis %}

    /// Operations tagged `{{ api.title }}`.
    pub fn {{ api.accessor }}(&self) -> apis::{{ api.handle }}<'_> {
        apis::{{ api.handle }}(&self.inner)
    }
{%- endfor %}
}
{%- if has_schemes %}

impl ClientBuilder {
{%- for scheme in schemes %}
{%- if !loop.first %}
{% endif %}
{{ scheme.setter }}
{%- endfor %}
}
{%- endif %}
