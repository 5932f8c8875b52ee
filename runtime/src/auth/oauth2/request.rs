//! The token request on the wire.

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::response::Parts;
use http::{HeaderValue, Method};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use tokio::time::Instant;

use super::answer::{self, Token};
use super::settings::{Grant, Settings};
use super::{ProviderContext, TokenError};
use crate::clock;
use crate::encode::header;
use crate::error::{Answer, Kind, Origin, nothing_was_sent};
use crate::{Body, BoxError, Error};

/// More than any token; what is longer is no answer of a token server.
const LONGEST_ANSWER: usize = 1 << 20;

/// Sends a token request and reads the answer, and does so again as the policy of the client says.
pub(super) async fn send(settings: &Settings, grant: &Grant, context: &ProviderContext) -> Result<Token, TokenError> {
    let mut attempts = 0;
    loop {
        attempts += 1;
        let failure = match attempt(settings, grant, context).await {
            Ok(token) => return Ok(token.after(grant)),
            Err(failure) => failure,
        };
        let wait = failure.to_policy(attempts).and_then(|error| context.wait_before_next(&error));
        match wait {
            Some(wait) if clock::pause(wait).await.is_ok() => {}
            _ => return Err(failure.reason),
        }
    }
}

/// Why a request gave no token.
struct Failure {
    reason: TokenError,
    /// Whether another request is out of the question, whatever the policy.
    is_final: bool,
    answer: Option<Parts>,
}

impl Failure {
    /// As a policy of retries sees it, unless it is final.
    fn to_policy(&self, attempts: u32) -> Option<Error> {
        if self.is_final {
            return None;
        }
        let origin = Origin { method: Method::POST, template: "(token URL)", url: None, attempts };
        let error = Error::new(Kind::Token).with_origin(origin).with_source(self.reason.clone());
        Some(match &self.answer {
            Some(head) => {
                error.with_answer(Answer { status: head.status, headers: head.headers.clone(), raw: Bytes::new() })
            }
            None => error,
        })
    }
}

async fn attempt(settings: &Settings, grant: &Grant, context: &ProviderContext) -> Result<Token, Failure> {
    // The lifetime counts from some time after this.
    let begun = Instant::now();
    // A server that has seen a refresh token may not take it again.
    let is_single_use = matches!(grant, Grant::RefreshToken(_));
    let no_answer = |source: BoxError, is_final| Failure {
        reason: TokenError::new("no answer from the token server", source),
        is_final,
        answer: None,
    };
    let request = build(settings, grant, context).map_err(|reason| Failure { reason, is_final: true, answer: None })?;
    let response = context.send(request).await.map_err(|source| {
        let is_final = is_single_use && !nothing_was_sent(&*source);
        no_answer(source, is_final)
    })?;
    let (head, body) = response.into_parts();
    let body = Limited::new(body, LONGEST_ANSWER).collect().await.map_err(|source| {
        let is_final = is_single_use || source.is::<LengthLimitError>();
        no_answer(source, is_final)
    })?;
    let token = answer::read(head.status, &body.to_bytes(), begun, &|text| settings.redact(grant, text));
    token.map_err(|reason| Failure { reason, is_final: is_single_use, answer: Some(head) })
}

/// RFC 6749 section 3.2.
fn build(settings: &Settings, grant: &Grant, context: &ProviderContext) -> Result<http::Request<Body>, TokenError> {
    let address = context
        .resolve(&settings.token_url)
        .map_err(|source| TokenError::new("the token URL cannot be used", source))?;
    context.check_private(&address).map_err(TokenError::local)?;
    let mut request = http::Request::new(Body::from(settings.form(grant)));
    *request.method_mut() = Method::POST;
    *request.uri_mut() = address;
    let headers = request.headers_mut();
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
    if let Some(value) = settings.authorization() {
        let value = header::value(value).map_err(|fault| TokenError::local(fault.to_string()))?;
        headers.insert(AUTHORIZATION, header::sensitive(value));
    }
    Ok(request)
}
