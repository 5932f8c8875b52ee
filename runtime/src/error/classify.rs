//! What kind of failure a transport reported.

use std::error::Error;
use std::io::{self, ErrorKind};
use std::iter::successors;

use super::Kind;

/// Looks through the chain of sources, since a layer around the transport may have wrapped the cause.
pub(crate) fn kind_of_transport_error(error: &(dyn Error + 'static)) -> Kind {
    successors(Some(error), |&error| error.source()).find_map(kind).unwrap_or(Kind::Transport)
}

fn kind(error: &(dyn Error + 'static)) -> Option<Kind> {
    if let Some(error) = error.downcast_ref::<hyper_util::client::legacy::Error>() {
        return error.is_connect().then_some(Kind::Connect);
    }
    #[cfg(feature = "reqwest")]
    if let Some(error) = error.downcast_ref::<reqwest::Error>() {
        let kind = if error.is_connect() { Kind::Connect } else { Kind::Timeout(None) };
        return (error.is_connect() || error.is_timeout()).then_some(kind);
    }
    match error.downcast_ref::<io::Error>()?.kind() {
        ErrorKind::ConnectionRefused
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::AddrNotAvailable => Some(Kind::Connect),
        ErrorKind::TimedOut => Some(Kind::Timeout(None)),
        _ => None,
    }
}
