//! Redirects: which are followed, how far, and what goes along.

use docwright_e2e_checks::{Outcome, Report, ensure, refused, same};
use docwright_runtime::CallOptions as _;
use httpbin_client::models::{Echo, Note};
use httpbin_client::{Client, Error};

use super::Server;

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("redirects: ten are followed, the eleventh is a 302", ten(server)).await;
    report.check("redirects: a client and a call set the limit", limited(server)).await;
    report.check("redirects: 301, 302, 303, 307 and 308 are followed", statuses(server)).await;
    report.check("redirects: a POST is not redirected", post(server)).await;
    report.check("redirects: to plain HTTP elsewhere, or to no web server, are not followed", nowhere(server)).await;
    report.check("redirects: to where nobody listens is a connect error", nobody(server)).await;
    report.check("redirects: credentials stay within their origin", within_origin(server)).await;
    report.check("redirects: another origin gets no credentials", to_another_origin(server)).await;
    report.check("redirects: who comes back from another origin has no credentials", back(server)).await;
    report.check("redirects: another origin gets no header that reads like a key", keys_by_name(server)).await;
}

async fn ten(server: &Server) -> Outcome {
    let client = server.client()?;
    same(client.answers().redirect(10).await?.url, format!("{}/get", server.url))?;
    not_followed(client.answers().redirect(11).await, 302)
}

async fn limited(server: &Server) -> Outcome {
    let client = server.builder().max_redirects(2).build()?;
    client.answers().redirect(2).await?;
    not_followed(client.answers().redirect(3).await, 302)?;
    client.answers().redirect(3).max_redirects(3).await?;
    not_followed(client.answers().redirect(1).max_redirects(0).await, 302)
}

async fn statuses(server: &Server) -> Outcome {
    let client = server.client()?;
    for status in [301, 302, 303, 307, 308] {
        // Absolute, and relative.
        for target in [format!("{}/anything/there", server.url), "/anything/there".to_owned()] {
            let sent = client.answers().redirect_get_to(&target).status_code(status).await?;
            same((sent.method.as_deref(), sent.url), (Some("GET"), format!("{}/anything/there", server.url)))?;
        }
    }
    Ok(())
}

async fn post(server: &Server) -> Outcome {
    let (client, target) = (server.client()?, format!("{}/anything/there", server.url));
    for status in [301, 302, 303, 307, 308] {
        not_followed(client.answers().redirect_post_to(&target, &Note::new("x")).status_code(status).await, status)?;
    }
    Ok(())
}

async fn nowhere(server: &Server) -> Outcome {
    let client = server.tls_client()?;
    for target in ["http://other.example/", "ftp://localhost/", "mailto:ada@example.com"] {
        not_followed(client.answers().redirect_get_to(target).await, 302)?;
    }
    // From TLS to this machine.
    let target = format!("{}/anything/there", server.url);
    same(client.answers().redirect_get_to(&target).await?.url, target)
}

async fn nobody(server: &Server) -> Outcome {
    let answer = server.client()?.answers().redirect_get_to("http://127.0.0.1:9/").no_retry().await;
    ensure(answer.as_ref().is_err_and(Error::is_connect), answer)
}

async fn within_origin(server: &Server) -> Outcome {
    let target = format!("{}/anything/there", server.url);
    let sent = signed_in(server)?.auth().redirect_with_keys(&target).await?;
    same(carried(&sent), CREDENTIALS)?;
    same(sent.args.get("api_key").and_then(|key| key.as_str()), Some("in-query"))
}

async fn to_another_origin(server: &Server) -> Outcome {
    let target = format!("{}/anything/there", server.tls_url);
    let sent = signed_in(server)?.auth().redirect_with_keys(&target).await?;
    arrived_alone(&sent, &target)
}

async fn back(server: &Server) -> Outcome {
    // Away, back, and a step further at home.
    let detour = format!("{}/redirect-to?url={}/redirect/1", server.tls_url, server.url);
    let sent = signed_in(server)?.auth().redirect_with_keys(&detour).await?;
    arrived_alone(&sent, &format!("{}/get", server.url))
}

async fn keys_by_name(server: &Server) -> Outcome {
    let target = format!("{}/anything/there", server.tls_url);
    let client = signed_in(server)?;
    let call = client.answers().redirect_get_to(&target).header("Authorization", "by-hand");
    let sent = call.header("Cookie", "by=hand").header("X-Api-Key", "by-hand").header("X-Call", "one").await?;
    arrived_alone(&sent, &target)?;
    same(sent.headers.get("X-Call").map(String::as_str), Some("one"))
}

/// The headers that carry credentials.
const CREDENTIALS: [&str; 3] = ["Authorization", "Cookie", "X-Api-Key"];

fn carried(sent: &Echo) -> Vec<&'static str> {
    CREDENTIALS.into_iter().filter(|name| sent.headers.contains_key(*name)).collect()
}

/// That it is the target which answered, and that no credential came there.
fn arrived_alone(sent: &Echo, target: &str) -> Outcome {
    same(&*sent.url, target)?;
    ensure(carried(sent).is_empty() && sent.args.get("api_key").is_none(), sent)
}

/// A client with every credential, which trusts both origins.
fn signed_in(server: &Server) -> Result<Client, Error> {
    let builder = server.builder().transport(server.trusting().build()?).basic("ada", "s3cret");
    builder.header_key("in-header").query_key("in-query").cookie_key("in-cookie").build()
}

/// That the redirect itself is the answer, and says where to.
fn not_followed(answer: Result<Echo, Error>, status: impl TryInto<u16>) -> Outcome {
    let error = refused(answer, status.try_into().map_err(|_| "no status")?)?;
    ensure(error.headers().is_some_and(|headers| headers.contains_key("location")), error)
}
