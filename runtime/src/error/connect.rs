//! How a transport says that nothing was sent.

use std::error::Error;
use std::fmt;

use crate::BoxError;

/// There was no connection, so no byte of the request left.
///
/// A [`Transport`](crate::Transport) of your own may fail with it, or wrap it: the call is then sent again if its
/// policy wants that, whatever its method. [`HyperTransport`](crate::HyperTransport) has errors of its own that say the
/// same.
#[derive(Debug)]
pub struct ConnectError(BoxError);

impl ConnectError {
    /// Says so of a failure whose cause is given.
    pub fn new(cause: impl Into<BoxError>) -> Self {
        Self(cause.into())
    }
}

impl fmt::Display for ConnectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no connection")
    }
}

impl Error for ConnectError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.0)
    }
}
