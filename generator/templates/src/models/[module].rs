//! {{ module.title }}
// {{ banner }}
{% for group in uses %}
{%- for line in group %}
{{ line }}
{%- endfor %}
{% endfor %}
{%- for item in items %}
{%- if !loop.first %}
{% endif %}
{{ item }}
{%- endfor %}
