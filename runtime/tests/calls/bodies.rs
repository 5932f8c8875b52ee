//! Request bodies other than JSON, and answers of every kind.

use docwright_runtime::{Bytes, Error, Value, rt};

use crate::generated::{Color, Key, ListKeysError};
use crate::recorder::Recorder;

/// Sends a body and returns its `Content-Type` and text.
async fn sent(change: impl FnOnce(&mut rt::Request)) -> Result<(String, String), Error> {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder);
    client.keys().create(&Key::default()).change(change).await?;
    let body = recorder.sent().split_once("\n\n").unwrap().1.to_owned();
    Ok((recorder.sent_header("content-type").concat(), body))
}

fn pair(content_type: &str, body: &str) -> (String, String) {
    (content_type.to_owned(), body.to_owned())
}

#[tokio::test]
async fn a_body_replaces_a_body_of_another_kind() {
    let body = sent(|request| request.json_as("application/merge-patch+json", &[1])).await.unwrap();
    assert_eq!(body, pair("application/merge-patch+json", "[1]"));
    let body = sent(|request| request.text_as("text/plain", "é")).await.unwrap();
    assert_eq!(body, pair("text/plain", "é"));
    let body = sent(|request| request.bytes_as("application/octet-stream", vec![b'a'])).await.unwrap();
    assert_eq!(body, pair("application/octet-stream", "a"));
}

#[tokio::test]
async fn form_fields_are_in_order() {
    let form = |request: &mut rt::Request| {
        request.form("a", "x");
        request.form("b", &[Color::Red, Color::Green]);
        request.form("c", &None::<i32>);
        request.form("a", "y z");
    };
    let body = sent(form).await.unwrap();
    assert_eq!(body, pair("application/x-www-form-urlencoded", "a=y+z&b=red&b=green"));
}

#[tokio::test]
async fn form_fields_have_their_styles() {
    let form = |request: &mut rt::Request| {
        let range = serde_json::json!({"high": 2, "low": 1});
        request.form_joined("a", ',', &["x,y", "z"]);
        request.form_deep("b", &range);
        request.form_exploded("c", &range);
        request.form_joined("d", '|', &[""; 0]);
    };
    let body = sent(form).await.unwrap();
    let expected = "a=x%2Cy,z&b%5Bhigh%5D=2&b%5Blow%5D=1&high=2&low=1";
    assert_eq!(body, pair("application/x-www-form-urlencoded", expected));
    let (_, body) = sent(|request| request.part_joined("a", ' ', &[1, 2])).await.unwrap();
    assert!(body.contains("name=\"a\"\r\n\r\n1 2\r\n"), "{body}");
}

#[tokio::test]
async fn parts_are_in_order() {
    let parts = |request: &mut rt::Request| {
        request.part("a", "x");
        request.file_part("f", "1.txt", "text/plain", "one");
        request.file_part("f", "2.txt", "text/plain", "two");
    };
    let (content_type, body) = sent(parts).await.unwrap();
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    assert_eq!(
        body.replace(boundary, "B"),
        "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n\
         --B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"1.txt\"\r\nContent-Type: text/plain\r\n\r\none\r\n\
         --B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"2.txt\"\r\nContent-Type: text/plain\r\n\r\ntwo\r\n\
         --B--\r\n"
    );
}

#[tokio::test]
async fn what_cannot_be_encoded_is_reported_when_sent() {
    let error = sent(|request| request.form("a", &f64::NAN)).await.unwrap_err();
    assert!(error.is_request());
    assert_eq!(error.to_string(), "POST /keys: form field `a`: a number that is not finite has no text");
    let error = sent(|request| request.file_part("f", "x", "text/plain\r\n", "")).await.unwrap_err();
    assert!(error.is_request());
}

#[tokio::test]
async fn an_answer_is_decoded_as_documented() {
    let client = Recorder::answering(200, b"[{\"name\":\"ci\"}]").client(|builder| builder);
    let response = client.keys().list().send().await.unwrap();
    assert_eq!(response.status, 200);
    assert_eq!(response.headers["x-answer"], "1");
    assert_eq!(response.raw, "[{\"name\":\"ci\"}]");
    assert_eq!(response.body, [Key { name: "ci".to_owned(), ..Key::default() }]);

    let client = Recorder::answering(200, "é".as_bytes()).client(|builder| builder);
    assert_eq!(client.keys().export().await.unwrap(), "é");
    assert_eq!(client.keys().archive().await.unwrap(), Bytes::from("é"));
    let deleted = client.keys().delete("a").send().await.unwrap();
    assert_eq!(deleted.raw, "é");
}

#[tokio::test]
async fn an_empty_answer_is_null() {
    let client = Recorder::answering(204, b"").client(|builder| builder);
    assert_eq!(client.keys().create(&Key::default()).await.unwrap(), Value::Null);
}

#[tokio::test]
async fn a_byte_order_mark_before_json_is_passed_over() {
    let client = Recorder::answering(200, b"\xef\xbb\xbf[{\"name\":\"ci\"}]").client(|builder| builder);
    assert_eq!(client.keys().list().await.unwrap()[0].name, "ci");
    let client = Recorder::answering(200, b"\xef\xbb\xbf[{\"name\":5}]").client(|builder| builder);
    assert_eq!(client.keys().list().await.unwrap_err().json_path(), Some("[0].name"));
    let client = Recorder::answering(401, b"\xef\xbb\xbf{\"message\":\"no\"}").client(|builder| builder);
    assert!(client.keys().list().await.unwrap_err().documented::<ListKeysError>().is_some());
    let client = Recorder::answering(200, b"\xef\xbb\xef[]").client(|builder| builder);
    assert!(client.keys().list().await.unwrap_err().is_decode());
}
