//! The bodies that the API takes and gives.
//!
//! What a request takes has a constructor, and a setter for each field that need not be given. What only responses give
//! has neither: its fields are there to be read, and a test makes a value from JSON, as by `serde_json::from_value`.
// {{ banner }}
{% for module in package.modules %}
mod {{ module.ident }};
{%- endfor %}
{% for module in package.modules %}
pub use {{ module.ident }}::*;
{%- endfor %}
