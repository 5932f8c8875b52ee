//! Values of a union that are none of its members.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::Value;
use crate::error::Mismatch;

/// The value of a union that no documented member can hold: it is newer than the docs, or not as they say.
///
/// It comes only out of the conversions of a generated union, and is written back as it came. `Debug` does not show the
/// value, which may hold a secret.
#[derive(Clone)]
pub struct UnknownMember {
    value: Value,
    reason: Option<Box<str>>,
}

impl UnknownMember {
    /// `failure` is why the likeliest member cannot hold the value.
    pub(super) fn new(value: Value, failure: Option<Mismatch>) -> Self {
        Self { value, reason: failure.map(|failure| failure.to_string().into()) }
    }

    /// The value.
    pub fn as_value(&self) -> &Value {
        &self.value
    }

    /// The value.
    pub fn into_value(self) -> Value {
        self.value
    }

    /// Why the value is not of the member that it looks like; `None` if it looks like none of them. Texts of the value
    /// are left out.
    pub fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }
}

/// By value: why a member cannot hold it does not count.
impl PartialEq for UnknownMember {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl Serialize for UnknownMember {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl fmt::Debug for UnknownMember {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        let mut debug = f.debug_struct("UnknownMember");
        debug.field("kind", &format_args!("{kind}"));
        if let Some(reason) = &self.reason {
            debug.field("reason", reason);
        }
        debug.finish_non_exhaustive()
    }
}
