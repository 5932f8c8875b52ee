//! Bodies that are read from somewhere while they are sent.

use std::fs::{self, File};
use std::io::{Seek as _, SeekFrom};
use std::sync::{Arc, Mutex};

use docwright_runtime::http::{Request, Response};
use docwright_runtime::{Body, BoxError, Bytes, Error, FilePart, rt};
use http_body_util::BodyExt as _;
use hyper::body::Incoming;

use crate::generated::{Client, Key};
use crate::server;

/// Answers with the length that the request told, how it was sent, and its body; a JSON string.
async fn echo(request: Request<Incoming>) -> Response<Body> {
    let (head, body) = request.into_parts();
    let header = |name: &str| head.headers.get(name).map_or("-", |value| value.to_str().unwrap()).to_owned();
    let lines = [header("content-type"), header("content-length"), header("transfer-encoding")];
    let Ok(body) = body.collect().await else { return Response::new(Body::from("\"broken\"")) };
    let text = format!("{}\n{}", lines.join(" "), String::from_utf8_lossy(&body.to_bytes()));
    Response::new(Body::from(serde_json::to_vec(&text).unwrap()))
}

async fn send(change: impl FnOnce(&mut rt::Request)) -> Result<String, Error> {
    let client = Client::builder().base_url(server::stream(echo).await).build().unwrap();
    let answer = client.keys().create(&Key::default()).change(change).await?;
    Ok(answer.as_str().unwrap().to_owned())
}

async fn send_body(body: Body) -> Result<String, Error> {
    send(|request| request.body_as("text/plain", body)).await
}

async fn read(body: Body) -> Result<Bytes, BoxError> {
    Ok(body.collect().await?.to_bytes())
}

/// A file in a folder that is gone when the test ends.
fn file(content: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    fs::write(&path, content).unwrap();
    (folder, path)
}

#[tokio::test]
async fn what_has_no_length_is_sent_in_chunks() {
    let body = Body::from_reader(&b"abc"[..], None);
    assert_eq!(send_body(body).await.unwrap(), "text/plain - chunked\nabc");
    let (mut sender, body) = tokio::io::duplex(8);
    tokio::spawn(async move { tokio::io::AsyncWriteExt::write_all(&mut sender, b"abcdefghijkl").await });
    assert_eq!(send_body(Body::from_reader(body, None)).await.unwrap(), "text/plain - chunked\nabcdefghijkl");
}

#[tokio::test]
async fn a_length_that_is_told_is_sent() {
    assert_eq!(send_body(Body::from_reader(&b"abc"[..], 3)).await.unwrap(), "text/plain 3 -\nabc");
    assert_eq!(send_body(Body::from_reader(&b""[..], 0)).await.unwrap(), "text/plain 0 -\n");
    let (_folder, path) = file("abc");
    assert_eq!(send_body(Body::from_path(path).await.unwrap()).await.unwrap(), "text/plain 3 -\nabc");
}

#[tokio::test]
async fn a_length_that_was_wrong_fails_the_call() {
    assert!(send_body(Body::from_reader(&b"abc"[..], 4)).await.unwrap_err().is_transport());
    let short = read(Body::from("abc").with_length(4)).await.unwrap_err();
    assert_eq!(short.to_string(), "the body is shorter than was told, by 1");
    let long = read(Body::from("abc").with_length(2)).await.unwrap_err();
    assert_eq!(long.to_string(), "the body is longer than was told");
}

#[tokio::test]
async fn a_reader_that_fails_fails_the_call() {
    let (folder, _) = file("");
    let broken = tokio::io::AsyncReadExt::chain(&b"abc"[..], Broken);
    assert!(send_body(Body::from_reader(broken, None)).await.unwrap_err().is_transport());
    assert!(Body::from_path(folder.path().join("none")).await.is_err());
}

/// A reader with nothing but an error.
struct Broken;

impl tokio::io::AsyncRead for Broken {
    fn poll_read(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
        _: &mut tokio::io::ReadBuf<'_>,
    ) -> std::task::Poll<std::io::Result<()>> {
        std::task::Poll::Ready(Err(std::io::ErrorKind::ConnectionReset.into()))
    }
}

#[tokio::test]
async fn a_file_can_be_read_again_even_at_once() {
    let content = "0123456789".repeat(20_000);
    let (_folder, path) = file(&content);
    let body = Body::from_path(&path).await.unwrap();
    // What was opened stays open, whatever becomes of its name.
    fs::remove_file(path).unwrap();
    let (again, once_more) = (body.try_clone().unwrap(), body.try_clone().unwrap().try_clone().unwrap());
    let (one, two) = tokio::join!(read(body), read(again));
    assert_eq!((one.unwrap(), two.unwrap()), (content.clone().into(), content.clone().into()));
    assert_eq!(read(once_more).await.unwrap(), content);
}

#[tokio::test]
async fn an_open_file_is_sent_from_where_it_stands() {
    let (_folder, path) = file("abcdef");
    let mut open = File::open(&path).unwrap();
    open.seek(SeekFrom::Start(2)).unwrap();
    assert_eq!(send_body(Body::from_file(open).unwrap()).await.unwrap(), "text/plain 4 -\ncdef");
}

#[tokio::test]
async fn a_file_that_shrinks_breaks_off() {
    let (_folder, path) = file("abcdef");
    let body = Body::from_path(&path).await.unwrap();
    fs::write(&path, "abc").unwrap();
    assert!(read(body).await.is_err());
}

#[tokio::test]
async fn what_is_no_regular_file_is_refused() {
    let (folder, _) = file("");
    assert!(Body::from_path(folder.path()).await.is_err());
}

#[test]
fn a_body_is_not_wrapped_again() {
    assert!(Body::new(Body::from("abc")).is_replayable());
    assert!(!Body::new(http_body_util::Empty::<Bytes>::new()).is_replayable());
}

#[tokio::test]
async fn only_what_can_be_made_again_is_cloned() {
    assert!(Body::from_reader(&b"abc"[..], 3).try_clone().is_none());
    assert!(!Body::from_reader(&b"abc"[..], 3).is_replayable());
    let made = Body::from_fn(|| Body::from_reader(&b"abc"[..], None)).with_length(3);
    assert!(made.is_replayable());
    let again = made.try_clone().unwrap().try_clone().unwrap();
    assert_eq!(format!("{again:?}"), "Body(3 bytes)");
    assert_eq!((read(made).await.unwrap(), read(again).await.unwrap()), ("abc".into(), "abc".into()));
}

#[tokio::test]
async fn progress_begins_again_with_the_body() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let told = seen.clone();
    let body = Body::from(vec![0; 70_000]).on_progress(move |done, total| told.lock().unwrap().push((done, total)));
    let again = body.try_clone().unwrap();
    read(body).await.unwrap();
    read(again).await.unwrap();
    let once = [(65_536, Some(70_000)), (70_000, Some(70_000))];
    assert_eq!(*seen.lock().unwrap(), [once, once].concat());
}

#[tokio::test]
async fn files_are_parts_with_names_and_types() {
    let (_folder, path) = file("a,b");
    let table = FilePart::from_path(path).await.unwrap().content_type("text/csv");
    let stream = FilePart::new(Body::from_reader(&b"one"[..], 3)).file_name("ä \"1\".txt");
    let sent = send(|request| {
        request.part("title", "x");
        request.file("table", "replaced");
        request.file("table", table);
        request.files("more", [FilePart::from("zero"), stream]);
        request.files("none", [""; 0]);
    });
    let sent = sent.await.unwrap();
    let (head, body) = sent.split_once('\n').unwrap();
    let (boundary, length) = head.strip_prefix("multipart/form-data; boundary=").unwrap().split_once(' ').unwrap();
    assert_eq!(length, format!("{} -", body.len()));
    const FORM: &str = "Content-Disposition: form-data";
    const OCTETS: &str = "Content-Type: application/octet-stream";
    assert_eq!(
        body.replace(boundary, "B"),
        format!(
            "--B\r\n{FORM}; name=\"title\"\r\n\r\nx\r\n\
             --B\r\n{FORM}; name=\"table\"; filename=\"table.csv\"\r\nContent-Type: text/csv\r\n\r\na,b\r\n\
             --B\r\n{FORM}; name=\"more\"; filename=\"more\"\r\n{OCTETS}\r\n\r\nzero\r\n\
             --B\r\n{FORM}; name=\"more\"; filename=\"ä %221%22.txt\"\r\n{OCTETS}\r\n\r\none\r\n--B--\r\n"
        )
    );
}

#[tokio::test]
async fn a_part_without_a_length_makes_the_whole_chunked() {
    let file = Body::from_reader(&b"one"[..], None);
    let sent = send(|request| request.file("f", file)).await.unwrap();
    assert!(sent.lines().next().unwrap().ends_with(" - chunked"), "{sent}");
    assert!(sent.contains("filename=\"f\"\r\n") && sent.contains("\r\n\r\none\r\n"), "{sent}");
}

/// A call can be shared by threads, as ever, though a stream cannot.
#[test]
fn calls_are_sync() {
    fn is_sync<T: Sync>(_: &T) {}
    let client = Client::builder().build().unwrap();
    let stream = Body::from_reader(&b"abc"[..], None);
    is_sync(&client.keys().create(&Key::default()).change(|request| request.body_as("text/plain", stream)));
}
