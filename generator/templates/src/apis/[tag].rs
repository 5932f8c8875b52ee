//! Operations tagged `{{ api.title }}`.
// {{ banner }}
{% for line in std_uses %}
{{ line }}
{%- if loop.last %}
{% endif %}
{%- endfor %}
{%- for line in external_uses %}
{{ line }}
{%- endfor %}
{% for line in crate_uses %}
{{ line }}
{%- if loop.last %}
{% endif %}
{%- endfor %}
/// Operations tagged `{{ api.title }}`, from [`Client::{{ api.accessor }}`](crate::Client::{{ api.accessor }}).
#[derive(Clone, Copy, Debug)]
pub struct {{ api.handle }}<'c>(pub(crate) &'c rt::Client);

impl {{ api.handle }}<'_> {
{%- for operation in operations %}
{%- if !loop.first %}
{% endif %}
{{ operation.method }}
{%- endfor %}
}
{%- for operation in operations %}
{% for line in operation.call %}
{{ line }}
{%- endfor %}
{%- for line in operation.pages %}

{{ line }}
{%- endfor %}
{%- for item in operation.errors %}

{{ item }}
{%- endfor %}
{%- endfor %}
