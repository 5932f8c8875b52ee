//! Credentials of the user's own making.

use std::error::Error as _;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use docwright_runtime::{
    Body, BoxError, BoxFuture, CallOptions as _, CredentialProvider, ProviderContext, Secret, http,
};
use http_body_util::BodyExt as _;

use crate::errors::check_kind;
use crate::generated::{Key, auth};
use crate::scripted::{Scripted, header, ok, unauthorized};

/// Counts how often it is asked, and gives a new key each time.
#[derive(Default)]
struct Counter(Arc<AtomicUsize>);

impl CredentialProvider for Counter {
    fn secret(self: Arc<Self>, _: ProviderContext) -> BoxFuture<Result<Secret, BoxError>> {
        Box::pin(async move { Ok(format!("k{}", self.0.fetch_add(1, Ordering::Relaxed)).into()) })
    }
}

/// Gives `old` until it is refused, and then nothing.
#[derive(Default)]
pub(crate) struct Stale(AtomicBool);

impl CredentialProvider for Stale {
    fn secret(self: Arc<Self>, _: ProviderContext) -> BoxFuture<Result<Secret, BoxError>> {
        Box::pin(async move {
            if self.0.load(Ordering::Relaxed) { Err("nothing new".into()) } else { Ok(Secret::new("old")) }
        })
    }

    fn refused(&self, secret: &Secret) -> bool {
        assert_eq!(*secret, Secret::new("old"));
        self.0.store(true, Ordering::Relaxed);
        true
    }
}

fn accepting() -> Scripted {
    Scripted::new(|_| async { ok() })
}

#[tokio::test]
async fn a_provider_is_asked_for_every_call_that_lists_its_scheme() {
    let scripted = accepting();
    let asked = Arc::default();
    let client = scripted.client(|builder| builder.credential(auth::oauth_provided(Counter(Arc::clone(&asked)))));
    client.keys().list().await.unwrap();
    client.keys().create(&Key::default()).await.unwrap();
    client.keys().list().await.unwrap();
    assert_eq!(scripted.authorizations(), ["Bearer k0", "-", "Bearer k1"]);
    assert_eq!(asked.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn a_provider_is_asked_only_for_the_alternative_that_is_sent() {
    let scripted = accepting();
    let asked = Arc::default();
    let client = scripted.client(|builder| {
        builder.credential(auth::session_provided(Counter(Arc::clone(&asked)))).credential(auth::query("q"))
    });
    client.keys().delete("a").await.unwrap();
    assert_eq!(asked.load(Ordering::Relaxed), 0);
    client.keys().delete("a").with_credential(auth::header("h")).await.unwrap();
    assert_eq!(asked.load(Ordering::Relaxed), 1);
    let sent = scripted.sent();
    assert!(sent[0].contains("?api_key=q") && header(&sent[0], "cookie").is_none());
    assert!(!sent[1].contains("?api_key=q") && header(&sent[1], "cookie") == Some("sid=k0"));
}

#[tokio::test]
async fn a_call_can_replace_a_provider_or_be_anonymous() {
    let scripted = accepting();
    let asked = Arc::default();
    let client = scripted.client(|builder| builder.credential(auth::oauth_provided(Counter(Arc::clone(&asked)))));
    client.keys().list().with_credential(auth::oauth("mine")).await.unwrap();
    client.keys().list().anonymous().await.unwrap();
    assert_eq!(asked.load(Ordering::Relaxed), 0);
    client.keys().list().anonymous().with_credential(auth::oauth_provided(Counter::default())).await.unwrap();
    assert_eq!(scripted.authorizations(), ["Bearer mine", "-", "Bearer k0"]);
    assert_eq!(asked.load(Ordering::Relaxed), 0);
}

/// Gives a user and a password.
struct User;

impl CredentialProvider for User {
    fn secret(self: Arc<Self>, _: ProviderContext) -> BoxFuture<Result<Secret, BoxError>> {
        Box::pin(async { Ok(Secret::basic("Aladdin", "open sesame")) })
    }
}

#[tokio::test]
async fn a_provider_can_give_a_user_and_a_password() {
    let scripted = accepting();
    let client = scripted.client(|builder| builder.credential(auth::basic_provided(User)));
    client.keys().list().await.unwrap();
    assert_eq!(scripted.authorizations(), ["Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="]);
}

#[tokio::test]
async fn an_error_of_a_provider_is_the_error_of_the_call() {
    let scripted = accepting();
    let stale = Stale(AtomicBool::new(true));
    let client = scripted.client(|builder| builder.credential(auth::oauth_provided(stale)));
    let error = client.keys().list().await.unwrap_err();
    check_kind(&error, "auth");
    assert_eq!(error.to_string(), "GET /keys: no credential for `petAuth`");
    assert_eq!(error.source().unwrap().to_string(), "nothing new");
    assert_eq!(error.url().unwrap(), "https://api.example.com/v1/keys");
    assert!(scripted.sent().is_empty());
}

/// Gives what no header can hold.
struct Unsendable;

impl CredentialProvider for Unsendable {
    fn secret(self: Arc<Self>, _: ProviderContext) -> BoxFuture<Result<Secret, BoxError>> {
        Box::pin(async { Ok("s3cret\r\nX: 1".into()) })
    }
}

#[tokio::test]
async fn a_provided_secret_cannot_end_its_header() {
    let scripted = accepting();
    let client = scripted.client(|builder| builder.credential(auth::oauth_provided(Unsendable)));
    let error = client.keys().list().await.unwrap_err();
    check_kind(&error, "request");
    assert!(!format!("{error} {error:?}").contains("s3cret"));
    assert!(scripted.sent().is_empty());
}

#[tokio::test]
async fn a_provider_without_a_better_secret_leaves_the_refusal_as_it_is() {
    let scripted = Scripted::new(|_| async { unauthorized() });
    let client = scripted.client(|builder| builder.credential(auth::oauth_provided(Counter::default())));
    assert_eq!(client.keys().list().await.unwrap_err().status().unwrap(), 401);
    assert_eq!(scripted.sent().len(), 1);
}

/// Counts how often it is refused, and hopes for better each time.
struct Hopeful(Arc<AtomicUsize>);

impl CredentialProvider for Hopeful {
    fn secret(self: Arc<Self>, _: ProviderContext) -> BoxFuture<Result<Secret, BoxError>> {
        Box::pin(async { Ok("k".into()) })
    }

    fn refused(&self, _: &Secret) -> bool {
        self.0.fetch_add(1, Ordering::Relaxed);
        true
    }
}

#[tokio::test]
async fn every_provider_of_a_refused_call_is_told_once() {
    let scripted = Scripted::new(|_| async { unauthorized() });
    let told = Arc::default();
    let client = scripted.client(|builder| {
        let builder = builder.credential(auth::oauth_provided(Hopeful(Arc::clone(&told))));
        builder.credential(auth::session_provided(Hopeful(Arc::clone(&told))))
    });
    assert_eq!(client.keys().list().await.unwrap_err().status().unwrap(), 401);
    assert_eq!((told.load(Ordering::Relaxed), scripted.sent().len()), (2, 2));
}

/// Logs in at a path of the API, as many APIs want it.
struct Login(Mutex<Option<Secret>>);

impl CredentialProvider for Login {
    fn secret(self: Arc<Self>, context: ProviderContext) -> BoxFuture<Result<Secret, BoxError>> {
        Box::pin(async move {
            if let Some(held) = self.0.lock().unwrap().clone() {
                return Ok(held);
            }
            let request = http::Request::post(context.resolve("login")?).body(Body::from("ada:pw"))?;
            let body = context.send(request).await?.into_body().collect().await?.to_bytes();
            let session = Secret::new(String::from_utf8(body.to_vec())?);
            *self.0.lock().unwrap() = Some(session.clone());
            Ok(session)
        })
    }
}

#[tokio::test]
async fn a_provider_can_use_the_transport_of_the_client() {
    let scripted =
        Scripted::new(
            |request| async move { if request.contains("/login\n") { (200, "s1".to_owned()) } else { ok() } },
        );
    let client = scripted.client(|builder| {
        let builder = builder.default_header("X-Team", "a").credential(auth::header("k"));
        builder.credential(auth::session_provided(Login(Mutex::default())))
    });
    client.keys().delete("1").await.unwrap();
    client.keys().delete("2").await.unwrap();
    let sent = scripted.sent();
    assert_eq!(sent.len(), 3);
    assert_eq!(sent[0], "POST https://api.example.com/v1/login\nuser-agent: test\n\nada:pw");
    assert!(sent[1..].iter().all(|request| header(request, "cookie") == Some("sid=s1")));
}
