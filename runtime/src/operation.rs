//! What the docs say about an operation, as generated code states it.

use http::Method;

use crate::auth::{Scheme, Security};

/// The part of an operation that is the same in every call. Generated code keeps one `static` per operation.
#[derive(Debug)]
pub struct Operation {
    pub(crate) method: Method,
    /// A path template such as `/users/{id}`, which starts with a slash.
    pub(crate) path: &'static str,
    pub(crate) accept: Option<&'static str>,
    pub(crate) security: Security,
    /// Whether sending it twice does no more than sending it once, where that differs from its method.
    pub(crate) idempotent: Option<bool>,
}

impl Operation {
    /// A `GET` of a path template.
    pub const fn get(path: &'static str) -> Self {
        Self::new(Method::GET, path)
    }

    /// A `PUT` to a path template.
    pub const fn put(path: &'static str) -> Self {
        Self::new(Method::PUT, path)
    }

    /// A `POST` to a path template.
    pub const fn post(path: &'static str) -> Self {
        Self::new(Method::POST, path)
    }

    /// A `DELETE` of a path template.
    pub const fn delete(path: &'static str) -> Self {
        Self::new(Method::DELETE, path)
    }

    /// An `OPTIONS` of a path template.
    pub const fn options(path: &'static str) -> Self {
        Self::new(Method::OPTIONS, path)
    }

    /// A `HEAD` of a path template.
    pub const fn head(path: &'static str) -> Self {
        Self::new(Method::HEAD, path)
    }

    /// A `PATCH` of a path template.
    pub const fn patch(path: &'static str) -> Self {
        Self::new(Method::PATCH, path)
    }

    /// A `TRACE` of a path template.
    pub const fn trace(path: &'static str) -> Self {
        Self::new(Method::TRACE, path)
    }

    const fn new(method: Method, path: &'static str) -> Self {
        Self { method, path, accept: None, security: Security::Listed(&[]), idempotent: None }
    }

    /// The value of `Accept`: all documented media types of the answer. Without it no such header is sent, except that
    /// a call which decodes JSON accepts `application/json`.
    pub const fn accept(mut self, media_types: &'static str) -> Self {
        self.accept = Some(media_types);
        self
    }

    /// Allows retries although the method is not idempotent (RFC 9110 section 9.2.2): repeating the request has no
    /// other effect than sending it once.
    pub const fn idempotent(mut self) -> Self {
        self.idempotent = Some(true);
        self
    }

    /// Forbids retries although the method is idempotent (RFC 9110 section 9.2.2): this server does more when it is asked
    /// again.
    pub const fn not_idempotent(mut self) -> Self {
        self.idempotent = Some(false);
        self
    }

    /// The schemes that the docs list without saying how they combine: a call sends every one that the client has a
    /// credential for.
    pub const fn security(mut self, listed: &'static [&'static Scheme]) -> Self {
        self.security = Security::Listed(listed);
        self
    }

    /// Alternatives of combined schemes: a call sends the first alternative that is complete.
    pub const fn security_exactly(mut self, alternatives: &'static [&'static [&'static Scheme]]) -> Self {
        self.security = Security::Exactly(alternatives);
        self
    }
}
