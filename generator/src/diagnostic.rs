//! What docwright has to say about the docs: a code, a place, what was expected and what to do.

mod code;
mod json;
mod render;

pub use code::{Code, Severity};
pub use json::to_json;
pub use render::render;

use crate::source::{Docs, Span};

/// One finding. Nothing is written while one of them is an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable name of this kind of finding.
    pub code: Code,
    /// What is wrong, in a sentence that stands alone.
    pub message: String,
    /// Where it is.
    pub span: Span,
    /// What the underlined text should have been, or is; may be empty.
    pub label: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding of kind `code` at `span`.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Diagnostic { code, message: message.into(), span, label: String::new(), help: None }
    }

    /// Says what the underlined text is or should have been.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Says what to do about it.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Sorts by place, so that the order never depends on which stage spoke first, and drops repetitions.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| (a.span, a.code, &a.message).cmp(&(b.span, b.code, &b.message)));
    diagnostics.dedup();
}

/// Whether any of them is an error.
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
}

/// One line per finding, `path:line:column: severity[code]: message`, for tests and logs.
pub fn summary(docs: &Docs, diagnostics: &[Diagnostic]) -> String {
    let line = |d: &Diagnostic| format!("{}: {}[{}]: {}\n", docs.locate(d.span), d.severity(), d.code, d.message);
    diagnostics.iter().map(line).collect()
}
