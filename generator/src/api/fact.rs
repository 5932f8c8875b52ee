//! Facts and where they come from.

use std::fmt;

use crate::source::Span;

/// A value, and why we believe it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fact<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a fact comes from, the least trusted first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Nothing speaks for it but custom; `rule` names the custom.
    Convention {
        /// The rule that decided.
        rule: &'static str,
    },
    /// Something found in the docs speaks for it.
    Evidence {
        /// Where it was found.
        span: Span,
        /// What was found.
        kind: &'static str,
    },
    /// It follows from what the docs say by a rule of their dialect.
    Implied {
        /// What it follows from.
        span: Span,
        /// The rule.
        rule: &'static str,
    },
    /// The docs say it.
    Stated {
        /// Where.
        span: Span,
    },
    /// A person said it in `spec.toml`.
    Override {
        /// Where.
        span: Span,
    },
}

impl<T> Fact<T> {
    /// A fact that the docs state at `span`.
    pub fn stated(value: T, span: Span) -> Self {
        Fact { value, origin: Origin::Stated { span } }
    }

    /// A fact that follows by `rule` from what stands at `span`.
    pub fn implied(value: T, span: Span, rule: &'static str) -> Self {
        Fact { value, origin: Origin::Implied { span, rule } }
    }

    /// A fact for which something of `kind` at `span` speaks.
    pub fn evidence(value: T, span: Span, kind: &'static str) -> Self {
        Fact { value, origin: Origin::Evidence { span, kind } }
    }

    /// A fact for which only custom speaks.
    pub fn convention(value: T, rule: &'static str) -> Self {
        Fact { value, origin: Origin::Convention { rule } }
    }

    /// Takes `other` in place of this one unless this one is trusted more. Of two equally trusted the later wins, so
    /// that a rule may refine what an earlier one decided.
    pub fn offer(&mut self, other: Fact<T>) {
        if other.origin.is_trusted_like(self.origin) {
            *self = other;
        }
    }

    /// The same origin for another value.
    pub fn with<U>(&self, value: U) -> Fact<U> {
        Fact { value, origin: self.origin }
    }
}

impl Origin {
    /// The place in the docs or in `spec.toml` that it rests on.
    pub fn span(self) -> Option<Span> {
        match self {
            Origin::Convention { .. } => None,
            Origin::Evidence { span, .. }
            | Origin::Implied { span, .. }
            | Origin::Stated { span }
            | Origin::Override { span } => Some(span),
        }
    }

    /// Whether the docs or a person say so, or it follows from what they say.
    pub fn is_proven(self) -> bool {
        self.trust() >= 2
    }

    /// The one of the two that is trusted less; this one if they are trusted equally.
    pub fn weaker(self, other: Origin) -> Origin {
        if other.trust() < self.trust() { other } else { self }
    }

    /// Whether it is trusted as much as `other`, or more.
    pub fn is_trusted_like(self, other: Origin) -> bool {
        self.trust() >= other.trust()
    }

    fn trust(self) -> u8 {
        match self {
            Origin::Convention { .. } => 0,
            Origin::Evidence { .. } => 1,
            Origin::Implied { .. } => 2,
            Origin::Stated { .. } => 3,
            Origin::Override { .. } => 4,
        }
    }
}

/// The word for the origin, without its place: `stated`, `implied (path template)`.
impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Convention { rule } => write!(f, "convention ({rule})"),
            Origin::Evidence { kind, .. } => write!(f, "evidence ({kind})"),
            Origin::Implied { rule, .. } => write!(f, "implied ({rule})"),
            Origin::Stated { .. } => f.write_str("stated"),
            Origin::Override { .. } => f.write_str("override"),
        }
    }
}
