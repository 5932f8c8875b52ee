//! Clients that are generated for these checks only.

use std::path::Path;

use docwright::diagnostic::{Diagnostic, Severity, any_error, render};
use docwright::file_tree::FileTree;
use docwright::lower::{self, Options};
use docwright::rust::{Package, Runtime};
use docwright::source::Docs;

/// Generates `‹name›-client` to `target/e2e/crates/‹name›`.
pub(super) fn write(root: &Path, docs: &Docs, name: &str) -> Result<Package, String> {
    let (package, files) = generate(docs, name)?;
    let folder = super::target(root).join("crates").join(name);
    let plan = files.plan(&folder, true).map_err(|error| error.to_string())?;
    plan.write_to(&folder).map_err(|error| error.to_string())?;
    Ok(package)
}

/// The client in memory: its parts, and its files.
pub(super) fn generate(docs: &Docs, name: &str) -> Result<(Package, FileTree), String> {
    let refuse = |report: Vec<Diagnostic>| {
        let errors = report.iter().filter(|diagnostic| diagnostic.severity() == Severity::Error);
        let findings: Vec<String> = errors.map(|error| render(docs, error, false)).collect();
        format!("the docs of {name} cannot be used:\n{}", findings.join("\n\n"))
    };
    let (api, settings, mut report) = docwright::understand(docs).map_err(refuse)?;
    // As seen from target/e2e/crates/‹name›.
    let runtime =
        Runtime::Path { path: "../../../../runtime".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() };
    let options = Options { name: format!("{name}-client"), runtime };
    let (package, found) = lower::lower(&api, &settings, &options);
    report.extend(found);
    if any_error(&report) {
        return Err(refuse(report));
    }
    let files = docwright::render::render(&package);
    Ok((package, files))
}

#[cfg(test)]
mod tests {
    use docwright::source;

    use super::*;

    #[test]
    fn the_pages_of_httpbin_leave_nothing_to_guess() {
        let docs = source::read(&crate::root().join("xtask/e2e/httpbin"), None);
        let client = docs.map_err(|error| error.to_string()).and_then(|docs| generate(&docs, "httpbin"));
        assert_eq!(client.map(|(package, _)| package.schemes.len()), Ok(5));
    }
}
