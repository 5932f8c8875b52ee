//! Calls `{{ program.call }}` and prints the answer: `cargo run --example quickstart`.
//!
//! The environment says where and who:
//!
{%- for (name, meaning) in program.variables %}
//! - `{{ name }}`: {{ meaning }}
{%- endfor %}
// {{ banner }}
{% for line in program.imports %}
{{ line }}
{%- endfor %}

{{ program.main }}
