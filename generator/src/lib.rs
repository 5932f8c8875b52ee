//! docwright reads the Markdown docs of a generated SDK and writes a Rust client crate.
//!
//! ```text
//! Docs ── markdown::parse ─▶ Document ── dialect::read ─▶ Api ── infer, overrides, check ─▶ Api
//!      ── lower::lower ─▶ rust::Package ── render::render ─▶ FileTree
//! ```
//!
//! Between reading the docs and writing the crate everything is a pure function of its input.

pub mod api;
pub mod diagnostic;
pub mod dialect;
pub mod markdown;
pub mod settings;
pub mod source;

use crate::api::Api;
use crate::diagnostic::Diagnostic;
use crate::settings::Settings;
use crate::source::Docs;

/// What the docs say, before anything is inferred or overridden.
pub fn read(docs: &Docs) -> (Api, Vec<Diagnostic>) {
    dialect::read(docs)
}

/// What the docs and `spec.toml` say together: complete, with everything decided.
///
/// # Errors
/// When `spec.toml` cannot be read; the diagnostics are those of the whole run so far.
pub fn understand(docs: &Docs) -> Result<(Api, Settings, Vec<Diagnostic>), Vec<Diagnostic>> {
    let settings = settings::read(docs).map_err(|diagnostic| vec![*diagnostic])?;
    let (mut api, mut report) = read(docs);
    api::infer::infer(&mut api);
    report.extend(settings::apply(docs, &settings, &mut api));
    report.extend(api::check::check(&mut api));
    diagnostic::sort(&mut report);
    Ok((api, settings, report))
}
