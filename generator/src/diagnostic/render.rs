//! Findings as a person reads them.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::source::{Docs, Span};

/// How long a shown line may be; the longest known line of a page has 30 kB.
const TERMINAL_WIDTH: usize = 120;

/// Renders one finding with the text it is about underlined; with terminal colours if `colour`.
pub fn render(docs: &Docs, diagnostic: &Diagnostic, colour: bool) -> String {
    let page = docs.page(diagnostic.span.page);
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let line = Line::around(&page.text, diagnostic.span);
    let marker = AnnotationKind::Primary.span(line.marked.clone());
    let marker = if diagnostic.label.is_empty() { marker } else { marker.label(printable(&diagnostic.label)) };
    let snippet = Snippet::source(&line.text).line_start(line.number).path(&page.path).annotation(marker);
    let title = level.primary_title(printable(&diagnostic.message)).id(diagnostic.code.id());
    let mut report = vec![title.element(snippet)];
    if let Some(help) = &diagnostic.help {
        report.push(Group::with_title(Level::HELP.secondary_title(printable(help))));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(TERMINAL_WIDTH).render(&report).to_string()
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

/// The one line that is shown: the first of the span. The whole page would make a report as slow as the page is long.
struct Line {
    text: String,
    number: usize,
    marked: Range<usize>,
}

impl Line {
    fn around(page: &str, span: Span) -> Self {
        let (start, end) = (span.start as usize, span.end as usize);
        let from = page[..start].rfind('\n').map_or(0, |at| at + 1);
        let to = page[start..].find('\n').map_or(page.len(), |at| start + at);
        let text = page[from..to].trim_end_matches('\r');
        // What is shown may be longer or shorter than what is there, and so may the mark be.
        let shown = |at: usize| printable(&text[..at.saturating_sub(from).min(text.len())]).len();
        let marked = shown(start)..shown(end);
        Line { text: printable(text), number: page[..from].matches('\n').count() + 1, marked }
    }
}
