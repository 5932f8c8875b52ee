//! What the generators of these dialects do to names, undone where it can be.

use crate::api::Fact;
use crate::dialect::Family;
use crate::source::Span;

/// Words that the Nextgen generators cannot use as names: they write `var_from` for `from`. Beside those of Python they
/// keep what generated methods and models are made of.
const NEXTGEN_RESERVED: &[&str] = &[
    "all_params",
    "auth_settings",
    "body_params",
    "false",
    "form_params",
    "header_params",
    "local_var_files",
    "model_config",
    "path_params",
    "query_params",
    "resource_path",
    "true", //
    "and",
    "as",
    "assert",
    "async",
    "await",
    "base64",
    "break",
    "class",
    "continue",
    "date",
    "def",
    "del",
    "elif",
    "else",
    "except",
    "exec",
    "field",
    "finally",
    "float",
    "for",
    "from",
    "global",
    "if",
    "import",
    "in",
    "is",
    "json",
    "lambda",
    "none",
    "nonlocal",
    "not",
    "or",
    "pass",
    "print",
    "property",
    "raise",
    "return",
    "schema",
    "self",
    "try",
    "while",
    "with",
    "yield",
];

/// The name that is sent, as far as the documented one tells: the mark that generators put before reserved words and
/// digits is never part of it. Otherwise the documented name is taken as it is, which is only a convention.
pub(in crate::dialect) fn wire_name(documented: &str, family: Family, span: Span) -> Fact<String> {
    let unmarked = match family {
        Family::Legacy | Family::Prior => documented.strip_prefix('_').filter(|rest| !rest.is_empty()),
        Family::Nextgen => documented
            .strip_prefix("var_")
            .filter(|rest| NEXTGEN_RESERVED.contains(rest) || rest.starts_with(|c: char| c.is_ascii_digit())),
        Family::Tag => None,
    };
    match unmarked {
        Some(name) if !name.contains('_') => Fact::implied(name.to_owned(), span, "mark before a reserved word"),
        Some(name) => Fact::convention(name.to_owned(), "documented name"),
        None => Fact::convention(documented.to_owned(), "documented name"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Docs;

    #[track_caller]
    fn check(documented: &str, family: Family, expected: &str) {
        let docs = Docs::from_texts([("a.md", documented)], None);
        let Some((page, _)) = docs.pages().next() else { return };
        assert_eq!(wire_name(documented, family, Span::new(page, 0, 0)).value, expected);
    }

    #[test]
    fn marks_are_removed() {
        check("_pass", Family::Prior, "pass");
        check("_2fa", Family::Legacy, "2fa");
        check("_from_date", Family::Prior, "from_date");
        check("var_in", Family::Nextgen, "in");
        check("var_2fa", Family::Nextgen, "2fa");
        check("var_name", Family::Nextgen, "var_name");
        check("_pass", Family::Nextgen, "_pass");
        check("_", Family::Prior, "_");
        check("user_id", Family::Prior, "user_id");
    }
}
