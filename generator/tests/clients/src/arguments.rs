//! Arguments that have to be encoded.

use crate::{Outcome, Server};

/// Values and their text in a path, where each has to stay one segment.
const PATH_VALUES: [(&str, &str); 7] = [
    ("a.b-c_d~9", "a.b-c_d~9"),
    ("../admin", "..%2Fadmin"),
    (":/?#[]@", "%3A%2F%3F%23%5B%5D%40"),
    ("!$&'()*+,;=", "%21%24%26%27%28%29%2A%2B%2C%3B%3D"),
    ("é 日本", "%C3%A9%20%E6%97%A5%E6%9C%AC"),
    ("%2E%2E", "%252E%252E"),
    ("a\r\nb\\{c}\"<d>", "a%0D%0Ab%5C%7Bc%7D%22%3Cd%3E"),
];

/// Values and their text in a query, where each has to stay one value.
const QUERY_VALUES: [(&str, &str); 5] = [
    ("a.b-c_d~9", "a.b-c_d~9"),
    ("a&b=c#d", "a%26b%3Dc%23d"),
    ("a+b c;d%", "a%2Bb%20c%3Bd%25"),
    ("é 日本", "%C3%A9%20%E6%97%A5%E6%9C%AC"),
    ("", ""),
];

/// Checks that a path argument stays where `{}` stands in `target`, and that one which cannot is not sent.
pub async fn check_path<C>(client: impl FnOnce(&Server) -> C, target: &str, call: impl Fn(&C, &str) -> Outcome) {
    let server = Server::start().await;
    let client = client(&server);
    for (value, expected) in PATH_VALUES {
        let error = call(&client, value).await.unwrap_err();
        assert!(error.is_status(), "{error:?}");
        assert_eq!(server.sent().target(), target.replace("{}", expected));
    }
    for value in ["", ".", ".."] {
        let error = call(&client, value).await.unwrap_err();
        assert!(error.is_request(), "{error:?}");
        assert!(server.all_sent().is_empty());
    }
}

/// Checks that a query argument stays where `{}` stands in `target`.
pub async fn check_query<C>(client: impl FnOnce(&Server) -> C, target: &str, call: impl Fn(&C, &str) -> Outcome) {
    let server = Server::start().await;
    let client = client(&server);
    for (value, expected) in QUERY_VALUES {
        let error = call(&client, value).await.unwrap_err();
        assert!(error.is_status(), "{error:?}");
        assert_eq!(server.sent().target(), target.replace("{}", expected));
    }
}
