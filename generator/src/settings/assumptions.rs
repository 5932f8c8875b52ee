//! Doubtful facts as a `spec.toml` that states them.

use std::collections::BTreeMap;

use crate::api::ledger::{Aspect, Entry, Item};

/// The doubts as overrides that say what is assumed: whoever confirms or corrects a line makes it certain.
pub fn assumptions(doubts: &[Entry]) -> String {
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for doubt in doubts {
        if let Some((table, line)) = line(doubt) {
            let lines = tables.entry(table).or_default();
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    let mut text = String::from("# Facts that no page proves, as docwright assumes them: confirm or correct each.\n");
    for (table, lines) in tables {
        text.push_str(&format!("\n[{table}]\n{}\n", lines.join("\n")));
    }
    text
}

/// The table and the line that state a fact; `None` for facts that `spec.toml` has no key for.
fn line(doubt: &Entry) -> Option<(String, String)> {
    let key = |name: &str| toml_key(name);
    let value = toml_string(&doubt.value);
    let assign = |name: &str, value: &str| format!("{name} = {value}");
    Some(match (&doubt.item, doubt.aspect) {
        (Item::Parameter(of, name), aspect) => {
            let table = format!("operations.{}.parameters.{}", key(of), key(name));
            let line = match aspect {
                Aspect::Location => assign("in", &value),
                Aspect::WireName => assign("wire", &value),
                Aspect::Type => assign("type", &value),
                Aspect::Required => assign("required", &doubt.value),
                _ => return None,
            };
            (table, line)
        }
        (Item::Property(of, name), aspect) => {
            let table = format!("schemas.{}.properties.{}", key(of), key(name));
            let line = match aspect {
                Aspect::WireName => assign("wire", &value),
                Aspect::Type => assign("type", &value),
                Aspect::Required => assign("required", &doubt.value),
                _ => return None,
            };
            (table, line)
        }
        (Item::Body(of), aspect) => {
            let line = match aspect {
                Aspect::MediaType => assign("media-type", &value),
                Aspect::Type => assign("type", &value),
                Aspect::Required => assign("required", &doubt.value),
                _ => return None,
            };
            (format!("operations.{}.body", key(of)), line)
        }
        (Item::Operation(name), Aspect::Pagination) => {
            (format!("operations.{}", key(name)), assign("pagination", &doubt.value))
        }
        (Item::Scheme(name), _) => {
            let (place, header) = doubt.value.strip_prefix("api key in ")?.split_once(' ')?;
            let line = format!("type = \"apiKey\"\nin = {}\nname = {}", toml_string(place), toml_string(header));
            (format!("security.{}", key(name)), line)
        }
        _ => return None,
    })
}

/// A bare key where TOML allows one, else a quoted one.
fn toml_key(name: &str) -> String {
    let bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    if bare { name.to_owned() } else { toml_string(name) }
}

fn toml_string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
