//! Passwords: changed by who knows the old one, or holds a reset token.

use datameta_client::apis::authentication_and_users::SetUserPasswordError;
use datameta_client::models::PasswordChange;
use datameta_client::{Client, Error};
use docwright_e2e_checks::{Outcome, Report, ensure, refused};

use super::Server;

/// Stands for the user that a reset token belongs to.
const WHOEVER: &str = "0";

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("set_user_password: the old password lets change it", changed(server)).await;
    report.check("set_user_password: a wrong old password is a 403", wrong_password(server)).await;
    report.check("set_user_password: a short new password is a typed 400", too_short(server)).await;
    report.check("set_user_password: no credentials are a 401", anonymous(server)).await;
    report.check("set_user_password: an unknown reset token is a 404", unknown_token(server)).await;
    report.check("set_user_password: a lapsed reset token is a 410", lapsed_token(server)).await;
    report.check("set_user_password: a reset token works once, for a stranger", reset(server)).await;
}

async fn changed(server: &Server) -> Outcome {
    const OTHER: &str = "anotherPassw0rd";
    let key = server.key().await?;
    let (client, user) = (server.holder(&key.token)?, &key.user_id.uuid);
    set(&client, user, &server.password, OTHER).await?;
    let stranger = server.stranger()?;
    let sign_in = |password: &str| {
        let request = server.request(password);
        stranger.authentication_and_users().create_api_key().create_token_request(&request)
    };
    let (old, new) = (sign_in(&server.password).await, sign_in(OTHER).await);
    set(&client, user, OTHER, &server.password).await?;
    refused(old, 401)?;
    new?;
    Ok(())
}

async fn wrong_password(server: &Server) -> Outcome {
    let key = server.key().await?;
    refused(set(&server.holder(&key.token)?, &key.user_id.uuid, "wrong", "anotherPassw0rd").await, 403)?;
    Ok(())
}

async fn too_short(server: &Server) -> Outcome {
    let key = server.key().await?;
    let error = refused(set(&server.holder(&key.token)?, &key.user_id.uuid, &server.password, "short").await, 400)?;
    let Some(SetUserPasswordError::BadRequest(faults)) = error.documented() else { return Err(error.into()) };
    ensure(faults.iter().any(|fault| fault.exception.as_deref() == Some("ValidationError")), faults)
}

async fn anonymous(server: &Server) -> Outcome {
    let user = server.key().await?.user_id.uuid;
    refused(set(&server.stranger()?, &user, &server.password, "anotherPassw0rd").await, 401)?;
    Ok(())
}

async fn unknown_token(server: &Server) -> Outcome {
    refused(set(&server.stranger()?, WHOEVER, "unknown", "anotherPassw0rd").await, 404)?;
    Ok(())
}

async fn lapsed_token(server: &Server) -> Outcome {
    refused(set(&server.stranger()?, WHOEVER, &server.lapsed_reset_token, "anotherPassw0rd").await, 410)?;
    Ok(())
}

async fn reset(server: &Server) -> Outcome {
    let stranger = server.stranger()?;
    set(&stranger, WHOEVER, &server.reset_token, &server.password).await?;
    refused(set(&stranger, WHOEVER, &server.reset_token, &server.password).await, 404)?;
    Ok(())
}

async fn set(client: &Client, user: &str, proof: &str, password: &str) -> Result<(), Error> {
    let change = PasswordChange::new(proof, password);
    client.authentication_and_users().set_user_password(user).password_change(&change).await
}
