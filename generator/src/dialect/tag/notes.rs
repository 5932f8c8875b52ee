//! The notes of TAG rows: phrases one after the other, without anything between them.

use std::sync::LazyLock;

use regex::Regex;

use crate::api::{EnumValue, Fact, NumberFormat};
use crate::dialect::text::{pattern, unescape};
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

fn allowed(list: &str) -> Vec<EnumValue> {
    static VALUE: LazyLock<Regex> = LazyLock::new(|| pattern(r#""((?:[^"]|"[^,])*)"\s*(?:,|$)|(-?\d+)\s*(?:,|$)"#));
    let mut values = Vec::new();
    for found in VALUE.captures_iter(list) {
        let value = match (found.get(1), found.get(2).and_then(|number| number.as_str().parse().ok())) {
            (_, Some(number)) => EnumValue::Integer(number),
            (text, None) => EnumValue::String(text.map_or(String::new(), |text| unquote(text.as_str()))),
        };
        if !values.contains(&value) {
            values.push(value);
        }
    }
    values
}
