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
pub struct {{ api.handle }}<'c> {
    client: &'c rt::Client,
}

impl<'c> {{ api.handle }}<'c> {
    pub(crate) fn new(client: &'c rt::Client) -> Self {
        Self { client }
    }
{%- for operation in operations %}

{{ operation.method }}
{%- endfor %}
}
{%- for operation in operations %}

{{ operation.call }}
{% for line in operation.call_macros %}
{{ line }}
{%- endfor %}
{%- for line in operation.pages %}

{{ line }}
{%- endfor %}
{%- if !operation.setters.is_empty() %}

impl {{ operation.name }} {
{%- for setter in operation.setters %}
{%- if !loop.first %}
{% endif %}
{{ setter }}
{%- endfor %}
}
{%- endif %}
{%- for item in operation.errors %}

{{ item }}
{%- endfor %}
{%- endfor %}
