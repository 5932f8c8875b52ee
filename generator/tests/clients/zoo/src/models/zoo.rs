//! Models of the operations tagged `Zoo`.
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::{Base64, Date, Field, UnknownMember, UnknownValue, Value, rt};

use super::shared::Name;

/// The schema `Branch` of the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Branch {
    /// The property `kind`.
    pub kind: BranchKind,
    /// The property `left`.
    pub left: Tree,
    /// The property `right`.
    pub right: Tree,
}

docwright_runtime::object! { Branch required { kind: "kind", left: "left", right: "right" } }

docwright_runtime::input!(Branch { new(kind: BranchKind, left: impl Into<Tree>, right: impl Into<Tree>) });

/// The values of `Branch_kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BranchKind {
    /// `branch`
    Branch,
    /// A value that the docs do not name.
    Unknown(UnknownValue),
}

docwright_runtime::string_enum!(BranchKind { Branch => "branch" });

/// What `find_key` may be.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FindKey {
    /// An integer.
    Integer(i64),
    /// A string.
    String(String),
    /// A value that fits none of these.
    Unknown(UnknownMember),
}

docwright_runtime::union!(FindKey {
    Integer(i64) => rt::Shape::Integer,
    String(String) from &str => rt::Shape::String,
});

/// The schema `House` of the API.
///
/// The docs name it without describing it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct House {
    /// The property `more`.
    ///
    /// The docs do not say whether it is always there.
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
    pub tag: Field<Tag>,
    /// The property `tree`.
    pub tree: Tree,
}

docwright_runtime::object! { House
    required { name: "name", plan: "plan", plans: "plans", rooms: "rooms", tree: "tree" }
    optional { more: "more", tag: "tag" }
}

docwright_runtime::input!(House {
    new(
        name: Name, plan: Plan, plans: impl IntoIterator<Item = Base64>, rooms: impl IntoIterator<Item = Vec<String>>,
        tree: impl Into<Tree>,
    ),
    more(Value),
    tag(impl Into<Field<Tag>>),
});

/// The schema `Leaf` of the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Leaf {
    /// The property `kind`.
    pub kind: LeafKind,
    /// The property `size`.
    pub size: i32,
}

docwright_runtime::object! { Leaf required { kind: "kind", size: "size" } }

docwright_runtime::input!(Leaf { new(kind: LeafKind, size: i32) });

/// The values of `Leaf_kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LeafKind {
    /// `leaf`
    Leaf,
    /// A value that the docs do not name.
    Unknown(UnknownValue),
}

docwright_runtime::string_enum!(LeafKind { Leaf => "leaf" });

/// What `list_animals_since` may be.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ListAnimalsSince {
    /// A date.
    Date(Date),
    /// An integer.
    Integer(i64),
    /// A value that fits none of these.
    Unknown(UnknownMember),
}

docwright_runtime::union!(ListAnimalsSince {
    Date(Date) => rt::Shape::Format,
    Integer(i64) => rt::Shape::Integer,
});

/// The schema `Plan` of the API.
pub type Plan = Base64;

/// The schema `Tag` of the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Tag {
    /// A string.
    String(String),
    /// An integer.
    Integer(i64),
    /// A value that fits none of these.
    Unknown(UnknownMember),
}

docwright_runtime::union!(Tag {
    String(String) from &str => rt::Shape::String,
    Integer(i64) => rt::Shape::Integer,
});

/// The schema `Tree` of the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Tree {
    /// The member [`Branch`].
    /// Its `kind` is `branch`.
    Branch(Box<Branch>),
    /// The member [`Leaf`].
    /// Its `kind` is `leaf`.
    Leaf(Box<Leaf>),
    /// A string.
    String(String),
    /// A value that fits none of these.
    Unknown(UnknownMember),
}

docwright_runtime::union!(Tree {
    Branch(Branch) => rt::Shape::When("kind", &["branch"], &rt::Shape::Object(&["kind", "left", "right"], &[])),
    Leaf(Leaf) => rt::Shape::When("kind", &["leaf"], &rt::Shape::Object(&["kind", "size"], &[])),
    String(String) from &str => rt::Shape::String,
});
