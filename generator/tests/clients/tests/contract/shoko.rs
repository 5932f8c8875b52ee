//! Shoko: a key in the header `apikey`, optional bodies, and an answer that the page leaves out.

mod answers;
mod requests;

use docwright_client_tests::{Operation, SECRET, Server, hiding, send};
use shoko_client::models::CoreAuthUser;
use shoko_client::{Client, ClientBuilder};

pub(crate) fn client(server: &Server) -> Client {
    client_with(server, |builder| builder)
}

fn client_with(server: &Server, settings: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    let builder = settings(Client::builder().base_url(server.url("")));
    hiding(hiding(builder).build().unwrap())
}

fn user() -> CoreAuthUser {
    CoreAuthUser::new(SECRET, "desk", "ada")
}

pub(crate) const OPERATIONS: [Operation<Client>; 6] = [
    Operation {
        call: |client, setters| send(client.auth().api_auth_change_password_post(), setters),
        sent: "POST /api/auth/ChangePassword\n",
        secured: true,
        wrong: &[],
    },
    Operation {
        call: |client, setters| send(client.auth().api_auth_change_password_post().body(SECRET), setters),
        sent: "POST /api/auth/ChangePassword\ncontent-type: application/json\n\n\"s3cret\"",
        secured: true,
        wrong: &[],
    },
    Operation {
        call: |client, setters| send(client.auth().api_auth_delete(), setters),
        sent: "DELETE /api/auth\n",
        secured: true,
        wrong: &[],
    },
    Operation {
        call: |client, setters| send(client.auth().api_auth_delete().apikey("revoked-s3cret"), setters),
        sent: "DELETE /api/auth?apikey=revoked-s3cret\n",
        secured: true,
        wrong: &[],
    },
    Operation {
        call: |client, setters| send(client.auth().api_auth_post(), setters),
        sent: "POST /api/auth\naccept: application/json, text/json, text/plain;q=0.5\n",
        secured: true,
        wrong: &NOT_A_KEY,
    },
    Operation {
        call: |client, setters| send(client.auth().api_auth_post().body(&user()), setters),
        sent: "POST /api/auth\n\
               accept: application/json, text/json, text/plain;q=0.5\n\
               content-type: application/json\n\n\
               {\"device\":\"desk\",\"pass\":\"s3cret\",\"user\":\"ada\"}",
        secured: true,
        wrong: &NOT_A_KEY,
    },
];

const NOT_A_KEY: [&str; 6] = ["", "<html>", "\"s3cret\"", "{}", r#"{"apikey":null}"#, r#"{"apiKey":"k"}"#];
