//! Kestra: no security scheme, answers of any JSON, and names in camel case.

mod answers;
mod requests;

use docwright_client_tests::{Operation, SECRET, Server, hiding, send};
use kestra_client::Client;
use kestra_client::models::{AuthControllerInvitationUserRequest, AuthControllerResetPasswordRequest};

pub(crate) fn client(server: &Server) -> Client {
    hiding(hiding(Client::builder().base_url(server.url(""))).build().unwrap())
}

fn invited() -> AuthControllerInvitationUserRequest {
    AuthControllerInvitationUserRequest::new("Ada", "Łovelace", SECRET)
}

fn reset() -> AuthControllerResetPasswordRequest {
    AuthControllerResetPasswordRequest::new().token("reset-s3cret").password(SECRET)
}

pub(crate) const OPERATIONS: [Operation<Client>; 7] = [
    Operation {
        call: |client, setters| send(client.auth().accept_invitation(SECRET), setters),
        sent: "POST /api/v1/invitation/accept/s3cret\naccept: application/json\n",
        secured: false,
        wrong: &NOT_JSON,
    },
    Operation {
        call: |client, setters| send(client.auth().create_from_invitation(SECRET, &invited()), setters),
        sent: "POST /api/v1/invitation/create/s3cret\n\
               accept: application/json\n\
               content-type: application/json\n\n\
               {\"firstName\":\"Ada\",\"lastName\":\"Łovelace\",\"password\":\"s3cret\"}",
        secured: false,
        wrong: &NOT_JSON,
    },
    Operation {
        call: |client, setters| send(client.auth().forgotten_password("ada"), setters),
        sent: "GET /api/v1/forgotten-password?username=ada\naccept: application/json\n",
        secured: false,
        wrong: &NOT_JSON,
    },
    Operation {
        call: |client, setters| send(client.auth().index(), setters),
        sent: "GET /api/v1/auths\naccept: application/json\n",
        secured: false,
        wrong: &["", "<html>", "5", r#"{"loginPassword":"yes"}"#, r#"{"oauths":"github"}"#, r#"{"oauths":[1]}"#],
    },
    Operation {
        call: |client, setters| send(client.auth().request_code("ada@example.com"), setters),
        sent: "GET /api/v1/request-code/ada%40example.com\naccept: application/json\n",
        secured: false,
        wrong: &NOT_JSON,
    },
    Operation {
        call: |client, setters| send(client.auth().reset_password(&reset()), setters),
        sent: "POST /api/v1/reset-password\n\
               accept: application/json\n\
               content-type: application/json\n\n\
               {\"password\":\"s3cret\",\"token\":\"reset-s3cret\"}",
        secured: false,
        wrong: &NOT_JSON,
    },
    Operation {
        call: |client, setters| send(client.auth().reset_password(&AuthControllerResetPasswordRequest::new()), setters),
        sent: "POST /api/v1/reset-password\naccept: application/json\ncontent-type: application/json\n\n{}",
        secured: false,
        wrong: &NOT_JSON,
    },
];

const NOT_JSON: [&str; 2] = ["<html>", "{\"a\":"];
