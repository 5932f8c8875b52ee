//! The call as somebody writes it who wants nothing between hyper-util's client and serde_json: no limits, no retries, no
//! redirects, and no credential that could change.

use datameta_client::models::ApiKeyList;
use http::header::{ACCEPT, AUTHORIZATION, USER_AGENT};
use http::{HeaderValue, Request};
use http_body_util::{BodyExt as _, Empty};
use hyper::body::Bytes;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;

use crate::{Failure, TOKEN, USER};

#[cfg(not(feature = "tls"))]
type Connector = hyper_util::client::legacy::connect::HttpConnector;
#[cfg(feature = "tls")]
type Connector = hyper_rustls::HttpsConnector<hyper_util::client::legacy::connect::HttpConnector>;

pub(crate) struct Raw {
    client: Client<Connector, Empty<Bytes>>,
    base_url: String,
}

impl Raw {
    pub(crate) fn new(address: &str) -> Self {
        let client = Client::builder(TokioExecutor::new()).build(connector());
        Self { client, base_url: format!("http://{address}/api/v1") }
    }
}

impl crate::Client for Raw {
    async fn call(&self) -> Result<ApiKeyList, Failure> {
        let mut token = HeaderValue::try_from(format!("Bearer {TOKEN}"))?;
        token.set_sensitive(true);
        let request = Request::get(format!("{}/users/{USER}/keys", self.base_url))
            .header(ACCEPT, HeaderValue::from_static("application/json"))
            .header(USER_AGENT, HeaderValue::from_static("datameta-client/0.1.0"))
            .header(AUTHORIZATION, token)
            .body(Empty::new())?;
        let response = self.client.request(request).await?;
        if !response.status().is_success() {
            return Err(response.status().to_string().into());
        }
        let body = response.into_body().collect().await?.to_bytes();
        Ok(serde_json::from_slice(&body)?)
    }
}

#[cfg(not(feature = "tls"))]
fn connector() -> Connector {
    Connector::new()
}

#[cfg(feature = "tls")]
fn connector() -> Connector {
    hyper_rustls::HttpsConnectorBuilder::new().with_webpki_roots().https_or_http().enable_http1().build()
}
