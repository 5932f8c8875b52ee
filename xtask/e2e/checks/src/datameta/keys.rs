//! Keys: issued, listed, revoked.

use datameta_client::apis::authentication_and_users::{CreateApiKeyError, GetUserApiKeysError};
use datameta_client::models::CreateTokenRequest;
use docwright_e2e_checks::{Outcome, Report, ensure, refused, same};

use super::Server;

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("create_api_key: e-mail address and password give a key", issued(server)).await;
    report.check("create_api_key: a wrong password is a 401", wrong_password(server)).await;
    report.check("create_api_key: an unknown user is a 401", unknown_user(server)).await;
    report.check("create_api_key: a key gives another key", issued_to_a_holder(server)).await;
    report.check("create_api_key: no body is a typed 400", no_body(server)).await;
    report.check("create_api_key: a date that is none is a typed 400", wrong_date(server)).await;
    report.check("get_user_api_keys: a bearer token lists the keys", listed(server)).await;
    report.check("get_user_api_keys: the site's own id names the user too", listed_by_site(server)).await;
    report.check("get_user_api_keys: a lapsed key is listed and refused", lapsed(server)).await;
    report.check("get_user_api_keys: no credentials are a typed 401", anonymous(server)).await;
    report.check("get_user_api_keys: a wrong token is a 401", wrong_token(server)).await;
    report.check("get_user_api_keys: another's keys are a 403", nobody(server)).await;
    report.check("delete_api_key: a revoked key is refused", revoked(server)).await;
    report.check("delete_api_key: an unknown key is a 403", unknown_key(server)).await;
    report.check("delete_api_key: no credentials are a 401", revoked_by_a_stranger(server)).await;
}

async fn issued(server: &Server) -> Outcome {
    let key = server.key().await?;
    same(&*key.label, "e2e")?;
    ensure(!key.token.is_empty() && key.expires.is_some() && key.user_id.site.is_some(), &key)
}

async fn wrong_password(server: &Server) -> Outcome {
    let (client, request) = (server.stranger()?, server.request("wrong"));
    let error = refused(client.authentication_and_users().create_api_key().create_token_request(&request).await, 401)?;
    // This one is a page for people, whatever the docs say.
    same(error.documented::<CreateApiKeyError>(), None)
}

async fn unknown_user(server: &Server) -> Outcome {
    let (client, request) = (server.stranger()?, server.request(&server.password).email("nobody@example.org"));
    refused(client.authentication_and_users().create_api_key().create_token_request(&request).await, 401)?;
    Ok(())
}

async fn issued_to_a_holder(server: &Server) -> Outcome {
    let client = server.holder(&server.key().await?.token)?;
    let request = CreateTokenRequest::new("of a key");
    let key = client.authentication_and_users().create_api_key().create_token_request(&request).await?;
    same(&*key.label, "of a key")
}

async fn no_body(server: &Server) -> Outcome {
    let error = refused(server.stranger()?.authentication_and_users().create_api_key().await, 400)?;
    let Some(CreateApiKeyError::BadRequest(faults)) = error.documented() else { return Err(error.into()) };
    same(faults.len(), 1)?;
    same(faults[0].exception.as_deref(), Some("MediaTypeNotFound"))
}

async fn wrong_date(server: &Server) -> Outcome {
    let (client, request) = (server.stranger()?, server.request(&server.password).expires("tomorrow"));
    let answer = client.authentication_and_users().create_api_key().create_token_request(&request).await;
    let error = refused(answer, 400)?;
    let Some(CreateApiKeyError::BadRequest(faults)) = error.documented() else { return Err(error.into()) };
    same(faults.len(), 1)?;
    same(faults[0].field.as_deref(), Some("expires"))
}

async fn listed(server: &Server) -> Outcome {
    let key = server.key().await?;
    let client = server.holder(&key.token)?;
    let keys = client.authentication_and_users().get_user_api_keys(&key.user_id.uuid).await?;
    let Some(found) = keys.iter().find(|listed| listed.id == key.id) else {
        return Err(format!("{:?} is not in {keys:?}", key.id).into());
    };
    same(&found.expires, &key.expires)?;
    same(found.has_expired, Some(false))
}

async fn listed_by_site(server: &Server) -> Outcome {
    let key = server.key().await?;
    let site = key.user_id.site.clone().ok_or("the user has no id of the site")?;
    let keys = server.holder(&key.token)?.authentication_and_users().get_user_api_keys(&site).await?;
    ensure(keys.iter().any(|listed| listed.id == key.id), keys)
}

async fn lapsed(server: &Server) -> Outcome {
    let request = server.request(&server.password).expires("2020-01-31T12:00:00");
    let client = server.stranger()?;
    let old = client.authentication_and_users().create_api_key().create_token_request(&request).await?;
    let user = &old.user_id.uuid;
    let keys = server.holder(&server.key().await?.token)?.authentication_and_users().get_user_api_keys(user).await?;
    ensure(keys.iter().any(|listed| listed.id == old.id && listed.has_expired == Some(true)), keys)?;
    refused(server.holder(&old.token)?.authentication_and_users().get_user_api_keys(user).await, 401)?;
    Ok(())
}

async fn anonymous(server: &Server) -> Outcome {
    let user = server.key().await?.user_id.uuid;
    let error = refused(server.stranger()?.authentication_and_users().get_user_api_keys(&user).await, 401)?;
    let Some(GetUserApiKeysError::Unauthorized(faults)) = error.documented() else { return Err(error.into()) };
    same(faults.len(), 1)
}

async fn wrong_token(server: &Server) -> Outcome {
    let user = server.key().await?.user_id.uuid;
    refused(server.holder("wrong")?.authentication_and_users().get_user_api_keys(&user).await, 401)?;
    Ok(())
}

async fn nobody(server: &Server) -> Outcome {
    let client = server.holder(&server.key().await?.token)?;
    refused(client.authentication_and_users().get_user_api_keys("nobody").await, 403)?;
    Ok(())
}

async fn revoked(server: &Server) -> Outcome {
    let key = server.key().await?;
    let client = server.holder(&key.token)?;
    client.authentication_and_users().delete_api_key(&key.id.uuid).await?;
    refused(client.authentication_and_users().get_user_api_keys(&key.user_id.uuid).await, 401)?;
    Ok(())
}

async fn unknown_key(server: &Server) -> Outcome {
    let client = server.holder(&server.key().await?.token)?;
    refused(client.authentication_and_users().delete_api_key("nothing").await, 403)?;
    Ok(())
}

async fn revoked_by_a_stranger(server: &Server) -> Outcome {
    let key = server.key().await?;
    refused(server.stranger()?.authentication_and_users().delete_api_key(&key.id.uuid).await, 401)?;
    server.holder(&key.token)?.authentication_and_users().get_user_api_keys(&key.user_id.uuid).await?;
    Ok(())
}
