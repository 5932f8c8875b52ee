//! What becomes of answers: statuses, media types, and none at all.

use docwright_e2e_checks::{Outcome, Report, ensure, refused, same};
use docwright_runtime::CallOptions as _;
use httpbin_client::{Client, Error, auth};

use super::Server;

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("statuses: 2xx without a body succeed, 4xx and 5xx are errors", statuses(server)).await;
    report.check("text, a page and bytes are read as they are", raw(server)).await;
    report.check("an answer in chunks is read to its end", chunks(server)).await;
    report.check("a part of an answer is a 206", part(server)).await;
    report.check("what the caller has already is a 304", unchanged(server)).await;
    report.check("an answer of another type is a decode error that keeps it", mislabelled(server)).await;
    report.check("nobody listens: a connect error", nobody()).await;
    report.check("a hundred calls at once share a client", many(server)).await;
}

async fn statuses(server: &Server) -> Outcome {
    let client = server.client()?;
    for status in [200, 201, 204] {
        same(client.answers().status(status).send().await?.status.as_u16(), status as u16)?;
    }
    for status in [400, 403, 404, 410, 418, 422, 500, 501] {
        refused(client.answers().status(status.into()).await, status)?;
    }
    Ok(())
}

async fn raw(server: &Server) -> Outcome {
    let client = server.client()?;
    let text = client.answers().deny().await?;
    ensure(text.contains("YOU SHOULDN'T BE HERE"), text)?;
    let page = client.answers().html().await?;
    ensure(page.starts_with("<!DOCTYPE html>"), page)?;
    let (one, other) = (client.answers().bytes(1024).seed(1).await?, client.answers().bytes(1024).seed(1).await?);
    ensure(one.len() == 1024 && one == other, (one, other))
}

async fn chunks(server: &Server) -> Outcome {
    let client = server.client()?;
    let answer = client.answers().stream_bytes(100_000).seed(1).chunk_size(999).send().await?;
    same(answer.body.len(), 100_000)?;
    same(answer.headers.get("transfer-encoding").map(|value| value.as_bytes()), Some("chunked".as_bytes()))?;
    same(client.answers().stream(20).await?.lines().count(), 20)
}

async fn part(server: &Server) -> Outcome {
    let answer = server.client()?.answers().range(100).header("Range", "bytes=24-27").send().await?;
    same(answer.status.as_u16(), 206)?;
    same(&*answer.body, b"yzab")
}

async fn unchanged(server: &Server) -> Outcome {
    let client = server.client()?;
    refused(client.answers().etag("one").if_none_match("one").await, 304)?;
    client.answers().etag("one").if_none_match("other").await?;
    Ok(())
}

async fn mislabelled(server: &Server) -> Outcome {
    let answer = server.client()?.answers().mislabelled().await;
    let is_kept = |error: &Error| error.is_decode() && error.raw().is_some_and(|raw| raw.starts_with(b"<h1>"));
    ensure(answer.as_ref().is_err_and(is_kept), answer)
}

async fn nobody() -> Outcome {
    // The discard port, which nothing serves.
    let answer = Client::builder().base_url("http://127.0.0.1:9").build()?.answers().deny().await;
    ensure(answer.as_ref().is_err_and(Error::is_connect), answer)
}

async fn many(server: &Server) -> Outcome {
    let client = server.client()?;
    let calls: Vec<_> = (0..100)
        .map(|number| {
            let password = number.to_string();
            let call = client.auth().basic("ada", &password).with_credential(auth::basic("ada", password));
            tokio::spawn(call.into_future())
        })
        .collect();
    for call in calls {
        call.await??;
    }
    Ok(())
}
