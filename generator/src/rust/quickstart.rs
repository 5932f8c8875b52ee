//! The call that a crate begins with, in its docs and in its runnable example.

use super::{Expr, Ident};

/// A call to begin with.
#[derive(Clone, Debug)]
pub struct Quickstart {
    /// Its tag, by place.
    pub api: usize,
    /// Its operation in that tag, by place.
    pub operation: usize,
    /// Whether its answer has something to show, beside secrets.
    pub shows: bool,
    /// What the program is told when it is run.
    pub inputs: Vec<Input>,
    /// The arguments of the call in that program.
    pub arguments: Vec<Expr>,
    /// A setter of the call in that program.
    pub setter: Option<(Ident, Expr)>,
}

/// What a program is told: a secret in the environment, anything else on the command line.
#[derive(Clone, Debug)]
pub struct Input {
    /// The variable that holds it.
    pub ident: Ident,
    /// Whether it is a secret.
    pub is_secret: bool,
}
