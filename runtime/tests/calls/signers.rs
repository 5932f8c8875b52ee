//! Signers: what they see, and what becomes of what they add.

use std::error::Error as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use docwright_runtime::{Body, BoxError, BoxFuture, Bytes, CallOptions as _, Credential, Signature, Signer, http};

use crate::errors::check_kind;
use crate::generated::{Key, auth};
use crate::scripted::{Scripted, header, ok, unauthorized};

type Unsigned = http::Request<Option<Bytes>>;

/// Signs by repeating what it sees.
struct Echo;

impl Signer for Echo {
    fn sign(self: Arc<Self>, request: Unsigned) -> BoxFuture<Result<Signature, BoxError>> {
        let body = request.body().as_ref().map_or("stream".into(), |body| String::from_utf8_lossy(body));
        let mut names: Vec<_> = request.headers().keys().map(http::HeaderName::as_str).collect();
        names.sort_unstable();
        let seen = format!("{} {} [{}] {body}", request.method(), request.uri(), names.join(" "));
        Box::pin(async move { Ok(Signature::new().header("X-Seen", seen).query("sig", "a b")) })
    }
}

fn accepting() -> Scripted {
    Scripted::new(|_| async { ok() })
}

fn url(request: &str) -> &str {
    request.split_whitespace().nth(1).unwrap()
}

#[tokio::test]
async fn a_signer_sees_the_whole_request_of_every_operation() {
    let scripted = accepting();
    let client = scripted.client(|builder| {
        builder.credential(Credential::signer(Echo)).credential(auth::query("q")).credential(auth::bearer("b"))
    });
    client.keys().list().page(1).trace("t").header("X-Call", "c").theme("dark").await.unwrap();
    client.keys().create(&Key { name: "ci".to_owned(), ..Key::default() }).await.unwrap();
    client.keys().import("").stream(Body::from_reader(&b"a"[..], None)).await.unwrap();
    let sent = scripted.sent();
    assert_eq!(
        header(&sent[0], "x-seen").unwrap(),
        "GET https://api.example.com/v1/keys?page=1&api_key=q \
         [accept authorization cookie user-agent x-call x-trace] "
    );
    assert_eq!(url(&sent[0]), "https://api.example.com/v1/keys?page=1&api_key=q&sig=a%20b");
    assert_eq!(
        header(&sent[1], "x-seen").unwrap(),
        "POST https://api.example.com/v1/keys [accept content-type user-agent] {\"name\":\"ci\"}"
    );
    assert_eq!(
        header(&sent[2], "x-seen").unwrap(),
        "POST https://api.example.com/v1/keys/import [content-type user-agent] stream"
    );
    assert_eq!(url(&sent[2]), "https://api.example.com/v1/keys/import?sig=a%20b");
}

#[tokio::test]
async fn a_signer_of_a_scheme_signs_operations_that_list_it() {
    let scripted = accepting();
    let client = scripted.client(|builder| builder.credential(auth::header_signed(Echo)));
    client.keys().list().await.unwrap();
    client.keys().create(&Key::default()).await.unwrap();
    let signed: Vec<_> = scripted.sent().iter().map(|request| header(request, "x-seen").is_some()).collect();
    assert_eq!(signed, [true, false]);
}

#[tokio::test]
async fn a_call_can_be_signed_alone_or_not_at_all() {
    let scripted = accepting();
    let client = scripted.client(|builder| builder);
    client.keys().list().with_credential(Credential::signer(Echo)).await.unwrap();
    let client = scripted.client(|builder| builder.credential(Credential::signer(Echo)));
    client.keys().list().anonymous().await.unwrap();
    let signed: Vec<_> = scripted.sent().iter().map(|request| header(request, "x-seen").is_some()).collect();
    assert_eq!(signed, [true, false]);
}

/// Adds what it was made with.
pub(crate) struct Adds(pub(crate) &'static str, pub(crate) &'static str);

impl Signer for Adds {
    fn sign(self: Arc<Self>, _: Unsigned) -> BoxFuture<Result<Signature, BoxError>> {
        Box::pin(async move { Ok(Signature::new().header(self.0, self.1)) })
    }
}

#[tokio::test]
async fn a_signature_replaces_a_credential_and_no_header_of_the_call() {
    let scripted = accepting();
    let client = scripted.client(|builder| {
        let signer = Credential::signer(Adds("Authorization", "Signature x"));
        builder.credential(signer).credential(auth::bearer("b")).default_header("Authorization", "default")
    });
    client.keys().list().await.unwrap();
    client.keys().list().header("Authorization", "mine").await.unwrap();
    assert_eq!(scripted.authorizations(), ["Signature x", "mine"]);
}

#[tokio::test]
async fn a_signature_cannot_end_its_header() {
    let scripted = accepting();
    let client = scripted.client(|builder| builder.credential(Credential::signer(Adds("X-Sig", "s3cret\n"))));
    let error = client.keys().list().await.unwrap_err();
    check_kind(&error, "request");
    assert_eq!(
        error.to_string(),
        "GET /keys: credential `signer`: header `X-Sig`: the value holds CR, LF or another control character"
    );
    assert!(scripted.sent().is_empty());
}

/// Needs the challenge of the server, as digest authentication does.
#[derive(Default)]
struct Challenged(AtomicBool);

impl Signer for Challenged {
    fn sign(self: Arc<Self>, request: Unsigned) -> BoxFuture<Result<Signature, BoxError>> {
        Box::pin(async move {
            if request.body().is_none() {
                return Err("a stream cannot be signed".into());
            }
            let answer = if self.0.load(Ordering::Relaxed) { "answer" } else { "none" };
            Ok(Signature::new().header("Authorization", answer))
        })
    }

    fn refused(&self, answer: &http::HeaderMap) -> bool {
        assert!(answer.is_empty());
        !self.0.swap(true, Ordering::Relaxed)
    }
}

#[tokio::test]
async fn a_refused_signature_is_made_anew_once() {
    let scripted = Scripted::new(|request| async move {
        if header(&request, "authorization") == Some("answer") { ok() } else { unauthorized() }
    });
    let client = scripted.client(|builder| builder.credential(Credential::signer(Challenged::default())));
    client.keys().list().await.unwrap();
    client.keys().list().await.unwrap();
    assert_eq!(scripted.authorizations(), ["none", "answer", "answer"]);
}

#[tokio::test]
async fn an_error_of_a_signer_is_the_error_of_the_call() {
    let scripted = accepting();
    let client = scripted.client(|builder| builder.credential(Credential::signer(Challenged::default())));
    let error = client.keys().import("").stream(Body::from_reader(&b"a"[..], None)).await.unwrap_err();
    check_kind(&error, "auth");
    assert_eq!(error.to_string(), "POST /keys/import: no credential for `signer`");
    assert_eq!(error.source().unwrap().to_string(), "a stream cannot be signed");
    assert!(scripted.sent().is_empty());
}
