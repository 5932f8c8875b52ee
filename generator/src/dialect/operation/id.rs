//! What generators make of the names of operations, undone where it can be.

use crate::api::Fact;
use crate::source::Span;

/// Words that no Python method can be called, or that the generators keep for themselves.
const RESERVED: &[&str] = &[
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
    "exec", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "none", "nonlocal", "not", "or",
    "pass", "print", "property", "raise", "return", "self", "try", "while", "with", "yield",
];

/// The name that `listed` was made of: generators write `call_import` for `import`, and `call_2head` for `2head`. A
/// bare number is left alone, because frameworks number operations of one name in that way.
pub(in crate::dialect) fn operation_id(listed: &str, span: Span) -> Fact<String> {
    let unmarked = listed.strip_prefix("call_").filter(|rest| {
        let numeric =
            rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains(|c: char| c.is_ascii_alphabetic());
        numeric || RESERVED.contains(rest)
    });
    match unmarked {
        Some(name) => Fact::implied(name.to_owned(), span, "mark before a reserved word"),
        None => Fact::stated(listed.to_owned(), span),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Docs;

    #[track_caller]
    fn check(listed: &str, expected: &str) {
        let docs = Docs::from_texts([("a.md", listed)], None);
        let Some((page, _)) = docs.pages().next() else { return };
        assert_eq!(operation_id(listed, Span::new(page, 0, 0)).value, expected);
    }

    #[test]
    fn marks_are_removed() {
        check("call_import", "import");
        check("call_2head_it", "2head_it");
        check("call_2", "call_2");
        check("call_back", "call_back");
        check("import_it", "import_it");
    }
}
