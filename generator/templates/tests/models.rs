//! Models are written as they are read: what the docs name, and what is newer than they are.
// {{ banner }}

use {{ package.ident }}::models;

docwright_runtime::model_tests! {
{%- for (name, notation) in models %}
    {{ name }} = {{ notation }},
{%- endfor %}
}
