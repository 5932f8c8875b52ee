//! That nothing prints a secret.

use std::fmt::Debug;

/// The value of every credential, password and token of these tests.
pub const SECRET: &str = "s3cret";

/// Passes on a value whose `Debug` forms do not hold [`SECRET`].
#[track_caller]
pub fn hiding<T: Debug>(value: T) -> T {
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        assert!(!text.contains(SECRET), "a secret is printed: {text}");
    }
    value
}
