//! What holds for every sequence of failures: retries are safe, bounded, and wait as they are asked to.

use std::future::Future;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use docwright_runtime::testing::{Reply, ScriptedTransport};
use docwright_runtime::{
    Backoff, Body, BoxError, BoxFuture, Bytes, Call, CallOptions as _, Error, RetryPolicy, Transport, http, rt,
};
use http_body_util::Empty;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use tokio::time::Instant;

static OPERATIONS: [rt::Operation; 9] = [
    rt::Operation::get("/"),
    rt::Operation::head("/"),
    rt::Operation::options("/"),
    rt::Operation::trace("/"),
    rt::Operation::put("/"),
    rt::Operation::delete("/"),
    rt::Operation::post("/"),
    rt::Operation::patch("/"),
    rt::Operation::post("/").idempotent(),
];

/// Those of the operations that may be repeated.
const IDEMPOTENT: [bool; 9] = [true, true, true, true, true, true, false, false, true];

const ATTEMPT_LIMIT: Duration = Duration::from_secs(10);

#[derive(Clone, Copy, Debug)]
enum Outcome {
    Status(u16, Option<u64>),
    Refused,
    Broken,
    Silent,
    BodyBroken,
}

#[derive(Clone, Copy, Debug)]
enum Repeat {
    AsTheMethodSays,
    Idempotent,
    Key,
}

#[derive(Clone, Copy, Debug)]
enum Policy {
    Default {
        attempts: u32,
        first: Duration,
        longest: Duration,
    },
    /// Takes every failure for passing, and never gives up.
    Always(Duration),
}

#[derive(Clone, Debug)]
struct Case {
    operation: usize,
    repeat: Repeat,
    is_stream: bool,
    policy: Policy,
    limit: Option<Duration>,
    outcomes: Vec<Outcome>,
}

/// What was seen of a case.
struct Seen {
    /// When each attempt began.
    attempts: Vec<Instant>,
    /// How many requests arrived.
    arrived: usize,
    took: Duration,
    result: Result<(), Error>,
}

impl Outcome {
    fn reply(self) -> Reply {
        match self {
            Self::Status(status, None) => Reply::new(status),
            Self::Status(status, Some(seconds)) => Reply::new(status).header("Retry-After", &seconds.to_string()),
            Self::Refused => Reply::refused(),
            Self::Broken => Reply::broken(),
            Self::Silent => Reply::silent(),
            Self::BodyBroken => Reply::new(200).stream_broken(),
        }
    }
}

impl Case {
    fn may_be_repeated(&self) -> bool {
        !self.is_stream && (IDEMPOTENT[self.operation] || !matches!(self.repeat, Repeat::AsTheMethodSays))
    }

    fn call(&self, client: &rt::Client) -> Call<()> {
        let mut request = rt::Request::new(client, &OPERATIONS[self.operation]);
        if self.is_stream {
            request.stream_as("text/plain", Body::new(Empty::<Bytes>::new()));
        }
        let call = request.empty().attempt_timeout(ATTEMPT_LIMIT).timeout(self.limit.unwrap_or(Duration::MAX));
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

struct Always(Duration);

impl RetryPolicy for Always {
    fn wait(&self, _: &Error) -> Option<Duration> {
        Some(self.0)
    }
}

/// Notes when it is asked to send.
#[derive(Clone)]
struct Timed(ScriptedTransport, Arc<Mutex<Vec<Instant>>>);

impl Transport for Timed {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, BoxError>> {
        self.1.lock().unwrap().push(Instant::now());
        self.0.send(request)
    }
}

fn on_paused_clock<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap().block_on(future)
}

fn run(case: &Case) -> Seen {
    let replies = case.outcomes.iter().map(|outcome| outcome.reply()).chain([Reply::new(200)]);
    let script = replies.fold(ScriptedTransport::new(), ScriptedTransport::then);
    let transport = Timed(script.clone(), Arc::default());
    let client = rt::ClientBuilder::new("http://127.0.0.1", "test").transport(transport.clone()).build().unwrap();
    on_paused_clock(async {
        let start = Instant::now();
        let result = case.call(&client).await;
        let attempts = transport.1.lock().unwrap().clone();
        Seen { attempts, arrived: script.requests().len(), took: start.elapsed(), result }
    })
}

fn outcome() -> impl Strategy<Value = Outcome> {
    let statuses = vec![200, 204, 400, 404, 408, 429, 500, 501, 502, 503, 504];
    prop_oneof![
        6 => (prop::sample::select(statuses), option::weighted(0.3, 0_u64..12)).prop_map(|(s, r)| Outcome::Status(s, r)),
        1 => Just(Outcome::Refused),
        1 => Just(Outcome::Broken),
        1 => Just(Outcome::Silent),
        1 => Just(Outcome::BodyBroken),
    ]
}

fn policy() -> impl Strategy<Value = Policy> {
    let millis = |most: u64| (0..most).prop_map(Duration::from_millis);
    prop_oneof![
        3 => (0_u32..7, millis(5_000), millis(10_000))
            .prop_map(|(attempts, first, longest)| Policy::Default { attempts, first, longest }),
        1 => millis(5_000).prop_map(Policy::Always),
    ]
}

fn case() -> impl Strategy<Value = Case> {
    let repeat = prop_oneof![2 => Just(Repeat::AsTheMethodSays), 1 => Just(Repeat::Idempotent), 1 => Just(Repeat::Key)];
    let limit = option::weighted(0.3, (1_u64..40).prop_map(Duration::from_secs));
    (0..OPERATIONS.len(), repeat, prop::bool::weighted(0.2), policy(), limit, vec(outcome(), 0..8)).prop_map(
        |(operation, repeat, is_stream, policy, limit, outcomes)| Case {
            operation,
            repeat,
            is_stream,
            policy,
            limit,
            outcomes,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_must_not_be_repeated_arrives_at_most_once(case in case()) {
        let seen = run(&case);
        if !case.may_be_repeated() {
            prop_assert!(seen.arrived <= 1);
        }
        if case.is_stream {
            prop_assert_eq!(seen.attempts.len(), 1);
        }
    }

    #[test]
    fn attempts_are_counted_and_stay_within_the_policy(case in case()) {
        let seen = run(&case);
        if let Err(error) = &seen.result {
            prop_assert_eq!(error.attempts() as usize, seen.attempts.len());
        }
        if let Policy::Default { attempts, .. } = case.policy {
            prop_assert!(seen.attempts.len() <= attempts.max(1) as usize);
        }
    }

    #[test]
    fn a_call_ends_in_time(case in case()) {
        let seen = run(&case);
        let longest = match case.policy {
            Policy::Default { longest, .. } => longest,
            Policy::Always(wait) => wait,
        };
        // Timers of Tokio tick once in a millisecond.
        let tick = Duration::from_millis(2);
        let attempts = u32::try_from(seen.attempts.len()).unwrap();
        prop_assert!(seen.took <= (ATTEMPT_LIMIT + tick) * attempts + (longest + tick) * (attempts - 1));
        if let Some(limit) = case.limit {
            prop_assert!(seen.took <= limit + tick);
        }
    }

    #[test]
    fn a_wait_that_the_server_asks_for_is_kept(case in case()) {
        let seen = run(&case);
        let Policy::Default { longest, .. } = case.policy else { return Ok(()) };
        for (pair, outcome) in seen.attempts.windows(2).zip(&case.outcomes) {
            let waited = pair[1] - pair[0];
            if let Outcome::Status(_, Some(seconds)) = outcome {
                let asked = Duration::from_secs(*seconds);
                prop_assert!(asked <= longest && waited >= asked);
            }
            if let Outcome::Status(..) | Outcome::Refused | Outcome::Broken | Outcome::BodyBroken = outcome {
                prop_assert!(waited <= longest + Duration::from_millis(2));
            }
        }
    }

    #[test]
    fn a_failure_that_may_pass_is_not_given_up_early(case in case()) {
        let seen = run(&case);
        let Policy::Default { attempts, .. } = case.policy else { return Ok(()) };
        let is_passing = |outcome: &Outcome| !matches!(outcome, Outcome::Status(200 | 204 | 400 | 404 | 501, _));
        let asks = |outcome: &Outcome| matches!(outcome, Outcome::Status(_, Some(_)));
        let failures = case.outcomes.iter().take_while(|outcome| is_passing(outcome) && !asks(outcome)).count();
        if case.may_be_repeated() && case.limit.is_none() {
            prop_assert!(seen.attempts.len() >= (failures + 1).min(attempts.max(1) as usize));
        }
    }

    #[test]
    fn a_budget_bounds_the_retries_of_many_calls(
        budget in 0_u32..20,
        calls in vec(vec(prop::bool::weighted(0.6), 0..5), 1..60),
    ) {
        let script = ScriptedTransport::new();
        let client = rt::ClientBuilder::new("http://127.0.0.1", "test").transport(script.clone()).retry_budget(budget);
        let client = client.retry(Always(Duration::ZERO)).build().unwrap();
        let mut successes = 0;
        on_paused_clock(async {
            for failures in &calls {
                // A call that gives up leaves replies behind, which the next one gets.
                let replies = failures.iter().take_while(|fails| **fails).map(|_| Reply::new(503));
                replies.chain([Reply::new(200)]).fold(script.clone(), ScriptedTransport::then);
                successes += usize::from(rt::Request::new(&client, &OPERATIONS[0]).empty().await.is_ok());
            }
        });
        let retries = script.requests().len() - calls.len();
        prop_assert!(retries <= budget as usize + successes / 10);
    }
}
