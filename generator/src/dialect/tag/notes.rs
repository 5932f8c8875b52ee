//! The notes of TAG rows: phrases one after the other, without anything between them.

use std::sync::LazyLock;

use regex::Regex;

use crate::api::{EnumValue, Fact, NumberFormat};
use crate::dialect::text::{pattern, unescape, unique};
use crate::markdown::Cell;

/// What the notes of a row say.
#[derive(Clone, Debug, Default)]
pub(super) struct Notes {
    pub(super) optional: bool,
    pub(super) read_only: bool,
    pub(super) default: Option<Fact<String>>,
    pub(super) allowed: Vec<EnumValue>,
    pub(super) width: NumberFormat,
}

/// Splits what follows the type cells into description and notes. `None` where the row ends too early; the notes are
/// `None` where they are in no known form.
pub(super) fn split<'d>(rest: Cell<'d>) -> Option<(Cell<'d>, Option<Notes>)> {
    static NOTES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?xs)^(?P<description>.*?)\|
            (?:\s*(?P<optional>\[optional\]|optional))?
            (?:\s*(?P<readonly>\[readonly\]))?
            (?:\s*must\ be\ one\ of\ \[(?P<allowed>.*)\])?
            (?:\s*if\ omitted\ the\ server\ will\ use\ the\ default\ value\ of\ (?P<default>.*?))?
            (?:\s*value\ must\ (?:be|conform)\ (?P<format>[^|]*))?
            \s*\|?\s*$",
        )
    });
    let Some(found) = NOTES.captures(rest.text) else {
        return rest.split_last().map(|(description, _)| (description, None));
    };
    let description = rest.slice(0, found.name("description").map_or(0, |part| part.end()));
    let format = found.name("format").map_or("", |format| format.as_str());
    let notes = Notes {
        optional: found.name("optional").is_some(),
        read_only: found.name("readonly").is_some(),
        default: found.name("default").map(|value| {
            let cell = rest.slice(value.start(), value.end());
            Fact::stated(unescape(cell.text).into_owned(), cell.span)
        }),
        allowed: found.name("allowed").map(|list| allowed(list.as_str())).unwrap_or_default(),
        width: match format {
            text if text.contains("32 bit") => NumberFormat::Bits32,
            text if text.contains("64 bit") => NumberFormat::Bits64,
            _ => NumberFormat::Unstated,
        },
    };
    Some((description, Some(notes)))
}

/// Undoes the escapes of a string in Python code.
fn unquote(text: &str) -> String {
    text.replace("\\\"", "\"").replace("\\\\", "\\")
}

/// Reads `"a", "b", ` or `0, 1, `. Quotes inside a string are not always escaped: it ends at a quote before a comma.
fn allowed(list: &str) -> Vec<EnumValue> {
    let mut values = Vec::new();
    let mut rest = list.trim();
    while !rest.is_empty() {
        let tail = match rest.strip_prefix('"') {
            Some(inside) => {
                let end = end_of_string(inside);
                values.extend(end.map(|end| EnumValue::String(unquote(&inside[..end]))));
                // What is not closed is no value, and nothing after it is.
                end.map_or("", |end| &inside[end + 1..])
            }
            None => {
                let word = rest.split(',').next().unwrap_or("").trim();
                values.extend(word.parse().ok().map(EnumValue::Integer));
                rest
            }
        };
        rest = tail.split_once(',').map_or("", |(_, rest)| rest.trim_start());
    }
    unique(values)
}

/// Where the string ends of which `text` is the rest.
fn end_of_string(text: &str) -> Option<usize> {
    let mut quotes = text.match_indices('"').map(|(at, _)| at);
    quotes.find(|at| matches!(text[at + 1..].chars().next(), None | Some(',')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(list: &str, expected: &[&str]) {
        let text = |value: EnumValue| match value {
            EnumValue::String(text) => format!("'{text}'"),
            EnumValue::Integer(number) => number.to_string(),
        };
        let values: Vec<String> = allowed(list).into_iter().map(text).collect();
        assert_eq!(values, expected, "{list}");
    }

    #[test]
    fn values_are_read_once_each() {
        check(r#""red", "dark blue", "#, &["'red'", "'dark blue'"]);
        check("0, -1, 0, ", &["0", "-1"]);
        check(r#""one", None, True, "#, &["'one'"]);
        check("", &[]);
    }

    #[test]
    fn a_string_may_hold_what_lists_are_written_with() {
        check(r#""a|b", "e'f", "", "#, &["'a|b'", "'e'f'", "''"]);
        check(r#""g\"h", "i\\j", "a"b", "c, d", "#, &[r#"'g"h'"#, r"'i\j'", r#"'a"b'"#, "'c, d'"]);
    }

    #[test]
    fn a_string_that_is_not_closed_is_no_value() {
        check(r#""a", "b, 1, "#, &["'a'"]);
    }
}
