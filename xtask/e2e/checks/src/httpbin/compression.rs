//! Compressed answers, with the features `gzip` and `brotli`.

use docwright_e2e_checks::{Outcome, Report, ensure, same};
use docwright_runtime::{CallExt as _, CallOptions as _, Response};
use httpbin_client::Error;
use httpbin_client::models::Compressed;

use super::Server;

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("compression: gzip and Brotli are asked for, and nothing else", asked(server)).await;
    report.check("compression: gzip is decoded", gzip(server)).await;
    report.check("compression: Brotli is decoded", brotli(server)).await;
    report.check("compression: the limit of size counts what is decoded", limited(server)).await;
    report.check("compression: zlib, which nobody asked for, is left as it is", unasked(server)).await;
    report.check("compression: who asks for gzip gets it as it is", by_hand(server)).await;
    report.check("compression: what only claims to be compressed is a body error", false_label(server)).await;
}

async fn asked(server: &Server) -> Outcome {
    let sent = server.client()?.echo().find("x").await?;
    same(sent.headers.get("Accept-Encoding").map(String::as_str), Some("gzip, br"))
}

async fn gzip(server: &Server) -> Outcome {
    let answer = server.client()?.answers().gzip().send().await?;
    same(answer.body.gzipped, Some(true))?;
    has_no_coding(&answer)
}

async fn brotli(server: &Server) -> Outcome {
    let answer = server.client()?.answers().brotli().send().await?;
    same(answer.body.brotli, Some(true))?;
    has_no_coding(&answer)
}

async fn limited(server: &Server) -> Outcome {
    let client = server.client()?;
    let length = client.answers().gzip().send().await?.raw.len();
    client.answers().gzip().max_body_size(length).await?;
    // It is shorter than that as it comes.
    let answer = client.answers().gzip().max_body_size(length - 1).await;
    ensure(answer.as_ref().is_err_and(Error::is_body_too_large), answer)
}

async fn unasked(server: &Server) -> Outcome {
    is_left(server.client()?.answers().deflate().await, "deflate", &[0x78])
}

async fn by_hand(server: &Server) -> Outcome {
    is_left(server.client()?.answers().gzip().header("Accept-Encoding", "gzip").await, "gzip", &[0x1f, 0x8b])
}

async fn false_label(server: &Server) -> Outcome {
    let client = server.client()?;
    for coding in ["gzip", "br"] {
        let answer = client.answers().label(coding).await;
        let is_told = |error: &Error| error.is_body() && error.status().is_some_and(|status| status == 200);
        ensure(answer.as_ref().is_err_and(is_told), answer)?;
        let piece = client.answers().label(coding).send_streaming().await?.body.try_next().await;
        ensure(piece.as_ref().is_err_and(is_told), piece)?;
    }
    // It is what it says it is.
    same(&client.answers().label("identity").await?["Content-Encoding"], "identity")
}

fn has_no_coding(answer: &Response<Compressed>) -> Outcome {
    ensure(!answer.headers.contains_key("content-encoding"), &answer.headers)
}

/// That the answer could not be read, but is kept with its coding; `start` is how its bytes begin.
fn is_left(answer: Result<Compressed, Error>, coding: &str, start: &[u8]) -> Outcome {
    let is_kept = |error: &Error| {
        let found = error.headers().and_then(|headers| headers.get("content-encoding"));
        error.is_decode()
            && found.is_some_and(|found| found == coding)
            && error.raw().is_some_and(|raw| raw.starts_with(start))
    };
    ensure(answer.as_ref().is_err_and(is_kept), answer)
}
