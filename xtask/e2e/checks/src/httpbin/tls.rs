//! TLS: whom the client trusts, who it says it is, and which HTTP it speaks.

use std::error::Error as StdError;
use std::fs;
use std::iter::successors;

use docwright_e2e_checks::{Outcome, Report, ensure, refused, same};
use docwright_runtime::transport::HyperTransportBuilder;
use docwright_runtime::{Body, HyperTransport, Transport as _};
use httpbin_client::{Error, http};

use super::{Server, client};

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("TLS: an authority of our own, beside or without Mozilla's", own_authority(server)).await;
    report.check("TLS: an address is as good as a name, if the certificate has it", address(server)).await;
    report.check("TLS: an unknown authority is a connect error", unknown_authority(server)).await;
    report.check("TLS: a certificate for another host is a connect error", wrong_host(server)).await;
    report.check("TLS: an expired certificate is a connect error", expired(server)).await;
    report.check("TLS: a client certificate is shown", client_certificate(server)).await;
    report.check("TLS: no client certificate is a 400", no_client_certificate(server)).await;
    report.check("TLS: a client certificate, unknown or expired, is a 400", bad_client_certificate(server)).await;
    report.check("TLS: a client certificate with another key is refused at once", other_key(server)).await;
    report.check("HTTP/2: spoken with who offers it, HTTP/1.1 with others", versions(server)).await;
    report.check("HTTP/2: a hundred calls at once", many(server)).await;
}

async fn own_authority(server: &Server) -> Outcome {
    for transport in [server.trusting(), server.trusting().without_mozilla_roots()] {
        let sent = client(&server.tls_url, transport)?.echo().find("x").await?;
        same(sent.url, format!("{}/anything/x", server.tls_url))?;
    }
    Ok(())
}

async fn address(server: &Server) -> Outcome {
    let url = server.tls_url.replace("localhost", "127.0.0.1");
    let sent = client(&url, server.trusting())?.echo().find("x").await?;
    same(sent.url, format!("{url}/anything/x"))?;
    let url = server.wrong_host_url.replace("localhost", "127.0.0.1");
    distrusted(&url, server.trusting(), "not valid for name").await
}

async fn unknown_authority(server: &Server) -> Outcome {
    distrusted(&server.tls_url, HyperTransport::builder(), "UnknownIssuer").await
}

async fn wrong_host(server: &Server) -> Outcome {
    distrusted(&server.wrong_host_url, server.trusting(), "not valid for name").await
}

async fn expired(server: &Server) -> Outcome {
    distrusted(&server.expired_url, server.trusting(), "expired").await
}

async fn client_certificate(server: &Server) -> Outcome {
    server.mtls_client()?.echo().find("x").await?;
    Ok(())
}

/// That is how nginx says it, where other servers break the handshake off.
async fn no_client_certificate(server: &Server) -> Outcome {
    unwelcome(server, server.trusting(), "No required SSL certificate was sent").await
}

async fn bad_client_certificate(server: &Server) -> Outcome {
    for name in ["stranger", "expired-client"] {
        unwelcome(server, server.identified(name)?, "The SSL certificate error").await?;
    }
    Ok(())
}

async fn other_key(server: &Server) -> Outcome {
    let [chain, key] = ["client.pem", "stranger.key"].map(|file| fs::read(server.tls.join(file)));
    let outcome = server.trusting().client_certificate_pem(chain?, key?).build();
    ensure(outcome.as_ref().is_err_and(Error::is_builder), outcome)
}

async fn versions(server: &Server) -> Outcome {
    let transport = server.identified("client")?.build()?;
    for (url, version) in [
        (&server.tls_url, http::Version::HTTP_2),
        (&server.mtls_url, http::Version::HTTP_11),
        (&server.url, http::Version::HTTP_11),
    ] {
        let request = http::Request::get(format!("{url}/get")).body(Body::empty())?;
        let answer = transport.send(request).await?;
        same((answer.status().as_u16(), answer.version()), (200, version))?;
    }
    Ok(())
}

async fn many(server: &Server) -> Outcome {
    let client = client(&server.tls_url, server.trusting())?;
    let calls: Vec<_> =
        (0..100).map(|number| tokio::spawn(client.echo().find(&number.to_string()).into_future())).collect();
    for (number, call) in calls.into_iter().enumerate() {
        same(call.await??.url, format!("{}/anything/{number}", server.tls_url))?;
    }
    Ok(())
}

/// That nginx did not let the client in, and says why.
async fn unwelcome(server: &Server, transport: HyperTransportBuilder, reason: &str) -> Outcome {
    let error = refused(client(&server.mtls_url, transport)?.echo().find("x").await, 400)?;
    let page = error.raw().map(|raw| String::from_utf8_lossy(raw)).unwrap_or_default();
    ensure(page.contains(reason), page)
}

/// That there is no connection, for this reason.
async fn distrusted(url: &str, transport: HyperTransportBuilder, reason: &str) -> Outcome {
    let answer = client(url, transport)?.echo().find("x").await;
    let says_why = |error: &Error| causes(error).any(|cause| cause.to_string().contains(reason));
    ensure(answer.as_ref().is_err_and(|error| error.is_connect() && says_why(error)), answer)
}

fn causes(error: &Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    successors(error.source(), |&cause| cause.source())
}
