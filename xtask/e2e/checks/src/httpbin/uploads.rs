//! Bodies that are read from somewhere while they are sent.

use std::fs;
use std::path::PathBuf;

use docwright_e2e_checks::{Outcome, Report, ensure, refused, same};
use docwright_runtime::{Body, CallExt as _, CallOptions as _, FilePart};
use httpbin_client::models::Echo;
use tokio::io::{AsyncRead, AsyncWriteExt as _};

use super::Server;
use super::limits::SHORT;
use super::progress::{Reports, SIZE, alphabet};

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("uploads: a reader of unknown length is sent in chunks, with progress", reader(server)).await;
    report.check("uploads: a reader of known length is sent with it, with progress", known(server)).await;
    report.check("uploads: a file is sent with its length, with progress", file(server)).await;
    report.check("uploads: a download is sent on while it comes", sent_on(server)).await;
    report.check("uploads: files in a form keep their names and types", parts(server)).await;
    report.check("uploads: a body that ends too early fails the call", short(server)).await;
    report.check("uploads: a body that stalls is a timeout", stalled(server)).await;
    report.check("uploads: a server that refuses a body before its end is heard", too_large(server)).await;
}

async fn reader(server: &Server) -> Outcome {
    for client in server.clients()? {
        let reports = Reports::default();
        let sent = client.echo().send_bytes(Body::from_reader(trickle(), None).on_progress(reports.keep())).await?;
        arrived(&sent, None)?;
        reports.rose_to(SIZE, None)?;
    }
    Ok(())
}

async fn known(server: &Server) -> Outcome {
    for client in server.clients()? {
        let reports = Reports::default();
        let body = Body::from_reader(trickle(), SIZE as u64).on_progress(reports.keep());
        arrived(&client.echo().send_bytes(body).await?, Some(SIZE))?;
        reports.rose_to(SIZE, Some(SIZE))?;
    }
    Ok(())
}

async fn file(server: &Server) -> Outcome {
    let path = written(server, "letters.txt", SIZE)?;
    for client in server.clients()? {
        let reports = Reports::default();
        let body = Body::from_path(&path).await?.on_progress(reports.keep());
        arrived(&client.echo().send_bytes(body).await?, Some(SIZE))?;
        reports.rose_to(SIZE, Some(SIZE))?;
    }
    Ok(())
}

async fn sent_on(server: &Server) -> Outcome {
    // From nginx to httpbin, and the other way.
    let (plain, tls) = (server.client()?, server.tls_client()?);
    for (from, to) in [(&tls, &plain), (&plain, &tls)] {
        let letters = from.answers().range(SIZE as i64).send_streaming().await?.body;
        arrived(&to.echo().send_bytes(Body::from_stream(letters)).await?, None)?;
    }
    Ok(())
}

async fn parts(server: &Server) -> Outcome {
    const NAMES: [&str; 4] = ["ä \"1\" 😀.txt", "a;b=c, 50%.txt", "'quoted'.txt", "\"\".txt"];
    let path = written(server, "€ letters.txt", SIZE)?;
    for client in server.clients()? {
        let reports = Reports::default();
        let one = FilePart::new(Body::from_reader(trickle(), None).on_progress(reports.keep()));
        let one = one.file_name("ä \"letters\" 😀.txt").content_type("text/plain; charset=utf-8");
        let mut more = vec![FilePart::from_path(&path).await?];
        more.extend(NAMES.map(|name| FilePart::new(name).file_name(name)));
        let mut parts = client.more().parts(one).more(more).await?.into_iter();

        let part = parts.next().ok_or("no file arrived")?;
        same((&*part.field, &*part.name), ("one", "ä \"letters\" 😀.txt"))?;
        same((&*part.type_, part.text == alphabet(SIZE)), ("text/plain; charset=utf-8", true))?;
        reports.rose_to(SIZE, None)?;
        let part = parts.next().ok_or("only one file arrived")?;
        same((&*part.field, &*part.name), ("more", "€ letters.txt"))?;
        same((&*part.type_, part.text == alphabet(SIZE)), ("application/octet-stream", true))?;
        let names: Vec<_> = parts.map(|part| (part.name, part.text)).collect();
        same(names, NAMES.map(|name| (name.to_owned(), name.to_owned())))?;
    }
    Ok(())
}

async fn short(server: &Server) -> Outcome {
    for client in server.clients()? {
        let body = Body::from_reader(trickle(), SIZE as u64 + 1);
        let answer = client.echo().send_bytes(body).await;
        // It cannot be read again, so there is no second attempt.
        ensure(answer.as_ref().is_err_and(|error| error.is_transport() && error.attempts() == 1), answer)?;
        client.echo().send_bytes("whole").await?;
    }
    Ok(())
}

async fn stalled(server: &Server) -> Outcome {
    for client in server.clients()? {
        let (_writer, reader) = tokio::io::duplex(8);
        let answer = client.echo().send_bytes(Body::from_reader(reader, None)).attempt_timeout(SHORT).await;
        ensure(answer.as_ref().is_err_and(|error| error.is_timeout() && error.attempts() == 1), answer)?;
    }
    Ok(())
}

async fn too_large(server: &Server) -> Outcome {
    let path = written(server, "many letters.txt", 4 << 20)?;
    // nginx takes 1 MiB at most, and httpbin anything.
    for client in [server.tls_client()?, server.mtls_client()?] {
        refused(client.echo().send_bytes(Body::from_path(&path).await?).await, 413)?;
        client.echo().send_bytes("short").await?;
    }
    Ok(())
}

/// The letters, a few at a time.
fn trickle() -> impl AsyncRead + Send + 'static {
    let (mut writer, reader) = tokio::io::duplex(5000);
    tokio::spawn(async move { writer.write_all(alphabet(SIZE).as_bytes()).await });
    reader
}

/// A file of letters.
pub(super) fn written(server: &Server, name: &str, size: usize) -> Result<PathBuf, std::io::Error> {
    let path = server.files.join(name);
    fs::write(&path, alphabet(size))?;
    Ok(path)
}

/// That the letters arrived, with this length or in chunks (RFC 9112 section 6.3).
pub(super) fn arrived(sent: &Echo, length: Option<usize>) -> Outcome {
    let header = |name: &str| sent.headers.get(name).map(String::as_str);
    let (length, coding) = (length.map(|length| length.to_string()), length.map_or(Some("chunked"), |_| None));
    same((header("Content-Length"), header("Transfer-Encoding")), (length.as_deref(), coding))?;
    ensure(sent.data.as_deref() == Some(&*alphabet(SIZE)), sent.data.as_ref().map(String::len))
}
