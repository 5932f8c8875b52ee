//! Which of the available credentials an operation sends.

use super::Scheme;

/// What the docs say about the schemes of an operation.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Security {
    /// The schemes are listed, but the docs do not tell "and" from "or" from "optional".
    Listed(&'static [&'static Scheme]),
    /// Alternatives, each a combination of schemes (OpenAPI 3.1 section 4.8.30).
    Exactly(&'static [&'static [&'static Scheme]]),
}

/// The schemes whose credentials are to be sent, those that there are, in documented order.
///
/// All that are listed; of exact alternatives, the first that is complete. With no credential the call goes out
/// anonymously: the docs may be stricter than the server, and the server's refusal says more than ours.
pub(crate) fn select(security: Security, has: impl Fn(&Scheme) -> bool) -> &'static [&'static Scheme] {
    match security {
        Security::Listed(schemes) => schemes,
        Security::Exactly(alternatives) => {
            let complete = alternatives.iter().find(|schemes| schemes.iter().all(|scheme| has(scheme)));
            complete.copied().unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Credential, Credentials};
    use super::*;

    static A: Scheme = Scheme::bearer("a");
    static B: Scheme = Scheme::basic("b");
    static C: Scheme = Scheme::bearer("c");
    /// Another static of the same name, as two generated modules may hold.
    static A_AGAIN: Scheme = Scheme::bearer("a");

    #[track_caller]
    fn check(security: Security, held: &[&'static Scheme], expected: &[&str]) {
        let mut credentials = Credentials::default();
        held.iter().for_each(|scheme| credentials.set(Credential::secret(scheme, "x".into())));
        let selected = select(security, |scheme| credentials.get(Some(scheme)).is_some());
        let names: Vec<_> =
            selected.iter().filter_map(|scheme| credentials.get(Some(scheme))).map(Credential::name).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn every_listed_scheme_is_sent() {
        static BOTH: Security = Security::Listed(&[&A, &B]);
        check(BOTH, &[&B, &A], &["a", "b"]);
        check(BOTH, &[&B], &["b"]);
        check(BOTH, &[&A_AGAIN], &["a"]);
    }

    #[test]
    fn an_unlisted_scheme_is_not_sent() {
        static ONE: Security = Security::Listed(&[&A]);
        check(ONE, &[&C], &[]);
        check(Security::Listed(&[]), &[&A, &B, &C], &[]);
    }

    #[test]
    fn the_first_complete_alternative_is_sent() {
        static EITHER: Security = Security::Exactly(&[&[&A, &B], &[&C]]);
        static NONE_OR_ONE: Security = Security::Exactly(&[&[], &[&A]]);
        check(EITHER, &[&A, &B, &C], &["a", "b"]);
        check(EITHER, &[&A, &C], &["c"]);
        check(EITHER, &[&A], &[]);
        check(Security::Exactly(&[]), &[&A], &[]);
        check(NONE_OR_ONE, &[&A], &[]);
    }
}
