//! Every kind of credential, good and bad.

use docwright_e2e_checks::{Outcome, Report, ensure, refused, same};
use docwright_runtime::CallOptions as _;
use httpbin_client::{Client, auth};

use super::Server;

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("basic: name and password are accepted", basic(server)).await;
    report.check("basic: signs and other alphabets in a password", strange_password(server)).await;
    report.check("basic: a wrong password is a 401 that names the scheme", wrong_password(server)).await;
    report.check("basic: who hides answers 404", hidden(server)).await;
    report.check("bearer: a token is accepted", bearer(server)).await;
    report.check("bearer: no token is a 401", no_bearer(server)).await;
    report.check("API key: in a header", key_in_header(server)).await;
    report.check("API key: in the query", key_in_query(server)).await;
    report.check("API key: in a cookie", key_in_cookie(server)).await;
    report.check("API key: without one nothing is sent", no_key(server)).await;
    report.check("several schemes: all are sent", every_key(server)).await;
    report.check("several schemes: none goes where it is not listed", not_listed(server)).await;
    report.check("one call: another credential, or none", one_call(server)).await;
}

async fn basic(server: &Server) -> Outcome {
    let identity = server.builder().basic("ada", "s3cret").build()?.auth().basic("ada", "s3cret").await?;
    ensure(identity.authenticated && identity.user == "ada", identity)
}

async fn strange_password(server: &Server) -> Outcome {
    for password in ["a b+c%20&d", "ä€😀", "with:colon", "q?x=1#y", "/", "a/b"] {
        let client = server.builder().basic("ada", password).build()?;
        // httpbin takes a slash, encoded or not, for the end of a segment.
        if password.contains('/') {
            refused(client.auth().basic("ada", password).await, 404)?;
        } else {
            client.auth().basic("ada", password).await?;
        }
    }
    Ok(())
}

async fn wrong_password(server: &Server) -> Outcome {
    let client = server.builder().basic("ada", "wrong").build()?;
    let error = refused(client.auth().basic("ada", "s3cret").await, 401)?;
    let challenge = error.headers().and_then(|headers| headers.get("www-authenticate")).ok_or("no challenge")?;
    ensure(challenge.as_bytes().starts_with(b"Basic "), challenge)
}

async fn hidden(server: &Server) -> Outcome {
    refused(server.client()?.auth().hidden_basic("ada", "s3cret").await, 404)?;
    server.builder().basic("ada", "s3cret").build()?.auth().hidden_basic("ada", "s3cret").await?;
    Ok(())
}

async fn bearer(server: &Server) -> Outcome {
    let token = server.builder().bearer("t0k.en~+/=").build()?.auth().bearer().await?;
    ensure(token.authenticated && token.token == "t0k.en~+/=", token)
}

async fn no_bearer(server: &Server) -> Outcome {
    refused(server.client()?.auth().bearer().await, 401)?;
    Ok(())
}

async fn key_in_header(server: &Server) -> Outcome {
    let sent = server.builder().header_key("k3y").build()?.auth().key_in_header().await?;
    same(sent.headers.get("X-Api-Key").map(String::as_str), Some("k3y"))
}

async fn key_in_query(server: &Server) -> Outcome {
    let sent = server.builder().query_key("k3y & more").build()?.auth().key_in_query().await?;
    same(&sent.args["api_key"], "k3y & more")
}

async fn key_in_cookie(server: &Server) -> Outcome {
    let sent = server.builder().cookie_key("k3y").build()?.auth().key_in_cookie().await?;
    same(sent.cookies.get("session").map(String::as_str), Some("k3y"))
}

async fn no_key(server: &Server) -> Outcome {
    let client = server.client()?;
    let found = client.auth().key_in_header().await?.headers;
    ensure(!found.contains_key("X-Api-Key"), found)?;
    let found = client.auth().key_in_query().await?.args;
    ensure(found.get("api_key").is_none(), found)?;
    let found = client.auth().key_in_cookie().await?.cookies;
    ensure(found.is_empty(), found)
}

async fn every_key(server: &Server) -> Outcome {
    let sent = all(server)?.auth().every_key().await?;
    let header = |name: &str| sent.headers.get(name).map(String::as_str);
    same(header("Authorization"), Some("Basic YWRhOnMzY3JldA=="))?;
    same(header("X-Api-Key"), Some("in-header"))?;
    same(header("Cookie"), Some("session=in-cookie"))?;
    same(&sent.args["api_key"], "in-query")
}

async fn not_listed(server: &Server) -> Outcome {
    let sent = all(server)?.echo().find("x").await?;
    let found: Vec<_> =
        ["Authorization", "X-Api-Key", "Cookie"].iter().filter(|name| sent.headers.contains_key(**name)).collect();
    ensure(found.is_empty() && sent.args.get("api_key").is_none(), (found, &sent.args))
}

async fn one_call(server: &Server) -> Outcome {
    let client = server.builder().basic("ada", "wrong").build()?;
    client.auth().basic("ada", "s3cret").with_credential(auth::basic("ada", "s3cret")).await?;
    refused(client.auth().basic("ada", "wrong").anonymous().await, 401)?;
    Ok(())
}

fn all(server: &Server) -> Result<Client, httpbin_client::Error> {
    let builder = server.builder().basic("ada", "s3cret").header_key("in-header");
    builder.query_key("in-query").cookie_key("in-cookie").build()
}
