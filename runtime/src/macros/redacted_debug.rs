//! `redacted_debug!`: `Debug` of a model that holds secrets.

/// Gives a model a `Debug` that shows its fields, but not those that are `[redacted]`. With `..` at the end the model
/// has more than it shows.
///
/// ```
/// use docwright_runtime::redacted_debug;
///
/// /// Who signs in.
/// pub struct Login {
///     /// The name.
///     pub user: String,
///     /// The password.
///     pub password: String,
/// }
///
/// redacted_debug!(Login { user, password => [redacted] });
///
/// let login = Login { user: "ada".to_owned(), password: "hidden".to_owned() };
/// assert_eq!(format!("{login:?}"), r#"Login { user: "ada", password: [redacted] }"#);
/// ```
#[macro_export]
macro_rules! redacted_debug {
    ($name:ident { $($field:ident $(=> $redacted:tt)?),* $(,)? }) => {
        $crate::redacted_debug!(@ finish $name { $($field $(=> $redacted)?),* });
    };
    ($name:ident { $($field:ident $(=> $redacted:tt)?,)* .. }) => {
        $crate::redacted_debug!(@ finish_non_exhaustive $name { $($field $(=> $redacted)?),* });
    };
    (@ $finish:ident $name:ident { $($field:ident $(=> $redacted:tt)?),* }) => {
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct(::core::stringify!($name))
                    $(.field(::core::stringify!($field), $crate::redacted_debug!(@ (&self.$field) $($redacted)?)))*
                    .$finish()
            }
        }
    };
    (@ ($shown:expr)) => {
        $shown
    };
    (@ ($hidden:expr) [redacted]) => {
        &$crate::rt::REDACTED
    };
}
