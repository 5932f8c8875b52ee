//! httpbin: what the runtime sends and understands, whatever the API.

mod answers;
mod auth;
mod echo;
mod tls;

use docwright_e2e_checks::{Outcome, Report, variable};
use httpbin_client::{Client, ClientBuilder};

/// The addresses of the server.
struct Server {
    url: String,
    /// Its certificate is signed by an authority that nobody knows.
    tls_url: String,
}

pub(crate) async fn check(report: &Report) -> Outcome {
    let server = Server { url: variable("HTTPBIN_URL")?, tls_url: variable("HTTPBIN_TLS_URL")? };
    auth::check(report, &server).await;
    echo::check(report, &server).await;
    answers::check(report, &server).await;
    tls::check(report, &server).await;
    Ok(())
}

impl Server {
    fn builder(&self) -> ClientBuilder {
        Client::builder().base_url(&self.url)
    }

    /// A client without credentials.
    fn client(&self) -> Result<Client, httpbin_client::Error> {
        self.builder().build()
    }
}
