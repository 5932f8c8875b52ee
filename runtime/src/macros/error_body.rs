//! `error_body!`: documented error bodies, chosen by status.

/// Gives an enum of error bodies, a variant per status, its [`ErrorBody`](crate::ErrorBody). A status is a number, a range
/// of numbers, or `_` for all that are not named before.
///
/// ```
/// use docwright_runtime::{error_body, rt::serde_json::Value};
///
/// /// What a failed call answers, by status.
/// #[derive(Clone, Debug, PartialEq)]
/// #[non_exhaustive]
/// pub enum ListNamesError {
///     /// Unknown kind.
///     NotFound(String),
///     /// The server is at fault.
///     Server(Value),
/// }
///
/// error_body!(ListNamesError { 404 => NotFound, 500..=599 => Server });
/// ```
#[macro_export]
macro_rules! error_body {
    ($name:ident { $($status:pat => $variant:ident),+ $(,)? }) => {
        impl $crate::ErrorBody for $name {
            fn decode(status: $crate::http::StatusCode, raw: &$crate::Bytes) -> ::core::option::Option<Self> {
                match status.as_u16() {
                    $($status => $crate::rt::body(raw).map(Self::$variant),)+
                    #[allow(unreachable_patterns, reason = "`_` may be among the statuses")]
                    _ => ::core::option::Option::None,
                }
            }
        }
    };
}
