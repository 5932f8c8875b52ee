//! Findings as a person reads them.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::source::{Docs, Location, Span};

/// How long a shown line may be; the longest known line of a page has 30 kB.
const TERMINAL_WIDTH: usize = 120;
/// How many bytes of a line are looked at before and behind the place in question: a line may be as long as its page,
/// and there may be as many findings in it.
const WINDOW: usize = 1000;

/// Renders one finding with the text it is about underlined; with terminal colours if `colour`.
pub fn render(docs: &Docs, diagnostic: &Diagnostic, colour: bool) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let Location { path, line: number, column } = docs.locate(diagnostic.span);
    let line = Line::around(docs, diagnostic.span);
    let marker = AnnotationKind::Primary.span(line.marked.clone());
    let marker = if diagnostic.label.is_empty() { marker } else { marker.label(printable(&diagnostic.label)) };
    let snippet = Snippet::source(&line.text).line_start(number).path(path).annotation(marker);
    let title = level.primary_title(printable(&diagnostic.message)).id(diagnostic.code.id());
    let mut report = vec![title.element(snippet)];
    if let Some(help) = &diagnostic.help {
        report.push(Group::with_title(Level::HELP.secondary_title(printable(help))));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let text = renderer.term_width(TERMINAL_WIDTH).render(&report).to_string();
    if !line.is_cut {
        return text;
    }
    // The place is counted from the beginning of what is shown, which is not that of the line.
    let shown = line.text[..line.marked.start].chars().count() + 1;
    let (title, rest) = text.split_once('\n').unwrap_or(("", &text));
    let place = |column| format!("{path}:{number}:{column}");
    format!("{title}\n{}", rest.replacen(&place(shown), &place(column), 1))
}

/// Text from a page could hold codes that a terminal obeys, or marks that make a reader see another text than there
/// is: it is shown without them.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || is_invisible(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// Marks that change the direction of text, have no width or end a line (Unicode Technical Standard 55, section 4).
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The one line that is shown: the first of the span, or what is near to it of a long line.
struct Line {
    text: String,
    marked: Range<usize>,
    /// Whether its beginning is not shown.
    is_cut: bool,
}

impl Line {
    fn around(docs: &Docs, span: Span) -> Self {
        let page = docs.page(span.page).text.as_str();
        let (start, end) = (span.start as usize, span.end as usize);
        let (first, last) = (boundary(page, start.saturating_sub(WINDOW)), boundary(page, start + WINDOW));
        let line_start = page[first..start].rfind('\n').map(|at| first + at + 1);
        let from = line_start.unwrap_or(first);
        let to = page[start..last].find('\n').map_or(last, |at| start + at);
        let text = page[from..to].trim_end_matches('\r');
        // What is shown may be longer or shorter than what is there, and so may the mark be.
        let shown = |at: usize| printable(&text[..at.saturating_sub(from).min(text.len())]).len();
        let marked = shown(start)..shown(end);
        Line { text: printable(text), marked, is_cut: line_start.is_none() && first > 0 }
    }
}

/// The last place where a character begins at or before byte `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    /// What is rendered of a finding at `marked` in a page with this line, without the colours.
    fn rendered(line: &str, marked: &str) -> String {
        let text = format!("first\n{line}\nlast\n");
        let docs = Docs::from_texts([("a.md", text.as_str())], None);
        let (page, _) = docs.pages().next().unwrap();
        let start = text.find(marked).unwrap();
        let span = Span::new(page, start, start + marked.len());
        render(&docs, &Diagnostic::new(Code::UnknownNote, span, "found"), false)
    }

    #[test]
    fn a_line_is_shown_with_what_is_meant_underlined() {
        let expected = "warning[unknown-note]: found\n --> a.md:2:4\n  |\n2 | an odd word\n  |    ^^^";
        assert_eq!(rendered("an odd word", "odd"), expected);
    }

    #[test]
    fn a_place_far_into_a_line_is_named_rightly() {
        let before = "ä".repeat(3 * WINDOW);
        let text = rendered(&format!("{before}odd{before}"), "odd");
        assert!(text.contains(" --> a.md:2:3001\n"), "{text}");
        assert!(text.contains("ääoddää"), "{text}");
    }

    #[test]
    fn what_is_shown_of_a_line_has_a_limit() {
        let line = "word ".repeat(10 * WINDOW);
        assert!(rendered(&line, &line).len() < 3 * WINDOW);
    }
}
