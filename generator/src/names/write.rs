//! `names.toml` as text.

use toml::Spanned;

use super::{Names, ParameterNames, PropertyNames, Wires};
use crate::api::EnumValue;

/// What opens the file.
const HEAD: &str =
    "# What the sources of an SDK say of the names that its pages have lost: written by `docwright names`.\n";

/// Writes every fact; a table per operation and schema, a line per name.
pub(super) fn write(names: &Names) -> String {
    let mut out = HEAD.to_owned();
    for (id, operation) in names.operations.iter().filter(|(_, operation)| !operation.parameters.is_empty()) {
        out.push_str(&format!("\n[operations.{}.parameters]\n", key(id.get_ref())));
        let lines = operation.parameters.iter().map(|(name, parameter)| (name, parameter_pairs(parameter)));
        lines.for_each(|(name, pairs)| out.push_str(&line(name.get_ref(), &pairs)));
    }
    for (name, schema) in &names.schemas {
        if let Some(values) = &schema.values {
            out.push_str(&format!(
                "\n[schemas.{}]\nenum = {}\n",
                key(name.get_ref()),
                list(values.get_ref(), enum_value)
            ));
        }
        if !schema.properties.is_empty() {
            out.push_str(&format!("\n[schemas.{}.properties]\n", key(name.get_ref())));
        }
        let lines = schema.properties.iter().map(|(name, property)| (name, property_pairs(property)));
        lines.for_each(|(name, pairs)| out.push_str(&line(name.get_ref(), &pairs)));
    }
    out
}

fn line(name: &str, pairs: &[String]) -> String {
    format!("{} = {{ {} }}\n", key(name), pairs.join(", "))
}

fn parameter_pairs(parameter: &ParameterNames) -> Vec<String> {
    let place = parameter.place.as_ref().map(|place| format!("in = {}", text(&place.get_ref().to_string())));
    let wire = parameter.wire.as_ref().map(|wire| format!("wire = {}", text(wire.get_ref())));
    let collection =
        parameter.collection.as_ref().map(|fact| format!("collection = {}", text(&fact.get_ref().to_string())));
    [place, wire, collection, enum_pair(parameter.values.as_ref())].into_iter().flatten().collect()
}

fn property_pairs(property: &PropertyNames) -> Vec<String> {
    let wire = property.wire.as_ref().map(|wire| match wire.get_ref() {
        Wires(names) if names.len() == 1 => format!("wire = {}", text(&names[0])),
        Wires(names) => format!("wire = {}", list(names, |name| text(name))),
    });
    [wire, enum_pair(property.values.as_ref())].into_iter().flatten().collect()
}

fn enum_pair(values: Option<&Spanned<Vec<EnumValue>>>) -> Option<String> {
    values.map(|values| format!("enum = {}", list(values.get_ref(), enum_value)))
}

fn list<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    format!("[{}]", items.iter().map(write).collect::<Vec<_>>().join(", "))
}

fn enum_value(value: &EnumValue) -> String {
    match value {
        EnumValue::String(value) => text(value),
        EnumValue::Integer(number) => number.to_string(),
    }
}

/// A key, bare where TOML allows it.
fn key(name: &str) -> String {
    let is_bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    if is_bare { name.to_owned() } else { text(name) }
}

/// A basic string on one line, so that a name of several lines cannot break the line that it stands on.
fn text(value: &str) -> String {
    let mut out = String::from("\"");
    for c in value.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::read;
    use crate::source::Docs;

    #[test]
    fn what_is_read_is_written_again() {
        let file = "\n[operations.\"PetApi.find_pets\".parameters]\n\
            body = { in = \"body\" }\n\
            tag_list = { in = \"query\", wire = \"tag\\\"\\\\\\u000A[]\", collection = \"ssv\", enum = [\"a\", 1] }\n\
            \n[schemas.Color]\nenum = [\"\", \"dark-blue\"]\n\
            \n[schemas.Pet.properties]\n\
            name_dup = { wire = [\"nameDup\", \"name_dup\"] }\n\
            owner_name = { wire = \"ownerName\", enum = [\"x\"] }\n";
        let file = format!("{HEAD}{file}");
        let docs = Docs::default().with_names(&file);
        assert_eq!(read(&docs).unwrap_or_default().to_toml(), file);
    }
}
