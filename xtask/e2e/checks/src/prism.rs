//! A client against Prism: every operation is called, and Prism says of each request whether the document allows it.

use std::error::Error as StdError;
use std::pin::Pin;
use std::process::ExitCode;

use docwright_runtime::Error;
use serde::de::DeserializeOwned;

use crate::{Report, run, variable};

/// How a call went.
pub type Outcome = crate::Outcome;

/// Calls one operation of a client.
pub type Call<C> = fn(C) -> Pin<Box<dyn Future<Output = Outcome>>>;

/// One operation of a client.
#[derive(Debug)]
pub struct Operation<C> {
    /// Its tag and its method.
    pub name: &'static str,
    /// The security schemes for which a credential is sent, by number.
    pub schemes: &'static [usize],
    /// With what it must be given.
    pub least: Call<C>,
    /// With everything it takes.
    pub everything: Call<C>,
}

/// Makes a client that calls an address, asks for the example of that name, and has a credential for some schemes.
pub type Build<C> = fn(&str, &str, &[usize]) -> Result<C, Error>;

/// Calls every operation twice.
pub fn check<C>(build: Build<C>, operations: &[Operation<C>]) -> ExitCode {
    run(async |report: &Report| {
        let (url, strict_url) = (variable("PRISM_URL")?, variable("PRISM_STRICT_URL")?);
        let least = |schemes: &[usize]| build(&url, "min", schemes);
        every(report, "with the least", operations, least, |operation| operation.least).await?;
        let most = |schemes: &[usize]| build(&strict_url, "full", schemes);
        every(report, "with everything", operations, most, |operation| operation.everything).await
    })
}

/// A value of any type.
///
/// # Errors
///
/// If the JSON is not one.
pub fn value<T: DeserializeOwned>(json: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(json)
}

async fn every<C>(
    report: &Report,
    how: &str,
    operations: &[Operation<C>],
    build: impl Fn(&[usize]) -> Result<C, Error>,
    call: impl Fn(&Operation<C>) -> Call<C>,
) -> Outcome {
    let mut wrong = 0;
    for operation in operations {
        if let Err(error) = call(operation)(build(operation.schemes)?).await
            && let Some(why) = objection(&*error)
        {
            wrong += 1;
            report.failed(&format!("{} {how}", operation.name), &why);
        }
    }
    let what = format!("{} operations {how}", operations.len());
    if wrong == 0 {
        report.passed(&what);
    } else {
        report.failed(&what, &format!("{wrong} of them"));
    }
    Ok(())
}

/// What is wrong with a call, if anything is. A redirect is not: some operations document no other success.
fn objection(error: &(dyn StdError + Send + Sync + 'static)) -> Option<String> {
    let answer = error.downcast_ref::<Error>().filter(|error| error.is_status());
    let Some((error, status)) = answer.and_then(|error| Some((error, error.status()?))) else {
        return Some(format!("{error:?}"));
    };
    let violations = error.headers().and_then(|headers| headers.get("sl-violations"));
    match violations {
        Some(violations) => Some(String::from_utf8_lossy(violations.as_bytes()).into_owned()),
        None if status.is_redirection() => None,
        None => Some(format!("{status}: {}", String::from_utf8_lossy(error.raw().map_or(b"", |raw| raw)))),
    }
}
