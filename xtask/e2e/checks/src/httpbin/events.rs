//! Server-sent events (WHATWG HTML section 9.2).

use docwright_e2e_checks::{Outcome, Report, ensure, refused, same};
use docwright_runtime::{BoxError, CallExt as _, CallOptions as _, Events};
use httpbin_client::Client;
use httpbin_client::models::Tick;

use super::Server;
use super::limits::SHORT;

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("events: connections that end are made again from the last event on", ending(server, "end")).await;
    report.check("events: connections that break off are made again", ending(server, "break")).await;
    report.check("events: silent connections are made again, if there is a limit", silent(server)).await;
    report.check("events: a stream goes on where an earlier one ended", resumed(server)).await;
    report.check("events: without reconnects the first connection is all", once(server)).await;
    report.check("events: compressed ones are given as they come", compressed(server)).await;
    report.check("events: their data as text", text(server)).await;
    report.check("events: other answers end the stream with an error", others(server)).await;
}

async fn ending(server: &Server, ending: &str) -> Outcome {
    for client in server.clients()? {
        let mut events = client.more().ticks(5).most(2).ending(ending).events();
        are_ticks(&mut events, &[(1, ""), (2, ""), (3, "2"), (4, "2"), (5, "4")]).await?;
        // It ended with a 204.
        same(events.last_event_id(), "5")?;
    }
    Ok(())
}

async fn silent(server: &Server) -> Outcome {
    for client in server.clients()? {
        let call = client.more().ticks(2).most(1).ending("silence").read_timeout(SHORT);
        are_ticks(&mut call.events(), &[(1, ""), (2, "1")]).await?;
    }
    Ok(())
}

async fn resumed(server: &Server) -> Outcome {
    let client = server.client()?;
    are_ticks(&mut client.more().ticks(5).events().resume_from("3"), &[(4, "3"), (5, "3")]).await?;
    are_ticks(&mut client.more().ticks(5).events().resume_from("5"), &[]).await
}

async fn once(server: &Server) -> Outcome {
    let client = server.client()?;
    let call = || client.more().ticks(5).most(2);
    are_ticks(&mut call().events().without_reconnect(), &[(1, ""), (2, "")]).await?;

    let mut events = call().ending("break").events().without_reconnect();
    for _ in 0..2 {
        events.try_next().await?;
    }
    let third = events.try_next().await;
    ensure(third.as_ref().is_err_and(|error| error.is_body()), third)?;
    same(events.try_next().await?, None)
}

async fn compressed(server: &Server) -> Outcome {
    for client in [server.tls_client()?, server.mtls_client()?] {
        // Nothing follows the first event for seconds.
        let call = || client.more().ticks(2).most(1).ending("silence");
        let answer = call().header("Accept-Encoding", "gzip").send_streaming().await?;
        same(answer.headers.get("content-encoding").map(|coding| coding.as_bytes()), Some(&b"gzip"[..]))?;
        are_ticks(&mut call().read_timeout(SHORT).events(), &[(1, ""), (2, "1")]).await?;
    }
    Ok(())
}

async fn text(server: &Server) -> Outcome {
    let mut events = server.client()?.more().ticks(1).events().raw();
    let event = events.try_next().await?.ok_or("no event came")?;
    same((&*event.event, &*event.id), ("tick", "1"))?;
    same(event.data, "{\"number\": 1, \"after\": \"\",\n\"text\": \"ä€😀\"}")
}

async fn others(server: &Server) -> Outcome {
    let client = server.client()?;
    refused(client.answers().status(404).events().try_next().await, 404)?;
    let page = client.answers().html().events().try_next().await;
    ensure(page.as_ref().is_err_and(|error| error.is_decode()), page)?;
    let nobody = Client::builder().base_url("http://127.0.0.1:9").build()?.more().ticks(1).events().try_next().await;
    ensure(nobody.as_ref().is_err_and(|error| error.is_connect()), nobody)
}

/// That these are the numbers of all events, each with the last event that its connection was asked with.
async fn are_ticks(events: &mut Events<Tick>, expected: &[(i64, &str)]) -> Result<(), BoxError> {
    let mut ticks = Vec::new();
    while let Some(event) = events.try_next().await? {
        same((&*event.event, &*event.id, &*event.data.text), ("tick", &*event.data.number.to_string(), "ä€😀"))?;
        ticks.push((event.data.number, event.data.after));
    }
    let expected: Vec<_> = expected.iter().map(|(number, after)| (*number, (*after).to_owned())).collect();
    same(ticks, expected)
}
