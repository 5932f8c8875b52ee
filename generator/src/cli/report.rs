//! Findings on standard error.

use docwright::diagnostic::{Diagnostic, Severity, render};
use docwright::source::Docs;

/// Prints the findings, and how many there were. With `quiet`, only errors.
pub(super) fn print(docs: &Docs, report: &[Diagnostic], quiet: bool) {
    let colour = anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never;
    for diagnostic in report.iter().filter(|diagnostic| !quiet || diagnostic.severity() == Severity::Error) {
        anstream::eprintln!("{}\n", render(docs, diagnostic, colour));
    }
    let count = |severity| report.iter().filter(|diagnostic| diagnostic.severity() == severity).count();
    let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
    if errors > 0 || !quiet && warnings + notes > 0 {
        anstream::eprintln!("{errors} errors, {warnings} warnings, {notes} notes");
    }
}
