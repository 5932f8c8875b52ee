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
    let snippet = Snippet::source(line.text).line_start(line.number).path(&page.path).annotation(marker);
    let title = level.primary_title(printable(&diagnostic.message)).id(diagnostic.code.id());
    let mut report = vec![title.element(snippet)];
    if let Some(help) = &diagnostic.help {
        report.push(Group::with_title(Level::HELP.secondary_title(printable(help))));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(TERMINAL_WIDTH).render(&report).to_string()
}

/// Text from a page could hold terminal control codes: it is shown without them.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// The one line that is shown: the first of the span. The whole page would make a report as slow as the page is long.
struct Line<'t> {
    text: &'t str,
    number: usize,
    marked: Range<usize>,
}

impl<'t> Line<'t> {
    fn around(page: &'t str, span: Span) -> Self {
        let (start, end) = (span.start as usize, span.end as usize);
        let from = page[..start].rfind('\n').map_or(0, |at| at + 1);
        let to = page[start..].find('\n').map_or(page.len(), |at| start + at);
        let text = page[from..to].trim_end_matches('\r');
        let inside = |at: usize| at.saturating_sub(from).min(text.len());
        Line { text, number: page[..from].matches('\n').count() + 1, marked: inside(start)..inside(end) }
    }
}
