//! Which of the available credentials an operation sends.

use super::{Credential, Scheme};

/// What the docs say about the schemes of an operation.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Security {
    /// The schemes are listed, but the docs do not tell "and" from "or" from "optional".
    Listed(&'static [&'static Scheme]),
    /// Alternatives, each a combination of schemes (OpenAPI 3.1 section 4.8.30).
    Exactly(&'static [&'static [&'static Scheme]]),
}

/// The credentials to send, in documented order.
///
/// Of listed schemes, all that have a credential; of exact alternatives, the first that is complete. With none the call
/// goes out anonymously: the docs may be stricter than the server, and the server's refusal says more than ours.
pub(crate) fn select<'c>(
    security: Security,
    available: impl Fn(&Scheme) -> Option<&'c Credential>,
) -> Vec<&'c Credential> {
    match security {
        Security::Listed(schemes) => schemes.iter().filter_map(|scheme| available(scheme)).collect(),
        Security::Exactly(alternatives) => alternatives
            .iter()
            .find_map(|schemes| schemes.iter().map(|scheme| available(scheme)).collect())
            .unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Credentials;
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
        let selected = select(security, |scheme| credentials.get(Some(scheme)));
        let names: Vec<_> = selected.iter().map(|credential| credential.name()).collect();
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
