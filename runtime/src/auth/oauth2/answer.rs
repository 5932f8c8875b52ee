//! What a token server answers (RFC 6749 sections 5.1 and 5.2).

use std::time::Duration;

use http::StatusCode;
use serde_json::Value;
use tokio::time::Instant;

use super::settings::Grant;
use super::{Secret, TokenError};

/// An access token, and what renews it.
#[derive(Clone)]
pub(super) struct Token {
    pub(super) secret: Secret,
    pub(super) refresh_token: Option<Secret>,
    /// Until when it is used; `None` if only the server will tell.
    until: Option<Instant>,
}

/// How long before its end a token is renewed, at most.
const EARLY: Duration = Duration::from_secs(30);

/// More characters of what a server says are cut off.
const LONGEST_TEXT: usize = 500;

impl Token {
    pub(super) fn is_fresh(&self, now: Instant) -> bool {
        self.until.is_none_or(|until| now < until)
    }

    /// What is kept of an answer to a grant: a refresh token that was not replaced stays in force (RFC 6749 section 6),
    /// and client credentials need none (section 4.4.3).
    pub(super) fn after(mut self, grant: &Grant) -> Self {
        self.refresh_token = match grant {
            Grant::ClientCredentials => None,
            Grant::Password(_) => self.refresh_token,
            Grant::RefreshToken(sent) => self.refresh_token.or_else(|| Some(sent.clone())),
        };
        self
    }
}

/// Reads an answer to a request that began at `begun`; `redact` takes secrets out of what is shown. Servers that answer
/// 200 with an error are understood too.
pub(super) fn read(
    status: StatusCode,
    body: &[u8],
    begun: Instant,
    redact: &dyn Fn(&str) -> String,
) -> Result<Token, TokenError> {
    let answer: Value = serde_json::from_slice(body).unwrap_or_default();
    let text = |name: &str| answer[name].as_str().filter(|text| !text.is_empty());
    if let Some(code) = text("error") {
        let shown = |text: &str| one_line(&redact(text));
        return Err(TokenError::refused(status, shown(code), text("error_description").map(shown)));
    }
    if !status.is_success() {
        return Err(TokenError::answered(status, format!("the token server answered {status}")));
    }
    let Some(token) = text("access_token") else {
        let message = "the answer of the token server is not as in RFC 6749 section 5.1";
        return Err(TokenError::answered(status, message.to_owned()));
    };
    // Section 7.1: a token of an unknown type must not be used. Some servers name none.
    if text("token_type").is_some_and(|kind| !kind.eq_ignore_ascii_case("bearer")) {
        let message = "the token server gave a token of another type than `Bearer`";
        return Err(TokenError::answered(status, message.to_owned()));
    }
    let lifetime = lifetime(&answer["expires_in"]);
    Ok(Token {
        secret: Secret::new(token),
        refresh_token: text("refresh_token").map(Secret::from),
        until: lifetime.and_then(|lifetime| begun.checked_add(lifetime - EARLY.min(lifetime / 10))),
    })
}

/// A text of the server as it may stand in a log.
fn one_line(text: &str) -> String {
    text.chars().take(LONGEST_TEXT).map(|character| if character.is_control() { ' ' } else { character }).collect()
}

/// Seconds. Some servers write them as a string or with a fraction; what is no number says nothing.
fn lifetime(value: &Value) -> Option<Duration> {
    let seconds = match value {
        Value::String(text) => text.trim().parse().ok()?,
        value => value.as_f64()?,
    };
    Duration::try_from_secs_f64(seconds.max(0.0)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads an answer and returns its token, how long it is used, and its refresh token.
    #[track_caller]
    fn check(status: u16, body: &str, expected: &str) {
        let begun = Instant::now();
        let text = match read(StatusCode::from_u16(status).unwrap(), body.as_bytes(), begun, &|text| {
            text.replace("s3cret", "[redacted]")
        }) {
            Err(error) => error.to_string(),
            Ok(token) => {
                let used = token.until.map(|until| until - begun);
                format!("{} {used:?} {:?}", token.secret.expose(), token.refresh_token.as_ref().map(Secret::expose))
            }
        };
        assert_eq!(text, expected);
    }

    #[test]
    fn a_token_is_used_until_shortly_before_its_end() {
        check(200, r#"{"access_token":"t","token_type":"bearer","expires_in":3600}"#, "t Some(3570s) None");
        check(201, r#"{"access_token":"t","expires_in":"100","refresh_token":"r"}"#, r#"t Some(90s) Some("r")"#);
        check(200, r#"{"access_token":"t","expires_in":1.5}"#, "t Some(1.35s) None");
        check(200, r#"{"access_token":"t","expires_in":-5}"#, "t Some(0ns) None");
        check(200, r#"{"access_token":"t","expires_in":1e300}"#, "t None None");
        check(200, r#"{"access_token":"t","expires_in":18446744073709551615}"#, "t None None");
        check(200, r#"{"access_token":"t","expires_in":null,"refresh_token":""}"#, "t None None");
    }

    #[test]
    fn a_long_text_is_cut_after_its_secrets_are_taken_out() {
        let text = format!("{}s3cret", "a".repeat(LONGEST_TEXT - 3));
        let body = format!(r#"{{"error":"bad","error_description":"{text}"}}"#);
        check(400, &body, &format!("the token server refused: bad ({}[re)", "a".repeat(LONGEST_TEXT - 3)));
    }

    #[test]
    fn other_answers_are_errors() {
        const NO_TOKEN: &str = "the answer of the token server is not as in RFC 6749 section 5.1";
        check(200, "", NO_TOKEN);
        check(200, r#"["access_token"]"#, NO_TOKEN);
        check(200, r#"{"access_token":""}"#, NO_TOKEN);
        check(200, r#"{"access_token":5}"#, NO_TOKEN);
        check(503, "<html>", "the token server answered 503 Service Unavailable");
        check(302, r#"{"access_token":"t"}"#, "the token server answered 302 Found");
        check(400, r#"{"error":{"code":5}}"#, "the token server answered 400 Bad Request");
        check(400, r#"{"error":"invalid_grant"}"#, "the token server refused: invalid_grant");
        check(
            200,
            r#"{"error":"bad","error_description":"a\nb s3cret","access_token":"t"}"#,
            "the token server refused: bad (a b [redacted])",
        );
        check(
            200,
            r#"{"access_token":"t","token_type":"mac"}"#,
            "the token server gave a token of another type than `Bearer`",
        );
    }
}
