//! httpbin: what the runtime sends and understands, whatever the API.

mod answers;
mod auth;
mod blocking;
mod compression;
mod echo;
mod limits;
mod redirects;
mod retries;
mod tls;

use std::fs;

use docwright_e2e_checks::{Outcome, Report, variable};
use docwright_runtime::BoxError;
use docwright_runtime::transport::{HyperTransport, HyperTransportBuilder};
use httpbin_client::{Client, ClientBuilder, Error};

/// A server, by plain HTTP and through nginx by TLS.
struct Server {
    url: String,
    /// Offers HTTP/2 beside HTTP/1.1.
    tls_url: String,
    /// Has a certificate for another host.
    wrong_host_url: String,
    /// Has a certificate that has expired.
    expired_url: String,
    /// Asks for a client certificate.
    mtls_url: String,
    /// The authority that has signed all of these certificates, which nobody else knows; PEM, as are the next two.
    authority: String,
    client_certificate: String,
    client_key: String,
}

pub(crate) async fn check(report: &Report) -> Outcome {
    let server = Server::find()?;
    auth::check(report, &server).await;
    echo::check(report, &server).await;
    answers::check(report, &server).await;
    compression::check(report, &server).await;
    redirects::check(report, &server).await;
    retries::check(report, &server).await;
    limits::check(report, &server).await;
    tls::check(report, &server).await;
    blocking::check(report, &server).await;
    Ok(())
}

impl Server {
    fn find() -> Result<Self, BoxError> {
        Ok(Self {
            url: variable("HTTPBIN_URL")?,
            tls_url: variable("HTTPBIN_TLS_URL")?,
            wrong_host_url: variable("HTTPBIN_WRONG_HOST_URL")?,
            expired_url: variable("HTTPBIN_EXPIRED_URL")?,
            mtls_url: variable("HTTPBIN_MTLS_URL")?,
            authority: fs::read_to_string(variable("HTTPBIN_CA_PEM")?)?,
            client_certificate: fs::read_to_string(variable("HTTPBIN_CLIENT_PEM")?)?,
            client_key: fs::read_to_string(variable("HTTPBIN_CLIENT_KEY")?)?,
        })
    }

    fn builder(&self) -> ClientBuilder {
        Client::builder().base_url(&self.url)
    }

    /// A client without credentials.
    fn client(&self) -> Result<Client, Error> {
        self.builder().build()
    }

    /// A transport that trusts the authority.
    fn trusting(&self) -> HyperTransportBuilder {
        HyperTransport::builder().root_certificates_pem(&self.authority)
    }
}
