//! DataMeta: a bearer token and a cookie, optional bodies, and typed failures for every operation.

mod answers;
mod arguments;
mod credentials;
mod failures;

use datameta_client::models::{CreateTokenRequest, PasswordChange};
use datameta_client::{Client, ClientBuilder};
use docwright_client_tests::{Operation, SECRET, Server, hiding, send};

pub(crate) fn client(server: &Server) -> Client {
    client_with(server, |builder| builder)
}

fn client_with(server: &Server, settings: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    let builder = settings(Client::builder().base_url(server.url("/api/v1")));
    hiding(hiding(builder).build().unwrap())
}

fn key() -> CreateTokenRequest {
    CreateTokenRequest::new("ci").email("ada@example.com").password(SECRET).expires("2024-01-02T03:04:05")
}

pub(crate) const OPERATIONS: [Operation<Client>; 6] = [
    Operation {
        call: |client, setters| send(client.authentication_and_users().create_api_key(), setters),
        sent: "POST /api/v1/keys\naccept: application/json\n",
        secured: true,
        wrong: &NOT_A_SESSION,
    },
    Operation {
        call: |client, setters| {
            send(client.authentication_and_users().create_api_key().create_token_request(&key()), setters)
        },
        sent: "POST /api/v1/keys\n\
               accept: application/json\n\
               content-type: application/json\n\n\
               {\"email\":\"ada@example.com\",\"expires\":\"2024-01-02T03:04:05\",\"label\":\"ci\",\
               \"password\":\"s3cret\"}",
        secured: true,
        wrong: &NOT_A_SESSION,
    },
    Operation {
        call: |client, setters| send(client.authentication_and_users().delete_api_key(SECRET), setters),
        sent: "DELETE /api/v1/keys/s3cret\naccept: application/json\n",
        secured: true,
        wrong: &[],
    },
    Operation {
        call: |client, setters| send(client.authentication_and_users().get_user_api_keys(SECRET), setters),
        sent: "GET /api/v1/users/s3cret/keys\naccept: application/json\n",
        secured: true,
        wrong: &["", "<html>", "{}", "[5]", r#"[{"id":"k","label":"ci","expires":null,"hasExpired":false}]"#],
    },
    Operation {
        call: |client, setters| send(client.authentication_and_users().set_user_password("0"), setters),
        sent: "PUT /api/v1/users/0/password\naccept: application/json\n",
        secured: true,
        wrong: &[],
    },
    Operation {
        call: |client, setters| {
            let change = PasswordChange::new("reset-s3cret", SECRET);
            send(client.authentication_and_users().set_user_password("0").password_change(&change), setters)
        },
        sent: "PUT /api/v1/users/0/password\n\
               accept: application/json\n\
               content-type: application/json\n\n\
               {\"newPassword\":\"s3cret\",\"passwordChangeCredential\":\"reset-s3cret\"}",
        secured: true,
        wrong: &[],
    },
];

const NOT_A_SESSION: [&str; 5] = [
    "",
    "<html>",
    "5",
    r#"{"id":{"uuid":"k"},"userId":{"uuid":"u"},"label":"ci","expires":null}"#,
    r#"{"id":{"uuid":"k"},"user_id":{"uuid":"u"},"token":"t","label":"ci","expires":null}"#,
];
