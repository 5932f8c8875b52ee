//! Models of the operations tagged `Auth`.
// Written by docwright; changes made here are lost when it runs again.

use std::collections::BTreeMap;

use docwright_runtime::{Field, Value};

/// A key that authorizes calls, sent in the header `apikey`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AuthKey {
    /// The property `apikey`.
    pub apikey: String,
}

docwright_runtime::object! { AuthKey required { apikey: "apikey" } }

docwright_runtime::redacted_debug!(AuthKey { apikey => [redacted] });

/// Credentials of a user, and the device that asks for a key.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CoreAuthUser {
    /// The user's password, empty if none is set.
    pub pass: String,
    /// Name of the device, at least one character.
    pub device: String,
    /// Login name, at least one character.
    pub user: String,
}

docwright_runtime::object! { CoreAuthUser required { pass: "pass", device: "device", user: "user" } }

docwright_runtime::redacted_debug!(CoreAuthUser { pass => [redacted], device, user });

docwright_runtime::input!(CoreAuthUser {
    new(pass: impl Into<String>, device: impl Into<String>, user: impl Into<String>),
});

/// Error report in the shape that RFC 7807 defines.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct MvcProblemDetails {
    /// URI of the kind of problem.
    pub type_: Field<String>,
    /// Short name of the kind of problem.
    pub title: Field<String>,
    /// HTTP status code that the server chose.
    pub status: Field<i32>,
    /// What is wrong with the caller's request.
    pub detail: Field<String>,
    /// URI of this occurrence.
    pub instance: Field<String>,
    /// What else is there: properties that the docs do not name.
    pub additional_properties: BTreeMap<String, Value>,
}

docwright_runtime::object! { MvcProblemDetails
    optional { type_: "Type", title: "Title", status: "Status", detail: "Detail", instance: "Instance" }
    rest { additional_properties }
}
