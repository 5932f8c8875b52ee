//! A server that gives the call its answer, and an error to every other. It says its address on one line and runs until
//! its standard input ends, so that it never outlives whoever started it.

use std::convert::Infallible;
use std::io::Read as _;
use std::thread;

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderValue, Request, Response, StatusCode};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::{Failure, TOKEN, USER};

/// How many items the answer lists; it is 2 KB then.
pub(crate) const KEYS: usize = 14;

pub(crate) fn run() -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
    println!("{}", listener.local_addr()?);
    thread::spawn(|| {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(0);
    });
    runtime.block_on(async {
        let keys = Bytes::from((0..KEYS).map(key).collect::<Value>().to_string());
        loop {
            let (stream, _) = listener.accept().await?;
            let keys = keys.clone();
            let service = service_fn(move |request| {
                let answer = answer(&request, &keys);
                async { Ok::<_, Infallible>(answer) }
            });
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    })
}

fn key(number: usize) -> Value {
    json!({
        "id": { "uuid": format!("0b8f7d52-6c1e-4f0e-9a55-3f2d9c7e{number:04}"), "site": format!("DMK-{number:06}") },
        "label": format!("key of notebook {number}"),
        "expires": format!("2027-01-{:02}T09:30:00", number + 1),
        "hasExpired": number % 3 == 0,
    })
}

/// Both clients have to send the same, or they could not be compared.
fn answer(request: &Request<Incoming>, keys: &Bytes) -> Response<Full<Bytes>> {
    if !is_right(request.headers()) || request.uri().path() != format!("/api/v1/users/{USER}/keys") {
        let mut refusal = Response::new(Full::default());
        *refusal.status_mut() = StatusCode::BAD_REQUEST;
        return refusal;
    }
    let mut response = Response::new(Full::new(keys.clone()));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

fn is_right(headers: &HeaderMap) -> bool {
    let is = |name, value: &str| headers.get(name).is_some_and(|set| set == value);
    // The fourth is `Host`.
    headers.len() == 4
        && is(ACCEPT, "application/json")
        && is(USER_AGENT, "datameta-client/0.1.0")
        && is(AUTHORIZATION, &format!("Bearer {TOKEN}"))
}
