//! Why a text is no date.

use std::fmt;

/// A text is not a date or instant as RFC 3339 writes them.
#[derive(Clone, Debug)]
pub struct ParseDateError {
    pub(super) expected: &'static str,
    pub(super) source: Option<jiff::Error>,
}

impl fmt::Display for ParseDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not {}", self.expected)
    }
}

impl std::error::Error for ParseDateError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|source| source as _)
    }
}
