//! A line of Markdown that holds nothing which rustdoc would read as a link of its own, as HTML or as code to compile.

/// What fences of blocks of code begin with.
pub(super) const FENCES: [&str; 2] = ["```", "~~~"];

/// Whether the line begins or ends a block of code (CommonMark 0.31, section 4.5).
pub(super) fn is_fence(line: &str) -> bool {
    FENCES.iter().any(|fence| line.trim_start().starts_with(fence))
}

/// A heading as a bold line: the headings of the docs are our own.
pub(super) fn heading(line: &str) -> Option<String> {
    let text = line.trim_start().trim_start_matches('#');
    let marks = line.trim_start().len() - text.len();
    let is_heading = (1..=6).contains(&marks) && text.starts_with(' ') && !text.trim().is_empty();
    is_heading.then(|| format!("**{}**", escape(text.trim()).trim_matches('*')))
}

/// Escapes what rustdoc would read as a link or as HTML, outside code spans; makes bare addresses links, and links that
/// lead nowhere from here text.
pub(super) fn escape(line: &str) -> String {
    // Four spaces begin a code block, which rustdoc would compile.
    let indent = line.len() - line.trim_start().len();
    let mut rest = line.trim_start();
    let mut out = " ".repeat(indent.min(3));
    while let Some(c) = rest.chars().next() {
        if c == ' ' && out.ends_with(' ') {
            // Behind the mark of a list or a quote, several spaces begin a code block too.
            rest = &rest[1..];
        } else if let Some((span, after)) = code_span(rest) {
            out.push_str(span);
            rest = after;
        } else if let Some((url, after)) = address(rest) {
            out.push_str(&format!("<{url}>"));
            rest = after;
        } else if let Some((text, url, after)) = link(rest) {
            // A picture is a link to it: reading docs should ask no other server for anything.
            if out.ends_with('!') {
                out.pop();
            }
            match text {
                _ if !is_public(url) => out.push_str(&escape(text.trim())),
                text if is_address(text) => out.push_str(&format!("<{url}>")),
                text => out.push_str(&format!("[{}]({url})", escape(text))),
            }
            rest = after;
        } else {
            let is_fence = c == '~' && rest.starts_with("~~~");
            if is_fence
                || matches!(c, '[' | ']' | '<' | '`')
                || c == '\\' && !rest[1..].starts_with(['[', ']', '<', '`', '\\'])
            {
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
pub(super) fn code_span(text: &str) -> Option<(&str, &str)> {
    let ticks = text.len() - text.trim_start_matches('`').len();
    let fence = &text[..ticks];
    if ticks == 0 {
        return None;
    }
    let end = ticks + text[ticks..].find(fence)? + ticks;
    let closed = !text[end..].starts_with('`') && end > 2 * ticks;
    closed.then(|| text.split_at(end))
}

/// Whether a link may lead there: to the web, or to somebody's mailbox.
pub(super) fn is_public(url: &str) -> bool {
    let is_mailbox = url.strip_prefix("mailto:").is_some_and(|mailbox| mailbox.contains('@'));
    (is_address(url) || is_mailbox) && !url.contains(is_unsafe)
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
    (url.len() > "https://".len() && !url.contains(is_unsafe)).then(|| (url, &text[url.len()..]))
}

/// `[text](https://…)` at the start, or a link to another page of the docs.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let inside = text.strip_prefix('[')?;
    let end = inside.find(['[', ']', '\n'])?;
    let (label, after) = (&inside[..end], inside[end..].strip_prefix("](")?);
    let end = after.find(|c: char| matches!(c, '(' | ')') || is_unsafe(c))?;
    let (url, after) = (&after[..end], after[end..].strip_prefix(')')?);
    (is_public(url) || is_relative(url)).then_some((label, url, after))
}

/// Whether it is the address of another page, or of a place in this one. What stands in brackets and then in parentheses
/// may be no link at all.
fn is_relative(url: &str) -> bool {
    let has_scheme = url.split(['/', '#', '?']).next().unwrap_or("").contains(':');
    !has_scheme && (url.starts_with(['#', '.']) || url.contains('/') || url.contains(".md") || url.contains(".html"))
}

fn is_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

/// What no address may hold.
fn is_unsafe(c: char) -> bool {
    c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\\' | '`')
}
