//! `[check]`.

use serde::Deserialize;

/// `[check]`: what is not accepted of the docs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Strictness {
    /// Facts of this origin are errors.
    pub deny: Option<Denied>,
    /// Operations that the README does not list are left out.
    pub listed_only: bool,
}

/// An origin of facts that is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Denied {
    /// Nothing but custom speaks for the fact.
    Convention,
}

impl Strictness {
    /// As strict as both.
    pub fn and(self, other: Strictness) -> Self {
        Strictness { deny: self.deny.or(other.deny), listed_only: self.listed_only || other.listed_only }
    }
}
