//! How argument values become the bytes of a request.
//!
//! A value first becomes a [`plain::Plain`] by serde, and a place (path, query, header, cookie, form, multipart) then
//! writes that in one of the styles that OpenAPI 3.1 has for it (section 4.8.12, "Style Values"). Nothing here
//! knows a client or an operation.

mod fault;
#[cfg(test)]
mod style_examples;

pub(crate) mod cookie;
pub(crate) mod deep;
pub(crate) mod form;
pub(crate) mod header;
pub(crate) mod multipart;
pub(crate) mod path;
pub(crate) mod percent;
pub(crate) mod plain;
pub(crate) mod query;

pub(crate) use fault::Fault;
