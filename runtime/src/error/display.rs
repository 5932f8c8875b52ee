//! The kinds of errors and the line that each of them prints.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use super::reason::write_reason;
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
    /// A token request failed. Only a policy of retries is told, which may have it sent again.
    Token,
    /// No connection.
    Connect,
    /// Too late.
    Timeout(Late),
    /// The exchange failed on an open connection.
    Transport,
    /// A status other than 2xx.
    Status,
    /// The body broke off.
    Body,
    /// The body is larger than this many bytes.
    BodyTooLarge(usize),
    /// The body could not be written where it was to go.
    Write,
    /// A body of another type than documented.
    Decode,
    /// Pages that do not follow each other; the text says why.
    Pagination(&'static str),
}

/// Which limit was exceeded.
pub(crate) enum Late {
    /// That of the whole call.
    Call(Duration),
    /// That of one attempt.
    Attempt(Duration),
    /// The same, counted from the last piece of the request's body.
    Upload(Duration),
    /// That between two pieces of the answer.
    Read(Duration),
    /// One of the transport.
    Transport,
}

impl Kind {
    /// One word for a field of a span; of low cardinality, as the conventions ask of `error.type`.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Builder(_) => "builder",
            Self::Request(_) => "request",
            Self::Connect => "connect",
            Self::Auth(_) | Self::Token => "auth",
            Self::Timeout(_) => "timeout",
            Self::Transport => "transport",
            Self::Status => "status",
            Self::Body => "body",
            Self::Write => "write",
            Self::BodyTooLarge(_) => "body_too_large",
            Self::Decode => "decode",
            Self::Pagination(_) => "pagination",
        }
    }

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
            Self::Token => f.write_str("no token"),
            Self::Connect => {
                match origin.and_then(|origin| origin.url.as_ref()?.authority()) {
                    Some(server) => write!(f, "no connection to {server}")?,
                    None => f.write_str("no connection")?,
                }
                source.map_or(Ok(()), |source| write_reason(f, source))
            }
            Self::Timeout(Late::Call(limit)) => write!(f, "no complete answer within {limit:?}"),
            Self::Timeout(Late::Attempt(limit)) => write!(f, "no complete answer within {limit:?} of an attempt"),
            Self::Timeout(Late::Upload(limit)) => {
                write!(f, "no complete answer within {limit:?} of the last byte sent")
            }
            Self::Timeout(Late::Read(limit)) => write!(f, "no byte of the answer for {limit:?}"),
            Self::Timeout(Late::Transport) => f.write_str("no answer in time"),
            Self::Transport => f.write_str("the connection failed before an answer"),
            Self::Status => write_status(f, answer),
            Self::Pagination(why) => f.write_str(why),
            Self::Body => f.write_str("the body of the answer could not be read"),
            Self::BodyTooLarge(limit) => write!(f, "the body of the answer is larger than {limit} bytes"),
            Self::Write => f.write_str("the body of the answer could not be written"),
            Self::Decode => {
                f.write_str("the answer is not the documented type")?;
                match source.and_then(|source| source.downcast_ref::<Mismatch>()) {
                    Some(mismatch) => mismatch.write_place(f),
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
