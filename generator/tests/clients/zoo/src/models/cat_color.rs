//! The model [`CatColor`](super::CatColor).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::UnknownValue;

/// The values of `Cat_color`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CatColor {
    /// `black`
    Black,
    /// `white`
    White,
    /// A value that the docs do not name.
    Unknown(UnknownValue),
}

docwright_runtime::string_enum!(CatColor { Black => "black", White => "white" });
