//! A call, what comes of each of its requests, and what is seen of it.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use docwright_runtime::testing::{Reply, ScriptedTransport};
use docwright_runtime::{
    Backoff, Body, BoxError, BoxFuture, Bytes, Call, CallOptions as _, CredentialProvider, Error, ProviderContext,
    RetryPolicy, Secret, Transport, http, rt,
};
use http_body_util::Empty;
use tokio::time::Instant;

static SCHEME: rt::Scheme = rt::Scheme::bearer("token");

static OPERATIONS: [rt::Operation; 11] = [
    rt::Operation::get("/").security(&[&SCHEME]),
    rt::Operation::head("/").security(&[&SCHEME]),
    rt::Operation::options("/").security(&[&SCHEME]),
    rt::Operation::trace("/").security(&[&SCHEME]),
    rt::Operation::get("/").not_idempotent().security(&[&SCHEME]),
    rt::Operation::put("/").security(&[&SCHEME]),
    rt::Operation::delete("/").security(&[&SCHEME]),
    rt::Operation::post("/").idempotent().security(&[&SCHEME]),
    rt::Operation::put("/").not_idempotent().security(&[&SCHEME]),
    rt::Operation::post("/").security(&[&SCHEME]),
    rt::Operation::patch("/").security(&[&SCHEME]),
];

/// Those of the operations that may be repeated.
const IDEMPOTENT: [bool; OPERATIONS.len()] = [true, true, true, true, false, true, true, true, false, false, false];

/// The first of them are redirected.
const SAFE: usize = 5;

pub(super) const OPERATION_COUNT: usize = OPERATIONS.len();

pub(super) const ATTEMPT_LIMIT: Duration = Duration::from_secs(10);

#[derive(Clone, Copy, Debug)]
pub(super) enum Outcome {
    Status(u16, Option<u64>),
    Redirect(u16, Target),
    Refused,
    Broken,
    Silent,
    BodyBroken,
}

/// Where a redirect leads: always to an address of its own.
#[derive(Clone, Copy, Debug)]
pub(super) enum Target {
    Same,
    Foreign,
    Nowhere,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Repeat {
    AsTheMethodSays,
    Idempotent,
    Key,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Payload {
    Nothing,
    Bytes,
    /// A stream that can be made again.
    Anew,
    /// A stream that cannot.
    Once,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Policy {
    Default {
        attempts: u32,
        first: Duration,
        longest: Duration,
    },
    /// Takes every failure for passing, and never gives up.
    Always(Duration),
}

#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) operation: usize,
    pub(super) repeat: Repeat,
    pub(super) payload: Payload,
    /// Whether there is a credential, and whether its provider has hope after a refusal.
    pub(super) renewable: Option<bool>,
    pub(super) redirects: u32,
    pub(super) policy: Policy,
    pub(super) limit: Option<Duration>,
    /// What comes of each request; after these all is well.
    pub(super) outcomes: Vec<Outcome>,
}

/// What was seen of a case.
pub(super) struct Seen {
    /// The requests that went out, whether or not they arrived: when, and to which address.
    pub(super) sent: Vec<(Instant, String)>,
    /// The addresses of those that arrived.
    pub(super) arrived: Vec<String>,
    /// How many secrets the provider has fetched.
    pub(super) fetched: usize,
    /// How often it was told of a refusal.
    pub(super) told: usize,
    pub(super) took: Duration,
    pub(super) result: Result<(), Error>,
}

impl Outcome {
    fn reply(self, number: usize) -> Reply {
        match self {
            Self::Status(status, None) => Reply::new(status),
            Self::Status(status, Some(seconds)) => Reply::new(status).header("Retry-After", &seconds.to_string()),
            Self::Redirect(status, target) => match target.address(number) {
                Some(address) => Reply::new(status).header("Location", &address),
                None => Reply::new(status),
            },
            Self::Refused => Reply::refused(),
            Self::Broken => Reply::broken(),
            Self::Silent => Reply::silent(),
            Self::BodyBroken => Reply::new(200).stream_broken(),
        }
    }
}

impl Target {
    /// The address to which the outcome of this number leads.
    pub(super) fn address(self, number: usize) -> Option<String> {
        match self {
            Self::Same => Some(format!("http://127.0.0.1/{number}")),
            Self::Foreign => Some(format!("http://other.example/{number}")),
            Self::Nowhere => None,
        }
    }
}

impl Case {
    /// Whether the call as a whole may be sent again after a server may have seen it.
    pub(super) fn may_be_repeated(&self) -> bool {
        self.is_replayable() && (IDEMPOTENT[self.operation] || !matches!(self.repeat, Repeat::AsTheMethodSays))
    }

    pub(super) fn is_replayable(&self) -> bool {
        !matches!(self.payload, Payload::Once)
    }

    pub(super) fn is_safe(&self) -> bool {
        self.operation < SAFE
    }

    /// Sends it on a clock of its own.
    pub(super) fn run(&self) -> Seen {
        let replies = self.outcomes.iter().enumerate().map(|(number, outcome)| outcome.reply(number));
        let script = replies.chain([Reply::new(200)]).fold(ScriptedTransport::new(), ScriptedTransport::then);
        let transport = Timed(script.clone(), Arc::default());
        let counts = Arc::new(Counts::default());
        let builder = rt::ClientBuilder::new("http://127.0.0.1", "test").transport(transport.clone());
        let builder = match self.renewable {
            Some(hopes) => builder.credential(rt::provided(&SCHEME, Provider { hopes, counts: Arc::clone(&counts) })),
            None => builder,
        };
        let client = builder.build().unwrap();
        super::on_paused_clock(async {
            let start = Instant::now();
            let result = self.call(&client).await;
            Seen {
                took: start.elapsed(),
                sent: transport.1.lock().unwrap().clone(),
                arrived: script.requests().iter().map(|sent| sent.uri.to_string()).collect(),
                fetched: *counts.fetched.lock().unwrap(),
                told: *counts.told.lock().unwrap(),
                result,
            }
        })
    }

    fn call(&self, client: &rt::Client) -> Call<()> {
        let mut request = rt::Request::new(client, &OPERATIONS[self.operation]);
        match self.payload {
            Payload::Nothing => {}
            Payload::Bytes => request.body_as("text/plain", "bytes"),
            Payload::Anew => request.body_as("text/plain", Body::from_fn(|| Body::new(Empty::<Bytes>::new()))),
            Payload::Once => request.body_as("text/plain", Body::new(Empty::<Bytes>::new())),
        }
        let call = request.empty().attempt_timeout(ATTEMPT_LIMIT).timeout(self.limit.unwrap_or(Duration::MAX));
        let call = call.max_redirects(self.redirects);
        let call = match self.repeat {
            Repeat::AsTheMethodSays => call,
            Repeat::Idempotent => call.idempotent(),
            Repeat::Key => call.idempotency_key("key"),
        };
        match self.policy {
            Policy::Default { attempts, first, longest } => {
                call.retry(Backoff::new().attempts(attempts).first_wait(first).longest_wait(longest))
            }
            Policy::Always(wait) => call.retry(Always(wait)),
        }
    }
}

pub(super) struct Always(pub(super) Duration);

impl RetryPolicy for Always {
    fn wait(&self, _: &Error) -> Option<Duration> {
        Some(self.0)
    }
}

/// Notes what it is asked to send, and when.
#[derive(Clone)]
struct Timed(ScriptedTransport, Arc<Mutex<Vec<(Instant, String)>>>);

impl Transport for Timed {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, BoxError>> {
        self.1.lock().unwrap().push((Instant::now(), request.uri().to_string()));
        self.0.send(request)
    }
}

/// Keeps a secret until it is refused, if it has hope that another one is better.
struct Provider {
    hopes: bool,
    counts: Arc<Counts>,
}

#[derive(Default)]
struct Counts {
    held: Mutex<Option<Secret>>,
    fetched: Mutex<usize>,
    told: Mutex<usize>,
}

impl CredentialProvider for Provider {
    fn secret(self: Arc<Self>, _: ProviderContext) -> BoxFuture<Result<Secret, BoxError>> {
        let mut held = self.counts.held.lock().unwrap();
        let secret = held.get_or_insert_with(|| {
            *self.counts.fetched.lock().unwrap() += 1;
            Secret::new("s")
        });
        let secret = secret.clone();
        Box::pin(async { Ok(secret) })
    }

    fn refused(&self, _: &Secret) -> bool {
        *self.counts.told.lock().unwrap() += 1;
        if self.hopes {
            *self.counts.held.lock().unwrap() = None;
        }
        self.hopes
    }
}
