//! `integer_enum!`: enums whose values are integers.

/// Gives an enum with a variant `Unknown(UnknownValue)` its conversions from and to integers, and serde.
///
/// An integer with a variant always becomes that variant; any other is kept in `Unknown` and written back as it came.
///
/// ```
/// use docwright_runtime::{UnknownValue, integer_enum};
///
/// /// A level.
/// #[derive(Clone, Debug, PartialEq)]
/// #[non_exhaustive]
/// pub enum Level {
///     /// `1`
///     One,
///     /// `2`
///     Two,
///     /// A value newer than the docs.
///     Unknown(UnknownValue),
/// }
///
/// integer_enum!(Level { One => 1, Two => 2 });
///
/// assert_eq!(Level::from(2), Level::Two);
/// assert_eq!(Level::from(7).as_i64(), 7);
/// ```
#[macro_export]
macro_rules! integer_enum {
    ($name:ident { $($variant:ident => $wire:literal),* $(,)? }) => {
        impl $name {
            /// The value as it is sent.
            pub fn as_i64(&self) -> i64 {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::Unknown(value) => value.as_i64().unwrap_or_default(),
                }
            }
        }

        impl ::core::convert::From<i64> for $name {
            fn from(value: i64) -> Self {
                match value {
                    $($wire => Self::$variant,)*
                    _ => Self::Unknown($crate::rt::unknown_integer(value)),
                }
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.as_i64(), f)
            }
        }

        impl $crate::rt::serde::Serialize for $name {
            fn serialize<S: $crate::rt::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.as_i64())
            }
        }

        impl<'de> $crate::rt::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::rt::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::rt::deserialize_integer(deserializer)
            }
        }
    };
}
