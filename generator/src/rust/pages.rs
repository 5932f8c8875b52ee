//! Calls whose answers come in pages.

use super::{Ident, Presence, Type};

/// How the pages of a call follow each other.
#[derive(Clone, Debug)]
pub struct Pages {
    /// How the next page is asked for.
    pub style: PageStyle,
    /// The number of the first page or item, where that has to be told.
    pub first: Option<i64>,
    /// The query parameter that limits a page.
    pub size: Option<String>,
    /// The type of an item.
    pub item: Type,
    /// Where the list of items is.
    pub items: Access,
    /// Single values in a page, each with the method of the runtime that is told of it.
    pub values: Vec<(&'static str, Access)>,
}

/// How the next page is asked for.
#[derive(Clone, Debug)]
pub enum PageStyle {
    /// By its number, in this query parameter.
    Page(String),
    /// By the number of items before it, in this query parameter.
    Offset(String),
    /// By what a page holds, in this query parameter.
    Cursor(String, Access),
    /// By the link that a page holds.
    Link(Access),
}

/// The way from a page to a value in it.
#[derive(Clone, Debug, Default)]
pub struct Access {
    /// Whether there may be no page at all.
    pub is_nullable: bool,
    /// What is taken of it, one after the other.
    pub steps: Vec<Step>,
}

/// One step into a value.
#[derive(Clone, Debug)]
pub enum Step {
    /// A field of a struct.
    Field(Ident, Presence),
    /// The value of a map under this name.
    Key(String),
}
