//! The model [`ApiToken`](super::ApiToken).
// Written by docwright; changes made here are lost when it runs again.

use std::collections::BTreeMap;

use docwright_runtime::Value;
use serde::{Deserialize, Serialize};

/// A token that authorizes calls in the name of one user.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ApiToken {
    /// The token itself; send it as `Authorization: Bearer <id>`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Creation time in UTC, to the second.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created: Option<String>,
    /// Whether the token was revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expired: Option<bool>,
    /// Id of the user whom the token belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<i64>,
    /// What else is there: properties that the docs do not name.
    #[serde(flatten)]
    pub additional_properties: BTreeMap<String, Value>,
}

impl ApiToken {
    /// Begins empty; every field has a setter.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets [`id`](field@ApiToken::id).
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets [`created`](field@ApiToken::created).
    pub fn created(mut self, created: impl Into<String>) -> Self {
        self.created = Some(created.into());
        self
    }

    /// Sets [`expired`](field@ApiToken::expired).
    pub fn expired(mut self, expired: bool) -> Self {
        self.expired = Some(expired);
        self
    }

    /// Sets [`user_id`](field@ApiToken::user_id).
    pub fn user_id(mut self, user_id: i64) -> Self {
        self.user_id = Some(user_id);
        self
    }
}
