//! Which calls are sent again, counted where they leave the client.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use docwright_e2e_checks::{Outcome, Report, refused, same};
use docwright_runtime::{Backoff, Body, BoxError, BoxFuture, CallOptions as _, HyperTransport, Transport};
use httpbin_client::{Client, Error, http};
use tokio::io::AsyncReadExt as _;

use super::progress::SIZE;
use super::{Server, uploads};

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("retries: a GET that gets a 503 is sent three times", get(server)).await;
    report.check("retries: a POST that gets a 503 is sent once", post(server)).await;
    report.check("retries: a POST that may be repeated is sent three times", repeatable_post(server)).await;
    report.check("retries: a file is sent three times, a reader once", bodies(server)).await;
    report.check("retries: a 501 is final", lasting(server)).await;
    report.check("retries: a client and a call set how many", policies(server)).await;
}

async fn get(server: &Server) -> Outcome {
    let (client, sent) = counted(server, Backoff::new())?;
    failed(client.answers().status(503).await, 503, &sent, 3)
}

async fn post(server: &Server) -> Outcome {
    let (client, sent) = counted(server, Backoff::new())?;
    failed(client.answers().post_status(503).await, 503, &sent, 1)
}

async fn repeatable_post(server: &Server) -> Outcome {
    let (client, sent) = counted(server, Backoff::new())?;
    failed(client.answers().post_status(503).idempotent().await, 503, &sent, 3)?;
    failed(client.answers().post_status(503).idempotency_key("\"k3y\"").await, 503, &sent, 3)
}

async fn bodies(server: &Server) -> Outcome {
    let (client, sent) = counted(server, Backoff::new())?;
    let file = Body::from_path(uploads::written(server, "letters again.txt", SIZE)?).await?;
    let reader = Body::from_reader(tokio::io::repeat(b'a').take(SIZE as u64), None);
    for (body, expected) in [(file, 3), (reader, 1)] {
        let error = refused(client.more().refuse(body).await, 503)?;
        same(error.raw().map(|raw| &**raw), Some(format!("{SIZE} bytes are too much").as_bytes()))?;
        failed(Err(error), 503, &sent, expected)?;
    }
    Ok(())
}

async fn lasting(server: &Server) -> Outcome {
    let (client, sent) = counted(server, Backoff::new())?;
    failed(client.answers().status(501).await, 501, &sent, 1)
}

async fn policies(server: &Server) -> Outcome {
    let (client, sent) = counted(server, Backoff::new().attempts(2))?;
    failed(client.answers().status(503).await, 503, &sent, 2)?;
    failed(client.answers().status(503).retry(Backoff::new().attempts(3)).await, 503, &sent, 3)?;
    failed(client.answers().status(503).no_retry().await, 503, &sent, 1)
}

/// That a call was refused after so many requests, and tells how many they were. The count begins anew.
fn failed(answer: Result<(), Error>, status: u16, sent: &AtomicU32, expected: u32) -> Outcome {
    let error = refused(answer, status)?;
    same((sent.swap(0, Ordering::Relaxed), error.attempts()), (expected, expected))
}

/// A client, and how many requests it has sent.
fn counted(server: &Server, policy: Backoff) -> Result<(Client, Arc<AtomicU32>), Error> {
    let sent = Arc::new(AtomicU32::new(0));
    let transport = Counting { transport: HyperTransport::new()?, sent: Arc::clone(&sent) };
    Ok((server.builder().transport(transport).retry(policy).build()?, sent))
}

struct Counting {
    transport: HyperTransport,
    sent: Arc<AtomicU32>,
}

impl Transport for Counting {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, BoxError>> {
        self.sent.fetch_add(1, Ordering::Relaxed);
        self.transport.send(request)
    }
}
