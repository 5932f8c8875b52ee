//! httpbin: what the runtime sends and understands, whatever the API.

mod answers;
mod auth;
mod blocking;
mod compression;
mod downloads;
mod echo;
mod events;
mod limits;
mod progress;
mod providers;
mod redirects;
mod retries;
mod tls;
mod uploads;

use std::fs;
use std::io;
use std::path::PathBuf;

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
    /// Asks for a client certificate, and speaks HTTP/1.1 only.
    mtls_url: String,
    /// The authority that has signed all of these certificates, which nobody else knows; PEM.
    authority: String,
    /// The folder of certificates and keys.
    tls: PathBuf,
    /// An empty folder.
    files: PathBuf,
}

pub(crate) async fn check(report: &Report) -> Outcome {
    let server = Server::find()?;
    auth::check(report, &server).await;
    providers::check(report, &server).await;
    echo::check(report, &server).await;
    answers::check(report, &server).await;
    compression::check(report, &server).await;
    downloads::check(report, &server).await;
    uploads::check(report, &server).await;
    events::check(report, &server).await;
    redirects::check(report, &server).await;
    retries::check(report, &server).await;
    limits::check(report, &server).await;
    tls::check(report, &server).await;
    blocking::check(report, &server).await;
    Ok(())
}

impl Server {
    fn find() -> Result<Self, BoxError> {
        let tls = PathBuf::from(variable("HTTPBIN_TLS")?);
        Ok(Self {
            url: variable("HTTPBIN_URL")?,
            tls_url: variable("HTTPBIN_TLS_URL")?,
            wrong_host_url: variable("HTTPBIN_WRONG_HOST_URL")?,
            expired_url: variable("HTTPBIN_EXPIRED_URL")?,
            mtls_url: variable("HTTPBIN_MTLS_URL")?,
            authority: fs::read_to_string(tls.join("ca.pem"))?,
            tls,
            files: variable("HTTPBIN_FILES")?.into(),
        })
    }

    fn builder(&self) -> ClientBuilder {
        Client::builder().base_url(&self.url)
    }

    /// A client without credentials.
    fn client(&self) -> Result<Client, Error> {
        self.builder().build()
    }

    /// One through nginx, by HTTP/2.
    fn tls_client(&self) -> Result<Client, Error> {
        client(&self.tls_url, self.trusting())
    }

    /// One through nginx, by HTTP/1.1, with a client certificate.
    fn mtls_client(&self) -> Result<Client, BoxError> {
        Ok(client(&self.mtls_url, self.identified("client")?)?)
    }

    /// The same client in all of these ways.
    fn clients(&self) -> Result<[Client; 3], BoxError> {
        Ok([self.client()?, self.tls_client()?, self.mtls_client()?])
    }

    /// A transport that trusts the authority.
    fn trusting(&self) -> HyperTransportBuilder {
        HyperTransport::builder().root_certificates_pem(&self.authority)
    }

    /// A transport that says it is the one whose certificate and key have this name.
    fn identified(&self, name: &str) -> io::Result<HyperTransportBuilder> {
        let read = |ending| fs::read_to_string(self.tls.join(name).with_extension(ending));
        Ok(self.trusting().client_certificate_pem(read("pem")?, read("key")?))
    }
}

fn client(url: &str, transport: HyperTransportBuilder) -> Result<Client, Error> {
    Client::builder().base_url(url).transport(transport.build()?).build()
}
