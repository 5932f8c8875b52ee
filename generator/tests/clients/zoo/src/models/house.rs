//! The model [`House`](super::House).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::{Base64, Field, Value};
use serde::{Deserialize, Serialize};

use super::{Name, Plan, Tag, Tree};

/// The schema `House` of the API.
///
/// The docs name it without describing it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct House {
    /// The property `more`.
    ///
    /// The docs do not say whether it is always there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more: Option<Value>,
    /// The property `name`.
    pub name: Name,
    /// The property `plan`.
    pub plan: Plan,
    /// The property `plans`.
    pub plans: Vec<Base64>,
    /// The property `rooms`.
    pub rooms: Vec<Vec<String>>,
    /// The property `tag`.
    ///
    /// The docs do not say whether it is always there.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub tag: Field<Tag>,
    /// The property `tree`.
    pub tree: Tree,
}

impl House {
    /// Takes the required fields; the others have setters.
    pub fn new(
        name: Name,
        plan: Plan,
        plans: impl IntoIterator<Item = Base64>,
        rooms: impl IntoIterator<Item = Vec<String>>,
        tree: impl Into<Tree>,
    ) -> Self {
        Self {
            more: None,
            name,
            plan,
            plans: plans.into_iter().collect(),
            rooms: rooms.into_iter().collect(),
            tag: Field::Absent,
            tree: tree.into(),
        }
    }

    /// Sets [`more`](field@House::more).
    pub fn more(mut self, more: Value) -> Self {
        self.more = Some(more);
        self
    }

    /// Sets [`tag`](field@House::tag).
    pub fn tag(mut self, tag: impl Into<Field<Tag>>) -> Self {
        self.tag = tag.into();
        self
    }
}
