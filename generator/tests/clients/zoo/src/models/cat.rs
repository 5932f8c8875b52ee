//! The model [`Cat`](super::Cat).
// Written by docwright; changes made here are lost when it runs again.

use std::collections::BTreeMap;

use docwright_runtime::{Date, Field, Value};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::CatColor;

/// The schema `Cat` of the API.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Cat {
    /// The property `born`.
    ///
    /// The docs do not say whether it is always there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born: Option<Date>,
    /// The property `color`.
    ///
    /// The docs do not say whether it is always there.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub color: Field<CatColor>,
    /// The property `id`.
    pub id: Uuid,
    /// The property `kind`.
    pub kind: String,
    /// The property `weight`.
    ///
    /// The docs do not say whether it is always there.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub weight: Field<f64>,
    /// What else is there: properties that the docs do not name.
    #[serde(flatten)]
    pub additional_properties: BTreeMap<String, Value>,
}

impl Cat {
    /// Takes the required fields; the others have setters.
    pub fn new(id: Uuid, kind: impl Into<String>) -> Self {
        Self {
            born: None,
            color: Field::Absent,
            id,
            kind: kind.into(),
            weight: Field::Absent,
            additional_properties: BTreeMap::new(),
        }
    }

    /// Sets [`born`](field@Cat::born).
    pub fn born(mut self, born: Date) -> Self {
        self.born = Some(born);
        self
    }

    /// Sets [`color`](field@Cat::color).
    pub fn color(mut self, color: impl Into<Field<CatColor>>) -> Self {
        self.color = color.into();
        self
    }

    /// Sets [`weight`](field@Cat::weight).
    pub fn weight(mut self, weight: impl Into<Field<f64>>) -> Self {
        self.weight = weight.into();
        self
    }
}
