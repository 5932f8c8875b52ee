//! A client that was written for the first runtime fits today's, and sends what it always sent.

use docwright_client_tests::{SECRET, Server};
use frozen_client::apis::part::AddPartError;
use frozen_client::models::{Color, ListPartsStates, Order, Part, PartPatch};
use frozen_client::{Client, Error, Field};

/// Sends a call that succeeds with `body`, and compares what arrived.
async fn check<T>(
    status: u16,
    body: &'static str,
    call: impl AsyncFnOnce(Client) -> Result<T, Error>,
    expected: &str,
) -> T {
    let server = Server::start().await;
    server.answer(status, body);
    let client = Client::builder()
        .base_url(server.url("/v1"))
        .header_key(SECRET)
        .query_key(SECRET)
        .cookie_key(SECRET)
        .login("ada", SECRET)
        .token(SECRET)
        .oauth(SECRET)
        .prefixed(SECRET)
        .build()
        .unwrap();
    let answer = call(client).await.unwrap();
    assert_eq!(server.sent().text(), expected);
    answer
}

const PART: &str = r#"{"id":1,"name":"bolt","color":"dark-blue","grade":7,"weight":2}"#;

#[tokio::test]
async fn parameters_go_where_they_always_went() {
    let parts = check(
        200,
        r#"[{"id":1,"name":"bolt","color":"dark-blue","grade":7,"weight":2}]"#,
        async |client| {
            client
                .part()
                .list_parts("main street")
                .page(2)
                .tags(["a b", "c"])
                .states(&[ListPartsStates::New, ListPartsStates::Used])
                .x_trace("t1")
                .session("s1")
                .since("2024-02-29T12:00:00Z".parse().unwrap())
                .day("2024-02-29".parse().unwrap())
                .exact(true)
                .await
        },
        "GET /v1/stores/main%20street/parts?page=2&tags=a%20b&tags=c&states=new%7Cused&since=2024-02-29T12%3A00%3A00Z&day=2024-02-29&exact=true&key=s3cret\n\
         accept: application/json\ncookie: session=s1; sid=s3cret\nx-key: s3cret\nx-trace: t1\n",
    )
    .await;
    assert_eq!(parts[0].color, Some(Color::DarkBlue));
    assert_eq!(parts[0].additional_properties["weight"], 2);
}

#[tokio::test]
async fn bodies_are_written_as_ever() {
    let part = Part::new(1, "bolt").color(Color::Red);
    check(
        201,
        PART,
        async |client| client.part().add_part(&part).await,
        "POST /v1/parts\naccept: application/json\nauthorization: Basic YWRhOnMzY3JldA==\ncontent-type: application/json\nx-key: s3cret\n\n\
         {\"color\":\"red\",\"id\":1,\"name\":\"bolt\"}",
    )
    .await;
    check(
        200,
        PART,
        async |client| client.part().patch_part(1).part_patch(&PartPatch::new().note(Field::Null)).await,
        "PATCH /v1/parts/1\naccept: application/json\nauthorization: Bearer s3cret\n\
         content-type: application/merge-patch+json\n\n{\"note\":null}",
    )
    .await;
    check(
        204,
        "",
        async |client| client.part().put_note(1, "heavy").await,
        "PUT /v1/parts/1/note\ncontent-type: text/plain\n\nheavy",
    )
    .await;
    check(
        204,
        "",
        async |client| client.part().put_image(1, "pixels").await,
        "PUT /v1/parts/1/image\ncontent-type: application/octet-stream\n\npixels",
    )
    .await;
}

#[tokio::test]
async fn forms_are_written_as_ever() {
    let answer = check(
        200,
        r#"{"token":"t"}"#,
        async |client| client.part().sign_in("ada", "p&q").remember(true).await,
        "POST /v1/sign-in\naccept: application/json\ncontent-type: application/x-www-form-urlencoded\n\n\
         user=ada&password=p%26q&remember=true",
    )
    .await;
    assert_eq!(answer["token"], "t");
}

#[tokio::test]
async fn files_are_sent() {
    let server = Server::start().await;
    server.answer(200, "{}");
    let client = Client::builder().base_url(server.url("/v1")).build().unwrap();
    client.part().upload("bolt", "pixels").preview("p").labels(["new"]).await.unwrap();
    let sent = server.sent();
    assert!(sent.header("content-type").starts_with("multipart/form-data; boundary="), "{sent:?}");
    let text = sent.text();
    for part in ["name=\"title\"\r\n\r\nbolt\r\n", "name=\"file\"; filename=\"file\"\r\n", "\r\n\r\npixels\r\n"] {
        assert!(text.contains(part), "{text}");
    }
}

#[tokio::test]
async fn answers_are_read_as_ever() {
    let name = check(
        200,
        "bolt",
        async |client| client.part().part_name(1).await,
        "GET /v1/parts/1/name\naccept: text/plain\n",
    )
    .await;
    assert_eq!(name, "bolt");
    let image = check(
        200,
        "pixels",
        async |client| client.part().part_image(1).await,
        "GET /v1/parts/1/image\naccept: application/octet-stream\n",
    )
    .await;
    assert_eq!(image, "pixels");
    check(
        204,
        "",
        async |client| client.part().remove_part(1).await,
        "DELETE /v1/parts/1\nauthorization: Token s3cret\n",
    )
    .await;
    check(200, "", async |client| client.part().head_part(1).await, "HEAD /v1/parts/1\n").await;
}

#[tokio::test]
async fn failures_are_told_apart_as_ever() {
    let server = Server::start().await;
    server.answer(409, r#"{"text":"there is one"}"#);
    let client = Client::builder().base_url(server.url("/v1")).build().unwrap();
    let error = client.part().add_part(&Part::new(1, "bolt")).await.unwrap_err();
    assert!(matches!(error.documented(), Some(AddPartError::Conflict(problem)) if problem.text == "there is one"));
}

#[test]
fn builders_name_what_is_missing() {
    let error = Order::builder().buyer("ada").build().unwrap_err();
    assert_eq!(error.to_string(), "the required field `Order.street` is not set");
}
