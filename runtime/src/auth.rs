//! Authentication: which credentials a call sends, and where they go.

mod apply;
mod credential;
mod scheme;
mod select;

pub use credential::Credential;
pub use scheme::{Place, Scheme};

pub(crate) use apply::{Carried, carry};
pub(crate) use credential::Credentials;
pub(crate) use select::{Security, select};
