//! Where in a JSON text a reader stopped.
//!
//! The path is found by reading the text once more, up to the position that serde_json tells. A deserializer that keeps
//! track while it reads would have to be compiled for every model a second time.

use std::str;

/// The path of the value that was read last, as in `items[3].name`; empty for the whole text. What serde_json finds out
/// late, such as that a value is no variant of an untagged enum, may have the path of what the value is in.
///
/// `line` and `column` count from 1, the column in bytes. A key that is no plain name is left out, since it may be a
/// secret: `tokens["…"]`.
pub(super) fn path_at(json: &[u8], line: usize, column: usize) -> String {
    let end = offset(json, line, column);
    let mut path = String::new();
    for container in containers(&json[..end]) {
        if path.len() > LONGEST {
            path.push('…');
            break;
        }
        match container {
            Container::Array { index, at_item: true } => path.push_str(&format!("[{index}]")),
            Container::Object(Some(key)) => push_key(&mut path, key),
            Container::Array { at_item: false, .. } | Container::Object(None) => {}
        }
    }
    path
}

/// After so many bytes a path is of no use any more.
const LONGEST: usize = 200;

/// What is open at the end of a text, and how far it has come.
enum Container<'j> {
    /// The item that was read last, and whether that is certain: just behind a comma it is not, since a fault that has
    /// no position of its own gets that one.
    Array { index: usize, at_item: bool },
    /// A key, as it is written.
    Object(Option<&'j [u8]>),
}

fn offset(json: &[u8], line: usize, column: usize) -> usize {
    let mut ends = json.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
    let start = line.checked_sub(2).map_or(Some(0), |before| ends.nth(before)).unwrap_or(json.len());
    start.saturating_add(column).min(json.len())
}

fn containers(json: &[u8]) -> Vec<Container<'_>> {
    let mut open = Vec::new();
    let mut at = 0;
    while let Some(byte) = json.get(at) {
        at += 1;
        if let (Some(Container::Array { at_item, .. }), false) = (open.last_mut(), byte.is_ascii_whitespace()) {
            *at_item = true;
        }
        match (byte, open.last_mut()) {
            (b'[', _) => open.push(Container::Array { index: 0, at_item: true }),
            (b'{', _) => open.push(Container::Object(None)),
            (b']' | b'}', _) => drop(open.pop()),
            (b',', Some(Container::Array { index, at_item })) => (*index, *at_item) = (*index + 1, false),
            (b',', Some(Container::Object(key))) => *key = None,
            (b'"', container) => {
                let text = string(&json[at..]);
                at += text.len() + 1;
                if let Some(Container::Object(key @ None)) = container {
                    *key = Some(text);
                }
            }
            _ => {}
        }
    }
    open
}

/// The text up to the quote that ends it, or up to the end if there is none.
fn string(json: &[u8]) -> &[u8] {
    let mut escaped = false;
    let end = json.iter().position(|byte| {
        let ends = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    });
    &json[..end.unwrap_or(json.len())]
}

fn push_key(path: &mut String, key: &[u8]) {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-$@.".contains(byte);
    match str::from_utf8(key) {
        Ok(name) if key.len() <= 64 && !key.is_empty() && key.iter().all(is_name) => {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(name);
        }
        _ => path.push_str("[\"…\"]"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use serde::Deserialize;
    use serde::de::DeserializeOwned;

    use super::*;

    #[derive(Debug, Deserialize)]
    struct List {
        #[expect(dead_code, reason = "it is only read")]
        items: Vec<Item>,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "it is only read")]
    struct Item {
        name: String,
        size: Option<u8>,
        #[serde(default)]
        tags: HashMap<String, bool>,
        kind: Option<Kind>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    #[expect(dead_code, reason = "it is only read")]
    enum Kind {
        Number(u8),
        Flag(bool),
    }

    #[track_caller]
    fn check<T: DeserializeOwned>(json: &str, expected: &str) {
        let Err(error) = serde_json::from_str::<T>(json) else { panic!("{json} is of that type") };
        assert_eq!(path_at(json.as_bytes(), error.line(), error.column()), expected, "{error}");
    }

    #[test]
    fn a_value_is_found() {
        check::<List>(r#"{"items": [{"name": "a"}, {"name": 5}]}"#, "items[1].name");
        check::<List>("{\"items\": [\n\n{\"size\": 1,\n \"name\":\n null}]}", "items[0].name");
        check::<List>(r#"{"x": [1, {"y": 2}], "items": [{"name": "a", "size": 256}]}"#, "items[0].size");
        check::<List>(r#"{"items": [{"name": "}],\"{[", "size": -1}]}"#, "items[0].size");
        check::<List>(r#"{"items": [{"name": {}}]}"#, "items[0].name");
        check::<List>(r#"{"items": [{"name": []}]}"#, "items[0].name");
        check::<List>(r#"{"items": 5}"#, "items");
        check::<Vec<Vec<u8>>>("[[1], [2, 3, true]]", "[1][2]");
        check::<u8>("true", "");
    }

    #[test]
    fn what_is_found_out_late_is_in_its_container() {
        check::<List>(r#"{"items": [{"name": "a", "kind": "b"}]}"#, "items[0]");
        check::<List>(r#"{"items": [{"kind": "b", "name": "a"}]}"#, "items[0].kind");
        check::<Vec<Kind>>(r#"[1, "b", 2]"#, "");
        check::<Vec<Kind>>(r#"[1, "b"]"#, "");
    }

    #[test]
    fn what_is_missing_is_missing_in_its_object() {
        check::<List>(r#"{"items": [{"name": "a"}, {"size": 5}]}"#, "items[1]");
        check::<List>(r#"{"other": {"items": 5}}"#, "");
    }

    #[test]
    fn text_that_is_no_json_is_found_too() {
        check::<List>(r#"{"items": [{"name": "a"}, nil]}"#, "items[1]");
        check::<List>(r#"{"items": [{"name": "a"#, "items[0].name");
        check::<List>("<html>", "");
        check::<List>("", "");
        check::<serde_json::Value>("{\"a\": \"\n\"}", "a");
    }

    #[test]
    fn keys_that_are_no_names_are_left_out() {
        check::<List>(r#"{"items": [{"tags": {"s3cret key": 5}}]}"#, "items[0].tags[\"…\"]");
        check::<HashMap<String, u8>>(r#"{"a\"b": -1}"#, "[\"…\"]");
        check::<HashMap<String, u8>>(&format!(r#"{{"{}": -1}}"#, "k".repeat(65)), "[\"…\"]");
    }

    #[test]
    fn a_path_has_an_end() {
        let path = path_at("[".repeat(1000).as_bytes(), 1, 1000);
        assert!(path.starts_with("[0][0]") && path.ends_with("[0]…") && path.len() < 220, "{path}");
    }

    #[test]
    fn a_position_beyond_the_text_is_its_end() {
        assert_eq!(path_at(b"[1", 9, 9), "[0]");
        assert_eq!(path_at(b"[1", 0, 0), "");
        assert_eq!(path_at(b"", usize::MAX, usize::MAX), "");
    }
}
