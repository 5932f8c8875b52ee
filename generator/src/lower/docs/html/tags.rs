//! The tags in a text, each with its partner.

use std::ops::Range;

use super::super::escape::{code_span, is_fence};

/// How deep tags may stand in each other; what is deeper is text.
const MAX_DEPTH: usize = 32;

/// What a tag is to Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Code,
    Pre,
    Bold,
    Italic,
    Link,
    Raised,
    Lowered,
    Heading,
    Bullets,
    Numbers,
    Item,
    Row,
    Cell,
    Paragraph,
    Break,
    /// What only keeps other things together, in lines of their own.
    Block,
    /// The same within a line.
    Inline,
}

/// A piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it stands.
    pub(super) at: Range<usize>,
    pub(super) kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    /// A code span, or a line of a fenced block with its end: nothing in it is a tag.
    Verbatim,
    Comment,
    /// A tag that opens something, with the place of the one that closes it.
    Open(Tag, usize),
    Close(Tag),
    /// A tag that stands alone.
    Alone(Tag),
    /// The same in the row of a table, which is a line.
    Gap,
}

/// Cuts a text into pieces. Tags that are not known or have no partner are text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut fenced = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let is_fence = is_fence(line);
        if is_fence || fenced {
            fenced ^= is_fence;
            found.push(Token { at: start..start + line.len(), kind: Kind::Verbatim });
        } else {
            read_line(line, start, &mut found);
        }
        start += line.len();
    }
    pair(&mut found);
    found
}

fn read_line(line: &str, start: usize, found: &mut Vec<Token>) {
    let (mut at, mut text_from) = (0, 0);
    // Where comments end is looked for once: a line may hold nothing but their beginnings.
    let last_comment_end = line.rfind("-->").unwrap_or(0);
    let is_row = line.trim_start().starts_with('|');
    while let Some(offset) = line[at..].find(['<', '`']) {
        at += offset;
        let rest = &line[at..];
        let piece = if let Some((span, _)) = code_span(rest) {
            Some((span.len(), Kind::Verbatim))
        } else if rest.starts_with("<!--") && last_comment_end > at {
            rest.find("-->").map(|end| (end + "-->".len(), Kind::Comment))
        } else {
            tag(rest).map(|(length, kind)| match kind {
                Kind::Alone(_) if is_row => (length, Kind::Gap),
                kind => (length, kind),
            })
        };
        let Some((length, kind)) = piece else {
            // Ticks that close nothing are one sign.
            at += rest.len() - rest.trim_start_matches('`').len();
            at += usize::from(rest.starts_with('<'));
            continue;
        };
        if text_from < at {
            found.push(Token { at: start + text_from..start + at, kind: Kind::Text });
        }
        found.push(Token { at: start + at..start + at + length, kind });
        at += length;
        text_from = at;
    }
    if text_from < line.len() {
        found.push(Token { at: start + text_from..start + line.len(), kind: Kind::Text });
    }
}

/// A known tag at the start: its length, and what it does. The partner of an opening one is not known yet.
fn tag(text: &str) -> Option<(usize, Kind)> {
    // No value holds these signs, which keeps a line of nothing but beginnings cheap.
    let end = 1 + text[1..].find(['<', '>'])?;
    let inside = text[1..end].trim_end();
    if !text[end..].starts_with('>') {
        return None;
    }
    let (closes, inside) = inside.strip_prefix('/').map_or((false, inside), |rest| (true, rest));
    let inside = inside.strip_suffix('/').unwrap_or(inside);
    let length = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
    let (name, attributes) = inside.split_at(length);
    let plain = attributes.is_empty() || attributes.starts_with(char::is_whitespace) && !closes;
    // Placeholders such as `<code to send>` are no tags: theirs have values.
    let plain = plain && (attributes.trim().is_empty() || attributes.contains('='));
    let tag = known(&name.to_ascii_lowercase()).filter(|_| plain)?;
    let kind = match tag {
        Tag::Break | Tag::Paragraph => Kind::Alone(tag),
        _ if closes => Kind::Close(tag),
        _ => Kind::Open(tag, usize::MAX),
    };
    Some((end + 1, kind))
}

fn known(name: &str) -> Option<Tag> {
    Some(match name {
        "code" | "tt" | "kbd" | "samp" => Tag::Code,
        "pre" => Tag::Pre,
        "b" | "strong" => Tag::Bold,
        "i" | "em" => Tag::Italic,
        "a" => Tag::Link,
        "sup" => Tag::Raised,
        "sub" => Tag::Lowered,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "summary" => Tag::Heading,
        "ul" => Tag::Bullets,
        "ol" => Tag::Numbers,
        "li" => Tag::Item,
        "tr" => Tag::Row,
        "td" | "th" => Tag::Cell,
        "p" | "hr" => Tag::Paragraph,
        "br" => Tag::Break,
        "details" | "div" | "table" | "thead" | "tbody" => Tag::Block,
        "span" => Tag::Inline,
        _ => return None,
    })
}

/// Finds the partners of tags. One that overlaps another, or has none, becomes text.
fn pair(tokens: &mut [Token]) {
    let mut open: Vec<(usize, Tag)> = Vec::new();
    for at in 0..tokens.len() {
        match tokens[at].kind {
            Kind::Open(tag, _) => {
                tokens[at].kind = Kind::Text;
                if open.len() < MAX_DEPTH {
                    open.push((at, tag));
                }
            }
            Kind::Close(tag) => match open.iter().rposition(|(_, opened)| *opened == tag) {
                Some(partner) => {
                    let (opened, _) = open[partner];
                    tokens[opened].kind = Kind::Open(tag, at);
                    // What was opened inside and not closed has no partner.
                    open.truncate(partner);
                }
                None => tokens[at].kind = Kind::Text,
            },
            _ => {}
        }
    }
}
