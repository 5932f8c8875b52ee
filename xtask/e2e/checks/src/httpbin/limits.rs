//! Limits of time and size.

use std::fmt::Debug;
use std::net::TcpListener;
use std::time::Duration;

use docwright_e2e_checks::{Outcome, Report, ensure, same};
use docwright_runtime::{Backoff, BoxError, CallOptions as _, HyperTransport};
use httpbin_client::Error;

use super::{Server, client};

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("a limit of time: a late answer ends the call", late(server)).await;
    report.check("a limit of time: a slow body ends the call", slow(server)).await;
    report.check("a limit of time: a late answer ends each of three attempts", late_attempt(server)).await;
    report.check("a limit of time: a body that pauses for too long ends an attempt", pausing(server)).await;
    report.check("a limit of time: a server that never says hello is a connect error", speechless()).await;
    report.check("a limit of time: who is in time is not disturbed", in_time(server)).await;
    report.check("a limit of size: a body whose length is told", declared(server)).await;
    report.check("a limit of size: a body in chunks", chunked(server)).await;
}

/// Much shorter than any answer that is asked for takes.
pub(super) const SHORT: Duration = Duration::from_millis(300);
/// Much longer.
const LONG: Duration = Duration::from_secs(30);

async fn late(server: &Server) -> Outcome {
    timed_out(server.client()?.answers().delay(10).timeout(SHORT).await)?;
    timed_out(server.builder().timeout(SHORT).build()?.answers().delay(10).await)?;
    Ok(())
}

async fn slow(server: &Server) -> Outcome {
    let drops = server.client()?.answers().drip().duration(10.0).numbytes(100).delay(0.0);
    timed_out(drops.timeout(SHORT).await)?;
    Ok(())
}

async fn late_attempt(server: &Server) -> Outcome {
    let client = server.builder().retry(Backoff::new().first_wait(Duration::ZERO)).build()?;
    let error = timed_out(client.answers().delay(5).attempt_timeout(SHORT).await)?;
    same((error.attempts(), error.status()), (3, None))
}

async fn pausing(server: &Server) -> Outcome {
    let drops = server.client()?.answers().drip().duration(10.0).numbytes(2).delay(0.0);
    let error = timed_out(drops.read_timeout(SHORT).no_retry().await)?;
    // The head of the answer had come.
    same(error.status().map(|status| status.as_u16()), Some(200))
}

async fn speechless() -> Outcome {
    // The system accepts the connection, and then nobody says a word of TLS.
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("https://{}", listener.local_addr()?);
    let hasty = HyperTransport::builder().connect_timeout(SHORT);
    let answer = client(&url, hasty)?.answers().deny().no_retry().await;
    ensure(answer.as_ref().is_err_and(Error::is_connect), answer)?;
    // Whatever happens, the call takes no longer than it may.
    timed_out(client(&url, HyperTransport::builder())?.answers().deny().timeout(SHORT).await)?;
    Ok(())
}

async fn in_time(server: &Server) -> Outcome {
    let client = server.builder().timeout(Duration::from_millis(1)).build()?;
    client.answers().delay(1).timeout(LONG).await?;
    // Drops that take longer together than any pause may.
    let drops = client.answers().drip().duration(2.0).numbytes(20).delay(0.0);
    same(&*drops.read_timeout(Duration::from_millis(1500)).timeout(LONG).no_retry().await?, [b'*'; 20])
}

async fn declared(server: &Server) -> Outcome {
    let client = server.builder().max_body_size(1000).build()?;
    same(client.answers().bytes(1000).await?.len(), 1000)?;
    too_large(client.answers().bytes(1001).await)?;
    same(client.answers().bytes(1001).max_body_size(1001).await?.len(), 1001)
}

async fn chunked(server: &Server) -> Outcome {
    let client = server.builder().max_body_size(50_000).build()?;
    same(client.answers().stream_bytes(50_000).chunk_size(999).await?.len(), 50_000)?;
    too_large(client.answers().stream_bytes(50_001).chunk_size(999).await)
}

fn timed_out<T: Debug>(answer: Result<T, Error>) -> Result<Error, BoxError> {
    match answer {
        Err(error) if error.is_timeout() => Ok(error),
        other => Err(format!("found {other:?}, expected a timeout").into()),
    }
}

/// That the body was not read, and once only.
fn too_large<T: Debug>(answer: Result<T, Error>) -> Outcome {
    ensure(answer.as_ref().is_err_and(|error| error.is_body_too_large() && error.attempts() == 1), answer)
}
