//! The one error type of all calls.

mod classify;
mod connect;
mod display;
mod headers;
mod json_path;
mod mismatch;
mod reason;

use std::fmt;

use bytes::Bytes;
use http::uri::Authority;
use http::{HeaderMap, Method, StatusCode, Uri};

use crate::BoxError;

pub(crate) use classify::{is_untrusted, kind_of_transport_error, nothing_was_sent};
pub use connect::ConnectError;
pub(crate) use display::{Kind, Late};
pub(crate) use headers::request_id;
pub(crate) use mismatch::Mismatch;

/// Why a client could not be built or a call failed.
///
/// It is one opaque type, so that `?` composes over operations. The predicates tell the kinds apart; of
/// `is_builder`, `is_request`, `is_auth`, `is_connect`, `is_timeout`, `is_transport`, `is_status`, `is_body`,
/// `is_body_too_large`, `is_decode` and `is_pagination` exactly one is true. Its `Display` form is one line without
/// credentials, header values and bodies; what a layer below had to say is in [`source`](std::error::Error::source).
pub struct Error(Box<Failure>);

/// Error bodies that the docs of an operation type. Generated enums implement it.
pub trait ErrorBody: Sized {
    /// Reads the body that is documented for this status, and never tries one type after another.
    ///
    /// `None` if the docs type no body for the status, or if the body is not of that type.
    fn decode(status: StatusCode, raw: &Bytes) -> Option<Self>;
}

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) raw: Bytes,
}

/// The call that failed.
pub(crate) struct Origin {
    pub(crate) method: Method,
    pub(crate) template: &'static str,
    /// Without its query; `None` until the arguments are encoded.
    pub(crate) url: Option<Uri>,
    pub(crate) attempts: u32,
}

/// Boxed, so that a `Result` stays small.
struct Failure {
    kind: Kind,
    origin: Option<Origin>,
    answer: Option<Answer>,
    source: Option<BoxError>,
}

impl Error {
    pub(crate) fn new(kind: Kind) -> Self {
        Self(Box::new(Failure { kind, origin: None, answer: None, source: None }))
    }

    /// A setting of the client is wrong; the message says what to do.
    pub(crate) fn builder(message: impl fmt::Display) -> Self {
        Self::new(Kind::Builder(format!("the client cannot be built: {message}")))
    }

    /// A required field of a model was not set.
    pub(crate) fn unset(field: &'static str) -> Self {
        Self::new(Kind::Builder(format!("the required field `{field}` is not set")))
    }

    /// The status or one word, as the field `error.type` of a span.
    #[cfg_attr(not(feature = "tracing"), expect(dead_code, reason = "only spans name it"))]
    pub(crate) fn type_name(&self) -> &str {
        match &self.0.answer {
            Some(answer) if self.is_status() => answer.status.as_str(),
            _ => self.0.kind.name(),
        }
    }

    pub(crate) fn with_origin(mut self, origin: Origin) -> Self {
        self.0.origin = Some(origin);
        self
    }

    pub(crate) fn with_answer(mut self, answer: Answer) -> Self {
        self.0.answer = Some(answer);
        self
    }

    pub(crate) fn with_kind(mut self, kind: Kind) -> Self {
        self.0.kind = kind;
        self
    }

    pub(crate) fn with_source(mut self, source: impl Into<BoxError>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// The status of the answer, if one came.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.answer.as_ref().map(|answer| answer.status)
    }

    /// The headers of the answer, if one came.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.answer.as_ref().map(|answer| &answer.headers)
    }

    /// The body of the answer, if one came. It is empty if it could not be read to its end.
    pub fn raw(&self) -> Option<&Bytes> {
        self.0.answer.as_ref().map(|answer| &answer.raw)
    }

    /// The body that is documented for the status, as in `error.documented::<LoginError>()`.
    ///
    /// `None` if this is not an [`is_status`](Self::is_status) error, if the docs type no body for the status, or if
    /// the server sent something else.
    pub fn documented<E: ErrorBody>(&self) -> Option<E> {
        let answer = self.0.answer.as_ref().filter(|_| self.is_status())?;
        E::decode(answer.status, &answer.raw)
    }

    /// The method of the call, unless [`is_builder`](Self::is_builder).
    pub fn method(&self) -> Option<&Method> {
        self.0.origin.as_ref().map(|origin| &origin.method)
    }

    /// The address that was called, without its query, since an API key may be in it. Its path holds the arguments of
    /// the call, of which one may be a secret too, so the error itself prints only the path template.
    pub fn url(&self) -> Option<&Uri> {
        self.0.origin.as_ref()?.url.as_ref()
    }

    /// How many attempts were made, each perhaps with redirects; 0 if nothing was to be sent.
    pub fn attempts(&self) -> u32 {
        self.0.origin.as_ref().map_or(0, |origin| origin.attempts)
    }

    /// Where in the body the value is that is not as documented, as in `items[3].name`, if
    /// [`is_decode`](Self::is_decode) and the body is JSON; empty if it is the body as a whole.
    ///
    /// Keys that are no plain names are left out, since those of a map may be secrets.
    pub fn json_path(&self) -> Option<&str> {
        self.0.source.as_ref()?.downcast_ref().map(Mismatch::path)
    }

    /// A setting of the client was refused when it was built, or a required field of a model was not set.
    pub fn is_builder(&self) -> bool {
        matches!(self.0.kind, Kind::Builder(_))
    }

    /// An argument, header or credential could not be encoded, or `send_blocking` was called where it may not wait;
    /// nothing was sent.
    pub fn is_request(&self) -> bool {
        matches!(self.0.kind, Kind::Request(_))
    }

    /// A credential could not be had, or may not be sent: its provider failed, or it would go over plain HTTP to
    /// another machine.
    ///
    /// The call was not sent, or the server had refused it with 401 before. The error of the provider is the
    /// [`source`](std::error::Error::source); that of [`OAuth2`](crate::OAuth2) is a [`TokenError`](crate::TokenError).
    pub fn is_auth(&self) -> bool {
        matches!(self.0.kind, Kind::Auth(_) | Kind::Token)
    }

    /// Whether it is the failure of a token request that might be sent again.
    pub(crate) fn is_token_request(&self) -> bool {
        matches!(self.0.kind, Kind::Token)
    }

    /// No connection to the server could be made, or a pooled one had closed; nothing was sent.
    pub fn is_connect(&self) -> bool {
        matches!(self.0.kind, Kind::Connect)
    }

    /// The answer was not complete in time. The server may have received the request.
    pub fn is_timeout(&self) -> bool {
        matches!(self.0.kind, Kind::Timeout(_))
    }

    /// The transport failed after it had a connection, and before the head of an answer. The server may have received
    /// the request.
    pub fn is_transport(&self) -> bool {
        matches!(self.0.kind, Kind::Transport)
    }

    /// The server answered with a status that is not 2xx.
    pub fn is_status(&self) -> bool {
        matches!(self.0.kind, Kind::Status)
    }

    /// The head of an answer came, but its body could not be read to the end, or could not be written where a stream of
    /// it was to go.
    pub fn is_body(&self) -> bool {
        matches!(self.0.kind, Kind::Body | Kind::Write)
    }

    /// The head of an answer came, but its body is larger than the client's `max_body_size`. Status and headers are
    /// kept.
    pub fn is_body_too_large(&self) -> bool {
        matches!(self.0.kind, Kind::BodyTooLarge(_))
    }

    /// The server answered with a 2xx status and a body that is not the documented type.
    ///
    /// Status, headers and body are kept. The [`source`](std::error::Error::source) says what was expected, and quotes
    /// no text of the body.
    pub fn is_decode(&self) -> bool {
        matches!(self.0.kind, Kind::Decode)
    }

    /// The pages of a [`PageStream`](crate::PageStream) do not follow each other: the server sent the same page twice,
    /// named the same next page twice, or named one that cannot be asked for.
    ///
    /// Status, headers and body are those of the page that was not followed.
    pub fn is_pagination(&self) -> bool {
        matches!(self.0.kind, Kind::Pagination(_))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Failure { kind, origin, answer, source } = &*self.0;
        kind.write(f, origin.as_ref(), answer.as_ref(), source.as_deref())
    }
}

/// The line of `Display`, the server, the number of attempts and the source; neither the path nor the headers nor the
/// body, which may hold secrets.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("message", &format_args!("{self}"))
            .field("server", &self.url().and_then(Uri::authority).map(Authority::as_str))
            .field("attempts", &self.attempts())
            .field("source", &self.0.source)
            .finish()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
