//! The token request on the wire.

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, Method, StatusCode};
use http_body_util::{BodyExt as _, Limited};
use tokio::time::Instant;

use super::answer::{self, Token};
use super::settings::{Grant, Settings};
use super::{ProviderContext, TokenError};
use crate::encode::header;
use crate::{Body, BoxError};

/// More than any token; what is longer is no answer of a token server.
const LONGEST_ANSWER: usize = 1 << 20;

/// Sends one token request and reads the answer.
pub(super) async fn send(settings: &Settings, grant: &Grant, context: &ProviderContext) -> Result<Token, TokenError> {
    // The lifetime counts from some time after this.
    let begun = Instant::now();
    let request = build(settings, grant, context)?;
    let (status, body) = exchange(request, context)
        .await
        .map_err(|source| TokenError::new("no answer from the token server", source))?;
    let token = answer::read(status, &body, begun, &|text| settings.redact(grant, text))?;
    Ok(token.after(grant))
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

async fn exchange(request: http::Request<Body>, context: &ProviderContext) -> Result<(StatusCode, Bytes), BoxError> {
    let (head, body) = context.send(request).await?.into_parts();
    Ok((head.status, Limited::new(body, LONGEST_ANSWER).collect().await?.to_bytes()))
}
