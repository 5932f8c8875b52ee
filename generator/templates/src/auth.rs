//! Credentials: a function for each way in which the API lets callers show who they are.
//!
//! A client takes them when it is built, a single call by
//! [`CallOptions::with_credential`](crate::CallOptions::with_credential).
// {{ banner }}

use docwright_runtime::rt;

pub use docwright_runtime::Credential;
{% for scheme in schemes %}
{{ scheme.constant }}
{% endfor %}
{%- for scheme in schemes %}
{{ scheme.function }}
{% endfor %}
