//! {{ title }}
// {{ banner }}
{% for group in uses %}
{%- for line in group %}
{{ line }}
{%- endfor %}
{% endfor %}
{%- for item in text.items %}
{%- if !loop.first %}
{% endif %}
{{ item }}
{%- endfor %}
{%- for line in text.macros %}

{{ line }}
{%- endfor %}
{%- for methods in text.methods %}

impl {{ methods.0 }} {
{%- for method in methods.1 %}
{%- if !loop.first %}
{% endif %}
{{ method }}
{%- endfor %}
}
{%- endfor %}
