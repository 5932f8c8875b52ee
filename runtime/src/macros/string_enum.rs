//! `string_enum!`: enums whose values are strings.

/// Gives an enum with a variant `Unknown(UnknownValue)` its conversions from and to strings, and serde.
///
/// A string with a variant always becomes that variant; any other is kept in `Unknown` and written back as it came.
///
/// ```
/// use docwright_runtime::{UnknownValue, string_enum};
///
/// /// A colour.
/// #[derive(Clone, Debug, PartialEq)]
/// #[non_exhaustive]
/// pub enum Color {
///     /// `red`
///     Red,
///     /// `green`
///     Green,
///     /// A value newer than the docs.
///     Unknown(UnknownValue),
/// }
///
/// string_enum!(Color { Red => "red", Green => "green" });
///
/// assert_eq!(Color::from("red"), Color::Red);
/// assert_eq!(Color::from("blue").as_str(), "blue");
/// ```
#[macro_export]
macro_rules! string_enum {
    ($name:ident { $($variant:ident => $wire:literal),* $(,)? }) => {
        impl $name {
            /// The value as it is sent.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::Unknown(value) => value.as_str().unwrap_or_default(),
                }
            }
        }

        impl ::core::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                match value {
                    $($wire => Self::$variant,)*
                    _ => Self::Unknown($crate::rt::unknown_string(value.into())),
                }
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            fn from(value: ::std::string::String) -> Self {
                match value.as_str() {
                    $($wire => Self::$variant,)*
                    _ => Self::Unknown($crate::rt::unknown_string(value)),
                }
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl $crate::rt::serde::Serialize for $name {
            fn serialize<S: $crate::rt::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::rt::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::rt::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::rt::deserialize_string(deserializer)
            }
        }
    };
}
