//! Text from pages as lines of rustdoc. Nothing in it may be taken for anything but text: no link that rustdoc would
//! look up, no HTML, no code block that it would compile.

use crate::api::{Fact, NamedSchema, Origin, Property};
use crate::names;

/// Text as lines of Markdown that rustdoc renders without complaint.
pub(super) fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut fenced = false;
    for line in text.lines() {
        let line = printable(line);
        if line.trim_start().starts_with("```") {
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
    let line = lines(text).join(" ");
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

/// A heading as a bold line: the headings of the docs are our own.
fn heading(line: &str) -> Option<String> {
    let text = line.trim_start().trim_start_matches('#');
    let marks = line.trim_start().len() - text.len();
    let is_heading = (1..=6).contains(&marks) && text.starts_with(' ') && !text.trim().is_empty();
    is_heading.then(|| format!("**{}**", escape(text.trim()).trim_matches('*')))
}

/// Escapes what rustdoc would read as a link or as HTML, outside code spans; makes bare addresses links.
fn escape(line: &str) -> String {
    // Four spaces begin a code block, which rustdoc would compile.
    let indent = line.len() - line.trim_start().len();
    let mut rest = line.trim_start();
    let mut out = " ".repeat(indent.min(2));
    while let Some(c) = rest.chars().next() {
        if let Some((span, after)) = code_span(rest) {
            out.push_str(span);
            rest = after;
        } else if let Some((url, after)) = address(rest) {
            out.push_str(&format!("<{url}>"));
            rest = after;
        } else if let Some((text, url, after)) = link(rest) {
            out.push_str(&format!("[{}]({url})", escape(text)));
            rest = after;
        } else if let Some(after) = line_break(rest) {
            out.push(' ');
            rest = after;
        } else {
            if matches!(c, '[' | ']' | '<' | '`') || c == '\\' && !rest[1..].starts_with(['[', ']', '<', '`', '\\']) {
                out.push('\\');
            }
            out.push(c);
            rest = &rest[c.len_utf8()..];
            if c == '\\' {
                let escaped = rest.chars().next().filter(|next| matches!(next, '[' | ']' | '<' | '`' | '\\'));
                out.extend(escaped);
                rest = &rest[escaped.map_or(0, char::len_utf8)..];
            }
        }
    }
    out
}

/// `` `code` `` at the start.
fn code_span(text: &str) -> Option<(&str, &str)> {
    let ticks = text.len() - text.trim_start_matches('`').len();
    let fence = &text[..ticks];
    if ticks == 0 {
        return None;
    }
    let end = ticks + text[ticks..].find(fence)? + ticks;
    let closed = !text[end..].starts_with('`') && end > 2 * ticks;
    closed.then(|| text.split_at(end))
}

/// `https://…`, perhaps in angle brackets, at the start.
fn address(text: &str) -> Option<(&str, &str)> {
    let bare = text.strip_prefix('<').filter(|rest| is_address(rest));
    if let Some(rest) = bare {
        // No further than the address can reach: a line may hold nothing but such beginnings.
        let end = rest.find(|c: char| c == '>' || is_unsafe(c))?;
        return rest[end..].starts_with('>').then(|| (&rest[..end], &rest[end + 1..]));
    }
    if !is_address(text) {
        return None;
    }
    let end = text
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '[' | ']' | '\\' | '|'))
        .unwrap_or(text.len());
    let url = text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', '*', '_']);
    (url.len() > "https://".len() && safe(url)).then(|| (url, &text[url.len()..]))
}

/// `[text](https://…)` at the start.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let inside = text.strip_prefix('[')?;
    let end = inside.find(['[', ']', '\n'])?;
    let (label, after) = (&inside[..end], inside[end..].strip_prefix("](")?);
    let end = after.find(|c: char| matches!(c, '(' | ')') || is_unsafe(c))?;
    let (url, after) = (&after[..end], after[end..].strip_prefix(')')?);
    is_address(url).then_some((label, url, after))
}

fn is_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

fn safe(url: &str) -> bool {
    !url.contains(is_unsafe)
}

/// What no address may hold.
fn is_unsafe(c: char) -> bool {
    c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\\' | '`')
}

/// `<br>` and `<br/>` at the start.
fn line_break(text: &str) -> Option<&str> {
    ["<br>", "<br/>", "<br />"].iter().find_map(|tag| text.strip_prefix(tag))
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
        check("[a](b.md)", &["\\[a\\](b.md)"]);
        check("a <b>c</b>", &["a \\<b>c\\</b>"]);
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
    }

    #[test]
    fn no_code_block_is_compiled() {
        check("    let x = 1;", &["  let x = 1;"]);
        check("```rust\nfn main() {}\n```", &["```text", "fn main() {}", "```"]);
        check("```\nopen", &["```text", "open", "```"]);
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
