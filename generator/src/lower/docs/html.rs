//! HTML in descriptions as Markdown. Only the tags that pages write are known, and nothing is made that
//! [`escape`](super::escape) would not accept from a page that writes Markdown; the rest stays as it is, to be escaped.

mod tags;

use std::borrow::Cow;

use super::escape::{FENCES, is_public};
use tags::{Kind, Tag, Token, tokens};

/// The text with Markdown in place of tags.
pub(super) fn to_markdown(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let tokens = tokens(text);
    if tokens.iter().all(|token| matches!(token.kind, Kind::Text | Kind::Verbatim)) {
        return Cow::Borrowed(text);
    }
    let mut writer = Writer { text, open: Vec::new(), out: String::new() };
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at = writer.write(token, at, &tokens);
    }
    Cow::Owned(writer.out)
}

struct Writer<'t> {
    text: &'t str,
    /// The tags that are open, the outermost first.
    open: Vec<Open<'t>>,
    /// What is written so far inside the innermost one.
    out: String,
}

/// A tag that is open.
struct Open<'t> {
    tag: Tag,
    /// Its source.
    source: &'t str,
    /// What stands before it inside the next one.
    before: String,
    /// How many items it has.
    items: usize,
}

impl<'t> Writer<'t> {
    /// Writes one piece, and returns where the next one is.
    fn write(&mut self, token: &Token, at: usize, tokens: &[Token]) -> usize {
        let source = &self.text[token.at.clone()];
        match token.kind {
            Kind::Text => self.text(source),
            Kind::Verbatim => {
                // A line of a block begins a line, also where the text before it lost its end.
                if source.ends_with('\n') && !self.out.is_empty() && !self.out.ends_with('\n') {
                    self.out.push('\n');
                }
                self.out.push_str(source);
            }
            Kind::Comment => {}
            Kind::Gap => self.out.push(' '),
            Kind::Alone(_) if self.is_within_line() => self.out.push(' '),
            Kind::Alone(Tag::Paragraph) => self.paragraph(),
            Kind::Alone(_) => self.out.push('\n'),
            Kind::Open(tag @ (Tag::Code | Tag::Pre), partner) => {
                let inside = &self.text[token.at.end..tokens[partner].at.start];
                if tag == Tag::Code || self.is_within_line() || self.is_inside(&[Tag::Item]) {
                    self.code(inside);
                } else {
                    self.block_of_code(inside);
                }
                return partner + 1;
            }
            Kind::Open(tag, _) => {
                let before = std::mem::take(&mut self.out);
                self.open.push(Open { tag, source, before, items: 0 });
            }
            Kind::Close(_) => self.close(self.text[token.at.end..].chars().next()),
        }
        at + 1
    }

    fn text(&mut self, text: &str) {
        let is_list = |open: &Open<'_>| matches!(open.tag, Tag::Bullets | Tag::Numbers | Tag::Row);
        match self.open.last() {
            // What indents the items of a list is no text.
            Some(open) if is_list(open) && text.trim().is_empty() => {}
            Some(_) if self.is_within_line() || self.is_inside(&[Tag::Item, Tag::Cell]) => {
                self.out.push_str(&text.replace(['\r', '\n'], " "));
            }
            _ => self.out.push_str(text),
        }
    }

    fn is_inside(&self, tags: &[Tag]) -> bool {
        self.open.iter().any(|open| tags.contains(&open.tag))
    }

    /// Whether what is open cannot go on in another line.
    fn is_within_line(&self) -> bool {
        self.is_inside(&[Tag::Bold, Tag::Italic, Tag::Link, Tag::Raised, Tag::Lowered, Tag::Heading, Tag::Cell])
    }

    /// Ends the innermost tag; `next` stands behind it.
    fn close(&mut self, next: Option<char>) {
        let Some(Open { tag, source, before, .. }) = self.open.pop() else { return };
        let inside = std::mem::replace(&mut self.out, before);
        match tag {
            Tag::Bold if self.is_inside(&[Tag::Bold, Tag::Heading]) => self.out.push_str(&inside),
            Tag::Italic if self.is_inside(&[Tag::Italic]) => self.out.push_str(&inside),
            Tag::Bold => self.emphasis("**", &inside, next),
            Tag::Italic => self.emphasis("*", &inside, next),
            Tag::Link => self.link(source, &inside),
            Tag::Raised => self.out.push_str(&shifted(&inside, "0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")),
            Tag::Lowered => self.out.push_str(&shifted(&inside, "0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")),
            Tag::Heading if self.is_within_line() => self.out.push_str(&inside),
            Tag::Heading => self.lines_of_their_own(&format!("### {}", inside.trim().replace("**", ""))),
            Tag::Item | Tag::Row => self.item(&inside),
            Tag::Cell => {
                let apart = if self.out.is_empty() { "" } else { " — " };
                self.out.push_str(&format!("{apart}{}", inside.trim()));
            }
            Tag::Bullets | Tag::Numbers | Tag::Block if self.is_within_line() => self.out.push_str(&inside),
            Tag::Bullets | Tag::Numbers if self.is_inside(&[Tag::Item]) => {
                self.out.truncate(self.out.trim_end().len());
                self.out.push_str(&format!("\n{}\n", inside.trim_end()));
            }
            Tag::Bullets | Tag::Numbers | Tag::Block => self.lines_of_their_own(inside.trim_matches('\n')),
            _ => self.out.push_str(&inside),
        }
    }

    /// `` `code` ``, between two ticks if it holds one.
    fn code(&mut self, source: &str) {
        let code = decoded(bare(source)).split_whitespace().collect::<Vec<_>>().join(" ");
        if code.is_empty() {
            return;
        }
        // Three would begin a block.
        let code = code.replace("``", "''");
        let (ticks, space) = if code.contains('`') { ("``", " ") } else { ("`", "") };
        let apart = if self.out.ends_with('`') { " " } else { "" };
        self.out.push_str(&format!("{apart}{ticks}{space}{code}{space}{ticks}"));
    }

    /// A fenced block, unless there is one in it.
    fn block_of_code(&mut self, source: &str) {
        if FENCES.iter().any(|fence| source.contains(fence)) {
            return self.lines_of_their_own(source.trim_matches('\n'));
        }
        let code = decoded(bare(source));
        self.lines_of_their_own(&format!("```\n{}\n```", code.trim_matches('\n')));
    }

    /// `**text**`. The marks touch the text, and no word or letter next to them where that would make them plain signs
    /// (CommonMark 0.31, section 6.2).
    fn emphasis(&mut self, mark: &str, inside: &str, next: Option<char>) {
        let text = inside.trim();
        let (Some(first), Some(last)) = (text.chars().next(), text.chars().last()) else {
            return self.out.push_str(inside);
        };
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let lead = inside.starts_with(char::is_whitespace);
        let trail = inside.ends_with(char::is_whitespace);
        let before = lead || is_word(self.out.chars().last()) && !first.is_alphanumeric();
        let behind = trail || is_word(next) && !last.is_alphanumeric();
        let [before, behind] = [before, behind].map(|apart| if apart { " " } else { "" });
        self.out.push_str(&format!("{before}{mark}{text}{mark}{behind}"));
    }

    /// `[text](url)`, where both may be so.
    fn link(&mut self, source: &str, inside: &str) {
        let text = inside.trim();
        let url = target(source).map(|url| decoded(url).trim().replace('(', "%28").replace(')', "%29"));
        match url.filter(|url| is_public(url) && !text.is_empty() && !text.contains(['[', ']', '<'])) {
            Some(url) => self.out.push_str(&format!("[{text}]({url})")),
            None => self.out.push_str(inside),
        }
    }

    /// `- text`, and its further lines below it.
    fn item(&mut self, inside: &str) {
        let mark = match self.open.last_mut() {
            Some(list) if list.tag == Tag::Numbers => {
                list.items += 1;
                format!("{}. ", list.items)
            }
            _ => "- ".to_owned(),
        };
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        let indent = " ".repeat(mark.len());
        for (at, line) in inside.trim().lines().filter(|line| !line.trim().is_empty()).enumerate() {
            let before = if at == 0 { &mark } else { &indent };
            self.out.push_str(&format!("{before}{}\n", line.trim_end()));
        }
    }

    fn lines_of_their_own(&mut self, lines: &str) {
        self.paragraph();
        self.out.push_str(lines);
        self.paragraph();
    }

    /// An empty line, unless there is one.
    fn paragraph(&mut self) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push_str("\n\n");
        }
    }
}

/// What stands in `<pre>`, where `<code>` says nothing more.
fn bare(source: &str) -> &str {
    let code = source.trim();
    code.strip_prefix("<code>").and_then(|rest| rest.strip_suffix("</code>")).unwrap_or(code)
}

/// The `href` of a tag.
fn target(source: &str) -> Option<&str> {
    let at = source.find("href")?;
    let value = source[at + "href".len()..].trim_start().strip_prefix('=')?.trim_start();
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next(),
        _ => value.split([' ', '>']).next(),
    }
}

/// Text of which every sign has a raised or lowered form, in that form.
fn shifted(text: &str, plain: &str, shifted: &str) -> String {
    let form = |c: char| plain.chars().zip(shifted.chars()).find(|(plain, _)| *plain == c).map(|(_, form)| form);
    text.trim().chars().map(form).collect::<Option<String>>().unwrap_or_else(|| text.to_owned())
}

/// What stands in code shows as it is, where Markdown knows no escapes of HTML.
fn decoded(text: &str) -> String {
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    signs.iter().fold(text.to_owned(), |text, (escape, sign)| text.replace(escape, sign))
}

#[cfg(test)]
mod tests;
