{%- if schemes.is_empty() -%}
//! Credentials. The docs name no way for callers to show who they are.
//!
//! If the server wants a token all the same, send it in a header, of every call
//! ([`ClientBuilder::default_header`](crate::ClientBuilder::default_header)) or of one
//! ([`CallOptions::header`](crate::CallOptions::header)):
//!
//! ```
//! # fn example(token: &str) -> Result<{{ package.ident }}::Client, {{ package.ident }}::Error> {
//! {{ package.ident }}::Client::builder().default_header("Authorization", format!("Bearer {token}")).build()
//! # }
//! ```
//!
//! A header goes wherever the request goes, over plain HTTP too. What a [`Signer`] adds goes to the client's own server
//! alone, as any credential, and may depend on the request; [`Credential::signer`] makes it one of all operations.
// {{ banner }}
{% else -%}
//! Credentials: a function for each way in which the API lets callers show who they are.
//!
//! A client takes them when it is built, a single call by
//! [`CallOptions::with_credential`](crate::CallOptions::with_credential).
// {{ banner }}

use docwright_runtime::rt;
{% endif %}
pub use docwright_runtime::{
    Credential, CredentialProvider, OAuth2, ProviderContext, Secret, Signature, Signer, TokenError,
};
{% for scheme in schemes %}
{{ scheme.constant }}
{% endfor %}
{%- match all %}
{%- when Some with (all) %}
/// Every scheme, for the operations that list them all.
{{ all }}
{% when None %}
{%- endmatch %}
{%- for scheme in schemes %}
{%- for function in scheme.functions %}
{{ function }}
{% endfor %}
{%- endfor %}
