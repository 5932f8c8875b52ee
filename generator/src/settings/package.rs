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
}

/// Checks what `[package]` says: cargo would refuse a name or a version that is none.
pub fn check_package(docs: &Docs, settings: &Settings, is_name: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
    let Some((page, _)) = docs.spec() else { return Vec::new() };
    let mut report = Vec::new();
    let mut check = |value: &Option<Spanned<String>>, good: &dyn Fn(&str) -> bool, what: &str, help: &str| {
        if let Some(value) = value.as_ref().filter(|value| !good(value.get_ref())) {
            let span = Span::new(page, value.span().start, value.span().end);
            let message = format!("`{}` cannot be the {what} of a package", value.get_ref().escape_debug());
            report.push(Diagnostic::new(Code::Settings, span, message).help(help));
        }
    };
    check(
        &settings.package.name,
        &is_name,
        "name",
        "a letter first, then letters, digits, `-` and `_`, at most 64 in all",
    );
    check(
        &settings.package.version,
        &is_version,
        "version",
        "three numbers, as in `0.1.0`, perhaps with `-alpha.1` behind them",
    );
    report
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
