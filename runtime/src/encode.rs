//! How argument values become the bytes of a request.
//!
//! A value first becomes a [`plain::Plain`] by serde, and a place (path, query, header, cookie, form, multipart) then
//! writes that in the style which OpenAPI 3.1 gives it by default (section 4.8.12.2, "Style Values"). Nothing here
//! knows a client or an operation.

mod fault;

pub(crate) mod cookie;
pub(crate) mod form;
pub(crate) mod header;
pub(crate) mod multipart;
pub(crate) mod path;
pub(crate) mod percent;
pub(crate) mod plain;
pub(crate) mod query;

pub(crate) use fault::Fault;
