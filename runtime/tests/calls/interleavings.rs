//! Calls that begin, wait, give up and are refused in every order, on a paused clock.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use docwright_runtime::{CallOptions as _, Error};
use proptest::collection::vec;
use proptest::prelude::*;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

use crate::generated::auth;
use crate::scripted::{Reply, Scripted, header, is_token_request, ok, token, unauthorized};

/// What one run is made of; times are in milliseconds.
#[derive(Clone, Debug)]
struct Plan {
    /// When each call begins, and how long it waits.
    calls: Vec<(u64, Option<u64>)>,
    /// What the token server does, over and over: how long it takes, and whether it then fails.
    tokens: Vec<(u64, bool)>,
    /// How long each token is valid, in seconds.
    lifetime: u64,
    /// How long the API looks at a token, and at which times it revokes all that were issued until then.
    latency: u64,
    revocations: Vec<u64>,
}

fn plans() -> impl Strategy<Value = Plan> {
    let calls = vec((0..20_000_u64, prop::option::of(0..3_000_u64)), 1..40);
    let tokens = vec((0..1_500_u64, prop::bool::weighted(0.2)), 1..5);
    let revocations = vec(0..20_000_u64, 0..4);
    (calls, tokens, 2..10_u64, 0..1_000_u64, revocations).prop_map(|(calls, tokens, lifetime, latency, revocations)| {
        Plan { calls, tokens, lifetime, latency, revocations }
    })
}

/// What the two servers know, and what they saw that must not be.
#[derive(Default)]
struct Seen {
    token_requests: usize,
    failures: usize,
    is_token_request_under_way: bool,
    /// When each token was issued, and whether the API refused it.
    issued: Vec<(Instant, bool)>,
    wrong: Vec<&'static str>,
}

struct Servers {
    plan: Plan,
    begun: Instant,
    seen: Mutex<Seen>,
}

impl Servers {
    async fn answer(self: Arc<Self>, request: String) -> Reply {
        if is_token_request(&request) { self.issue().await } else { self.judge(&request).await }
    }

    async fn issue(&self) -> Reply {
        let asked = Instant::now();
        let (wait, fails) = self.begin_to_issue(asked);
        sleep(wait).await;
        let mut seen = self.seen.lock().unwrap();
        seen.is_token_request_under_way = false;
        if fails {
            seen.failures += 1;
            return (503, String::new());
        }
        // Its lifetime counts from when it was asked for, so that a late answer shows.
        seen.issued.push((asked, false));
        token(&(seen.issued.len() - 1).to_string(), self.plan.lifetime)
    }

    fn begin_to_issue(&self, now: Instant) -> (Duration, bool) {
        let mut seen = self.seen.lock().unwrap();
        if seen.is_token_request_under_way {
            seen.wrong.push("two token requests at once");
        }
        seen.is_token_request_under_way = true;
        // A token is renewed a tenth of its lifetime early.
        let used = Duration::from_millis(self.plan.lifetime * 900);
        if seen.issued.last().is_some_and(|(issued, refused)| !refused && now < *issued + used) {
            seen.wrong.push("a token request although the last token is good");
        }
        let (wait, fails) = self.plan.tokens[seen.token_requests % self.plan.tokens.len()];
        seen.token_requests += 1;
        (Duration::from_millis(wait), fails)
    }

    async fn judge(&self, request: &str) -> Reply {
        let number: usize = header(request, "authorization").unwrap().strip_prefix("Bearer ").unwrap().parse().unwrap();
        let issued = {
            let mut seen = self.seen.lock().unwrap();
            let issued = seen.issued[number].0;
            if Instant::now() >= issued + Duration::from_secs(self.plan.lifetime) {
                seen.wrong.push("an expired token is sent");
            }
            issued
        };
        sleep(Duration::from_millis(self.plan.latency)).await;
        let now = Instant::now();
        let mut revoked = self.plan.revocations.iter().map(|at| self.begun + Duration::from_millis(*at));
        if revoked.any(|at| issued <= at && at <= now) {
            self.seen.lock().unwrap().issued[number].1 = true;
            return unauthorized();
        }
        ok()
    }
}

async fn run(plan: Plan) -> Result<(), TestCaseError> {
    let begun = Instant::now();
    let servers = Arc::new(Servers { plan: plan.clone(), begun, seen: Mutex::default() });
    let answering = Arc::clone(&servers);
    let scripted = Scripted::new(move |request| Arc::clone(&answering).answer(request));
    let client = scripted.client(|builder| builder.credential(auth::oauth_client_credentials("id", "secret")));
    let mut tasks = JoinSet::new();
    for (number, (start, limit)) in plan.calls.iter().copied().enumerate() {
        let call = client.keys().list().trace(&number.to_string());
        tasks.spawn(async move {
            sleep(Duration::from_millis(start)).await;
            match limit {
                Some(limit) => call.timeout(Duration::from_millis(limit)).await.map(drop),
                None => call.await.map(drop),
            }
        });
    }
    let Ok(results) = timeout(Duration::from_secs(3600), tasks.join_all()).await else {
        return Err(TestCaseError::fail("a call never ends"));
    };
    let seen = servers.seen.lock().unwrap();
    prop_assert_eq!(&seen.wrong, &Vec::<&str>::new());
    let count = |is: fn(&Error) -> bool| results.iter().filter(|result| result.as_ref().is_err_and(is)).count();
    prop_assert!(count(Error::is_auth) == 0 || seen.failures > 0);
    prop_assert_eq!(count(|error| !error.is_auth() && !error.is_status() && !error.is_timeout()), 0);
    for number in 0..plan.calls.len() {
        let number = number.to_string();
        let attempts = scripted.sent().iter().filter(|request| header(request, "x-trace") == Some(&number)).count();
        prop_assert!(attempts <= 2, "call {number} was sent {attempts} times");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_calls_asks_for_a_token_needlessly_or_waits_for_ever(plan in plans()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        runtime.block_on(run(plan))?;
    }
}
