//! Kleister: no security scheme, date-times, and an error body for every failure.

mod answers;
mod requests;

use docwright_client_tests::{Operation, SECRET, Server, hiding, send};
use kleister_client::models::AuthLogin;
use kleister_client::{Client, ClientBuilder};

pub(crate) fn client(server: &Server) -> Client {
    client_with(server, |builder| builder)
}

fn client_with(server: &Server, settings: fn(ClientBuilder) -> ClientBuilder) -> Client {
    let builder = settings(Client::builder().base_url(server.url("/api/v1")));
    hiding(hiding(builder).build().unwrap())
}

fn login() -> AuthLogin {
    AuthLogin::new("ada", SECRET)
}

pub(crate) const OPERATIONS: [Operation<Client>; 3] = [
    Operation {
        call: |client, setters| send(client.auth().login_user(&login()), setters),
        sent: "POST /api/v1/auth/login\n\
               accept: application/json\n\
               content-type: application/json\n\n\
               {\"password\":\"s3cret\",\"username\":\"ada\"}",
        secured: false,
        wrong: &NOT_A_TOKEN,
    },
    Operation {
        call: |client, setters| send(client.auth().refresh_auth(), setters),
        sent: "GET /api/v1/auth/refresh\naccept: application/json\n",
        secured: false,
        wrong: &NOT_A_TOKEN,
    },
    Operation {
        call: |client, setters| send(client.auth().verify_auth(SECRET), setters),
        sent: "GET /api/v1/auth/verify/s3cret\naccept: application/json\n",
        secured: false,
        wrong: &[
            "",
            "<html>",
            "[]",
            r#"{"username":"ada"}"#,
            r#"{"username":"ada","created_at":null}"#,
            r#"{"username":"ada","created_at":"2024-13-01T00:00:00Z"}"#,
            r#"{"username":5,"created_at":"2024-01-02T03:04:05Z"}"#,
        ],
    },
];

const NOT_A_TOKEN: [&str; 7] = [
    "",
    "<html>",
    "\"t\"",
    r#"{"token":"t"}"#,
    r#"{"token":"t","expires_at":"s3cret"}"#,
    r#"{"token":"t","expires_at":1704164645}"#,
    r#"{"token":"t","expiresAt":"2024-01-02T03:04:05Z"}"#,
];
