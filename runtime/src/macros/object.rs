//! `object!`: how a model looks in JSON.

/// Makes a struct a JSON object: what its fields are called, which of them need not be there, and which keeps the
/// properties that have no field. Behind `|` stand other names that are accepted when it is read.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use docwright_runtime::{Value, object, serde_json};
///
/// /// A pet.
/// #[derive(Clone, Debug, PartialEq)]
/// pub struct Pet {
///     /// What it is called.
///     pub pet_name: String,
///     /// In kilogrammes.
///     pub weight: Option<f64>,
///     /// What the docs do not name.
///     pub rest: BTreeMap<String, Value>,
/// }
///
/// object! { Pet required { pet_name: "petName" | "pet_name" } optional { weight: "weight" } rest { rest } }
///
/// # fn main() -> Result<(), serde_json::Error> {
/// let pet: Pet = serde_json::from_str(r#"{"pet_name": "Rex", "age": 3}"#)?;
/// assert_eq!(serde_json::to_string(&pet)?, r#"{"petName":"Rex","age":3}"#);
/// # Ok(())
/// # }
/// ```
///
/// A property that comes twice has the later value. What is no object is an error, a list too.
#[macro_export]
macro_rules! object {
    (
        $model:ident
        $(required { $($required:ident: $required_name:literal $(| $required_alias:literal)*),+ $(,)? })?
        $(optional { $($optional:ident: $optional_name:literal $(| $optional_alias:literal)*),+ $(,)? })?
        $(rest { $rest:ident })?
    ) => {
        impl $crate::rt::serde::Serialize for $model {
            fn serialize<S>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error>
            where
                S: $crate::rt::serde::Serializer,
            {
                #[allow(unused_mut, reason = "a model may have no properties")]
                let mut object = $crate::rt::serde::Serializer::serialize_map(serializer, ::core::option::Option::None)?;
                $($($crate::rt::write(&mut object, $required_name, &self.$required)?;)+)?
                $($($crate::rt::write_optional(&mut object, $optional_name, &self.$optional)?;)+)?
                $(for (name, value) in &self.$rest {
                    $crate::rt::write(&mut object, name, value)?;
                })?
                $crate::rt::serde::ser::SerializeMap::end(object)
            }
        }

        impl<'de> $crate::rt::serde::Deserialize<'de> for $model {
            fn deserialize<D>(deserializer: D) -> ::core::result::Result<Self, D::Error>
            where
                D: $crate::rt::serde::Deserializer<'de>,
            {
                $crate::rt::deserialize_object(deserializer)
            }
        }

        impl $crate::rt::Object for $model {
            fn read<'de, A>(mut properties: A) -> ::core::result::Result<Self, A::Error>
            where
                A: $crate::rt::serde::de::MapAccess<'de>,
            {
                #[allow(non_camel_case_types, reason = "the names are those of the fields")]
                enum __Property {
                    $($($required,)+)?
                    $($($optional,)+)?
                    Other($crate::__other!(type $($rest)?)),
                }

                fn __property(name: &str) -> __Property {
                    match name {
                        $($($required_name $(| $required_alias)* => __Property::$required,)+)?
                        $($($optional_name $(| $optional_alias)* => __Property::$optional,)+)?
                        _ => __Property::Other($crate::__other!(name name $($rest)?)),
                    }
                }

                $($(let mut $required = ::core::option::Option::None;)+)?
                $($(let mut $optional = ::core::option::Option::None;)+)?
                $(let mut $rest = ::std::collections::BTreeMap::new();)?
                while let Some(name) = properties.next_key_seed($crate::rt::Name(__property))? {
                    match name {
                        $($(__Property::$required => $required = ::core::option::Option::Some(properties.next_value()?),)+)?
                        $($(__Property::$optional => $optional = ::core::option::Option::Some(properties.next_value()?),)+)?
                        __Property::Other(name) => $crate::__other!(value name properties $($rest)?),
                    }
                }
                Ok($model {
                    $($($required: $crate::rt::given($required, $required_name)?,)+)?
                    $($($optional: $optional.unwrap_or_default(),)+)?
                    $($rest,)?
                })
            }
        }
    };
}

/// What becomes of properties that have no field: their name is kept only if they are.
#[doc(hidden)]
#[macro_export]
macro_rules! __other {
    (type) => {
        ()
    };
    (type $rest:ident) => {
        ::std::string::String
    };
    (name $name:ident) => {
        ()
    };
    (name $name:ident $rest:ident) => {
        ::std::borrow::ToOwned::to_owned($name)
    };
    (value $name:ident $properties:ident) => {{
        let () = $name;
        $crate::rt::skip(&mut $properties)?
    }};
    (value $name:ident $properties:ident $rest:ident) => {{
        $rest.insert($name, $properties.next_value()?);
    }};
}
