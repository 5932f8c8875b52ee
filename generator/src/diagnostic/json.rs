//! Findings as tools read them: one JSON object a line.

use serde::Serialize;

use super::Diagnostic;
use crate::source::{Docs, Span};

/// The fields of a line. They are stable: new ones may come, none will go.
#[derive(Serialize)]
struct Line<'d> {
    code: &'static str,
    severity: String,
    message: &'d str,
    path: &'d str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    label: &'d str,
    help: Option<&'d str>,
}

/// One finding as a JSON object, without a line break in it. Lines and columns count from 1, columns in characters.
pub fn to_json(docs: &Docs, diagnostic: &Diagnostic) -> String {
    let Diagnostic { code, message, span, label, help } = diagnostic;
    let start = docs.locate(*span);
    let end = docs.locate(Span { start: span.end, ..*span });
    let line = Line {
        code: code.id(),
        severity: diagnostic.severity().to_string(),
        message,
        path: start.path,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        label,
        help: help.as_deref(),
    };
    serde_json::to_string(&line).unwrap_or_default()
}
