//! Reading of generated code as far as laying it out needs it: brackets and strings.

/// Splits at a character that stands outside all brackets and strings.
pub(super) fn split_top(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for at in split_points(text, |c, _| c == separator) {
        parts.push(text[from..at].trim());
        from = at + separator.len_utf8();
    }
    parts.push(text[from..].trim());
    parts.retain(|part| !part.is_empty());
    parts
}

pub(super) fn split_points(text: &str, wanted: impl Fn(char, Option<char>) -> bool) -> Vec<usize> {
    let mut depth = 0;
    let mut before = None;
    let mut points = Vec::new();
    for (at, c) in code(text) {
        if depth == 0 && wanted(c, before) {
            points.push(at);
        }
        depth += step(c);
        // `->` closes nothing, and `<` and `>` are brackets only in types.
        before = Some(c);
    }
    points
}

pub(super) fn step(c: char) -> isize {
    match c {
        '(' | '[' | '{' | '<' => 1,
        ')' | ']' | '}' | '>' => -1,
        _ => 0,
    }
}

pub(super) fn depth_change(line: &str) -> isize {
    code(line).map(|(_, c)| if matches!(c, '<' | '>') { 0 } else { step(c) }).sum()
}

/// The characters of a line that are code: neither in a string literal nor part of `->` or `=>`.
pub(super) fn code(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut in_string = false;
    let mut escaped = false;
    let mut before = ' ';
    text.char_indices().filter(move |&(_, c)| {
        let arrow = c == '>' && matches!(before, '-' | '=');
        before = c;
        if in_string {
            in_string = escaped || c != '"';
            escaped = c == '\\' && !escaped;
            return false;
        }
        in_string = c == '"';
        !in_string && !arrow
    })
}
