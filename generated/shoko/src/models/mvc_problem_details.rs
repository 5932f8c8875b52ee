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
    #[serde(rename = "Type")]
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub type_: Field<String>,
    /// Short name of the kind of problem.
    #[serde(rename = "Title")]
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub title: Field<String>,
    /// HTTP status code that the server chose.
    #[serde(rename = "Status")]
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub status: Field<i32>,
    /// What is wrong with the caller's request.
    #[serde(rename = "Detail")]
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub detail: Field<String>,
    /// URI of this occurrence.
    #[serde(rename = "Instance")]
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub instance: Field<String>,
    /// What else is there: properties that the docs do not name.
    #[serde(flatten)]
    pub additional_properties: BTreeMap<String, Value>,
}

impl MvcProblemDetails {
    /// Begins empty; every field has a setter.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets [`type_`](field@MvcProblemDetails::type_).
    pub fn type_(mut self, type_: impl Into<Field<String>>) -> Self {
        self.type_ = type_.into();
        self
    }

    /// Sets [`title`](field@MvcProblemDetails::title).
    pub fn title(mut self, title: impl Into<Field<String>>) -> Self {
        self.title = title.into();
        self
    }

    /// Sets [`status`](field@MvcProblemDetails::status).
    pub fn status(mut self, status: impl Into<Field<i32>>) -> Self {
        self.status = status.into();
        self
    }

    /// Sets [`detail`](field@MvcProblemDetails::detail).
    pub fn detail(mut self, detail: impl Into<Field<String>>) -> Self {
        self.detail = detail.into();
        self
    }

    /// Sets [`instance`](field@MvcProblemDetails::instance).
    pub fn instance(mut self, instance: impl Into<Field<String>>) -> Self {
        self.instance = instance.into();
        self
    }
}
