//! `client_builder!`: the settings of every generated client.

/// Gives a newtype over `rt::ClientBuilder` its methods; `build` makes a struct with one field `inner: rt::Client`.
///
/// ```
/// use docwright_runtime::{client_builder, rt};
///
/// /// The client.
/// #[derive(Clone, Debug)]
/// pub struct Client {
///     inner: rt::Client,
/// }
///
/// /// The settings of a client.
/// #[derive(Debug)]
/// pub struct ClientBuilder(rt::ClientBuilder);
///
/// client_builder!(ClientBuilder -> Client);
///
/// impl Client {
///     /// Starts from the documented server.
///     pub fn builder() -> ClientBuilder {
///         ClientBuilder(rt::ClientBuilder::new("https://api.example.com/v1", "example-client/0.1.0"))
///     }
/// }
///
/// # fn main() -> Result<(), docwright_runtime::Error> {
/// let client = Client::builder().base_url("http://localhost:8080/v1").build()?;
/// # let _ = client.inner;
/// # Ok(())
/// # }
/// ```
#[macro_export]
macro_rules! client_builder {
    ($builder:ident -> $client:ident) => {
        impl $builder {
            /// Replaces the documented server: `http` or `https`, a host, and perhaps a path that all paths follow.
            pub fn base_url(self, url: impl ::core::convert::Into<::std::string::String>) -> Self {
                Self(self.0.base_url(url))
            }

            /// Adds a credential, in place of an earlier one for the same scheme. Only operations that list the scheme
            /// send it; a [`Credential::signer`]($crate::Credential::signer), which has none, signs all of them.
            pub fn credential(self, credential: $crate::Credential) -> Self {
                Self(self.0.credential(credential))
            }

            /// Lets credentials be sent over plain HTTP to hosts other than this machine, where everyone on the way can
            /// read them. Without it such a call is an error (`is_auth`), and nothing is sent. It holds for token URLs
            /// too.
            pub fn allow_plain_http_credentials(self) -> Self {
                Self(self.0.allow_plain_http_credentials())
            }

            /// Adds a header to every call, in place of an earlier one of that name. What an operation itself sends
            /// under the name goes before it.
            pub fn default_header(
                self,
                name: impl ::core::convert::AsRef<str>,
                value: impl ::core::convert::AsRef<[u8]>,
            ) -> Self {
                Self(self.0.default_header(name, value))
            }

            /// Limits every call as a whole, from connecting to the last byte of the answer, retries and waits
            /// included. A call can set another limit; without either there is none.
            pub fn timeout(self, limit: ::core::time::Duration) -> Self {
                Self(self.0.timeout(limit))
            }

            /// Limits each attempt of a call, from connecting to the last byte of the answer: 60 seconds by default.
            /// `Duration::MAX` takes the limit away. With every piece that is taken of a request's body the limit begins
            /// anew, unless that body is bytes in memory.
            ///
            /// Within it, the default transport takes at most 10 seconds for a connection, unless it is built with another
            /// [`connect_timeout`]($crate::transport::HyperTransportBuilder::connect_timeout).
            pub fn attempt_timeout(self, limit: ::core::time::Duration) -> Self {
                Self(self.0.attempt_timeout(limit))
            }

            /// Limits how long no byte of an answer's body may come: 30 seconds by default. `Duration::MAX` takes the
            /// limit away.
            pub fn read_timeout(self, limit: ::core::time::Duration) -> Self {
                Self(self.0.read_timeout(limit))
            }

            /// Limits the bytes of an answer's body, which is held in memory: 64 MiB by default.
            pub fn max_body_size(self, bytes: usize) -> Self {
                Self(self.0.max_body_size(bytes))
            }

            /// Limits how many redirects an attempt follows: 10 by default, and 0 follows none.
            ///
            /// Only the safe methods (RFC 9110 section 9.2.1) are redirected, by 301, 302, 303, 307 and 308. On the way
            /// to another origin all credentials are left behind, and there is no way from `https` to `http` except to
            /// this machine. A redirect that is not followed is an error whose headers can be read.
            pub fn max_redirects(self, redirects: u32) -> Self {
                Self(self.0.max_redirects(redirects))
            }

            /// Decides which failures are tried again, in place of the default
            /// [`Backoff`]($crate::Backoff); `Backoff::none()` tries nothing again.
            ///
            /// Only calls that may be repeated are: those of an idempotent method (RFC 9110 section 9.2.2), those that
            /// were made so, and those of which certainly nothing was sent. The token requests of
            /// [`OAuth2`]($crate::OAuth2) are tried again by this policy too.
            pub fn retry(self, policy: impl $crate::RetryPolicy) -> Self {
                Self(self.0.retry(policy))
            }

            /// Limits the retries of all clones of this client together: 100 by default.
            ///
            /// Each retry takes one of these, and ten calls that succeed give one back. When none is left, failures are
            /// returned at once.
            pub fn retry_budget(self, retries: u32) -> Self {
                Self(self.0.retry_budget(retries))
            }

            /// Replaces the `User-Agent`, which is the name and version of this crate.
            pub fn user_agent(self, user_agent: impl ::core::convert::Into<::std::string::String>) -> Self {
                Self(self.0.user_agent(user_agent))
            }

            /// Replaces the transport: [`HyperTransport`]($crate::HyperTransport) with settings of its own, such as the
            /// connect timeout, layers around it, or any other cloneable tower service.
            pub fn transport(self, transport: impl $crate::Transport) -> Self {
                Self(self.0.transport(transport))
            }

            /// Checks the settings and builds the client. No connection is opened yet.
            ///
            /// # Errors
            ///
            /// If the base URL is missing or not valid, if a header is not valid, or if TLS cannot be set up; the
            /// error's `is_builder` is then true.
            pub fn build(self) -> ::core::result::Result<$client, $crate::Error> {
                ::core::result::Result::Ok($client { inner: self.0.build()? })
            }
        }
    };
}
