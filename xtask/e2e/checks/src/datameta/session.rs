//! The session of a browser, which is a cookie.

use datameta_client::models::CreateTokenRequest;
use datameta_client::{Client, auth, http};
use docwright_e2e_checks::{Outcome, Report, refused, same};
use docwright_runtime::{Body, BoxError, CallOptions as _, HyperTransport, Transport as _};

use super::Server;

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("create_api_key: a session needs no password", issued(server)).await;
    report.check("get_user_api_keys: a session lists the keys", listed(server)).await;
    report.check("get_user_api_keys: a wrong session is a 401", wrong(server)).await;
    report.check("get_user_api_keys: one call can show a session", shown_once(server)).await;
}

async fn issued(server: &Server) -> Outcome {
    let client = with_session(server, &sign_in(server).await?)?;
    let request = CreateTokenRequest::new("of a session");
    let key = client.authentication_and_users().create_api_key().create_token_request(&request).await?;
    same(&*key.label, "of a session")
}

async fn listed(server: &Server) -> Outcome {
    let user = server.key().await?.user_id.uuid;
    with_session(server, &sign_in(server).await?)?.authentication_and_users().get_user_api_keys(&user).await?;
    Ok(())
}

async fn wrong(server: &Server) -> Outcome {
    let user = server.key().await?.user_id.uuid;
    refused(with_session(server, "wrong")?.authentication_and_users().get_user_api_keys(&user).await, 401)?;
    Ok(())
}

async fn shown_once(server: &Server) -> Outcome {
    let (user, session) = (server.key().await?.user_id.uuid, auth::cookie_auth(sign_in(server).await?));
    let client = server.stranger()?;
    client.authentication_and_users().get_user_api_keys(&user).with_credential(session).await?;
    refused(client.authentication_and_users().get_user_api_keys(&user).await, 401)?;
    Ok(())
}

fn with_session(server: &Server, session: &str) -> Result<Client, datameta_client::Error> {
    Client::builder().base_url(&server.url).cookie_auth(session).build()
}

/// Signs in as a browser does, which is no operation of the API, and gives the value of the cookie.
async fn sign_in(server: &Server) -> Result<String, BoxError> {
    let form = format!("input_email={}&input_password={}", server.email, server.password);
    let request = http::Request::post(&server.login_url)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(form))?;
    let answer = HyperTransport::new()?.send(request).await?;
    let cookies = answer.headers().get_all("set-cookie");
    let mut values = cookies.iter().filter_map(|cookie| cookie.to_str().ok()?.trim().strip_prefix("datameta="));
    let session = values.next_back().and_then(|value| value.split(';').next());
    Ok(session.ok_or_else(|| format!("no session, but status {}", answer.status()))?.to_owned())
}
