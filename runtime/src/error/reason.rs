//! Why there is no connection, in a few words.

use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};

use super::classify::{causes, refused_certificate};

/// Writes what the cause is, as in `: connection refused`; nothing if it is of a kind that has no words.
pub(super) fn write_reason(f: &mut fmt::Formatter<'_>, error: &(dyn Error + 'static)) -> fmt::Result {
    if let Some(fault) = refused_certificate(error) {
        f.write_str(": the server's certificate was refused")?;
        return fault.map_or(Ok(()), |fault| write!(f, " ({fault})"));
    }
    let kinds = causes(error).filter_map(|cause| cause.downcast_ref().map(io::Error::kind));
    match kinds.filter_map(words).next() {
        Some(words) => write!(f, ": {words}"),
        None => Ok(()),
    }
}

fn words(kind: ErrorKind) -> Option<&'static str> {
    match kind {
        ErrorKind::ConnectionRefused => Some("connection refused"),
        ErrorKind::TimedOut => Some("timed out"),
        ErrorKind::HostUnreachable => Some("host unreachable"),
        ErrorKind::NetworkUnreachable => Some("network unreachable"),
        _ => None,
    }
}
