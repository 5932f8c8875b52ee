//! `union!`: enums whose variants are the members of a union.

/// Gives an enum with a variant `Unknown(UnknownMember)` its conversions from the members and from JSON, and serde.
///
/// Each variant names the type of its member and the [`Shape`](crate::rt::Shape) of its values. A value is written as
/// the member is. It is read as the member that its discriminator names or, without one, that its shape fits best:
/// first by the kind of JSON, then, of objects, as the member whose required properties are all there and that knows
/// most of the others. What fits none is kept in `Unknown`, so that reading never fails because of a newer member.
///
/// ```
/// use docwright_runtime::{UnknownMember, Value, rt::Shape, union};
/// use serde::{Deserialize, Serialize};
///
/// /// A circle.
/// #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
/// pub struct Circle {
///     /// In metres.
///     pub radius: f64,
/// }
///
/// /// A figure, or the name of one.
/// #[derive(Clone, Debug, PartialEq)]
/// #[non_exhaustive]
/// pub enum Figure {
///     /// The member [`Circle`].
///     Circle(Box<Circle>),
///     /// A string.
///     String(String),
///     /// A value that fits none of these.
///     Unknown(UnknownMember),
/// }
///
/// union!(Figure {
///     Circle(Circle) => Shape::Object(&["radius"], &[]),
///     String(String) from &str => Shape::String,
/// });
///
/// # fn main() -> Result<(), serde_json::Error> {
/// assert_eq!(serde_json::from_str::<Figure>(r#"{"radius": 1.5}"#)?, Circle { radius: 1.5 }.into());
/// assert_eq!(serde_json::from_str::<Figure>("\"unit square\"")?, "unit square".into());
/// let Figure::Unknown(newer) = serde_json::from_str(r#"{"side": 2.0}"#)? else { unreachable!() };
/// assert_eq!(newer.as_value()["side"], 2.0);
/// # Ok(())
/// # }
/// ```
#[macro_export]
macro_rules! union {
    ($name:ident { $($variant:ident($member:ty) $(from $other:ty)? => $shape:expr),* $(,)? }) => {
        $(impl ::core::convert::From<$member> for $name {
            fn from(value: $member) -> Self {
                // The variant may hold it in a box.
                Self::$variant(value.into())
            }
        }

        $(impl ::core::convert::From<$other> for $name {
            fn from(value: $other) -> Self {
                Self::$variant(value.into())
            }
        })?)*

        impl ::core::convert::From<$crate::Value> for $name {
            fn from(value: $crate::Value) -> Self {
                $crate::rt::union_of(value)
            }
        }

        impl $crate::rt::Union for $name {
            const MEMBERS: &'static [$crate::rt::Member<Self>] = &[$($crate::rt::Member {
                shape: $shape,
                read: |json| $crate::rt::member::<$member>(json).map(Self::from),
            }),*];

            fn unknown(value: $crate::UnknownMember) -> Self {
                Self::Unknown(value)
            }
        }

        impl $crate::rt::serde::Serialize for $name {
            fn serialize<S: $crate::rt::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => $crate::rt::serde::Serialize::serialize(value, serializer),)*
                    Self::Unknown(value) => $crate::rt::serde::Serialize::serialize(value, serializer),
                }
            }
        }

        impl<'de> $crate::rt::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::rt::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::rt::deserialize_union(deserializer)
            }
        }
    };
}
