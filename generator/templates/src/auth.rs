//! Credentials: a function for each way in which the API lets callers show who they are.
//!
//! A client takes them when it is built, a single call by
//! [`CallOptions::with_credential`](crate::CallOptions::with_credential).
// {{ banner }}

use docwright_runtime::rt;

pub use docwright_runtime::{
    Credential, CredentialProvider, OAuth2, ProviderContext, Secret, Signature, Signer, TokenError,
};
{% for scheme in schemes %}
{{ scheme.constant }}
{% endfor %}
{%- match all %}
{%- when Some with (all) %}
/// What operations list that take any credential.
{{ all }}
{% when None %}
{%- endmatch %}
{%- for scheme in schemes %}
{%- for function in scheme.functions %}
{{ function }}
{% endfor %}
{%- endfor %}
