//! The kinds of errors and the line that each of them prints.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use super::{Answer, Mismatch, Origin};
use crate::encode::Fault;

/// What went wrong, without what is known about the call.
pub(crate) enum Kind {
    /// A setting of the client, or a field of a model; the text says what to do.
    Builder(String),
    /// An argument that cannot be encoded.
    Request(Fault),
    /// No credential, or none that may be sent; the text says which.
    Auth(String),
    /// No connection.
    Connect,
    /// Too late, by our limit if it was ours.
    Timeout(Option<Duration>),
    /// The exchange failed on an open connection.
    Transport,
    /// A status other than 2xx.
    Status,
    /// The body broke off.
    Body,
    /// A body of another type than documented.
    Decode,
}

impl Kind {
    /// Writes one line, as in `GET /users/{id}: 404 Not Found`.
    pub(super) fn write(
        &self,
        f: &mut fmt::Formatter<'_>,
        origin: Option<&Origin>,
        answer: Option<&Answer>,
        source: Option<&(dyn Error + Send + Sync + 'static)>,
    ) -> fmt::Result {
        if let Some(origin) = origin {
            write!(f, "{} {}: ", origin.method, origin.template)?;
        }
        match self {
            Self::Builder(message) | Self::Auth(message) => f.write_str(message),
            Self::Request(fault) => write!(f, "{fault}"),
            Self::Connect => match origin.and_then(|origin| origin.url.as_ref()?.authority()) {
                Some(server) => write!(f, "no connection to {server}"),
                None => f.write_str("no connection"),
            },
            Self::Timeout(Some(limit)) => write!(f, "no complete answer within {limit:?}"),
            Self::Timeout(None) => f.write_str("no answer in time"),
            Self::Transport => f.write_str("the connection failed before an answer"),
            Self::Status => write_status(f, answer),
            Self::Body => f.write_str("the body of the answer could not be read"),
            Self::Decode => {
                f.write_str("the answer is not the documented type")?;
                match source.and_then(|source| source.downcast_ref::<Mismatch>()) {
                    Some(mismatch) => write!(f, " at line {} column {}", mismatch.line(), mismatch.column()),
                    None => Ok(()),
                }
            }
        }
    }
}

fn write_status(f: &mut fmt::Formatter<'_>, answer: Option<&Answer>) -> fmt::Result {
    let Some(status) = answer.map(|answer| answer.status) else {
        return f.write_str("an undocumented status");
    };
    match status.canonical_reason() {
        Some(reason) => write!(f, "{} {reason}", status.as_str()),
        None => f.write_str(status.as_str()),
    }
}
