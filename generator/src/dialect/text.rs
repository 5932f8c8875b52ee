//! The little languages inside cells: HTML escapes, bold words, links.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::markdown::Cell;

/// Compiles a pattern of ours.
pub(super) fn pattern(text: &str) -> Regex {
    #[expect(clippy::expect_used, reason = "patterns are constants; every one is compiled by a test of its page")]
    Regex::new(text).expect("a valid pattern")
}

/// Undoes the HTML escapes that the docs' templates write, and no others.
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
    static ESCAPE: LazyLock<Regex> =
        LazyLock::new(|| pattern("&(amp|lt|gt|quot|apos|#39|#x27|#x60|#96|#x3D|#61|#124);"));
    ESCAPE.replace_all(text, |found: &regex::Captures<'_>| match &found[1] {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" | "#39" | "#x27" => "'",
        "#x60" | "#96" => "`",
        "#x3D" | "#61" => "=",
        _ => "|",
    })
}

/// A description as its author wrote it: HTML escapes undone, and the backslashes that stand before quotes removed.
pub(super) fn description(text: &str) -> String {
    unescape(text.trim()).replace("\\\"", "\"").replace("\\'", "'")
}

/// `**name**`, `***name***` or a bare `name`, as the name.
pub(super) fn unbold(text: &str) -> &str {
    let text = text.trim();
    text.strip_prefix("**").and_then(|rest| rest.strip_suffix("**")).map_or(text, str::trim)
}

/// `[text](target)` as its two parts. The text may itself hold brackets: `[**[APIToken]**](APIToken.md)`.
pub(super) fn link(text: &str) -> Option<(&str, &str)> {
    let inside = text.trim().strip_prefix('[')?.strip_suffix(')')?;
    inside.rsplit_once("](")
}

/// A cell that holds a type: bold, and perhaps linked to the page of what it is made of.
#[derive(Clone, Copy, Debug)]
pub(super) struct TypeCell<'d> {
    /// The type as written.
    pub(super) text: &'d str,
    /// The name of the page that it is linked to, without path and ending; `None` where it is not linked, empty where
    /// the link leads nowhere.
    pub(super) link: Option<&'d str>,
}

impl<'d> TypeCell<'d> {
    pub(super) fn read(cell: Cell<'d>) -> Self {
        match link(cell.text) {
            Some((text, target)) => TypeCell { text: unbold(text), link: Some(page_name(target)) },
            None => TypeCell { text: unbold(cell.text), link: None },
        }
    }
}

/// `../../models/Pet.md#x` as `Pet`.
pub(super) fn page_name(target: &str) -> &str {
    // Some versions forget to fill in what stands before the name.
    let target = target.strip_prefix("{{complexTypePrefix}}").unwrap_or(target);
    let path = target.split('#').next().unwrap_or("");
    let file = path.rsplit('/').next().unwrap_or("");
    // Inside nested tables TAG's templates forget to fill this in.
    let file = file.strip_prefix("{{complexTypePrefix}}").unwrap_or(file);
    file.strip_suffix(".md").unwrap_or(file)
}

/// The names in a line of links, `[bearer](../README.md#bearer), [cookie](../README.md#cookie)`.
pub(super) fn link_names(text: &str) -> impl Iterator<Item = &str> {
    static LINK: LazyLock<Regex> = LazyLock::new(|| pattern(r"\[([^\]\[]+)\]\([^()]*\)"));
    LINK.captures_iter(text).filter_map(|found| found.get(1)).map(|name| name.as_str())
}

/// Whether a name can stand for something: it is not empty and holds no control character.
pub(super) fn is_name(text: &str) -> bool {
    !text.is_empty() && text.len() <= 200 && !text.chars().any(char::is_control)
}

/// The items in their order, each once.
pub(super) fn unique<T: Clone + Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    items.into_iter().filter(|item| seen.insert(item.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        assert_eq!(unescape("user&#39;s &lt;T&gt; &amp;amp; a&#x3D;b &nbsp;"), "user's <T> &amp; a=b &nbsp;");
        assert_eq!(description(r" say \&quot;x\&quot; "), "say \"x\"");
    }

    #[test]
    fn links() {
        assert_eq!(link("[**[APIToken]**](APIToken.md)"), Some(("**[APIToken]**", "APIToken.md")));
        assert_eq!(link("**str**"), None);
        assert_eq!(page_name("../../models/Pet.md"), "Pet");
        assert_eq!(page_name(".md"), "");
        assert_eq!(link_names("[a](../README.md#a), [b](../README.md#b)").collect::<Vec<_>>(), ["a", "b"]);
    }
}
