//! An operation of a generated client, as the checks see it.

use std::fmt::Debug;
use std::future::IntoFuture;

use docwright_runtime::{BoxFuture, CallOptions, Credential, Error};

use crate::{SECRET, hiding};

/// An operation of the client `C` with certain arguments.
pub struct Operation<C> {
    /// Sends it; [`send`] makes this of a call.
    pub call: fn(&C, &[Setter]) -> Outcome,
    /// The request that has to arrive, credentials apart.
    pub sent: &'static str,
    /// Whether credentials are sent with it.
    pub secured: bool,
    /// Bodies that are not of the documented type.
    pub wrong: &'static [&'static str],
}

/// What becomes of a call, its body apart.
pub type Outcome = BoxFuture<Result<(), Error>>;

/// What a single call sets about credentials.
#[derive(Clone)]
pub enum Setter {
    /// [`CallOptions::with_credential`].
    WithCredential(Credential),
    /// [`CallOptions::anonymous`].
    Anonymous,
}

/// Sends a call with what is set for it alone. Neither the call nor its error may print a secret.
pub fn send<C, T>(call: C, setters: &[Setter]) -> Outcome
where
    C: CallOptions + Debug + IntoFuture<Output = Result<T, Error>, IntoFuture: Send + 'static>,
{
    let call = setters.iter().fold(call, |call, setter| match setter {
        Setter::WithCredential(credential) => call.with_credential(credential.clone()),
        Setter::Anonymous => call.anonymous(),
    });
    let future = hiding(call).into_future();
    Box::pin(async move { future.await.map(drop).map_err(hiding_in_chain) })
}

fn hiding_in_chain(error: Error) -> Error {
    let mut chain: Option<&dyn std::error::Error> = Some(&error);
    while let Some(link) = chain {
        let text = link.to_string();
        assert!(!text.contains(SECRET), "a secret is printed: {text}");
        chain = link.source();
    }
    hiding(error)
}
