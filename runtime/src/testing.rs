//! A transport that answers from a script, for tests of code that makes calls.
//!
//! No socket is opened, and nothing but an assertion panics. Delays are measured by Tokio's clock, which a test can
//! pause.
//!
//! ```
//! use docwright_runtime::testing::{Reply, ScriptedTransport};
//! use docwright_runtime::http::Method;
//!
//! # use docwright_runtime::{Call, CallOptions as _, Error, Value, call, client_builder, rt};
//! #
//! # #[derive(Clone, Debug)]
//! # pub struct Client {
//! #     inner: rt::Client,
//! # }
//! # pub struct ClientBuilder(rt::ClientBuilder);
//! # client_builder!(ClientBuilder -> Client);
//! # pub struct GetPet(Call<Value>);
//! # call!(GetPet -> Value);
//! # impl Client {
//! #     fn builder() -> ClientBuilder {
//! #         ClientBuilder(rt::ClientBuilder::new("https://pets.example.com/v1", "pets-client/0.1.0"))
//! #     }
//! #     fn get_pet(&self, id: i64) -> GetPet {
//! #         static OPERATION: rt::Operation = rt::Operation::get("/pets/{id}");
//! #         let mut request = rt::Request::new(&self.inner, &OPERATION);
//! #         request.path("id", &id);
//! #         GetPet(request.decode())
//! #     }
//! # }
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Error> {
//! let transport = ScriptedTransport::new()
//!     .on(Method::GET, "/v1/pets/7", Reply::new(404))
//!     .then(Reply::refused())
//!     .then(Reply::new(200).body(r#"{"name": "Rex"}"#));
//! let client = Client::builder().transport(transport.clone()).build()?;
//!
//! let error = client.get_pet(7).await.unwrap_err();
//! assert_eq!(error.status().unwrap(), 404);
//!
//! let pet = client.get_pet(8).await?; // The second attempt.
//! assert_eq!(pet["name"], "Rex");
//!
//! let requests = transport.requests();
//! assert_eq!(requests.len(), 2);
//! assert_eq!(requests[1].uri.path(), "/v1/pets/8");
//! assert_eq!(requests[1].header("accept"), Some("application/json"));
//! transport.assert_finished();
//! # Ok(())
//! # }
//! ```

mod chunks;
mod reply;
mod script;
mod sent;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::Method;

use crate::{Body, BoxError, BoxFuture, Transport};

pub use reply::Reply;
pub use sent::SentRequest;

use script::Script;

/// A transport without a socket: it answers from a script and keeps what was sent. Clones share both.
///
/// A request is answered by the route of its method and path if there is one, and else by the next reply in line. If
/// there is neither, the transport fails.
#[derive(Clone, Debug, Default)]
pub struct ScriptedTransport(Arc<Mutex<Script>>);

impl ScriptedTransport {
    /// A transport that has no answer yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a reply to the line, for one request.
    pub fn then(self, reply: Reply) -> Self {
        self.script().line.push_back(reply);
        self
    }

    /// Adds a reply for one method and path, such as `/v1/pets/7`: percent-encoded as it is sent, with the path of the
    /// base URL and without a query. Several replies for the same method and path follow one another, and the last one
    /// stays.
    pub fn on(self, method: Method, path: impl Into<String>, reply: Reply) -> Self {
        self.script().add_route(method, path.into(), reply);
        self
    }

    /// What was sent, in the order it arrived. A connection that was refused has no request.
    pub fn requests(&self) -> Vec<SentRequest> {
        self.script().sent.clone()
    }

    /// The one request that was sent.
    ///
    /// # Panics
    ///
    /// If there was none, or more than one.
    #[track_caller]
    pub fn only_request(&self) -> SentRequest {
        let mut requests = self.requests();
        assert_eq!(requests.len(), 1, "one request was expected, and there are: {requests:#?}");
        requests.remove(0)
    }

    /// Checks that every reply in line was asked for.
    ///
    /// # Panics
    ///
    /// If some were not.
    #[track_caller]
    pub fn assert_finished(&self) {
        let left = self.script().line.len();
        assert_eq!(left, 0, "so many replies were not asked for");
    }

    fn script(&self) -> MutexGuard<'_, Script> {
        // A test that panics elsewhere may still look at what was sent.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn answer(self, request: http::Request<Body>) -> Result<http::Response<Body>, BoxError> {
        let reply = self.script().reply_to(request.method(), request.uri().path())?;
        reply.connect().await?;
        let sent = SentRequest::read(request).await?;
        self.script().sent.push(sent);
        reply.answer().await
    }
}

impl Transport for ScriptedTransport {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, BoxError>> {
        Box::pin(self.clone().answer(request))
    }
}
