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
pub mod file_tree;
pub mod lower;
pub mod markdown;
pub mod names;
pub mod openapi;
pub mod render;
pub mod rust;
pub mod settings;
pub mod source;

use crate::api::Api;
use crate::diagnostic::Diagnostic;
use crate::file_tree::FileTree;
use crate::rust::Runtime;
use crate::settings::{Settings, Strictness};
use crate::source::Docs;

/// What the docs say, before anything is inferred or overridden.
pub fn read(docs: &Docs) -> (Api, Vec<Diagnostic>) {
    dialect::read(docs)
}

/// What the docs, `names.toml` and `spec.toml` say together: complete, with everything decided.
///
/// # Errors
/// When `spec.toml` or `names.toml` cannot be read; the diagnostics are those of the whole run so far.
pub fn understand(docs: &Docs) -> Result<(Api, Settings, Vec<Diagnostic>), Vec<Diagnostic>> {
    understand_strictly(docs, Strictness::default())
}

/// As [`understand`], at least as strictly as `strictness` says.
///
/// # Errors
/// As [`understand`].
pub fn understand_strictly(
    docs: &Docs,
    strictness: Strictness,
) -> Result<(Api, Settings, Vec<Diagnostic>), Vec<Diagnostic>> {
    let settings = settings::read(docs).map_err(|diagnostic| vec![*diagnostic])?;
    let strictness = strictness.and(settings.check);
    let names = names::read(docs).map_err(|diagnostic| vec![*diagnostic])?;
    let (mut api, mut report) = read(docs);
    api::infer::infer(&mut api);
    report.extend(names::apply(docs, &names, &mut api));
    report.extend(settings::apply(docs, &settings, &mut api));
    api::check::keep_listed(&mut api, strictness.listed_only, &mut report);
    report.extend(api::check::check(&mut api));
    api::infer::infer_pagination(&mut api);
    if strictness.deny.is_some() {
        report.extend(api::check::deny_conventions(&api));
    }
    diagnostic::sort(&mut report);
    Ok((api, settings, report))
}

/// A crate in memory, and what there is to say about its docs.
#[derive(Debug)]
pub struct Generated {
    /// The files.
    pub files: FileTree,
    /// How many operations it has.
    pub operations: usize,
    /// How many models it has.
    pub models: usize,
    /// What was found on the way; none of it is an error.
    pub report: Vec<Diagnostic>,
}

/// Generates a crate. `name` is the package's if the caller decides; otherwise `spec.toml` does, otherwise it is
/// `default_name`.
///
/// # Errors
/// When one of the findings is an error; all findings are given.
pub fn generate(
    docs: &Docs,
    name: Option<&str>,
    default_name: &str,
    runtime: Runtime,
) -> Result<Generated, Vec<Diagnostic>> {
    generate_strictly(docs, Strictness::default(), name, default_name, runtime)
}

/// As [`generate`], at least as strictly as `strictness` says.
///
/// # Errors
/// As [`generate`].
pub fn generate_strictly(
    docs: &Docs,
    strictness: Strictness,
    name: Option<&str>,
    default_name: &str,
    runtime: Runtime,
) -> Result<Generated, Vec<Diagnostic>> {
    let (api, settings, mut report) = understand_strictly(docs, strictness)?;
    report.extend(settings::check_package(docs, &settings, lower::is_package_name));
    let wanted = settings.package.name.as_ref().map(|name| name.get_ref().as_str());
    let name = name.or(wanted).map_or_else(|| lower::package_name(default_name), str::to_owned);
    let (package, found) = lower::lower(&api, &settings, &lower::Options { name, runtime });
    report.extend(found);
    diagnostic::sort(&mut report);
    if diagnostic::any_error(&report) {
        return Err(report);
    }
    let operations = package.apis.iter().map(|api| api.operations.len()).sum();
    Ok(Generated { files: render::render(&package), operations, models: package.models.len(), report })
}
