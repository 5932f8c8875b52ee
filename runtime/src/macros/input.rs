//! `input!`: how values of a model are made.

/// Gives a model that requests hold its methods: `new`, which takes the required fields, then a setter for each of the
/// others, spelled as in [`setters!`](crate::setters). What else a value keeps stands at the end, and begins empty.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use docwright_runtime::{Value, input};
///
/// /// A pet.
/// #[derive(Clone, Debug, PartialEq)]
/// #[non_exhaustive]
/// pub struct Pet {
///     /// What it is called.
///     pub name: String,
///     /// In kilogrammes.
///     pub weight: f64,
///     /// What else it is called.
///     pub nicknames: Option<Vec<String>>,
///     /// What the docs do not name.
///     pub rest: BTreeMap<String, Value>,
/// }
///
/// input!(Pet {
///     new(name: impl Into<String>, weight: f64),
///     nicknames(impl IntoIterator<Item = impl Into<String>>),
///     ..rest
/// });
///
/// let pet = Pet::new("Rex", 12.5);
/// assert_eq!((pet.name.as_str(), &pet.nicknames), ("Rex", &None));
/// assert_eq!(pet.nicknames(["R"]).nicknames.unwrap(), ["R"]);
/// ```
#[macro_export]
macro_rules! input {
    ($model:ident { new() $(, $setter:ident $taken:tt)* $(, ..$rest:ident)? $(,)? }) => {
        impl $model {
            $crate::__new!("Begins empty; every field has a setter." { $($setter)* $($rest)? } []);
            $($crate::__setter!($model $setter $taken);)*
        }
    };
    ($model:ident { new($($required:tt)+) $(, ..$rest:ident)? $(,)? }) => {
        impl $model {
            $crate::__new!("Takes every field." { $($rest)? } [] $($required)+);
        }
    };
    ($model:ident { new($($required:tt)+) $(, $setter:ident $taken:tt)+ $(, ..$rest:ident)? $(,)? }) => {
        impl $model {
            $crate::__new!(
                "Takes the required fields; the others have setters." { $($setter)+ $($rest)? } [] $($required)+
            );
            $($crate::__setter!($model $setter $taken);)+
        }
    };
}

/// `new`: its documentation, the fields that begin empty, the parameters that were read, and those that were not.
#[doc(hidden)]
#[macro_export]
macro_rules! __new {
    ($docs:literal { $($empty:ident)* } [$($name:ident ($taken:ty) $value:block)*]) => {
        #[doc = $docs]
        pub fn new($($name: $taken),*) -> Self {
            Self { $($name: $value,)* $($empty: ::core::default::Default::default()),* }
        }
    };
    ($docs:literal $empty:tt [$($read:tt)*] $name:ident: impl Into<$kept:ty> $(, $($rest:tt)*)?) => {
        $crate::__new!($docs $empty [$($read)* $name (impl ::core::convert::Into<$kept>) { $name.into() }] $($($rest)*)?);
    };
    (
        $docs:literal $empty:tt [$($read:tt)*]
        $name:ident: impl IntoIterator<Item = impl Into<$item:ident>> $(, $($rest:tt)*)?
    ) => {
        $crate::__new!($docs $empty [
            $($read)*
            $name (impl ::core::iter::IntoIterator<Item = impl ::core::convert::Into<$item>>)
            { $name.into_iter().map(::core::convert::Into::into).collect() }
        ] $($($rest)*)?);
    };
    (
        $docs:literal $empty:tt [$($read:tt)*]
        $name:ident: impl IntoIterator<Item = $item:ty> $(, $($rest:tt)*)?
    ) => {
        $crate::__new!($docs $empty [
            $($read)* $name (impl ::core::iter::IntoIterator<Item = $item>) { $name.into_iter().collect() }
        ] $($($rest)*)?);
    };
    ($docs:literal $empty:tt [$($read:tt)*] $name:ident: $taken:ty $(=> $wrap:path)? $(, $($rest:tt)*)?) => {
        $crate::__new!($docs $empty [$($read)* $name ($taken) { $($wrap)?($name) }] $($($rest)*)?);
    };
}
