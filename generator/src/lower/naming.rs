//! The only place that makes a Rust identifier.

mod scope;

use crate::rust::Ident;

pub(super) use scope::Scope;

/// Keywords of every edition (The Rust Reference, section "Keywords"), and `union` and `gen`, which are some in places.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "_", "Self",
];

/// What the docs call it, without the mark that it has because another language reserves the word: `date` for `var_date`
/// if that is what is sent. Rust has marks of its own for words that it reserves.
pub(super) fn unmarked<'n>(documented: &'n str, wire_name: &'n str) -> &'n str {
    match documented.strip_suffix(wire_name) {
        Some("var_") if !wire_name.starts_with(|c: char| c.is_ascii_digit()) => wire_name,
        _ => documented,
    }
}

/// `name` as a function, field or module: `APIToken` as `api_token`.
pub(super) fn snake(name: &str) -> Ident {
    checked(words(name).join("_").to_lowercase(), "unnamed", |text| format!("{text}_"))
}

/// `name` as a type or variant: `user_tokens_get` as `UserTokensGet`.
pub(super) fn pascal(name: &str) -> Ident {
    let text = words(name).iter().map(|word| capitalised(word)).collect();
    checked(text, "Unnamed", |text| format!("{text}_"))
}

/// `name` as a `static`: `bearerAuth` as `BEARER_AUTH`.
pub(super) fn constant(name: &str) -> Ident {
    checked(words(name).join("_").to_uppercase(), "UNNAMED", |text| format!("{text}_"))
}

/// `base` with `ending`, as in `AuthLoginPost` with `Error`.
pub(super) fn with_ending(base: &Ident, ending: &str) -> Ident {
    Ident::from_checked(format!("{base}{ending}"))
}

/// The name of a crate in code.
pub(super) fn crate_ident(package: &str) -> Ident {
    Ident::from_checked(package.replace('-', "_"))
}

/// Whether `name` can be the name of a package that is meant for crates.io.
pub fn is_package_name(name: &str) -> bool {
    name.len() <= 64
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        && !KEYWORDS.contains(&name)
}

/// Any text as the name of a package.
pub fn package(name: &str) -> String {
    let words: Vec<String> =
        words(name).iter().map(|word| ascii(word).to_lowercase()).filter(|word| !word.is_empty()).collect();
    let name = words.join("-");
    if is_package_name(&name) { name } else { format!("api-{name}").trim_end_matches('-').to_owned() }
}

fn numbered(ident: &Ident, number: usize) -> Ident {
    let text = ident.as_str();
    let separator = if text.contains('_') && !text.ends_with('_') || text == text.to_lowercase() { "_" } else { "" };
    Ident::from_checked(format!("{}{separator}{number}", text.trim_end_matches('_')))
}

/// Makes sure that the text is an identifier and no keyword.
fn checked(text: String, nameless: &str, escape: impl Fn(&str) -> String) -> Ident {
    let text = match text.chars().next() {
        None => nameless.to_owned(),
        Some(first) if first.is_ascii_digit() => format!("_{text}"),
        Some(_) => text,
    };
    Ident::from_checked(if KEYWORDS.contains(&text.as_str()) { escape(&text) } else { text })
}

/// The words of a name: ASCII letters and digits, cut at everything else and where case shows a new word.
fn words(name: &str) -> Vec<String> {
    let name: Vec<char> = ascii(name).chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for (at, &c) in name.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| name[at]);
        if !c.is_ascii_alphanumeric() || begins_word(before, c, &name[at + 1..]) {
            words.push(std::mem::take(&mut word));
        }
        if c.is_ascii_alphanumeric() {
            word.push(c);
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

/// `aB` begins a word at `B`, `ABc` at `B`; the plural in `userIDs` begins none.
fn begins_word(before: Option<char>, c: char, after: &[char]) -> bool {
    let Some(before) = before.filter(|_| c.is_ascii_uppercase()) else { return false };
    let plural = after.first() == Some(&'s') && after.get(1).is_none_or(|next| !next.is_ascii_lowercase());
    let lower_follows = after.first().is_some_and(char::is_ascii_lowercase) && !plural;
    before.is_ascii_lowercase() || before.is_ascii_digit() || before.is_ascii_uppercase() && lower_follows
}

/// Letters that other scripts share with ASCII are kept, the rest is dropped; a sign keeps words apart.
fn ascii(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

fn capitalised(word: &str) -> String {
    let lower = word.to_lowercase();
    let mut chars = lower.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected_snake: &str, expected_pascal: &str) {
        assert_eq!(snake(name).as_str(), expected_snake);
        assert_eq!(pascal(name).as_str(), expected_pascal);
    }

    #[test]
    fn names_of_every_spelling() {
        check("user_tokens_get", "user_tokens_get", "UserTokensGet");
        check("APIToken", "api_token", "ApiToken");
        check("CoreAuthUser", "core_auth_user", "CoreAuthUser");
        check("userIDs", "user_ids", "UserIds");
        check("HTTPStatusCode", "http_status_code", "HttpStatusCode");
        check("X-Request-ID", "x_request_id", "XRequestId");
        check("is2FAEnabled", "is2_fa_enabled", "Is2FaEnabled");
        check("filter[deep]", "filter_deep", "FilterDeep");
        check("@odata.type", "odata_type", "OdataType");
    }

    #[test]
    fn keywords_and_odd_names() {
        check("type", "type_", "Type");
        check("self", "self_", "Self_");
        check("Self", "self_", "Self_");
        check("crate", "crate_", "Crate");
        check("2fa", "_2fa", "_2fa");
        check("", "unnamed", "Unnamed");
        check("****", "unnamed", "Unnamed");
        check("日本", "unnamed", "Unnamed");
        check("a\"; fn main() {}", "a_fn_main", "AFnMain");
    }

    #[test]
    fn marks_of_other_languages_go() {
        assert_eq!(unmarked("var_date", "date"), "date");
        assert_eq!(unmarked("var_date", "Date"), "var_date");
        assert_eq!(unmarked("var_2fa", "2fa"), "var_2fa");
        assert_eq!(unmarked("update", "date"), "update");
    }

    #[test]
    fn packages() {
        assert_eq!(package("Kleister API"), "kleister-api");
        assert_eq!(package("../../etc"), "etc");
        assert_eq!(package("日本"), "api");
        assert!(!is_package_name("a/b"));
        assert!(!is_package_name(""));
    }
}
