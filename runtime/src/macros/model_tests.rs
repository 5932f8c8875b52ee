//! `model_tests!`: the test of a generated crate's models.

/// Tests that models are written as they are read. Each is given with what it looks like; a module `models` with all of
/// them must be in scope.
///
/// ```
/// use docwright_runtime::Value;
///
/// /// The models.
/// mod models {
///     /// A pet.
///     #[derive(PartialEq, serde::Serialize, serde::Deserialize)]
///     pub struct Pet {
///         /// What it is called.
///         pub name: String,
///     }
/// }
///
/// docwright_runtime::model_tests! {
///     Pet = "object(name: string)",
/// }
/// ```
#[macro_export]
macro_rules! model_tests {
    ($($name:ident = $notation:literal,)*) => {
        #[test]
        fn models_are_written_as_they_are_read() {
            let failures = $crate::rt::check_models(&[
                $($crate::rt::Model::new::<models::$name>(stringify!($name), $notation)),*
            ]);
            assert!(failures.is_empty(), "{}", failures.join("\n"));
        }
    };
}
