//! Markdown pages as sections with tables and code blocks; every node keeps its byte span.
//!
//! The only user of pulldown-cmark. It finds headings, fences and the extent of tables; it does not cut table rows into
//! cells, because the docs write raw `|`, `<` and `[` into them, which GFM would split wrongly: see [`Row`].

mod row;
mod table;

pub use row::{Cell, Row};
pub use table::Table;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag};

use crate::source::{Docs, Page, PageId, Span};

/// A page as a list of sections, in order. The first one has no heading and may be empty.
#[derive(Clone, Debug)]
pub struct Document<'d> {
    /// The page.
    pub page: PageId,
    /// Its text.
    pub text: &'d str,
    /// Its sections. They are not nested: the dialects repeat and skip levels too freely for a tree to help.
    pub sections: Vec<Section<'d>>,
}

/// A heading and everything up to the next heading of any level.
#[derive(Clone, Debug)]
pub struct Section<'d> {
    /// The heading's level, 1 to 6; 0 for the text before the first heading.
    pub level: u8,
    /// The heading's text with its inline marks, as in `**login_user**`; empty before the first heading.
    pub title: &'d str,
    /// Where the heading is.
    pub heading: Span,
    /// Where the text below it is.
    pub body: Span,
    /// What stands below it.
    pub blocks: Vec<Block<'d>>,
}

/// One block below a heading.
#[derive(Clone, Debug)]
pub struct Block<'d> {
    /// What it is.
    pub kind: BlockKind<'d>,
    /// Where it is, its marks included.
    pub span: Span,
    /// Its text, marks included.
    pub text: &'d str,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind<'d> {
    /// A code block and the first word after its fence.
    Code(&'d str),
    /// A table with heading and delimiter row.
    Table,
    /// A bullet or numbered list.
    List,
    /// A block quote.
    Quote,
    /// A paragraph, or raw HTML.
    Text,
}

/// Parses the page `id` of `docs`. Cannot fail: every text is Markdown.
pub fn parse(docs: &Docs, id: PageId) -> Document<'_> {
    let Page { text, .. } = docs.page(id);
    let mut sections = vec![Section::new(0, "", Span::new(id, 0, 0))];
    let mut events = Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter();
    while let Some((event, range)) = events.next() {
        let span = Span::new(id, range.start, range.end);
        let Event::Start(tag) = event else { continue };
        let kind = match tag {
            Tag::Heading { level, .. } => {
                let title = heading_text(&text[range.clone()]);
                sections.push(Section::new(level_number(level), title, span));
                None
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => Some(BlockKind::Code(fence_language(&text[range.clone()]))),
            Tag::CodeBlock(CodeBlockKind::Indented) => Some(BlockKind::Code("")),
            Tag::Table(_) => Some(BlockKind::Table),
            Tag::List(_) => Some(BlockKind::List),
            Tag::BlockQuote(_) => Some(BlockKind::Quote),
            _ => Some(BlockKind::Text),
        };
        skip_to_end(&mut events);
        if let (Some(kind), Some(section)) = (kind, sections.last_mut()) {
            section.blocks.push(Block { kind, span, text: &text[range] });
        }
    }
    end_bodies(&mut sections, text.len());
    Document { page: id, text, sections }
}

impl<'d> Section<'d> {
    fn new(level: u8, title: &'d str, heading: Span) -> Self {
        Section { level, title, heading, body: heading, blocks: Vec::new() }
    }

    /// Its first block that satisfies `wanted`.
    pub fn find(&self, wanted: impl Fn(&BlockKind<'d>) -> bool) -> Option<&Block<'d>> {
        self.blocks.iter().find(|block| wanted(&block.kind))
    }

    /// Its paragraphs, lists and whatever else is neither table nor quote, as written.
    pub fn prose(&self) -> impl Iterator<Item = &Block<'d>> {
        self.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Text | BlockKind::List))
    }

    /// The end of what it holds, without trailing blank lines: heading or last block.
    pub fn last_span(&self) -> Span {
        self.blocks.last().map_or(self.heading, |block| block.span)
    }
}

/// Passes over everything inside the block whose start was just read.
fn skip_to_end<'a>(events: &mut impl Iterator<Item = (Event<'a>, std::ops::Range<usize>)>) {
    let mut depth = 1;
    for (event, _) in events {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return;
        }
    }
}

fn end_bodies(sections: &mut [Section<'_>], length: usize) {
    let mut next = length;
    for section in sections.iter_mut().rev() {
        section.body = Span::new(section.heading.page, section.heading.end as usize, next);
        next = section.heading.start as usize;
    }
}

/// `# **login_user**` without its marks; an underlined heading without its underline.
fn heading_text(source: &str) -> &str {
    let source = source.trim();
    match source.strip_prefix('#') {
        Some(rest) => rest.trim_start_matches('#').trim().trim_end_matches('#').trim_end(),
        None => source.lines().next().unwrap_or("").trim(),
    }
}

fn fence_language(source: &str) -> &str {
    let first = source.lines().next().unwrap_or("");
    first.trim().trim_start_matches(['`', '~']).split_whitespace().next().unwrap_or("")
}

fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
