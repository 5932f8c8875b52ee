//! Text from pages as lines of rustdoc. Nothing in it may be taken for anything but text: no link that rustdoc would
//! look up, no HTML, no code block that it would compile.

mod escape;
mod html;
mod shorten;

use escape::{escape, heading, is_fence};
pub(super) use shorten::{first_sentence, introduction};

use crate::api::{Fact, NamedSchema, Origin, Property};
use crate::names;

/// Text as lines of Markdown that rustdoc renders without complaint.
pub(super) fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut fenced = false;
    for line in html::to_markdown(text).lines() {
        let line = printable(line);
        if is_fence(&line) {
            fenced = !fenced;
            // Whatever the language, rustdoc must not take it for Rust.
            lines.push(if fenced { "```text" } else { "```" }.to_owned());
        } else if fenced {
            lines.push(line);
        } else {
            lines.push(heading(&line).unwrap_or_else(|| escape(&line)));
        }
    }
    if fenced {
        lines.push("```".to_owned());
    }
    let first = lines.iter().take_while(|line| line.is_empty()).count();
    lines.drain(..first);
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.dedup_by(|a, b| a.is_empty() && b.is_empty());
    lines
}

/// Text as a single line that ends like a sentence.
pub(super) fn sentence(text: &str) -> String {
    let lines = lines(text);
    let line = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    match line.chars().last() {
        None | Some('.' | '!' | '?' | ':' | '`') => line,
        Some(_) => format!("{line}."),
    }
}

/// What a schema means.
pub(super) fn of_schema(schema: &NamedSchema) -> Vec<String> {
    let mut docs = paragraphs(&schema.description);
    if docs.is_empty() {
        docs.push(format!("The schema `{}` of the API.", schema.name.replace('`', "'")));
    }
    match schema.origin {
        Origin::Evidence { .. } => add(&mut docs, "The docs describe it only by example: it may have more fields."),
        Origin::Convention { .. } => add(&mut docs, "The docs name it without describing it."),
        _ => {}
    }
    docs
}

/// What a property means.
pub(super) fn of_property(property: &Property) -> Vec<String> {
    let mut docs = paragraphs(&property.description);
    if docs.is_empty() {
        docs.push(format!("The property `{}`.", property.wire_name.value.replace('`', "'")));
    }
    let mut notes = Vec::new();
    if property.read_only {
        notes.push("Only the server sets it.".to_owned());
    }
    if let Some(default) = &property.default {
        notes.push(format!("The server takes `{}` if it is absent.", code(&default.value)));
    }
    if matches!(property.required.origin, Origin::Convention { .. }) {
        notes.push("The docs do not say whether it is always there.".to_owned());
    }
    notes.extend(unproven(&property.name, &property.wire_name));
    if !notes.is_empty() {
        add(&mut docs, &notes.join(" "));
    }
    docs
}

/// What to say of a name on the wire that only convention speaks for; `None` if it is proven or the SDK's sources have
/// it, or if it has one word, which all conventions spell alike.
pub(super) fn unproven(documented: &str, wire_name: &Fact<String>) -> Option<String> {
    let is_read = matches!(wire_name.origin, Origin::Evidence { kind: names::EVIDENCE, .. });
    let guessed = !wire_name.origin.is_proven() && !is_read && documented.trim_matches('_').contains('_');
    guessed.then(|| format!("The docs do not prove that it is called `{}` on the wire.", code(&wire_name.value)))
}

/// Text as paragraphs whose first one ends like a sentence.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let mut lines = lines(text);
    if let [only] = lines.as_mut_slice() {
        *only = end_sentence(only);
    }
    lines
}

/// Adds a paragraph.
pub(super) fn add(docs: &mut Vec<String>, paragraph: &str) {
    if !docs.is_empty() {
        docs.push(String::new());
    }
    docs.push(paragraph.to_owned());
}

/// Text for a code span, in which a backtick would end it.
pub(super) fn code(text: &str) -> String {
    printable(text).replace('`', "'")
}

fn end_sentence(line: &str) -> String {
    match line.chars().last() {
        Some(c) if c.is_alphanumeric() || matches!(c, ')' | '"' | '\'') => format!("{line}."),
        _ => line.to_owned(),
    }
}

/// Without control characters and those that change the direction of text, which rustc refuses.
fn printable(line: &str) -> String {
    let hidden = |c: char| {
        c.is_control() && c != '\t'
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    line.chars()
        .map(|c| if hidden(c) { char::REPLACEMENT_CHARACTER } else { c })
        .collect::<String>()
        .replace('\t', "    ")
        .trim_end()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(lines(text), expected, "{text}");
    }

    #[test]
    fn plain_text_stays() {
        check("One line.", &["One line."]);
        check("a\n\n\nb\n", &["a", "", "b"]);
        check("Use `Vec<T>[0]` here", &["Use `Vec<T>[0]` here"]);
        check("**bold** and *it*", &["**bold** and *it*"]);
    }

    #[test]
    fn nothing_becomes_a_link_or_html() {
        check("see [Pet]", &["see \\[Pet\\]"]);
        check("a <x>c</x>", &["a \\<x>c\\</x>"]);
        check("Vec<T>", &["Vec\\<T>"]);
        check("an odd ` tick", &["an odd \\` tick"]);
        check("already \\[escaped\\]", &["already \\[escaped\\]"]);
        check("C:\\path", &["C:\\\\path"]);
    }

    #[test]
    fn addresses_become_links() {
        check("at https://a.example/x?y=1.", &["at <https://a.example/x?y=1>."]);
        check("(http://a.example)", &["(<http://a.example>)"]);
        check("<https://a.example>", &["<https://a.example>"]);
        check("[here](https://a.example)", &["[here](https://a.example)"]);
        check("[https://a.example](https://a.example)", &["<https://a.example>"]);
        check("[us](mailto:us@a.example)", &["[us](mailto:us@a.example)"]);
        check("![a picture](https://a.example/b.png)", &["[a picture](https://a.example/b.png)"]);
    }

    #[test]
    fn links_that_lead_nowhere_are_their_text() {
        check("[a](b.md)", &["a"]);
        check("[the `id`](#tag/pets) of", &["the `id` of"]);
        check("[a](../docs/b.html#c) ![d](e/f.png)", &["a d"]);
        check("[a](javascript:b/c)", &["\\[a\\](javascript:b/c)"]);
        check("[a](mailto:b)", &["\\[a\\](mailto:b)"]);
        check("values[0](x)", &["values\\[0\\](x)"]);
    }

    #[test]
    fn no_code_block_is_compiled() {
        check("    let x = 1;", &["   let x = 1;"]);
        check("```rust\nfn main() {}\n```", &["```text", "fn main() {}", "```"]);
        check("```\nopen", &["```text", "open", "```"]);
        check("~~~\nfn main() {}\n~~~", &["```text", "fn main() {}", "```"]);
        check("  ~~~~ rust\nopen", &["```text", "open", "```"]);
        check("- ~~~", &["- \\~~~"]);
        check("> ```", &["> \\`\\`\\`"]);
        for mark in ["-", "*", ">", "1.", "- -", "> 1)"] {
            check(&format!("{mark}     f();"), &[&format!("{mark} f();")]);
            check(&format!("{mark}\t\tf();"), &[&format!("{mark} f();")]);
            check(&format!("{mark} [    ](b.md) [  ](b.md)   f();"), &[&format!("{mark} f();")]);
        }
        check("-     `a    b`", &["- `a    b`"]);
    }

    #[test]
    fn a_sentence_opens_no_code_block() {
        assert_eq!(sentence("~~~ x"), "```text ```");
        assert_eq!(sentence("a\n~~~\nlet x;\n~~~"), "a ```text let x; ```");
    }

    #[test]
    fn headings_stay_ours() {
        check("### Limits\ntext", &["**Limits**", "text"]);
        check("# **Bold**", &["**Bold**"]);
        check("#5 is a number", &["#5 is a number"]);
    }

    #[test]
    fn hidden_characters_are_shown() {
        check("a\u{202E}b\u{0}c", &["a\u{FFFD}b\u{FFFD}c"]);
    }
}
