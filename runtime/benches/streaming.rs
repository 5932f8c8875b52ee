//! Moves a lot through a client, both ways, and prints the most memory that it ever held.
//!
//! ```sh
//! cargo bench -p docwright-runtime --bench streaming            # 4 GiB each way
//! cargo bench -p docwright-runtime --bench streaming -- 256     # so many MiB
//! ```
//!
//! The server is a process of its own, so that the figure is the client's. It is read from `/proc`, so this runs on
//! Linux.

#![expect(clippy::unwrap_used, reason = "a bench fails by a panic")]

use std::convert::Infallible;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use docwright_runtime::http::{Request, Response};
use docwright_runtime::{Body, Call, CallExt as _, FilePart, client_builder, rt};
use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpListener;

const MIB: u64 = 1024 * 1024;

struct Client {
    inner: rt::Client,
}

struct ClientBuilder(rt::ClientBuilder);

client_builder!(ClientBuilder -> Client);

impl Client {
    /// Sends a body that the server counts.
    async fn upload(&self, change: impl FnOnce(&mut rt::Request)) -> u64 {
        static OPERATION: rt::Operation = rt::Operation::post("/");
        let mut request = rt::Request::new(&self.inner, &OPERATION);
        change(&mut request);
        request.decode().await.unwrap()
    }

    /// A call that so many bytes are the answer to.
    fn download(&self, bytes: u64) -> Call<docwright_runtime::Bytes> {
        static OPERATION: rt::Operation = rt::Operation::get("/{bytes}");
        let mut request = rt::Request::new(&self.inner, &OPERATION);
        request.path("bytes", &bytes);
        request.bytes()
    }
}

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "serve") {
        return serve().await;
    }
    // `cargo test --all-targets` runs this too, where it should be quick.
    let usual = if arguments.iter().any(|argument| argument == "--bench") { 4 * 1024 } else { 16 };
    let bytes = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(usual) * MIB;
    let (mut server, url) = start();
    let client =
        ClientBuilder(rt::ClientBuilder::new(url, "streaming")).attempt_timeout(Duration::MAX).build().unwrap();
    run(&client, bytes).await;
    server.kill().unwrap();
    server.wait().unwrap();
}

async fn run(client: &Client, bytes: u64) {
    println!("{} MiB each; {} KiB before", bytes / MIB, most_memory());
    let folder = tempfile::tempdir().unwrap();
    let (source, target) = (folder.path().join("source"), folder.path().join("target"));
    // A file of nothing but a length takes no room on the disk.
    File::create(&source).unwrap().set_len(bytes).unwrap();

    let start = Instant::now();
    let file = Body::from_path(&source).await.unwrap();
    assert_eq!(client.upload(|request| request.body_as("application/octet-stream", file)).await, bytes);
    report("a file up", start);

    let start = Instant::now();
    let reader = Body::from_reader(tokio::io::repeat(1).take(bytes / 2), None);
    let file = FilePart::from_path(&source).await.unwrap();
    let sent = client.upload(|request| request.files("files", [FilePart::new(reader), file])).await;
    assert!(sent > bytes * 3 / 2);
    report("a file and a half up, in two parts", start);

    let start = Instant::now();
    let answer = client.download(bytes).send_streaming().await.unwrap();
    assert_eq!(answer.body.write_to(tokio::io::sink()).await.unwrap(), bytes);
    report("down", start);

    let start = Instant::now();
    let answer = client.download(bytes).send_streaming().await.unwrap();
    assert_eq!(answer.body.save(&target).await.unwrap(), bytes);
    report("down into a file", start);
}

fn report(what: &str, start: Instant) {
    println!("{what}: {:.1} s, at most {} KiB of memory so far", start.elapsed().as_secs_f64(), most_memory());
}

/// The peak of the resident set in KiB.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

/// Starts this program as a server.
fn start() -> (Child, String) {
    let program = std::env::current_exe().unwrap();
    let mut server = Command::new(program).arg("serve").stdout(Stdio::piped()).spawn().unwrap();
    let mut url = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut url).unwrap();
    (server, url.trim().to_owned())
}

async fn serve() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("http://{}", listener.local_addr().unwrap());
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(answer)));
    }
}

/// Counts what a request holds, or answers as many bytes as its path says.
async fn answer(request: Request<Incoming>) -> Result<Response<Body>, Infallible> {
    if let Ok(bytes) = request.uri().path()[1..].parse::<u64>() {
        return Ok(Response::new(Body::from_reader(tokio::io::repeat(2).take(bytes), bytes)));
    }
    let (mut body, mut count) = (request.into_body(), 0);
    while let Some(frame) = body.frame().await {
        count += frame.unwrap().data_ref().map_or(0, |data| data.len() as u64);
    }
    Ok(Response::new(Body::from(count.to_string())))
}
