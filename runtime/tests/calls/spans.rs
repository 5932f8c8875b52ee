//! What a tracing subscriber is told.

use std::fmt::{Debug, Write as _};
use std::sync::{Arc, Mutex};

use docwright_runtime::CallOptions as _;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::generated::auth;
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

#[test]
fn a_call_is_one_span_without_arguments() {
    let log = Log::default();
    // As long as there is one subscriber only, a thread without it may be the first at a span and turn it off for all.
    let _another = tracing::Dispatch::new(Log::default());
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    tracing::subscriber::with_default(log.clone(), || {
        let client = Recorder::answering(404, b"private").client(|builder| builder.credential(auth::query("s3cret")));
        let call = client.keys().list().trace("private").theme("private").header("X-Private", "private");
        runtime.block_on(call.send()).unwrap_err();
    });
    assert_eq!(
        *log.0.lock().unwrap(),
        "DEBUG http.client.request\n  \
           http.request.method = \"GET\"\n  \
           url.template = \"/keys\"\n  \
           server.address = \"api.example.com\"\n  \
           http.response.status_code = 404\n"
    );
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
