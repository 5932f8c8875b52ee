//! `setters!`: the setters of a model, or of its builder.

/// Gives a model its setters: each takes what stands behind its name, and sets the field of that name, which is an
/// `Option` or a [`Field`](crate::Field).
///
/// What is taken is spelled as in a signature. `impl Into<T>` is turned into a `T`, an `impl IntoIterator` is collected
/// into a `Vec`, and `T => Box::new` is a `T` that is kept in a box. The setters of a builder name the model, too, whose
/// fields their documentation is about: `setters!(PetBuilder -> Pet { … })`.
///
/// ```
/// use docwright_runtime::{Field, setters};
///
/// /// What is said of a pet.
/// #[derive(Clone, Debug, Default)]
/// #[non_exhaustive]
/// pub struct Pet {
///     /// What it is called.
///     pub name: Option<String>,
///     /// What else it is called.
///     pub nicknames: Option<Vec<String>>,
///     /// When it was seen.
///     pub years: Option<Vec<i32>>,
///     /// Who keeps it, if anyone does.
///     pub owner: Field<String>,
///     /// In kilogrammes.
///     pub weight: Option<f64>,
///     /// The one it comes from.
///     pub mother: Option<Box<Pet>>,
/// }
///
/// setters!(Pet {
///     name(impl Into<String>),
///     nicknames(impl IntoIterator<Item = impl Into<String>>),
///     years(impl IntoIterator<Item = i32>),
///     owner(impl Into<Field<String>>),
///     weight(f64),
///     mother(Pet => Box::new),
/// });
///
/// let pet = Pet::default().name("Rex").nicknames(["R"]).years([2024]).owner(None).weight(12.5);
/// assert_eq!(pet.name.as_deref(), Some("Rex"));
/// assert!(pet.owner.is_null());
/// let young = Pet::default().mother(pet);
/// assert_eq!(young.mother.and_then(|mother| mother.weight), Some(12.5));
/// ```
#[macro_export]
macro_rules! setters {
    ($of:ident { $($setter:ident $taken:tt),* $(,)? }) => {
        impl $of {
            $($crate::__setter!($of $setter $taken);)*
        }
    };
    ($of:ident -> $model:ident { $($setter:ident $taken:tt),* $(,)? }) => {
        impl $of {
            $($crate::__setter!($model $setter $taken);)*
        }
    };
}

/// One setter. Both a value and a [`Field`](crate::Field) convert into what keeps them.
#[doc(hidden)]
#[macro_export]
macro_rules! __setter {
    ($model:ident $name:ident (impl Into<$kept:ty>)) => {
        $crate::__setter!($model $name: impl ::core::convert::Into<$kept>, {
            let kept: $kept = $name.into();
            kept
        });
    };
    ($model:ident $name:ident (impl IntoIterator<Item = impl Into<$item:ident>>)) => {
        $crate::__setter!(
            $model $name: impl ::core::iter::IntoIterator<Item = impl ::core::convert::Into<$item>>,
            $name.into_iter().map(::core::convert::Into::into).collect::<::std::vec::Vec<$item>>()
        );
    };
    ($model:ident $name:ident (impl IntoIterator<Item = $item:ty>)) => {
        $crate::__setter!(
            $model $name: impl ::core::iter::IntoIterator<Item = $item>,
            $name.into_iter().collect::<::std::vec::Vec<$item>>()
        );
    };
    ($model:ident $name:ident ($kept:ty)) => {
        $crate::__setter!($model $name: $kept, $name);
    };
    ($model:ident $name:ident ($taken:ty => $wrap:path)) => {
        $crate::__setter!($model $name: $taken, $wrap($name));
    };
    ($model:ident $name:ident: $taken:ty, $value:expr) => {
        #[doc = ::core::concat!(
            "Sets [`", ::core::stringify!($name), "`](field@",
            ::core::stringify!($model), "::", ::core::stringify!($name), ")."
        )]
        pub fn $name(mut self, $name: $taken) -> Self {
            self.$name = ::core::convert::From::from($value);
            self
        }
    };
}
