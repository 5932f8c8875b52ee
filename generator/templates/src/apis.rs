//! The operations, by tag. Every module holds a handle, which [`Client`](crate::Client) gives, and its calls.
// {{ banner }}
{% for api in apis %}
pub mod {{ api.accessor }};
{%- endfor %}
{% for api in apis %}
pub use {{ api.accessor }}::{{ api.handle }};
{%- endfor %}
