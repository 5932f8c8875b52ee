//! Calls from code that is not async, with the feature `blocking`.

use std::thread;

use docwright_e2e_checks::{Outcome, Report, ensure, same};
use httpbin_client::Error;
use tokio::sync::oneshot;

use super::Server;

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("blocking: a thread without a runtime waits for an answer", outside(server)).await;
    report.check("blocking: a runtime must not wait", inside(server)).await;
}

async fn outside(server: &Server) -> Outcome {
    let client = server.client()?;
    // One client serves both kinds of calls, in turns.
    for _ in 0..2 {
        let call = client.echo().find("x");
        let (tell, told) = oneshot::channel();
        thread::spawn(move || drop(tell.send(call.send_blocking())));
        let answer = told.await??;
        same((answer.status.as_u16(), answer.body.url), (200, format!("{}/anything/x", server.url)))?;
        client.echo().find("y").await?;
    }
    Ok(())
}

async fn inside(server: &Server) -> Outcome {
    let answer = server.client()?.echo().find("x").send_blocking();
    ensure(answer.as_ref().is_err_and(Error::is_request), answer)
}
