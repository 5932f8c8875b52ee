//! Semaphore: two keys in headers of their own, and a login that sends neither.

mod answers;
mod credentials;

use docwright_client_tests::{Operation, SECRET, Server, hiding, send};
use semaphore_client::models::Login;
use semaphore_client::{Client, ClientBuilder};

pub(crate) fn client(server: &Server) -> Client {
    client_with(server, |builder| builder)
}

fn client_with(server: &Server, settings: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    let builder = settings(Client::builder().base_url(server.url("/api")));
    hiding(hiding(builder).build().unwrap())
}

fn login() -> Login {
    Login::new().auth("ada").password(SECRET)
}

pub(crate) const OPERATIONS: [Operation<Client>; 6] = [
    Operation {
        call: |client, setters| send(client.authentication().auth_login_post(&login()), setters),
        sent: "POST /api/auth/login\n\
               content-type: application/json\n\n\
               {\"auth\":\"ada\",\"password\":\"s3cret\"}",
        secured: false,
        wrong: &[],
    },
    Operation {
        call: |client, setters| send(client.authentication().auth_login_post(&Login::new()), setters),
        sent: "POST /api/auth/login\ncontent-type: application/json\n\n{}",
        secured: false,
        wrong: &[],
    },
    Operation {
        call: |client, setters| send(client.authentication().auth_logout_post(), setters),
        sent: "POST /api/auth/logout\n",
        secured: true,
        wrong: &[],
    },
    Operation {
        call: |client, setters| send(client.authentication().user_tokens_api_token_id_delete(SECRET), setters),
        sent: "DELETE /api/user/tokens/s3cret\n",
        secured: true,
        wrong: &[],
    },
    Operation {
        call: |client, setters| send(client.authentication().user_tokens_get(), setters),
        sent: "GET /api/user/tokens\naccept: application/json, text/plain; charset=utf-8;q=0.5\n",
        secured: true,
        wrong: &["", "<html>", "{}", "[5]", r#"[{"id":5}]"#, r#"[{"expired":"no"}]"#, r#"[{"user_id":"s3cret"}]"#],
    },
    Operation {
        call: |client, setters| send(client.authentication().user_tokens_post(), setters),
        sent: "POST /api/user/tokens\naccept: application/json, text/plain; charset=utf-8;q=0.5\n",
        secured: true,
        wrong: &["", "<html>", "[]", "\"s3cret\"", r#"{"id":5}"#, r#"{"user_id":1.5}"#],
    },
];
