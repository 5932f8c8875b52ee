//! Parameters and bodies as they leave.

use docwright_runtime::{CallOptions as _, Error, rt};

use crate::generated::{Color, Key};
use crate::recorder::Recorder;

#[tokio::test]
async fn a_request_is_complete() {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder);
    let call = client.keys().list().page(2).colors(&[Color::Red, Color::from("x y")]).trace("é").theme("a b");
    assert_eq!(call.await.unwrap(), []);
    assert_eq!(
        recorder.sent(),
        "GET https://api.example.com/v1/keys?page=2&color=red&color=x%20y\n\
         accept: application/json, text/plain; charset=utf-8\n\
         cookie: theme=a%20b\n\
         user-agent: test\n\
         x-trace: é\n\n"
    );
}

#[tokio::test]
async fn a_later_value_replaces_an_earlier_one() {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder);
    client.keys().list().page(1).trace("a\n").theme("a").page(2).trace("b").theme("c").await.unwrap();
    assert_eq!(recorder.sent_url(), "https://api.example.com/v1/keys?page=2");
    assert_eq!(recorder.sent_header("x-trace"), ["b"]);
    assert_eq!(recorder.sent_header("cookie"), ["theme=c"]);
}

#[track_caller]
fn check_ids(ids: impl IntoIterator<Item = impl Into<String>>, expected: &str) {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder.base_url("http://h"));
    block_on(client.keys().list().ids(["old"]).ids(ids).send()).unwrap();
    assert_eq!(recorder.sent_url(), format!("http://h/keys{expected}"));
}

#[test]
fn an_array_of_strings_comes_in_any_form() {
    let owned = vec!["a b".to_owned(), "c".to_owned()];
    check_ids(["a b", "c"], "?ids=a%20b&ids=c");
    check_ids(&owned, "?ids=a%20b&ids=c");
    check_ids(owned, "?ids=a%20b&ids=c");
    check_ids("a b/c".split('/'), "?ids=a%20b&ids=c");
    check_ids([""; 0], "");
}

#[tokio::test]
async fn any_array_may_be_borrowed_or_not() {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder.base_url("http://h"));
    client.keys().list().levels([1, 2]).shades([Color::Red]).await.unwrap();
    let (slice, owned): (&[i64], _) = (&[3], vec![Color::Green, Color::Red]);
    let call = client.keys().list().levels(slice).levels((1..4).rev()).shades(&owned);
    call.shades(owned.iter().filter(|color| **color == Color::Green)).await.unwrap();
    client.keys().list().levels([0_i64; 0]).shades(owned).await.unwrap();
    assert_eq!(
        recorder.all_urls(),
        [
            "http://h/keys?level=1&level=2&shade=red",
            "http://h/keys?level=3&level=2&level=1&shade=green",
            "http://h/keys?shade=green&shade=red",
        ]
    );
}

#[tokio::test]
async fn parameters_have_their_styles() {
    let recorder = Recorder::answering(200, b"{}");
    let client = recorder.client(|builder| builder.base_url("http://h"));
    let range = serde_json::json!({"high": 2, "low": 1});
    let call = client.keys().create(&Key::default()).change(|request| {
        request.query_deep("range", &range);
        request.query_deep("none", &serde_json::json!({}));
        request.header_exploded("X-Range", &range);
        request.cookie_joined("ids", &["a,b", "c"]);
        request.cookie_joined("none", &[""; 0]);
    });
    call.await.unwrap();
    assert_eq!(recorder.sent_url(), "http://h/keys?range%5Bhigh%5D=2&range%5Blow%5D=1");
    assert_eq!(recorder.sent_header("x-range"), ["high=2,low=1"]);
    assert_eq!(recorder.sent_header("cookie"), ["ids=a%2Cb,c"]);
}

#[tokio::test]
async fn a_path_has_its_style() {
    for (style, expected) in [
        (rt::PathStyle::SimpleExploded, "/keys/high=2,low=1"),
        (rt::PathStyle::Label, "/keys/.high,2,low,1"),
        (rt::PathStyle::LabelExploded, "/keys/.high=2.low=1"),
        (rt::PathStyle::Matrix, "/keys/;id=high,2,low,1"),
        (rt::PathStyle::MatrixExploded, "/keys/;high=2;low=1"),
    ] {
        let recorder = Recorder::default();
        let client = recorder.client(|builder| builder.base_url("http://h"));
        let range = serde_json::json!({"high": 2, "low": 1});
        client.keys().delete("replaced").change(|request| request.path_as("id", style, &range)).await.unwrap();
        assert_eq!(recorder.sent_url(), format!("http://h{expected}"));
    }
}

#[track_caller]
fn check_path(id: &str, expected: &str) {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder.base_url("http://h"));
    block_on(client.keys().delete(id).send()).unwrap();
    assert_eq!(recorder.sent_url(), expected);
}

#[track_caller]
fn check_path_refused(id: &str) {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder);
    let error: Error = block_on(client.keys().delete(id).send()).unwrap_err();
    assert!(error.is_request());
    assert_eq!(
        error.to_string(),
        "DELETE /keys/{id}: path parameter `id`: a path segment cannot be empty, `.` or `..`"
    );
    assert!(recorder.is_unused());
}

fn block_on<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

#[test]
fn a_path_value_stays_in_its_segment() {
    check_path("a", "http://h/keys/a");
    check_path("../admin", "http://h/keys/..%2Fadmin");
    check_path(":/?#[]@", "http://h/keys/%3A%2F%3F%23%5B%5D%40");
    check_path("!$&'()*+,;=", "http://h/keys/%21%24%26%27%28%29%2A%2B%2C%3B%3D");
    check_path("日 %\r\n", "http://h/keys/%E6%97%A5%20%25%0D%0A");
    check_path("%2E%2E", "http://h/keys/%252E%252E");
}

#[test]
fn a_path_value_cannot_name_another_resource() {
    check_path_refused("");
    check_path_refused(".");
    check_path_refused("..");
}

#[tokio::test]
async fn a_header_value_cannot_end_its_line() {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder);
    let error = client.keys().list().trace("a\r\nX-Admin: 1").await.unwrap_err();
    assert!(error.is_request());
    assert_eq!(error.to_string(), "GET /keys: header `X-Trace`: the value holds CR, LF or another control character");
    let error = client.keys().list().header("X-Trace", "a\n").await.unwrap_err();
    assert!(error.is_request());
    assert!(recorder.is_unused());
}

#[tokio::test]
async fn a_joined_list_is_one_value() {
    let recorder = Recorder::answering(200, b"{}");
    let client = recorder.client(|builder| builder.base_url("http://h"));
    let call = client.keys().create(&Key::default()).change(|request| {
        request.query_joined("ids", ',', &["old"]);
        request.query_joined("gone", ',', &["old"]);
        request.query_joined("ids", ',', &["a,b", "c"]);
        request.query_joined("gone", ',', &[""; 0]);
        request.query_joined("tags", '|', &[1, 2]);
    });
    call.await.unwrap();
    assert_eq!(recorder.sent_url(), "http://h/keys?ids=a%2Cb,c&tags=1%7C2");
}

#[tokio::test]
async fn a_value_that_is_nested_is_refused_by_name() {
    let recorder = Recorder::answering(200, b"{}");
    let client = recorder.client(|builder| builder);
    let nested = [[1]];
    let create = || client.keys().create(&Key::default());
    for (call, expected) in [
        (create().change(|request| request.query("q", &nested)), "query parameter `q`"),
        (create().change(|request| request.query_joined("q", ',', &nested)), "query parameter `q`"),
        (create().change(|request| request.header("X-H", &nested)), "header `X-H`"),
        (create().change(|request| request.cookie("c", &nested)), "cookie parameter `c`"),
    ] {
        let error = call.await.unwrap_err();
        assert!(error.is_request());
        let expected = format!("POST /keys: {expected}: the value is nested too deeply for a parameter");
        assert_eq!(error.to_string(), expected);
    }
    assert!(recorder.is_unused());
}

#[tokio::test]
async fn a_header_parameter_replaces_ours() {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder);
    client.keys().list().accept("text/csv").await.unwrap();
    assert_eq!(recorder.sent_header("accept"), ["text/csv"]);
}

#[tokio::test]
async fn a_body_has_its_media_type() {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder);
    let key = Key { name: "ci".to_owned(), ..Key::default() };
    client.keys().create(&Key::default()).body(&key).await.unwrap();
    assert_eq!(
        recorder.sent(),
        "POST https://api.example.com/v1/keys\n\
         accept: application/json\n\
         content-type: application/json\n\
         user-agent: test\n\n\
         {\"name\":\"ci\"}"
    );
}
