//! A request as generated code builds it: arguments, each encoded for its place.

mod arguments;
mod authorise;
mod body;
mod draft;
mod finish;
mod next_page;
mod parameters;
mod payload;
mod prepare;
mod tally;

use std::fmt;

use http::{HeaderName, HeaderValue};

use crate::Error;
use crate::client::Client;
use crate::error::{Kind, Origin};
use crate::limits::Limits;
use crate::operation::Operation;
use crate::options::Options;
use crate::retry::RetryPolicy;

use arguments::Arguments;
use payload::Payload;
use tally::Tally;

pub use draft::Draft;
pub(crate) use finish::decode_json;
pub(crate) use prepare::Prepared;

/// The arguments of one call, set one after another. The HTTP request is built from it when it is sent, so that it could
/// be built again.
pub struct Request {
    client: Client,
    operation: &'static Operation,
    path: Arguments<String>,
    query: Arguments<String>,
    headers: Arguments<(HeaderName, HeaderValue)>,
    cookies: Arguments<String>,
    payload: Payload,
    /// The `Accept` header of operations whose docs give none.
    accept: Option<&'static str>,
    /// Nothing as long as nothing is set, which keeps small what is moved into every call.
    options: Option<Box<Options>>,
    tally: Tally,
}

impl Request {
    /// A request without arguments. It holds the client, not a borrow of it.
    pub fn new(client: &Client, operation: &'static Operation) -> Self {
        Self {
            client: client.clone(),
            operation,
            path: Arguments::default(),
            query: Arguments::default(),
            headers: Arguments::default(),
            cookies: Arguments::default(),
            payload: Payload::default(),
            accept: None,
            options: None,
            tally: Tally::default(),
        }
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        self.operation
    }

    pub(crate) fn options_mut(&mut self) -> &mut Options {
        self.options.get_or_insert_default()
    }

    fn options(&self) -> &Options {
        static UNSET: Options = Options::unset();
        self.options.as_deref().unwrap_or(&UNSET)
    }

    /// The limits of the call, or else of its client.
    pub(crate) fn limits(&self) -> Limits {
        self.options().limits.or(self.client.shared().limits)
    }

    /// The policy of the call, or else of its client.
    pub(crate) fn retry_policy(&self) -> &dyn RetryPolicy {
        self.options().retry.as_deref().unwrap_or(&*self.client.shared().retries.policy)
    }

    /// Whether sending it twice has the effect of sending it once: by its method (RFC 9110 section 9.2.2), or because
    /// the operation or the call says so.
    pub(crate) fn is_idempotent(&self) -> bool {
        let by_itself = self.operation.idempotent.unwrap_or_else(|| self.operation.method.is_idempotent());
        by_itself || self.options().idempotent
    }

    /// Counts anew: what follows is another call with mostly the same arguments.
    pub(crate) fn begin_anew(&mut self) {
        self.tally = Tally::default();
    }

    /// Counts an attempt that begins.
    pub(crate) fn add_attempt(&self) {
        self.tally.add_attempt();
    }

    /// Counts a request that goes out, and tells how many did before it.
    pub(crate) fn add_sending(&self) -> u32 {
        self.tally.add_sending()
    }

    /// Notes that the request which went out last has failed for certain before a byte left.
    pub(crate) fn take_back_sending(&self) {
        self.tally.take_back_sending();
    }

    /// Whether a server may have seen anything of this call. While a request is on its way, it may.
    pub(crate) fn may_have_been_seen(&self) -> bool {
        self.tally.may_have_been_seen()
    }

    /// An error of this call; `prepared` is what was sent, if the arguments could be encoded.
    pub(crate) fn error(&self, kind: Kind, prepared: Option<&Prepared>) -> Error {
        Error::new(kind).with_origin(self.origin(prepared))
    }

    fn origin(&self, prepared: Option<&Prepared>) -> Origin {
        let Operation { method, path, .. } = self.operation;
        let url = prepared.and_then(Prepared::url_without_query);
        let attempts = self.tally.attempts();
        Origin { method: method.clone(), template: path, url, attempts }
    }

    /// Whether the body can be sent more than once, which a stream cannot.
    pub(crate) fn is_replayable(&self) -> bool {
        self.payload.is_replayable()
    }
}

/// Names the operation, never an argument.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("operation", &format_args!("{} {}", self.operation.method, self.operation.path))
            .field("options", self.options())
            .finish_non_exhaustive()
    }
}
