//! The last cell of parameter and property rows.
//!
//! ```text
//! notes = ["[optional]"] ["[readonly]"] ["[default to " value "]"]           LEG, NXT
//!       | ["[optional]"] ["[readonly]"] ["defaults to " value] ["must be one of [" values "]"]
//!         ["if omitted the server will use the default value of " value]     PRI
//! ```
//! Descriptions and values hold raw pipes, so the notes are looked for from the right.

use std::sync::LazyLock;

use regex::Regex;

use crate::api::{EnumValue, Fact};
use crate::dialect::text::{pattern, unescape, unique};
use crate::markdown::Cell;

/// What the notes of a row say.
#[derive(Clone, Debug, Default)]
pub(in crate::dialect) struct Notes {
    pub(in crate::dialect) optional: bool,
    pub(in crate::dialect) read_only: bool,
    pub(in crate::dialect) default: Option<Fact<String>>,
    pub(in crate::dialect) allowed: Vec<EnumValue>,
}

/// Splits what follows the type cell into description and notes. `None` where the row ends too early; the notes are
/// `None` where they are in no known form.
pub(in crate::dialect) fn split<'d>(rest: Cell<'d>) -> Option<(Cell<'d>, Option<Notes>)> {
    static NOTES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?xs)^(?P<description>.*?)\|
            (?:\s*(?P<optional>\[optional\]))?
            (?:\s*(?P<readonly>\[readonly\]))?
            (?:\s*\[default\ to\ (?P<default>.*)\]
              |\s*defaults\ to\ (?P<prior>.*?)
              |\s*if\ omitted\ the\ server\ will\ use\ the\ default\ value\ of\ (?P<omitted>.*?))?
            (?:,?\s*must\ be\ one\ of\ \[(?P<allowed>.*)\])?
            \s*\|?\s*$",
        )
    });
    let Some(found) = NOTES.captures(rest.text) else {
        return rest.split_last().map(|(description, _)| (description, None));
    };
    let description = rest.slice(0, found.name("description").map_or(0, |part| part.end()));
    let value = found.name("default").or(found.name("prior")).or(found.name("omitted"));
    let default = value.map(|value| {
        let cell = rest.slice(value.start(), value.end());
        Fact::stated(unescape(cell.text).into_owned(), cell.span)
    });
    let notes = Notes {
        optional: found.name("optional").is_some(),
        read_only: found.name("readonly").is_some(),
        default: default.filter(|fact| !matches!(fact.value.as_str(), "undefined" | "null" | "")),
        allowed: found.name("allowed").map(|list| allowed(list.as_str())).unwrap_or_default(),
    };
    Some((description, Some(notes)))
}

/// Reads `"a", "b", ` or `0, 1, `. Strings are not escaped on the page, so they end at `", `.
fn allowed(list: &str) -> Vec<EnumValue> {
    let mut values = Vec::new();
    let mut rest = list.trim();
    while !rest.is_empty() {
        let (value, tail) = match rest.strip_prefix('"') {
            Some(inside) => match inside.split_once("\",") {
                Some((value, tail)) => (EnumValue::String(value.to_owned()), tail),
                None => (EnumValue::String(inside.trim_end_matches('"').to_owned()), ""),
            },
            None => {
                let (word, tail) = rest.split_once(',').unwrap_or((rest, ""));
                let word = word.trim();
                (word.parse().map_or_else(|_| EnumValue::String(word.to_owned()), EnumValue::Integer), tail)
            }
        };
        // `None` among the values says that null is allowed, which the type says too.
        if value != EnumValue::String("None".to_owned()) {
            values.push(value);
        }
        rest = tail.trim_start();
    }
    unique(values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown;
    use crate::source::Docs;

    #[track_caller]
    fn check(rest: &str, expected: &str) {
        let page = format!("a | b | c\n-|-|-\nx |{rest}\n");
        let docs = Docs::from_texts([("a.md", page.as_str())], None);
        let Some((id, _)) = docs.pages().next() else { return };
        let document = markdown::parse(&docs, id);
        let table = document.sections[0].table("a").unwrap();
        let (_, rest) = table.rows[0].split_first::<1>().unwrap();
        let got = split(rest).map_or("cut short".to_owned(), |(description, notes)| {
            let Some(notes) = notes else { return format!("{} / unknown", description.text) };
            let mut words = vec![];
            words.extend(notes.optional.then(|| "optional".to_owned()));
            words.extend(notes.read_only.then(|| "readonly".to_owned()));
            words.extend(notes.default.map(|default| format!("={}", default.value)));
            words.extend(notes.allowed.iter().map(EnumValue::to_string));
            format!("{} / {}", description.text, words.join(" "))
        });
        assert_eq!(got, expected, "{}", rest.text);
    }

    #[test]
    fn every_form() {
        check(" The name | ", "The name / ");
        check(" The name |", "The name / ");
        check("  |  | ", " / ");
        check(" x | [optional]", "x / optional");
        check(" x | [optional] [readonly] ", "x / optional readonly");
        check(" x | [optional] [default to 20]", "x / optional =20");
        check(" x | [optional][default to 1]", "x / optional =1");
        check(" x | [default to &#39;a&#39;]", "x / ='a'");
        check(" x | defaults to \"small\"", "x / =\"small\"");
        check(" x | [optional]  if omitted the server will use the default value of 5", "x / optional =5");
        check("  | defaults to \"red\",  must be one of [\"red\", \"green\", ]", " / =\"red\" \"red\" \"green\"");
        check("  |  must be one of [0, 1, ]", " / 0 1");
        check(" x | [optional] [default to undefined]", "x / optional");
    }

    #[test]
    fn pipes_belong_to_the_description_or_the_value() {
        check(" a | b | [optional]", "a | b / optional");
        check(" a | b | c |", "a | b | c / ");
        check(" x | [optional] [default to 'a | b']", "x / optional ='a | b'");
        check(" x | [optional] [default to [\"q\",\"r\"]]", "x / optional =[\"q\",\"r\"]");
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        check(" The name", "cut short");
        check(" The name | [opt", "The name / unknown");
        check(" x | whatever", "x / unknown");
    }
}
