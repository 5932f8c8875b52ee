//! What a tracing subscriber is told.

use std::fmt::{Debug, Write as _};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use docwright_runtime::testing::{Reply, ScriptedTransport};
use docwright_runtime::{Body, BoxError, BoxFuture, CallOptions as _, http};
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
fn request(resend: u32, url: &str, scheme: &str, address: &str, port: u16) -> String {
    let resend = if resend > 0 { format!("  http.request.resend_count = {resend}\n") } else { String::new() };
    format!(
        "DEBUG http.client.request\n  otel.name = GET /keys\n  otel.kind = \"client\"\n  \
         http.request.method = \"GET\"\n{resend}  url.template = \"/keys\"\n  url.full = {url}\n  \
         url.scheme = \"{scheme}\"\n  \
         server.address = \"{address}\"\n  server.port = {port}\n"
    )
}

/// The span of a request to the address of the call.
fn own_request(resend: u32, query: &str) -> String {
    request(resend, &format!("https://api.example.com/v1/keys{query}"), "https", "api.example.com", 443)
}

/// What is recorded of an answer at the end of a call.
fn status(status: u16) -> String {
    let failure = if status < 400 { String::new() } else { failed(&status.to_string()) };
    format!("  http.response.status_code = {status}\n{failure}")
}

/// What is recorded of an answer to a request.
fn answer(status: u16) -> String {
    self::status(status) + "  network.protocol.version = \"1.1\"\n"
}

fn failed(kind: &str) -> String {
    format!("  error.type = \"{kind}\"\n  otel.status_code = \"ERROR\"\n")
}

#[test]
fn a_call_is_a_span_around_that_of_its_request_and_both_are_without_secrets() {
    let send = || -> BoxFuture<()> {
        let client = Recorder::answering(404, b"private").client(|builder| builder.credential(auth::query("s3cret")));
        let call = client.keys().list().page(7).trace("private").theme("private").header("X-Private", "private");
        Box::pin(async { assert!(call.send().await.is_err()) })
    };
    check(send, &[CALL, &own_request(0, "?page=REDACTED"), &answer(404), &status(404)].concat());
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
    let api = |resend| own_request(resend, "?page=REDACTED");
    let expected = [
        CALL,
        &api(0),
        &answer(307),
        &request(1, "http://127.0.0.1:8080/REDACTED", "http", "127.0.0.1", 8080),
        &failed("connect"),
        &api(2),
        &answer(503),
        &api(3),
        &answer(200),
        &status(200),
    ];
    check(send, &expected.concat());
}

#[test]
fn a_failure_of_the_arguments_is_one_of_the_call() {
    let send = || -> BoxFuture<()> {
        let call = Recorder::default().client(|builder| builder).keys().list().header("X", "\n");
        Box::pin(async { assert!(call.send().await.unwrap_err().is_request()) })
    };
    check(send, &[CALL, &failed("request")].concat());
}

#[test]
fn an_answer_that_cannot_be_decoded_is_a_failure_of_the_call() {
    let send = || -> BoxFuture<()> {
        let call = Recorder::answering(200, b"{}").client(|builder| builder).keys().list();
        Box::pin(async { assert!(call.send().await.unwrap_err().is_decode()) })
    };
    let again = "  http.response.status_code = 200\n";
    check(send, &[CALL, &own_request(0, ""), &answer(200), &status(200), again, &failed("decode")].concat());
}

#[test]
fn an_attempt_that_takes_too_long_is_a_failure() {
    let send = || -> BoxFuture<()> {
        let script = ScriptedTransport::new().then(Reply::silent()).then(Reply::new(200).body("[]"));
        let client = Client::builder().transport(script).build().unwrap();
        Box::pin(async move { assert!(client.keys().list().await.is_ok()) })
    };
    let requests = [own_request(0, ""), failed("cancelled"), own_request(1, ""), answer(200)].concat();
    check(send, &[CALL, &requests, &status(200)].concat());
}

#[test]
fn a_call_that_is_given_up_is_a_failure() {
    let send = || -> BoxFuture<()> {
        let script = ScriptedTransport::new().then(Reply::silent());
        let call = Client::builder().transport(script).build().unwrap().keys().list();
        Box::pin(async { assert!(tokio::time::timeout(Duration::from_secs(1), call.send()).await.is_err()) })
    };
    check(send, &[CALL, &own_request(0, ""), &failed("cancelled"), &failed("cancelled")].concat());
}

#[test]
fn an_ipv6_address_has_no_brackets_and_a_version_is_that_of_the_answer() {
    let send = || -> BoxFuture<()> {
        let transport = tower::service_fn(|_| async {
            let mut answer = http::Response::new(Body::from("[]"));
            *answer.version_mut() = http::Version::HTTP_2;
            Ok::<_, BoxError>(answer)
        });
        let client = Client::builder().base_url("http://[::1]:8080").transport(transport).build().unwrap();
        Box::pin(async move { assert!(client.keys().list().await.is_ok()) })
    };
    let call = CALL.replace("api.example.com", "::1").replace("443", "8080");
    let answer = answer(200).replace("1.1", "2");
    let request = request(0, "http://[::1]:8080/keys", "http", "::1", 8080);
    check(send, &[call, request, answer, status(200)].concat());
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
