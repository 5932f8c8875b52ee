//! Calls `{{ program.call }}` and {% if program.is_silent %}says whether it worked{% else %}prints the answer{% endif %}:
//! `cargo run --example quickstart{% for argument in program.arguments %}{% if loop.first %} --{% endif %} {{ argument.name }}{% endfor %}`.
//!
//! The environment says where and who:
//!
//! - `{{ program.server }}`: {{ program.server_meaning }}
{%- for credential in program.credentials %}
//! - {% for name in credential.variables %}{% if !loop.first %}, {% endif %}`{{ name }}`{% endfor %}: {{ credential.meaning }}
{%- endfor %}
{%- for secret in program.secrets %}
//! - `{{ secret.name }}`: The `{{ secret.variable }}` of the call, which is needed.
{%- endfor %}
// {{ banner }}
{% for line in program.imports %}
{{ line }}
{%- endfor %}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
{%- for line in program.taken %}
{{ line }}
{%- endfor %}
{%- for secret in program.secrets %}
{%- for line in secret.taken %}
{{ line }}
{%- endfor %}
{%- endfor %}
    let mut builder = {{ program.client }}::builder();
    if let Ok(url) = env::var("{{ program.server }}") {
        builder = builder.base_url(url);
    }
{%- for credential in program.credentials %}
{%- if credential.is_basic %}
    if let Ok(user) = env::var("{{ credential.variables[0] }}") {
{%- for line in credential.password %}
{{ line }}
{%- endfor %}
        builder = builder.{{ credential.function }}(user, password);
    }
{%- else %}
    if let Ok(secret) = env::var("{{ credential.variables[0] }}") {
        builder = builder.{{ credential.function }}(secret);
    }
{%- endif %}
{%- endfor %}
    let client = builder.build()?;
{%- for line in program.statement %}
{{ line }}
{%- endfor %}
{%- if program.prints %}
    println!("{answer:#?}");
{%- else if program.is_silent %}
    println!("It worked.");
{%- endif %}
    Ok(())
}
