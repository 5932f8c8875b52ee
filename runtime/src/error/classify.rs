//! What kind of failure a transport reported.

use std::error::Error;
use std::io::{self, ErrorKind};
use std::iter::successors;

use super::{ConnectError, Kind, Late};

/// Looks through the chain of sources, since a layer around the transport may have wrapped the cause.
pub(crate) fn kind_of_transport_error(error: &(dyn Error + 'static)) -> Kind {
    if nothing_was_sent(error) {
        return Kind::Connect;
    }
    // What hyper does not call a failure to connect happened on an open connection, whatever the system's word for it.
    let was_open = causes(error).any(|cause| cause.is::<hyper_util::client::legacy::Error>());
    let kind = |kind| match kind {
        ErrorKind::ConnectionRefused
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::AddrNotAvailable => (!was_open).then_some(Kind::Connect),
        ErrorKind::TimedOut => Some(Kind::Timeout(Late::Transport)),
        _ => None,
    };
    if causes(error).any(is_reqwest_timeout) {
        return Kind::Timeout(Late::Transport);
    }
    let mut system = causes(error).filter_map(|cause| cause.downcast_ref().map(io::Error::kind));
    system.find_map(kind).unwrap_or(Kind::Transport)
}

/// Whether the transport says unmistakably that no byte of the request left, so that even a request which must not be
/// repeated can be sent again.
///
/// That is so if there was no connection, and if hyper took the request back because the pooled connection that it was
/// meant for had closed: hyper calls that canceled, and only that. The kind of an [`io::Error`] is no proof, since it
/// does not tell when it happened.
pub(crate) fn nothing_was_sent(error: &(dyn Error + 'static)) -> bool {
    causes(error).any(|cause| {
        cause.is::<ConnectError>()
            || cause.downcast_ref().is_some_and(hyper_util::client::legacy::Error::is_connect)
            || cause.downcast_ref().is_some_and(hyper::Error::is_canceled)
            || is_reqwest_connect(cause)
    })
}

/// Whether the server's certificate was refused, which waiting does not mend.
pub(crate) fn is_untrusted(error: &(dyn Error + 'static)) -> bool {
    refused_certificate(error).is_some()
}

/// What is wrong with the server's certificate, if it was refused and as far as there are words for it.
#[cfg(feature = "rustls")]
pub(super) fn refused_certificate(error: &(dyn Error + 'static)) -> Option<Option<&'static str>> {
    causes(error).find_map(|cause| match unwrapped(cause).downcast_ref()? {
        rustls::Error::InvalidCertificate(fault) => Some(in_words(fault)),
        _ => None,
    })
}

#[cfg(not(feature = "rustls"))]
pub(super) fn refused_certificate(_: &(dyn Error + 'static)) -> Option<Option<&'static str>> {
    None
}

#[cfg(feature = "rustls")]
fn in_words(fault: &rustls::CertificateError) -> Option<&'static str> {
    use rustls::CertificateError as Fault;
    match fault {
        Fault::Expired | Fault::ExpiredContext { .. } => Some("expired"),
        Fault::NotValidYet | Fault::NotValidYetContext { .. } => Some("not valid yet"),
        Fault::NotValidForName | Fault::NotValidForNameContext { .. } => Some("for another host"),
        Fault::UnknownIssuer => Some("unknown issuer"),
        Fault::Revoked => Some("revoked"),
        Fault::BadEncoding => Some("malformed"),
        Fault::BadSignature => Some("wrong signature"),
        Fault::InvalidPurpose | Fault::InvalidPurposeContext { .. } => Some("for another purpose"),
        _ => None,
    }
}

/// What is in an [`io::Error`]: its source is that of the error in it, so that the chain leaves the latter out.
#[cfg(feature = "rustls")]
fn unwrapped<'e>(mut error: &'e (dyn Error + 'static)) -> &'e (dyn Error + 'static) {
    while let Some(inner) = error.downcast_ref().and_then(io::Error::get_ref) {
        error = inner;
    }
    error
}

pub(super) fn causes<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    successors(Some(error), |&error| error.source())
}

#[cfg(feature = "reqwest")]
fn is_reqwest_connect(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref().is_some_and(reqwest::Error::is_connect)
}

#[cfg(not(feature = "reqwest"))]
fn is_reqwest_connect(_: &(dyn Error + 'static)) -> bool {
    false
}

#[cfg(feature = "reqwest")]
fn is_reqwest_timeout(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref().is_some_and(reqwest::Error::is_timeout)
}

#[cfg(not(feature = "reqwest"))]
fn is_reqwest_timeout(_: &(dyn Error + 'static)) -> bool {
    false
}
