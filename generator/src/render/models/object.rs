//! How a model looks in JSON: a macro call with the names of its properties.

use proc_macro2::Literal;

use crate::render::layout::{MAX_WIDTH, fill};
use crate::rust::{Field, Model, Struct};

/// The macro call: on one line if it fits, otherwise with a line per part. rustfmt leaves alone what stands in its
/// braces.
pub(super) fn render(model: &Model, structure: &Struct) -> String {
    let (required, optional): (Vec<&Field>, Vec<&Field>) =
        structure.fields.iter().partition(|field| field.is_required());
    let parts: Vec<(&str, Vec<String>)> = [
        ("required", required.into_iter().map(property).collect()),
        ("optional", optional.into_iter().map(property).collect()),
        ("rest", structure.extra.iter().map(|extra| extra.ident.to_string()).collect::<Vec<_>>()),
    ]
    .into_iter()
    .filter(|(_, names)| !names.is_empty())
    .collect();
    let head = format!("docwright_runtime::object! {{ {}", model.ident);
    let parts_on_a_line: Vec<String> = parts.iter().map(|(part, names)| one_line(part, names)).collect();
    let line = format!("{head}{} }}", parts_on_a_line.iter().map(|part| format!(" {part}")).collect::<String>());
    if line.len() <= MAX_WIDTH {
        return line;
    }
    let lines = parts.iter().zip(parts_on_a_line).flat_map(|((part, names), line)| {
        if line.len() + 4 <= MAX_WIDTH {
            return vec![format!("    {line}")];
        }
        [format!("    {part} {{")].into_iter().chain(fill(names, 8)).chain(["    }".to_owned()]).collect()
    });
    [head].into_iter().chain(lines).chain(["}".to_owned()]).collect::<Vec<_>>().join("\n")
}

fn one_line(part: &str, names: &[String]) -> String {
    format!("{part} {{ {} }}", names.join(", "))
}

/// `rule_id: "ruleId" | "rule_id"`
fn property(field: &Field) -> String {
    let names = [Some(&field.wire_name), field.alias.as_ref()];
    let names: Vec<String> = names.into_iter().flatten().map(|name| Literal::string(name).to_string()).collect();
    format!("{}: {}", field.ident, names.join(" | "))
}
