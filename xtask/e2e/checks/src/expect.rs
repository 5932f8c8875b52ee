//! The words that checks are made of.

use std::fmt::Debug;

use docwright_runtime::{BoxError, Error};

/// How a check went; the error says what was found instead.
pub type Outcome = Result<(), BoxError>;

/// That a condition holds.
///
/// # Errors
///
/// If it does not; the error shows what was found.
pub fn ensure(condition: bool, found: impl Debug) -> Outcome {
    if condition { Ok(()) } else { Err(format!("found {found:?}").into()) }
}

/// That two values are equal.
///
/// # Errors
///
/// If they are not; the error shows both.
pub fn same<A: PartialEq<B> + Debug, B: Debug>(found: A, expected: B) -> Outcome {
    if found == expected { Ok(()) } else { Err(format!("found {found:?}, expected {expected:?}").into()) }
}

/// That the server refused a call with this status. Gives the failure.
///
/// # Errors
///
/// If the call succeeded, or failed in another way.
pub fn refused<T: Debug>(answer: Result<T, Error>, status: u16) -> Result<Error, BoxError> {
    match answer {
        Err(error) if error.is_status() && error.status().is_some_and(|found| found == status) => Ok(error),
        other => Err(format!("found {other:?}, expected status {status}").into()),
    }
}
