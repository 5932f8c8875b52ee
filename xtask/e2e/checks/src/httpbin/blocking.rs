//! Calls from code that is not async, with the feature `blocking`.

use std::fs::File;
use std::thread;

use docwright_e2e_checks::{Outcome, Report, ensure, same};
use docwright_runtime::Body;
use httpbin_client::Error;
use tokio::sync::oneshot::{self, error::RecvError};

use super::progress::SIZE;
use super::{Server, uploads};

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("blocking: a thread without a runtime waits for an answer", outside(server)).await;
    report.check("blocking: a file is sent", file(server)).await;
    report.check("blocking: a runtime must not wait", inside(server)).await;
}

async fn outside(server: &Server) -> Outcome {
    let client = server.client()?;
    // One client serves both kinds of calls, in turns.
    for _ in 0..2 {
        let call = client.echo().find("x");
        let answer = elsewhere(move || call.send_blocking()).await??;
        same((answer.status.as_u16(), answer.body.url), (200, format!("{}/anything/x", server.url)))?;
        client.echo().find("y").await?;
    }
    Ok(())
}

async fn file(server: &Server) -> Outcome {
    let file = File::open(uploads::written(server, "letters for a thread.txt", SIZE)?)?;
    let call = server.client()?.echo().send_bytes(Body::from_file(file)?);
    let answer = elsewhere(move || call.send_blocking()).await??;
    uploads::arrived(&answer.body, Some(SIZE))
}

async fn inside(server: &Server) -> Outcome {
    let answer = server.client()?.echo().find("x").send_blocking();
    ensure(answer.as_ref().is_err_and(Error::is_request), answer)
}

/// What a thread without a runtime makes of some work.
async fn elsewhere<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, RecvError> {
    let (tell, told) = oneshot::channel();
    thread::spawn(move || drop(tell.send(work())));
    told.await
}
