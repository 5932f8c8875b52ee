//! Models of the operations tagged `Auth`.
// Written by docwright; changes made here are lost when it runs again.

use std::collections::BTreeMap;

use docwright_runtime::{Field, Value};
use serde::{Deserialize, Serialize};

/// A key that authorizes calls, sent in the header `apikey`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuthKey {
    /// The property `apikey`.
    pub apikey: String,
}

docwright_runtime::redacted_debug!(AuthKey { apikey => [redacted] });

/// Credentials of a user, and the device that asks for a key.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CoreAuthUser {
    /// The user's password, empty if none is set.
    pub pass: String,
    /// Name of the device, at least one character.
    pub device: String,
    /// Login name, at least one character.
    pub user: String,
}

docwright_runtime::redacted_debug!(CoreAuthUser { pass => [redacted], device, user });

docwright_runtime::input!(CoreAuthUser {
    new(pass: impl Into<String>, device: impl Into<String>, user: impl Into<String>),
});

/// Error report in the shape that RFC 7807 defines.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct MvcProblemDetails {
    /// URI of the kind of problem.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub type_: Field<String>,
    /// Short name of the kind of problem.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub title: Field<String>,
    /// HTTP status code that the server chose.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub status: Field<i32>,
    /// What is wrong with the caller's request.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub detail: Field<String>,
    /// URI of this occurrence.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub instance: Field<String>,
    /// What else is there: properties that the docs do not name.
    #[serde(flatten)]
    pub additional_properties: BTreeMap<String, Value>,
}
