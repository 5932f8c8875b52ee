//! Which requests a call is made of, said once more in the plainest way.

use super::case::{Case, Outcome};

/// A request that goes out.
pub(super) struct Sending {
    /// Where it goes.
    pub(super) address: String,
    /// Of which attempt it is a part; the first is 1.
    pub(super) attempt: u32,
    pub(super) outcome: Outcome,
    /// Whether it is the one before it once more, with another secret.
    pub(super) is_replay: bool,
    /// Whether it carries a secret.
    pub(super) is_authorised: bool,
}

/// The requests of the first attempts of a call. The first success ends it, however many there might be.
pub(super) fn sendings(case: &Case, attempts: u32) -> Vec<Sending> {
    let mut sendings = Vec::new();
    let mut was_refused = false;
    for attempt in 1..=attempts {
        let mut address = "http://127.0.0.1/".to_owned();
        let (mut redirects, mut is_foreign, mut is_replay) = (0, false, false);
        loop {
            let number = sendings.len();
            let outcome = case.outcomes.get(number).copied().unwrap_or(Outcome::Status(200, None));
            let is_authorised = case.renewable.is_some() && !is_foreign;
            sendings.push(Sending { address: address.clone(), attempt, outcome, is_replay, is_authorised });
            is_replay = false;
            match outcome {
                Outcome::Status(200 | 204, _) => return sendings,
                Outcome::Status(401, _) if is_authorised && !was_refused => {
                    was_refused = true;
                    is_replay = case.renewable == Some(true) && case.is_replayable();
                    if !is_replay {
                        break;
                    }
                }
                Outcome::Redirect(_, target) if case.is_safe() && case.is_replayable() => {
                    let next = target.address(number).filter(|_| redirects < case.redirects);
                    let Some(next) = next else { break };
                    redirects += 1;
                    is_foreign |= !next.starts_with("http://127.0.0.1/");
                    address = next;
                }
                _ => break,
            }
        }
    }
    sendings
}
