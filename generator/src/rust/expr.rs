//! Values in examples.

use super::{Ident, Type};

/// A value in an example.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A string literal: the name of what callers put there.
    String(String),
    /// The same where callers put a secret.
    Secret(String),
    /// A string literal that is meant as it is.
    Constant(String),
    /// A variable that holds text.
    Variable(Ident),
    /// `variable.parse()?`
    Parsed(Ident),
    /// A whole number.
    Integer(i64),
    /// A number.
    Float(f64),
    /// `true`
    Bool,
    /// `None`
    None,
    /// `[value]`
    List(Vec<Expr>),
    /// `Value::Null`
    Null,
    /// `"…".parse()?`, for dates and decimal numbers.
    Parse(String),
    /// `"…".parse::<T>()?`, for dates whose type nothing else tells.
    ParseAs(String, Type),
    /// `Model::new(…)` and setters with their values.
    New(Ident, Vec<Expr>, Vec<(Ident, Expr)>),
    /// `Model::builder()`, setters with their values, and `build()?`.
    Build(Ident, Vec<(Ident, Expr)>),
    /// `Model::Variant`
    Variant(Ident, Ident),
    /// `Uuid::nil()`
    NilUuid,
    /// `b"…"`
    Bytes(String),
    /// `value.into()`
    Into(Box<Expr>),
    /// `vec![value]`
    Vec(Vec<Expr>),
    /// `Model::from(value)`
    From(Ident, Box<Expr>),
    /// `Model::Variant(value)`
    Member(Ident, Ident, Box<Expr>),
    /// `BTreeMap::new()`
    EmptyMap,
    /// `&value`
    Borrow(Box<Expr>),
    /// `todo!()`, for what an example cannot show: a model that always holds another of its kind has no value that ends.
    Todo,
}

impl Expr {
    /// Every value inside it, itself included.
    pub fn walk(&self) -> Vec<&Expr> {
        let inner: Vec<&Expr> = match self {
            Expr::List(items) | Expr::Vec(items) => items.iter().collect(),
            Expr::New(_, arguments, setters) => {
                arguments.iter().chain(setters.iter().map(|(_, value)| value)).collect()
            }
            Expr::Build(_, setters) => setters.iter().map(|(_, value)| value).collect(),
            Expr::From(_, inner) | Expr::Member(_, _, inner) | Expr::Into(inner) | Expr::Borrow(inner) => vec![inner],
            _ => Vec::new(),
        };
        [self].into_iter().chain(inner.into_iter().flat_map(Expr::walk)).collect()
    }

    /// The model that it names.
    pub fn model(&self) -> Option<&Ident> {
        match self {
            Expr::New(model, ..) | Expr::Build(model, _) | Expr::Variant(model, _) => Some(model),
            Expr::From(model, _) | Expr::Member(model, ..) => Some(model),
            _ => None,
        }
    }
}
