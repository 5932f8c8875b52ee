//! Credentials that are asked for when they are needed, or computed from the request.

use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use docwright_e2e_checks::{Outcome, Report, ensure, refused, same};
use docwright_runtime::{
    Body, BoxError, BoxFuture, Bytes, Credential, CredentialProvider, ProviderContext, Secret, Signature, Signer,
};
use httpbin_client::models::Note;
use httpbin_client::{Client, Error, auth, http};

use super::Server;

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("provider: a secret that was refused is asked for again", renewed(server)).await;
    report.check("provider: a second refusal is the answer", refused_twice(server)).await;
    report.check("provider: without a secret nothing is sent", no_secret(server)).await;
    report.check("signer: what it makes of the request arrives", signed(server)).await;
    report.check("signer: without a signature nothing is sent", unsigned(server)).await;
}

async fn renewed(server: &Server) -> Outcome {
    let (client, asked) = provided(server, &["wrong", "s3cret"])?;
    client.auth().basic("ada", "s3cret").await?;
    same(asked.load(Ordering::Relaxed), 2)
}

async fn refused_twice(server: &Server) -> Outcome {
    let (client, asked) = provided(server, &["wrong", "wrong too", "s3cret"])?;
    let error = refused(client.auth().basic("ada", "s3cret").await, 401)?;
    same((asked.load(Ordering::Relaxed), error.attempts()), (2, 1))
}

async fn no_secret(server: &Server) -> Outcome {
    let (client, _) = provided(server, &[])?;
    not_sent(client.auth().basic("ada", "s3cret").await)
}

async fn signed(server: &Server) -> Outcome {
    let client = server.builder().credential(Credential::signer(Describing)).build()?;
    let sent = client.echo().send_note(&Note::new("x")).await?;
    let body = sent.data.ok_or("no body arrived")?;
    let found = sent.headers.get("X-Signature").map(String::as_str);
    same(found, Some(&*format!("POST /post application/json {}", body.len())))?;
    same(&sent.args["signed"], "yes & no")
}

async fn unsigned(server: &Server) -> Outcome {
    let client = server.builder().credential(Credential::signer(Describing)).build()?;
    not_sent(client.echo().send_bytes(Body::from_reader(&b"abc"[..], None)).await)
}

fn not_sent<T: Debug>(answer: Result<T, Error>) -> Outcome {
    ensure(answer.as_ref().is_err_and(|error| error.is_auth() && error.status().is_none()), answer)
}

/// A client that is given these passwords one after the other, and how many it has asked for.
fn provided(server: &Server, passwords: &'static [&'static str]) -> Result<(Client, Arc<AtomicU32>), Error> {
    let asked = Arc::new(AtomicU32::new(0));
    let provider = InTurn { passwords, asked: Arc::clone(&asked) };
    Ok((server.builder().credential(auth::basic_from(provider)).build()?, asked))
}

struct InTurn {
    passwords: &'static [&'static str],
    asked: Arc<AtomicU32>,
}

impl CredentialProvider for InTurn {
    fn secret(self: Arc<Self>, _: ProviderContext) -> BoxFuture<Result<Secret, BoxError>> {
        let number = self.asked.fetch_add(1, Ordering::Relaxed) as usize;
        let password = self.passwords.get(number).copied();
        Box::pin(async move { Ok(Secret::basic("ada", password.ok_or("there are no more passwords")?)) })
    }

    fn refused(&self, _: &Secret) -> bool {
        true
    }
}

/// Signs with what it sees.
struct Describing;

impl Signer for Describing {
    fn sign(self: Arc<Self>, request: http::Request<Option<Bytes>>) -> BoxFuture<Result<Signature, BoxError>> {
        Box::pin(async move {
            let body = request.body().as_ref().ok_or("a stream cannot be signed")?;
            let media_type = request.headers().get("content-type").ok_or("no media type")?.to_str()?;
            let text = format!("{} {} {media_type} {}", request.method(), request.uri().path(), body.len());
            Ok(Signature::new().header("X-Signature", text).query("signed", "yes & no"))
        })
    }
}
