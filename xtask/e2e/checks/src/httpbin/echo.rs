//! What arrives of a request: path, query, headers, and every kind of body.

use docwright_e2e_checks::{Outcome, Report, ensure, same};
use docwright_runtime::CallOptions as _;
use httpbin_client::Value;
use httpbin_client::models::{Echo, Note};

use super::Server;

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("path: signs and other alphabets arrive", path(server)).await;
    report.check("query: lists, numbers and signs arrive", query(server)).await;
    report.check("headers: those of an operation, a call and a client arrive", headers(server)).await;
    report.check("DELETE: without a body", remove(server)).await;
    report.check("JSON arrives", json(server)).await;
    report.check("a form arrives", form(server)).await;
    report.check("a multipart form arrives", multipart(server)).await;
    report.check("text arrives", text(server)).await;
    report.check("bytes arrive", bytes(server)).await;
    report.check("a body of some MiB arrives", large(server)).await;
}

/// What could be taken for something else on its way.
const STRANGE: &str = "a b&c=d+e%41;f,ä€😀?#\"<>";

async fn path(server: &Server) -> Outcome {
    let sent = server.client()?.echo().find("a b;c=d+e,ä€😀").await?;
    same(&*sent.url, format!("{}/anything/a%20b;c=d+e,ä€😀", server.url))?;
    same(sent.method.as_deref(), Some("GET"))
}

async fn query(server: &Server) -> Outcome {
    let sent = server.client()?.echo().find("x").words([STRANGE, ""]).page_size(7).exact(true).await?;
    same(&sent.args["words"], &Value::from(vec![STRANGE, ""]))?;
    same(&sent.args["pageSize"], "7")?;
    same(&sent.args["exact"], "true")
}

async fn headers(server: &Server) -> Outcome {
    let client = server.builder().default_header("X-Client", "c").user_agent("e2e/1").build()?;
    let sent = client.echo().find("x").x_trace_id("t-1").header("X-Call", "one").await?;
    for (name, value) in [("X-Trace-Id", "t-1"), ("X-Call", "one"), ("X-Client", "c"), ("User-Agent", "e2e/1")] {
        same(sent.headers.get(name).map(String::as_str), Some(value))?;
    }
    same(sent.headers.get("Accept").map(String::as_str), Some("application/json"))
}

async fn remove(server: &Server) -> Outcome {
    let sent = server.client()?.echo().remove().await?;
    ensure(sent.data.as_deref() == Some("") && !sent.headers.contains_key("Content-Type"), sent)
}

async fn json(server: &Server) -> Outcome {
    let note = Note::new(STRANGE).words(["x", "y"]).stars(5);
    let sent = server.client()?.echo().send_note(&note).await?;
    has_type(&sent, "application/json")?;
    let json = sent.json.ok_or("no JSON arrived")?;
    same((&json["title"], &json["words"][1], &json["stars"]), (&STRANGE.into(), &"y".into(), &5.into()))
}

async fn form(server: &Server) -> Outcome {
    let sent = server.client()?.echo().send_form(STRANGE).words(["x", "y z"]).stars(5).await?;
    has_type(&sent, "application/x-www-form-urlencoded")?;
    let form = sent.form.ok_or("no form arrived")?;
    same((&form["title"], &form["words"], &form["stars"]), (&STRANGE.into(), &vec!["x", "y z"].into(), &"5".into()))
}

async fn multipart(server: &Server) -> Outcome {
    let sent = server.client()?.echo().send_files(STRANGE, "ä picture\r\n--x").words(["x", "y"]).await?;
    has_type(&sent, "multipart/form-data; boundary=")?;
    let (form, files) = (sent.form.ok_or("no form arrived")?, sent.files.ok_or("no file arrived")?);
    same((&form["title"], &form["words"]), (&STRANGE.into(), &vec!["x", "y"].into()))?;
    same(files.get("photo").map(String::as_str), Some("ä picture\r\n--x"))
}

async fn text(server: &Server) -> Outcome {
    let sent = server.client()?.echo().send_text(STRANGE).await?;
    has_type(&sent, "text/plain")?;
    same(sent.data.as_deref(), Some(STRANGE))
}

async fn bytes(server: &Server) -> Outcome {
    let sent = server.client()?.echo().send_bytes(vec![0, 255, b'a']).await?;
    has_type(&sent, "application/octet-stream")?;
    // What is not text comes back in base64.
    same(sent.data.as_deref(), Some("data:application/octet-stream;base64,AP9h"))
}

async fn large(server: &Server) -> Outcome {
    let sent = server.client()?.echo().send_text(&"x".repeat(4 << 20)).await?;
    same(sent.data.map(|text| text.len()), Some(4 << 20))
}

fn has_type(sent: &Echo, media_type: &str) -> Outcome {
    let found = sent.headers.get("Content-Type");
    ensure(found.is_some_and(|found| found.starts_with(media_type)), found)
}
