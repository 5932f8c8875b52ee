//! The model [`Dog`](super::Dog).
// Written by docwright; changes made here are lost when it runs again.

use std::fmt;

use docwright_runtime::{Base64, DateTime, rt};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::DogLevel;

/// The schema `Dog` of the API.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Dog {
    /// The property `kind`.
    pub kind: String,
    /// The property `level`.
    pub level: DogLevel,
    /// The property `password`.
    ///
    /// The docs do not say whether it is always there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// The property `photo`.
    ///
    /// The docs do not say whether it is always there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<Base64>,
    /// The property `price`.
    ///
    /// The docs do not say whether it is always there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Decimal>,
    /// The property `seen`.
    pub seen: DateTime,
}

impl fmt::Debug for Dog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Dog");
        debug.field("kind", &self.kind);
        debug.field("level", &self.level);
        debug.field("password", &rt::REDACTED);
        debug.field("photo", &self.photo);
        debug.field("price", &self.price);
        debug.field("seen", &self.seen);
        debug.finish()
    }
}

impl Dog {
    /// Takes the required fields; the others have setters.
    pub fn new(kind: impl Into<String>, level: DogLevel, seen: DateTime) -> Self {
        Self { kind: kind.into(), level, password: None, photo: None, price: None, seen }
    }

    /// Sets [`password`](field@Dog::password).
    pub fn password(mut self, password: impl Into<String>) -> Self {
        self.password = Some(password.into());
        self
    }

    /// Sets [`photo`](field@Dog::photo).
    pub fn photo(mut self, photo: impl Into<Base64>) -> Self {
        self.photo = Some(photo.into());
        self
    }

    /// Sets [`price`](field@Dog::price).
    pub fn price(mut self, price: Decimal) -> Self {
        self.price = Some(price);
        self
    }
}
