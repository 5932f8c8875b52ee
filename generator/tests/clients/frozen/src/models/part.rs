//! The model [`Part`](super::Part).
// Written by docwright; changes made here are lost when it runs again.

use std::collections::BTreeMap;
use std::fmt;

use docwright_runtime::{Date, DateTime, Value, rt};
use serde::{Deserialize, Serialize};

use super::{Color, Grade};

/// A part.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Part {
    /// Its number.
    ///
    /// Only the server sets it.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Its color.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,
    /// When it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<DateTime>,
    /// When it was sold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sold: Option<Date>,
    /// What it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Box<Part>>,
    /// Lengths by side, in metres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sizes: Option<BTreeMap<String, f64>>,
    /// How good it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// What opens it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
    /// A word on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra: Option<Value>,
    /// What else is there: properties that the docs do not name.
    #[serde(flatten)]
    pub additional_properties: BTreeMap<String, Value>,
}

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Part");
        debug.field("id", &self.id);
        debug.field("name", &self.name);
        debug.field("color", &self.color);
        debug.field("made", &self.made);
        debug.field("sold", &self.sold);
        debug.field("parent", &self.parent);
        debug.field("sizes", &self.sizes);
        debug.field("grade", &self.grade);
        debug.field("secret", &rt::REDACTED);
        debug.field("note", &self.note);
        debug.field("extra", &self.extra);
        debug.finish_non_exhaustive()
    }
}

impl Part {
    /// Takes the required fields; the others have setters.
    pub fn new(id: i64, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            color: None,
            made: None,
            sold: None,
            parent: None,
            sizes: None,
            grade: None,
            secret: None,
            note: None,
            extra: None,
            additional_properties: BTreeMap::new(),
        }
    }

    /// Sets [`color`](field@Part::color).
    pub fn color(mut self, color: Color) -> Self {
        self.color = Some(color);
        self
    }

    /// Sets [`made`](field@Part::made).
    pub fn made(mut self, made: DateTime) -> Self {
        self.made = Some(made);
        self
    }

    /// Sets [`sold`](field@Part::sold).
    pub fn sold(mut self, sold: Date) -> Self {
        self.sold = Some(sold);
        self
    }

    /// Sets [`parent`](field@Part::parent).
    pub fn parent(mut self, parent: Part) -> Self {
        self.parent = Some(Box::new(parent));
        self
    }

    /// Sets [`sizes`](field@Part::sizes).
    pub fn sizes(mut self, sizes: BTreeMap<String, f64>) -> Self {
        self.sizes = Some(sizes);
        self
    }

    /// Sets [`grade`](field@Part::grade).
    pub fn grade(mut self, grade: Grade) -> Self {
        self.grade = Some(grade);
        self
    }

    /// Sets [`secret`](field@Part::secret).
    pub fn secret(mut self, secret: impl Into<String>) -> Self {
        self.secret = Some(secret.into());
        self
    }

    /// Sets [`note`](field@Part::note).
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Sets [`extra`](field@Part::extra).
    pub fn extra(mut self, extra: Value) -> Self {
        self.extra = Some(extra);
        self
    }
}
