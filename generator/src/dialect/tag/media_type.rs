//! Media types, recovered from the class names that TAG pages make of them: `ApplicationJsonPatchjson`.

use std::collections::BTreeMap;

use crate::api::Fact;
use crate::source::Span;

/// Media types that such names are looked up in after those that the operation itself states.
const KNOWN: &[&str] = &[
    "application/json",
    "application/json-patch+json",
    "application/merge-patch+json",
    "application/problem+json",
    "application/hal+json",
    "application/vnd.api+json",
    "application/ld+json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/mixed",
    "application/octet-stream",
    "application/xml",
    "application/pdf",
    "application/zip",
    "application/gzip",
    "application/javascript",
    "application/x-ndjson",
    "application/yaml",
    "application/x-yaml",
    "text/plain",
    "text/html",
    "text/css",
    "text/csv",
    "text/xml",
    "text/json",
    "text/yaml",
    "text/event-stream",
    "image/png",
    "image/jpeg",
    "image/gif",
    "image/svg+xml",
    "image/*",
    "audio/mp3",
    "audio/mpeg",
    "audio/wav",
    "video/mp4",
    "*/*",
];

/// The media types that an operation states, by what is left of them in class names.
pub(super) struct StatedTypes(BTreeMap<String, Fact<String>>);

impl StatedTypes {
    /// Of several that look alike, the first is meant.
    pub(super) fn of(media_types: &[Fact<String>]) -> Self {
        StatedTypes(media_types.iter().rev().map(|fact| (letters(&fact.value), fact.clone())).collect())
    }

    /// The media type that `mangled` was made from.
    pub(super) fn unmangle(&self, mangled: &str, span: Span) -> Fact<String> {
        let wanted = letters(mangled);
        self.0.get(&wanted).cloned().unwrap_or_else(|| recognise(&wanted, span))
    }
}

/// A media type that the operation does not state.
fn recognise(wanted: &str, span: Span) -> Fact<String> {
    match KNOWN.iter().find(|known| letters(known) == wanted) {
        Some(known) => Fact::implied((*known).to_owned(), span, "class name of a media type"),
        None => {
            let kinds = ["application", "text", "image", "audio", "video", "multipart"];
            let found = kinds.iter().find_map(|kind| wanted.strip_prefix(kind).map(|rest| format!("{kind}/{rest}")));
            Fact::convention(
                found.unwrap_or_else(|| "application/json".to_owned()),
                "unknown class name of a media type",
            )
        }
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Docs;

    #[track_caller]
    fn check(mangled: &str, expected: &str) {
        let docs = Docs::from_texts([("a.md", "")], None);
        let Some((page, _)) = docs.pages().next() else { return };
        assert_eq!(StatedTypes::of(&[]).unmangle(mangled, Span::new(page, 0, 0)).value, expected);
    }

    #[test]
    fn names_are_unmangled() {
        check("ApplicationJson", "application/json");
        check("ApplicationJsonPatchjson", "application/json-patch+json");
        check("ApplicationXWwwFormUrlencoded", "application/x-www-form-urlencoded");
        check("TextJson", "text/json");
        check("ApplicationVndNever", "application/vndnever");
        check("Strange", "application/json");
    }
}
