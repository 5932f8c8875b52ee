//! What holds for every sequence of failures: retries are safe, bounded, and wait as they are asked to.

mod case;
mod expected;

use std::collections::HashSet;
use std::future::Future;
use std::time::Duration;

use docwright_runtime::rt;
use docwright_runtime::testing::{Reply, ScriptedTransport};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use tokio::time::Instant;

use case::{ATTEMPT_LIMIT, Always, Case, OPERATION_COUNT, Outcome, Payload, Policy, Repeat, Seen, Target};
use expected::{Sending, sendings};

impl Seen {
    /// What the call should have been made of: as many attempts as it says, or those up to its success.
    fn expected(&self, case: &Case) -> Vec<Sending> {
        sendings(case, self.result.as_ref().map_or_else(|error| error.attempts(), |()| u32::MAX))
    }

    /// When each attempt began, and what came of the last request of it.
    fn attempts(&self, case: &Case) -> Vec<(Instant, Outcome)> {
        let expected = self.expected(case);
        let attempts = expected.chunk_by(|one, next| one.attempt == next.attempt);
        let mut first = 0;
        let attempt = |requests: &[Sending]| {
            let began = self.sent[first].0;
            first += requests.len();
            (began, requests[requests.len() - 1].outcome)
        };
        attempts.map(attempt).collect()
    }
}

fn on_paused_clock<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap().block_on(future)
}

fn outcome() -> impl Strategy<Value = Outcome> {
    let statuses = vec![200, 204, 400, 404, 408, 429, 500, 501, 502, 503, 504];
    let targets = prop_oneof![4 => Just(Target::Same), 2 => Just(Target::Foreign), 1 => Just(Target::Nowhere)];
    prop_oneof![
        6 => (prop::sample::select(statuses), option::weighted(0.3, 0_u64..12)).prop_map(|(s, r)| Outcome::Status(s, r)),
        3 => Just(Outcome::Status(401, None)),
        3 => (prop::sample::select(vec![301, 302, 303, 307, 308]), targets).prop_map(|(s, t)| Outcome::Redirect(s, t)),
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
    let payload = prop_oneof![Just(Payload::Nothing), Just(Payload::Bytes), Just(Payload::Anew), Just(Payload::Once)];
    let call = (0..OPERATION_COUNT, repeat, payload, option::weighted(0.8, prop::bool::weighted(0.7)));
    let limit = option::weighted(0.3, (1_u64..40).prop_map(Duration::from_secs));
    (call, policy(), limit, 0_u32..4, vec(outcome(), 0..8)).prop_map(
        |((operation, repeat, payload, renewable), policy, limit, redirects, outcomes)| Case {
            operation,
            repeat,
            payload,
            renewable,
            redirects,
            policy,
            limit,
            outcomes,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_must_not_be_repeated_arrives_once_and_once_more_only_with_another_secret(case in case()) {
        let seen = case.run();
        let arrives = |sending: &&Sending| sending.is_replay && !matches!(sending.outcome, Outcome::Refused);
        let replays = seen.expected(&case).iter().filter(arrives).count();
        if !case.may_be_repeated() {
            // A redirect leads to another address, so what arrives twice at one was sent twice.
            let repeats = seen.arrived.len() - seen.arrived.iter().collect::<HashSet<_>>().len();
            prop_assert_eq!(repeats, replays);
            prop_assert!(replays <= usize::from(case.renewable == Some(true)));
            if !case.is_safe() {
                prop_assert!(seen.arrived.len() <= 1 + replays);
            }
        }
        if !case.is_replayable() {
            prop_assert_eq!(seen.sent.len(), 1);
        }
    }

    #[test]
    fn every_request_that_goes_out_has_its_reason(case in case()) {
        let seen = case.run();
        let expected = seen.expected(&case);
        let addresses = |sendings: &[&Sending]| sendings.iter().map(|sending| sending.address.clone()).collect::<Vec<_>>();
        let sent: Vec<_> = seen.sent.iter().map(|(_, address)| address.clone()).collect();
        prop_assert_eq!(sent, addresses(&expected.iter().collect::<Vec<_>>()));
        let arrive = |sending: &&Sending| !matches!(sending.outcome, Outcome::Refused);
        prop_assert_eq!(&seen.arrived, &addresses(&expected.iter().filter(arrive).collect::<Vec<_>>()));
        if !case.may_be_repeated() {
            // All that arrives is of one attempt, which is the last.
            let attempts: HashSet<_> = expected.iter().filter(arrive).map(|sending| sending.attempt).collect();
            prop_assert!(attempts.is_empty() || attempts == HashSet::from([expected[expected.len() - 1].attempt]));
        }
    }

    #[test]
    fn a_refusal_causes_at_most_one_refresh_and_one_replay(case in case()) {
        let seen = case.run();
        let expected = seen.expected(&case);
        let is_refusal = |sending: &&Sending| sending.is_authorised && matches!(sending.outcome, Outcome::Status(401, _));
        prop_assert_eq!(seen.told, expected.iter().filter(is_refusal).count().min(1));
        let refreshes = seen.fetched.saturating_sub(1);
        prop_assert!(refreshes <= usize::from(seen.told == 1 && case.renewable == Some(true)));
        let redirects = expected.iter().filter(|sending| matches!(sending.outcome, Outcome::Redirect(..))).count();
        prop_assert!(seen.sent.len() <= seen.attempts(&case).len() + redirects + refreshes);
    }

    #[test]
    fn attempts_stay_within_the_policy(case in case()) {
        let seen = case.run();
        if let Policy::Default { attempts, .. } = case.policy {
            prop_assert!(seen.attempts(&case).len() <= attempts.max(1) as usize);
        }
    }

    #[test]
    fn a_call_ends_in_time(case in case()) {
        let seen = case.run();
        let longest = match case.policy {
            Policy::Default { longest, .. } => longest,
            Policy::Always(wait) => wait,
        };
        // Timers of Tokio tick once in a millisecond.
        let tick = Duration::from_millis(2);
        let attempts = u32::try_from(seen.attempts(&case).len()).unwrap();
        prop_assert!(seen.took <= (ATTEMPT_LIMIT + tick) * attempts + (longest + tick) * (attempts - 1));
        if let Some(limit) = case.limit {
            prop_assert!(seen.took <= limit + tick);
        }
    }

    #[test]
    fn a_wait_that_the_server_asks_for_is_kept(case in case()) {
        let seen = case.run();
        let Policy::Default { longest, .. } = case.policy else { return Ok(()) };
        for pair in seen.attempts(&case).windows(2) {
            let [(began, outcome), (next, _)] = pair else { unreachable!() };
            let waited = *next - *began;
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
        let seen = case.run();
        let Policy::Default { attempts, .. } = case.policy else { return Ok(()) };
        let is_passing = |outcome: &Outcome| !matches!(outcome, Outcome::Status(200 | 204 | 400 | 401 | 404 | 501, _) | Outcome::Redirect(..));
        let asks = |outcome: &Outcome| matches!(outcome, Outcome::Status(_, Some(_)));
        let failures = case.outcomes.iter().take_while(|outcome| is_passing(outcome) && !asks(outcome)).count();
        if case.may_be_repeated() && case.limit.is_none() {
            prop_assert!(seen.attempts(&case).len() >= (failures + 1).min(attempts.max(1) as usize));
        }
    }

    #[test]
    fn a_budget_bounds_the_retries_of_many_calls(
        budget in 0_u32..20,
        calls in vec(vec(prop::bool::weighted(0.6), 0..5), 1..60),
    ) {
        static OPERATION: rt::Operation = rt::Operation::get("/");
        let script = ScriptedTransport::new();
        let client = rt::ClientBuilder::new("http://127.0.0.1", "test").transport(script.clone()).retry_budget(budget);
        let client = client.retry(Always(Duration::ZERO)).build().unwrap();
        let mut successes = 0;
        on_paused_clock(async {
            for failures in &calls {
                // A call that gives up leaves replies behind, which the next one gets.
                let replies = failures.iter().take_while(|fails| **fails).map(|_| Reply::new(503));
                replies.chain([Reply::new(200)]).fold(script.clone(), ScriptedTransport::then);
                successes += usize::from(rt::Request::new(&client, &OPERATION).empty().await.is_ok());
            }
        });
        let retries = script.requests().len() - calls.len();
        prop_assert!(retries <= budget as usize + successes / 10);
    }
}
