//! The only place that makes a Rust identifier.

use std::collections::{BTreeMap, BTreeSet};

use crate::rust::Ident;

/// Keywords of every edition (The Rust Reference, section "Keywords"), and `union` and `gen`, which are some in places.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "_", "Self",
];

/// Types that a model's file uses by their bare name.
const MODEL_FILE_TYPES: &[&str] = &[
    "BTreeMap",
    "Base64",
    "Box",
    "Bytes",
    "Date",
    "DateTime",
    "Decimal",
    "Default",
    "Deserialize",
    "Err",
    "Field",
    "From",
    "Into",
    "IntoIterator",
    "None",
    "Ok",
    "Option",
    "Result",
    "Serialize",
    "Some",
    "String",
    "UnknownMember",
    "UnknownValue",
    "Uuid",
    "Value",
    "Vec",
];

/// Types and traits that a tag's file uses by their bare name.
const CALL_FILE_TYPES: &[&str] = &[
    "BTreeMap",
    "Base64",
    "Body",
    "Borrow",
    "Box",
    "Bytes",
    "Call",
    "Date",
    "DateTime",
    "Decimal",
    "ErrorBody",
    "FilePart",
    "Into",
    "IntoIterator",
    "Option",
    "Some",
    "StatusCode",
    "String",
    "Uuid",
    "Value",
    "Vec",
];

/// Hands out identifiers, each once; equality ignores case, because modules become files.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    taken: BTreeSet<String>,
    /// The next number for a name that is taken.
    numbers: BTreeMap<String, usize>,
    reserved: &'static [&'static str],
    ending: &'static str,
}

impl Scope {
    /// A scope in which a `reserved` name gets `ending`.
    fn reserving(reserved: &'static [&'static str], ending: &'static str) -> Self {
        Scope { reserved, ending, ..Scope::default() }
    }

    /// The types of models.
    pub(super) fn of_models() -> Self {
        Self::reserving(MODEL_FILE_TYPES, "Model")
    }

    /// The types in a tag's file, and the modules of tags.
    pub(super) fn of_calls() -> Self {
        Self::reserving(CALL_FILE_TYPES, "Call")
    }

    /// The methods of the client that give tags.
    pub(super) fn of_tags() -> Self {
        Self::reserving(&["builder"], "_api")
    }

    /// The setters of a call, and the arguments of the method that makes it. A call whose answer may be a stream of
    /// events has one more method of its own.
    pub(super) fn of_setters(has_events: bool) -> Self {
        const RESERVED: &[&str] = &["send", "send_blocking", "pages", "items", "events"];
        Self::reserving(if has_events { RESERVED } else { &RESERVED[..4] }, "_parameter")
    }

    /// The fields of a struct.
    pub(super) fn of_fields() -> Self {
        Self::reserving(&["new", "builder", "build", "clone"], "_field")
    }

    /// The credentials of a client, which are methods of its builder.
    pub(super) fn of_credentials() -> Self {
        const BUILDER: &[&str] = &[
            "attempt_timeout",
            "base_url",
            "build",
            "credential",
            "default_header",
            "max_body_size",
            "max_redirects",
            "read_timeout",
            "retry",
            "retry_budget",
            "timeout",
            "transport",
            "user_agent",
        ];
        Self::reserving(BUILDER, "_credential")
    }

    /// `wanted`, or, if it is reserved or taken, the nearest name that is not.
    pub(super) fn claim(&mut self, wanted: Ident) -> Ident {
        let wanted = if self.reserved.contains(&wanted.as_str()) { with_ending(&wanted, self.ending) } else { wanted };
        let mut ident = wanted.clone();
        while !self.taken.insert(ident.as_str().to_lowercase()) {
            let number = self.numbers.entry(wanted.to_string()).or_insert(1);
            *number += 1;
            ident = numbered(&wanted, *number);
        }
        ident
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
    fn a_scope_hands_out_each_name_once() {
        let mut scope = Scope::default();
        let names: Vec<_> = ["id", "ID", "id"].iter().map(|name| scope.claim(snake(name)).to_string()).collect();
        assert_eq!(names, ["id", "id_2", "id_3"]);
        assert_eq!(Scope::of_models().claim(pascal("Date")).as_str(), "DateModel");
        assert_eq!(Scope::of_setters(false).claim(snake("send")).as_str(), "send_parameter");
        assert_eq!(Scope::of_setters(false).claim(snake("sendBlocking")).as_str(), "send_blocking_parameter");
        assert_eq!(Scope::of_setters(false).claim(snake("items")).as_str(), "items_parameter");
        assert_eq!(Scope::of_setters(false).claim(snake("events")).as_str(), "events");
        assert_eq!(Scope::of_setters(true).claim(snake("events")).as_str(), "events_parameter");
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
