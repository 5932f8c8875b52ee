//! Calls `{{ program.call }}` and prints the answer: `cargo run --example quickstart`.
//!
//! The environment says where and who:
//!
//! - `{{ program.server }}`: {{ program.server_meaning }}
{%- for credential in program.credentials %}
{%- for name in credential.variables %}
//! - `{{ name }}`: {{ credential.meaning }}
{%- endfor %}
{%- endfor %}
// {{ banner }}
{% for line in program.imports %}
{{ line }}
{%- endfor %}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut builder = Client::builder();
    if let Ok(url) = env::var("{{ program.server }}") {
        builder = builder.base_url(url);
    }
{%- for credential in program.credentials %}
{%- if credential.is_basic %}
    if let Ok(user) = env::var("{{ credential.variables[0] }}") {
        let password = env::var("{{ credential.variables[1] }}")?;
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
{%- if program.has_answer %}
    println!("{answer:#?}");
{%- endif %}
    Ok(())
}
