//! `[package]`.

use serde::Deserialize;
use toml::Spanned;

use super::Settings;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Docs, Span};

/// `[package]`: what goes into the generated `Cargo.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Package {
    /// The package's name; by default the folder's, with `-client`.
    pub name: Option<Spanned<String>>,
    /// Its version; by default `0.1.0`.
    pub version: Option<Spanned<String>>,
    /// One line on what it is.
    pub description: Option<String>,
    /// Who publishes it.
    pub authors: Vec<String>,
    /// Its licence, as an SPDX expression; by default `MIT OR Apache-2.0`.
    pub license: Option<String>,
    /// Where its sources are.
    pub repository: Option<Spanned<String>>,
    /// Where its documentation is; registries link to docs.rs by themselves.
    pub documentation: Option<Spanned<String>>,
    /// Where the API is at home.
    pub homepage: Option<Spanned<String>>,
    /// At most five words by which registries find it.
    pub keywords: Vec<Spanned<String>>,
    /// The categories in which registries list it; by default `api-bindings`.
    pub categories: Vec<String>,
}

/// Checks what `[package]` says: cargo and its registry would refuse a name, a version or a link that is none.
pub fn check_package(docs: &Docs, settings: &Settings, is_name: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
    let Some((page, _)) = docs.spec() else { return Vec::new() };
    let mut report = Vec::new();
    let mut check = |value: Option<&Spanned<String>>, good: &dyn Fn(&str) -> bool, what: &str, help: &str| {
        if let Some(value) = value.filter(|value| !good(value.get_ref())) {
            let span = Span::new(page, value.span().start, value.span().end);
            let message = format!("`{}` cannot be the {what} of a package", value.get_ref().escape_debug());
            report.push(Diagnostic::new(Code::Settings, span, message).help(help));
        }
    };
    check(
        settings.package.name.as_ref(),
        &is_name,
        "name",
        "a letter first, then letters, digits, `-` and `_`, at most 64 in all",
    );
    check(
        settings.package.version.as_ref(),
        &is_version,
        "version",
        "three numbers, as in `0.1.0`, perhaps with `-alpha.1` behind them",
    );
    let Package { repository, documentation, homepage, keywords, .. } = &settings.package;
    for (link, what) in [(repository, "repository"), (documentation, "documentation"), (homepage, "homepage")] {
        check(link.as_ref(), &is_link, what, "an address that begins with `https://`");
    }
    for (at, keyword) in keywords.iter().enumerate() {
        check(
            Some(keyword),
            &|text| at < MOST_KEYWORDS && is_keyword(text),
            "keyword",
            "at most five, each a letter or digit first, then letters, digits, `-`, `_` and `+`, at most 20 in all",
        );
    }
    report
}

/// How many keywords crates.io takes.
const MOST_KEYWORDS: usize = 5;

fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or(text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || c.is_control()))
}

/// Whether crates.io accepts the text as a keyword.
fn is_keyword(text: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+');
    text.starts_with(|c: char| c.is_ascii_alphanumeric()) && text.len() <= 20 && text.chars().all(is_sign)
}

/// Whether cargo accepts the text as a version (Semantic Versioning 2.0.0).
fn is_version(text: &str) -> bool {
    let core = text.split(['-', '+']).next().unwrap_or("");
    let numbers: Vec<&str> = core.split('.').collect();
    let is_number = |part: &&str| {
        !part.is_empty()
            && part.len() < 10
            && part.chars().all(|c| c.is_ascii_digit())
            && (*part == "0" || !part.starts_with('0'))
    };
    let rest = &text[core.len()..];
    let is_rest = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.');
    numbers.len() == 3 && numbers.iter().all(is_number) && rest.chars().all(is_rest) && !rest.ends_with(['-', '+', '.'])
}
