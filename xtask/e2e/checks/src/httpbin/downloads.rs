//! Answers that are read as they come.

use std::fs;
use std::future::poll_fn;
use std::pin::Pin;

use docwright_e2e_checks::{Outcome, Report, ensure, refused, same};
use docwright_runtime::{BoxError, ByteStream, Bytes, CallExt as _, CallOptions as _, StreamingResponse};
use futures_core::Stream;
use httpbin_client::{Client, Error, Value};

use super::Server;
use super::limits::SHORT;
use super::progress::{Reports, SIZE, alphabet};

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("downloads: pieces are the bytes that come at once otherwise", pieces(server)).await;
    report.check("downloads: lines of JSON are read one by one", lines(server)).await;
    report.check("downloads: the first byte is there before the last was sent", first(server)).await;
    report.check("downloads: too long a pause is a timeout, after what had come", pausing(server)).await;
    report.check("downloads: one that breaks off is a body error, after what had come", broken(server)).await;
    report.check("downloads: to a writer, with progress", writer(server)).await;
    report.check("downloads: a writer that fails ends them", failing_writer(server)).await;
    report.check("downloads: to a file, whole or not at all", file(server)).await;
    report.check("downloads: gzip and Brotli are decoded on the way", decoded(server)).await;
    report.check("downloads: many pieces of gzip are decoded on the way", gzip_by_nginx(server)).await;
    report.check("downloads: the limit of size is for what is collected", collected(server)).await;
    report.check("downloads: redirects are followed, a refusal is an error with its body", head(server)).await;
    report.check("downloads: one that is given up is in nobody's way", given_up(server)).await;
}

async fn pieces(server: &Server) -> Outcome {
    for client in server.clients()? {
        let expected = client.answers().bytes(SIZE as i64).seed(7).await?;
        for _ in 0..2 {
            let answer = client.answers().stream_bytes(SIZE as i64).seed(7).chunk_size(1000).send_streaming().await?;
            same((answer.status.as_u16(), answer.body.length()), (200, None))?;
            let pieces = read(answer.body).await?;
            ensure(pieces.len() > 1 && pieces.concat() == expected, pieces.len())?;
        }
    }
    Ok(())
}

async fn lines(server: &Server) -> Outcome {
    let mut body = server.client()?.answers().stream(20).send_streaming().await?.body;
    let (mut number, mut rest) = (0, Vec::new());
    while let Some(piece) = body.try_next().await? {
        rest.extend_from_slice(&piece);
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = rest.drain(..=end).collect();
            same(&serde_json::from_slice::<Value>(&line)?["id"], number)?;
            number += 1;
        }
    }
    same((number, rest.len()), (20, 0))
}

async fn first(server: &Server) -> Outcome {
    for client in server.clients()? {
        let mut body = slow(&client).send_streaming().await?.body;
        same((body.try_next().await?.as_deref(), body.length()), (Some(&b"*"[..]), Some(1)))?;
    }
    let drops = server.client()?.answers().drip().duration(0.1).numbytes(10).delay(0.0);
    same(read(drops.send_streaming().await?.body).await?.concat(), [b'*'; 10])
}

async fn pausing(server: &Server) -> Outcome {
    for client in server.clients()? {
        let mut body = slow(&client).read_timeout(SHORT).send_streaming().await?.body;
        same(body.try_next().await?.as_deref(), Some(&b"*"[..]))?;
        let second = body.try_next().await;
        let is_late = |error: &Error| error.is_timeout() && error.status().is_some_and(|status| status == 200);
        ensure(second.as_ref().is_err_and(is_late), second)?;
        same(body.try_next().await?, None::<Bytes>)?;
    }
    Ok(())
}

async fn broken(server: &Server) -> Outcome {
    for client in server.clients()? {
        let mut body = breaking(&client).await?;
        let mut read = Vec::new();
        let error = loop {
            match body.next().await {
                Some(Ok(piece)) => read.extend_from_slice(&piece),
                Some(Err(error)) => break error,
                None => return Err("it did not break off".into()),
            }
        };
        ensure(error.is_body() && error.status().is_some_and(|status| status == 200), &error)?;
        ensure(read.starts_with("\u{feff}event: tick".as_bytes()), String::from_utf8_lossy(&read))?;
        same(body.try_next().await?, None::<Bytes>)?;
    }
    Ok(())
}

async fn writer(server: &Server) -> Outcome {
    let client = server.client()?;
    let letters = client.answers().range(SIZE as i64).chunk_size(10_000).send_streaming().await?.body;
    same(letters.length(), Some(SIZE as u64))?;
    ensure(written(letters, Some(SIZE)).await? == alphabet(SIZE).into_bytes(), "other letters")?;

    // Nobody knows how long it will be.
    let noise = client.answers().stream_bytes(SIZE as i64).seed(7).send_streaming().await?.body;
    ensure(written(noise, None).await? == client.answers().bytes(SIZE as i64).seed(7).await?, "other bytes")
}

async fn failing_writer(server: &Server) -> Outcome {
    let letters = server.client()?.answers().range(SIZE as i64).send_streaming().await?.body;
    let (writer, _) = tokio::io::duplex(8);
    let outcome = letters.write_to(writer).await;
    ensure(outcome.as_ref().is_err_and(Error::is_body), outcome)
}

async fn file(server: &Server) -> Outcome {
    let (client, folder) = (server.client()?, server.files.join("downloads"));
    fs::create_dir(&folder)?;
    let path = folder.join("ä letters.txt");
    let outcome = breaking(&client).await?.save(&path).await;
    ensure(outcome.as_ref().is_err_and(Error::is_body), outcome)?;
    same(fs::read_dir(&folder)?.count(), 0)?;

    let reports = Reports::default();
    let letters = client.answers().range(SIZE as i64).send_streaming().await?.body;
    same(letters.on_progress(reports.keep()).save(&path).await?, SIZE as u64)?;
    reports.rose_to(SIZE, Some(SIZE))?;

    // What was there stays there.
    let outcome = breaking(&client).await?.save(&path).await;
    ensure(outcome.as_ref().is_err_and(Error::is_body), outcome)?;
    same(fs::read_dir(&folder)?.count(), 1)?;
    ensure(fs::read_to_string(&path)? == alphabet(SIZE), "other letters")
}

async fn decoded(server: &Server) -> Outcome {
    for client in server.clients()? {
        let expected = client.answers().gzip().send().await?.raw;
        is_decoded(client.answers().gzip().send_streaming().await?, &expected).await?;
        let expected = client.answers().brotli().send().await?.raw;
        is_decoded(client.answers().brotli().send_streaming().await?, &expected).await?;
    }
    Ok(())
}

async fn gzip_by_nginx(server: &Server) -> Outcome {
    let client = server.tls_client()?;
    let letters = || client.answers().range(SIZE as i64).chunk_size(10_000);
    is_decoded(letters().send_streaming().await?, alphabet(SIZE).as_bytes()).await?;
    // Who asks for it gets it as it is, and can see that it was compressed.
    let answer = letters().header("Accept-Encoding", "gzip").send_streaming().await?;
    same(answer.headers.get("content-encoding").map(|coding| coding.as_bytes()), Some(&b"gzip"[..]))?;
    let packed = answer.body.collect().await?;
    ensure(packed.starts_with(&[0x1f, 0x8b]) && packed.len() < SIZE / 10, packed.len())
}

async fn collected(server: &Server) -> Outcome {
    let client = server.client()?;
    let noise = async || client.answers().stream_bytes(SIZE as i64).max_body_size(SIZE - 1).send_streaming().await;
    same(read(noise().await?.body).await?.concat().len(), SIZE)?;
    let collected = noise().await?.body.collect().await;
    ensure(collected.as_ref().is_err_and(Error::is_body_too_large), collected.map(|all| all.len()))?;
    let letters = client.answers().range(SIZE as i64).max_body_size(SIZE).send_streaming().await?;
    ensure(letters.body.collect().await? == alphabet(SIZE), "other letters")
}

async fn head(server: &Server) -> Outcome {
    let client = server.client()?;
    let there = client.answers().redirect(2).send_streaming().await?.body.collect().await?;
    same(&serde_json::from_slice::<Value>(&there)?["url"], &format!("{}/get", server.url))?;
    let error = refused(client.answers().status(418).send_streaming().await, 418)?;
    let body = error.raw().map(|raw| String::from_utf8_lossy(raw)).unwrap_or_default();
    ensure(body.contains("teapot"), &body)
}

async fn given_up(server: &Server) -> Outcome {
    for client in server.clients()? {
        let mut given_up = slow(&client).send_streaming().await?.body;
        let mut beside = slow(&client).send_streaming().await?.body;
        given_up.try_next().await?;
        drop(given_up);
        client.answers().deny().await?;
        same(beside.try_next().await?.as_deref(), Some(&b"*"[..]))?;
    }
    Ok(())
}

/// A byte, and another one seconds later.
fn slow(client: &Client) -> httpbin_client::apis::answers::Drip {
    client.answers().drip().duration(10.0).numbytes(2).delay(0.0)
}

/// Some bytes, and then a connection that is lost.
async fn breaking(client: &Client) -> Result<ByteStream, Error> {
    Ok(client.more().ticks(2).most(1).ending("break").send_streaming().await?.body)
}

/// The pieces, by the trait alone.
async fn read(mut stream: impl Stream<Item = Result<Bytes, Error>> + Unpin) -> Result<Vec<Bytes>, Error> {
    let mut pieces = Vec::new();
    while let Some(piece) = poll_fn(|cx| Pin::new(&mut stream).poll_next(cx)).await {
        pieces.push(piece?);
    }
    Ok(pieces)
}

/// What a writer got, after a check of the progress and of the size.
async fn written(body: ByteStream, total: Option<usize>) -> Result<Vec<u8>, BoxError> {
    let (reports, mut written) = (Reports::default(), Vec::new());
    same(body.on_progress(reports.keep()).write_to(&mut written).await?, SIZE as u64)?;
    reports.rose_to(SIZE, total)?;
    Ok(written)
}

/// That an answer came compressed and is read decoded.
async fn is_decoded(answer: StreamingResponse, expected: &[u8]) -> Outcome {
    same(answer.body.length(), None)?;
    ensure(!answer.headers.contains_key("content-encoding"), &answer.headers)?;
    let (reports, mut written) = (Reports::default(), Vec::new());
    answer.body.on_progress(reports.keep()).write_to(&mut written).await?;
    reports.rose_to(expected.len(), None)?;
    ensure(written == expected, String::from_utf8_lossy(&written))
}
