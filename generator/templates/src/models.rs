//! The bodies that the API takes and gives.
//!
//! What a request takes has a constructor, and a setter for each field that need not be given. What only responses give
//! has neither: its fields are there to be read, and a test makes a value from JSON, as by `serde_json::from_value`.
// {{ banner }}
{% for model in package.models %}
mod {{ model.module }};
{%- endfor %}
{% for model in package.models %}
pub use {{ model.module }}::{{ exports[loop.index0] }};
{%- endfor %}
