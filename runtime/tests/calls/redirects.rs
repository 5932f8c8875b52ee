//! Redirects, and what goes along.

use docwright_runtime::http::Method;
use docwright_runtime::testing::{Reply, ScriptedTransport, SentRequest};
use docwright_runtime::{Backoff, Body, Bytes, CallOptions as _, Value, rt};
use http_body_util::Empty;

use crate::generated::{Client, Key, auth};

fn to(location: &str) -> Reply {
    Reply::new(302).header("Location", location)
}

/// Sends a call with every kind of credential, which these replies lead elsewhere.
async fn redirected(replies: impl IntoIterator<Item = Reply>) -> Vec<SentRequest> {
    let script = replies.into_iter().fold(ScriptedTransport::new(), ScriptedTransport::then);
    let script = script.then(Reply::new(200).body("[]"));
    let client = Client::builder()
        .transport(script.clone())
        .default_header("X-Team", "a")
        .default_header("Proxy-Authorization", "s3cret")
        .credential(auth::bearer("s3cret"))
        .credential(auth::header("s3cret"))
        .credential(auth::session("s3cret"))
        .credential(auth::query("s3cret"))
        .build()
        .unwrap();
    client.keys().list().page(1).await.unwrap();
    script.requests()
}

fn uris(requests: &[SentRequest]) -> Vec<String> {
    requests.iter().map(|sent| sent.uri.to_string()).collect()
}

fn carries_credentials(sent: &SentRequest) -> bool {
    let all = format!("{} {}", sent.uri, sent.headers.values().map(|v| v.to_str().unwrap()).collect::<String>());
    all.contains("s3cret")
}

#[tokio::test]
async fn a_redirect_is_followed_with_credentials_to_the_same_origin() {
    let requests = redirected([to("../v2/keys?page=1"), to("https://API.example.com:443/v3/keys")]).await;
    assert_eq!(
        uris(&requests),
        [
            "https://api.example.com/v1/keys?page=1&api_key=s3cret",
            "https://api.example.com/v2/keys?page=1&api_key=s3cret",
            "https://API.example.com:443/v3/keys?api_key=s3cret"
        ]
    );
    for sent in &requests {
        assert_eq!(sent.header("authorization"), Some("Bearer s3cret"));
        assert_eq!(sent.header("x-api-key"), Some("s3cret"));
        assert_eq!(sent.header("cookie"), Some("sid=s3cret"));
        assert_eq!(sent.header("proxy-authorization"), Some("s3cret"));
        assert_eq!(sent.header("x-team"), Some("a"));
    }
}

#[tokio::test]
async fn another_origin_gets_no_credentials() {
    for location in [
        "https://b.example/keys",
        "https://api.example.com:8443/v1/keys",
        "//api.example.org/v1/keys",
        "http://127.0.0.1/",
    ] {
        let requests = redirected([to(location)]).await;
        assert_eq!(requests.len(), 2);
        assert!(carries_credentials(&requests[0]));
        assert!(!carries_credentials(&requests[1]), "{location}");
        assert_eq!(requests[1].header("x-team"), Some("a"));
        assert_eq!(requests[1].header("accept"), requests[0].header("accept"));
    }
}

#[tokio::test]
async fn credentials_do_not_come_back() {
    let requests = redirected([to("https://b.example/"), to("/else"), to("https://api.example.com/v1/keys")]).await;
    assert_eq!(requests.len(), 4);
    assert!(!requests[1..].iter().any(carries_credentials));
}

#[tokio::test]
async fn a_header_set_by_hand_stays_behind_too() {
    let script = ScriptedTransport::new().then(to("https://b.example/")).then(Reply::new(200).body("[]"));
    let client = Client::builder().transport(script.clone()).build().unwrap();
    let call = client.keys().list().header("Authorization", "s3cret").header("Cookie", "s3cret").theme("s3cret");
    call.header("X-Auth-Token", "s3cret").header("Host", "api.example.com").await.unwrap();
    let requests = script.requests();
    assert!(!carries_credentials(&requests[1]));
    assert_eq!(requests[1].header("host"), None);
}

/// Sends a list that is redirected there, and returns how many requests went out.
async fn requests_to(location: &str, settings: fn(crate::generated::ListKeys) -> crate::generated::ListKeys) -> usize {
    let script = ScriptedTransport::new().on(Method::GET, "/v1/keys", to(location).header("X-Answer", "1"));
    let script = script.on(Method::GET, "/else", Reply::new(200).body("[]"));
    let client = Client::builder().transport(script.clone()).retry(Backoff::none()).build().unwrap();
    if let Err(error) = settings(client.keys().list()).await {
        assert!(error.is_status());
        assert_eq!(error.status().unwrap(), 302);
        assert_eq!(error.headers().unwrap()["x-answer"], "1");
    }
    script.requests().len()
}

#[tokio::test]
async fn a_redirect_that_is_not_followed_is_an_error_with_its_headers() {
    assert_eq!(requests_to("/else", |call| call).await, 2);
    assert_eq!(requests_to("/else", |call| call.max_redirects(0)).await, 1);
    assert_eq!(requests_to("/v1/keys", |call| call).await, 11);
    assert_eq!(requests_to("/v1/keys", |call| call.max_redirects(2)).await, 3);
    assert_eq!(requests_to("http://api.example.com/else", |call| call).await, 1);
    assert_eq!(requests_to("http://b.example/else", |call| call.anonymous()).await, 1);
    assert_eq!(requests_to("ftp://api.example.com/else", |call| call).await, 1);
    assert_eq!(requests_to("https://ada:s3cret@api.example.com/else", |call| call).await, 1);
}

#[tokio::test]
async fn only_safe_methods_are_redirected() {
    static OPERATIONS: [(rt::Operation, bool); 8] = [
        (rt::Operation::get("/keys"), true),
        (rt::Operation::head("/keys"), true),
        (rt::Operation::options("/keys"), true),
        (rt::Operation::trace("/keys"), true),
        (rt::Operation::put("/keys"), false),
        (rt::Operation::post("/keys").idempotent(), false),
        (rt::Operation::delete("/keys"), false),
        (rt::Operation::patch("/keys"), false),
    ];
    for (operation, followed) in &OPERATIONS {
        for status in [301, 302, 303, 307, 308] {
            let redirect = Reply::new(status).header("Location", "/else");
            let script = ScriptedTransport::new().then(redirect).then(Reply::new(200));
            let client = rt::ClientBuilder::new("http://127.0.0.1", "test").transport(script.clone()).build().unwrap();
            let result = rt::Request::new(&client, operation).empty().await;
            assert_eq!((result.is_ok(), script.requests().len()), (*followed, if *followed { 2 } else { 1 }));
        }
    }
}

#[tokio::test]
async fn a_post_that_is_redirected_is_an_error_with_its_headers() {
    let script = ScriptedTransport::new().then(to("/else"));
    let client = Client::builder().transport(script.clone()).build().unwrap();
    let error = client.keys().create(&Key::default()).await.unwrap_err();
    assert_eq!(error.to_string(), "POST /keys: 302 Found");
    assert_eq!(error.headers().unwrap()["location"], "/else");
    script.only_request();
}

#[tokio::test]
async fn a_body_goes_along_unless_it_is_a_stream_or_another_resource_is_meant() {
    static OPERATION: rt::Operation = rt::Operation::options("/keys");
    let send = async |status: u16, body: fn(&mut rt::Request)| {
        let redirect = Reply::new(status).header("Location", "/else");
        let script = ScriptedTransport::new().then(redirect).then(Reply::new(200));
        let client = rt::ClientBuilder::new("http://127.0.0.1", "test").transport(script.clone()).build().unwrap();
        let mut request = rt::Request::new(&client, &OPERATION);
        body(&mut request);
        drop(request.empty().await);
        script.requests().pop().unwrap()
    };
    let sent = send(307, |request| request.json(&[1])).await;
    assert_eq!(
        (sent.method.as_str(), sent.uri.path(), sent.json::<Value>().unwrap()),
        ("OPTIONS", "/else", [1].into())
    );
    assert_eq!(sent.header("content-type"), Some("application/json"));
    let sent = send(303, |request| request.json(&[1])).await;
    assert_eq!((sent.method.as_str(), sent.uri.path(), sent.body.len()), ("GET", "/else", 0));
    assert_eq!(sent.header("content-type"), None);
    let stream = |request: &mut rt::Request| request.body_as("text/plain", Body::new(Empty::<Bytes>::new()));
    assert_eq!(send(307, stream).await.uri.path(), "/keys");
}

#[tokio::test(start_paused = true)]
async fn an_attempt_starts_at_the_first_address() {
    let requests = redirected([to("https://b.example/"), Reply::new(503)]).await;
    let hosts: Vec<_> = requests.iter().map(|sent| sent.uri.host().unwrap()).collect();
    assert_eq!(hosts, ["api.example.com", "b.example", "api.example.com"]);
    assert!(carries_credentials(&requests[2]));
}
