//! What a tracing subscriber is told.

use std::fmt::{Debug, Write as _};
use std::sync::{Arc, Mutex};

use docwright_runtime::testing::{Reply, ScriptedTransport};
use docwright_runtime::{BoxFuture, CallOptions as _};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::generated::{Client, auth};
use crate::recorder::Recorder;
use crate::scripted::{Scripted, is_token_request, token, unauthorized};

/// Writes down every span, field and event of this crate.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<String>>);

struct Fields<'l>(&'l mut String);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        writeln!(self.0, "  {field} = {value:?}").unwrap();
    }
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("docwright_runtime")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut log = self.0.lock().unwrap();
        writeln!(log, "{} {}", span.metadata().level(), span.metadata().name()).unwrap();
        span.record(&mut Fields(&mut log));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Fields(&mut self.0.lock().unwrap()));
    }

    fn event(&self, event: &Event<'_>) {
        event.record(&mut Fields(&mut self.0.lock().unwrap()));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[track_caller]
fn check(call: impl FnOnce() -> BoxFuture<()>, expected: &str) {
    let log = Log::default();
    // As long as there is one subscriber only, a thread without it may be the first at a span and turn it off for all.
    let _another = tracing::Dispatch::new(Log::default());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    tracing::subscriber::with_default(log.clone(), || runtime.block_on(call()));
    assert_eq!(*log.0.lock().unwrap(), expected);
}

const CALL: &str = "\
DEBUG http.client.call
  otel.name = GET /keys
  http.request.method = \"GET\"
  url.template = \"/keys\"
  server.address = \"api.example.com\"
  server.port = 443
";

/// The span of a request that is sent again for the `resend`th time.
fn request(resend: u32, scheme: &str, address: &str, port: u16) -> String {
    let resend = if resend > 0 { format!("  http.request.resend_count = {resend}\n") } else { String::new() };
    format!(
        "DEBUG http.client.request\n  otel.name = GET /keys\n  otel.kind = \"client\"\n  \
         http.request.method = \"GET\"\n{resend}  url.template = \"/keys\"\n  url.scheme = \"{scheme}\"\n  \
         server.address = \"{address}\"\n  server.port = {port}\n"
    )
}

/// What is recorded of an answer.
fn status(status: u16) -> String {
    let kind = if status < 400 { String::new() } else { format!("  error.type = \"{status}\"\n") };
    format!("  http.response.status_code = {status}\n{kind}")
}

#[test]
fn a_call_is_a_span_around_that_of_its_request_and_both_are_without_arguments() {
    let send = || -> BoxFuture<()> {
        let client = Recorder::answering(404, b"private").client(|builder| builder.credential(auth::query("s3cret")));
        let call = client.keys().list().trace("private").theme("private").header("X-Private", "private");
        Box::pin(async { assert!(call.send().await.is_err()) })
    };
    check(send, &[CALL, &request(0, "https", "api.example.com", 443), &status(404), &status(404)].concat());
}

#[test]
fn every_request_of_a_call_has_a_span() {
    let send = || -> BoxFuture<()> {
        let script = ScriptedTransport::new()
            .then(Reply::new(307).header("Location", "http://127.0.0.1:8080/private?private"))
            .then(Reply::refused())
            .then(Reply::new(503))
            .then(Reply::new(200).body("[]"));
        let client = Client::builder().transport(script).build().unwrap();
        Box::pin(async move { assert!(client.keys().list().page(1).await.is_ok()) })
    };
    let api = |resend| request(resend, "https", "api.example.com", 443);
    let expected = [
        CALL,
        &api(0),
        &status(307),
        &request(1, "http", "127.0.0.1", 8080),
        "  error.type = \"connect\"\n",
        &api(2),
        &status(503),
        &api(3),
        &status(200),
        &status(200),
    ];
    check(send, &expected.concat());
}

#[test]
fn a_call_that_cannot_be_encoded_has_a_span_too() {
    let send = || -> BoxFuture<()> {
        let client = Recorder::answering(200, b"[]").client(|builder| builder);
        Box::pin(async move { assert!(client.keys().list().header("X-Private", "a\n").await.is_err()) })
    };
    check(send, &[CALL, "  error.type = \"request\"\n"].concat());
}

#[test]
fn a_token_request_and_a_renewal_record_no_secret() {
    let log = Log::default();
    // As long as there is one subscriber only, a thread without it may be the first at a span and turn it off for all.
    let _another = tracing::Dispatch::new(Log::default());
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let scripted = Scripted::new(|request| async move {
        if is_token_request(&request) { token("s3cret", 60) } else { unauthorized() }
    });
    tracing::subscriber::with_default(log.clone(), || {
        let credential = auth::oauth_client_credentials("private", "s3cret");
        let client = scripted.client(|builder| builder.credential(credential));
        runtime.block_on(client.keys().list().send()).unwrap_err();
    });
    assert_eq!(scripted.sent().len(), 4);
    let log = log.0.lock().unwrap();
    assert!(log.contains("http.response.status_code = 401"), "{log}");
    assert!(!log.contains("s3cret") && !log.contains("private"), "{log}");
}
