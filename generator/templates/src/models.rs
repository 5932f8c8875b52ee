//! The bodies that the API takes and gives.
// {{ banner }}
{% for model in package.models %}
mod {{ model.module }};
{%- endfor %}
{% for model in package.models %}
pub use {{ model.module }}::{{ exports[loop.index0] }};
{%- endfor %}
