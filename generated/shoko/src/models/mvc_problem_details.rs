//! The model [`MvcProblemDetails`](super::MvcProblemDetails).
// Written by docwright; changes made here are lost when it runs again.

use std::collections::BTreeMap;

use docwright_runtime::{Field, Value};
use serde::{Deserialize, Serialize};

/// Error report in the shape that RFC 7807 defines.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MvcProblemDetails {
    /// URI of the kind of problem.
    #[serde(rename = "Type", default, skip_serializing_if = "Field::is_absent")]
    pub type_: Field<String>,
    /// Short name of the kind of problem.
    #[serde(rename = "Title", default, skip_serializing_if = "Field::is_absent")]
    pub title: Field<String>,
    /// HTTP status code that the server chose.
    #[serde(rename = "Status", default, skip_serializing_if = "Field::is_absent")]
    pub status: Field<i32>,
    /// What is wrong with the caller's request.
    #[serde(rename = "Detail", default, skip_serializing_if = "Field::is_absent")]
    pub detail: Field<String>,
    /// URI of this occurrence.
    #[serde(rename = "Instance", default, skip_serializing_if = "Field::is_absent")]
    pub instance: Field<String>,
    /// What else is there: properties that the docs do not name.
    #[serde(flatten)]
    pub additional_properties: BTreeMap<String, Value>,
}
