//! What the values of a member look like.

/// The shape of JSON values, as far as it tells the members of a union apart.
#[derive(Debug)]
pub enum Shape {
    /// Anything.
    Any,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// Text.
    String,
    /// Text of a format, which only reading it can tell.
    Format,
    /// One of these strings, or a newer one.
    Strings(&'static [&'static str]),
    /// One of these integers, or a newer one.
    Integers(&'static [i64]),
    /// `null`, or a value of this shape.
    Nullable(&'static Shape),
    /// An array of values of one shape.
    List(&'static Shape),
    /// An object of which all values have one shape.
    Map(&'static Shape),
    /// An object with these required and these optional properties; others are not kept.
    Object(&'static [&'static str], &'static [&'static str]),
    /// An object with these required and these optional properties; others are kept.
    Open(&'static [&'static str], &'static [&'static str]),
    /// An object in which this property has one of these values, if it is there.
    When(&'static str, &'static [&'static str], &'static Shape),
    /// One of these.
    AnyOf(&'static [Shape]),
}
