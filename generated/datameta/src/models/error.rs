//! The model [`Error`](super::Error).
// Written by docwright; changes made here are lost when it runs again.

use serde::{Deserialize, Serialize};

use super::Identifier;

/// One thing that is wrong with a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Error {
    /// What is wrong, in words.
    pub message: String,
    /// Label of the error, such as "ValidationError".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception: Option<String>,
    /// Code of the error, if the server assigns one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    /// The property `entity`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<Identifier>,
    /// Name of the request field at fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

impl Error {
    /// Takes the required fields; the others have setters.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            exception: None,
            error_code: None,
            entity: None,
            field: None,
        }
    }

    /// Sets [`exception`](field@Error::exception).
    pub fn exception(mut self, exception: impl Into<String>) -> Self {
        self.exception = Some(exception.into());
        self
    }

    /// Sets [`error_code`](field@Error::error_code).
    pub fn error_code(mut self, error_code: impl Into<String>) -> Self {
        self.error_code = Some(error_code.into());
        self
    }

    /// Sets [`entity`](field@Error::entity).
    pub fn entity(mut self, entity: Identifier) -> Self {
        self.entity = Some(entity);
        self
    }

    /// Sets [`field`](field@Error::field).
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }
}
