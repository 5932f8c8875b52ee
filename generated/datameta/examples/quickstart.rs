//! Calls `client.authentication_and_users().get_user_api_keys(…)` and prints the answer:
//! `cargo run --example quickstart -- ID`.
//!
//! The environment says where and who:
//!
//! - `DATAMETA_SERVER`: The server, if it is not the documented one.
//! - `DATAMETA_BEARER_AUTH`: A token, sent as HTTP bearer authentication.
//! - `DATAMETA_COOKIE_AUTH`: An API key, sent in the cookie `datameta`.
// Written by docwright; changes made here are lost when it runs again.

use std::env;

use datameta_client::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [id] = arguments.as_slice() else {
        return Err("usage: quickstart ID".into());
    };
    let mut builder = Client::builder();
    if let Ok(url) = env::var("DATAMETA_SERVER") {
        builder = builder.base_url(url);
    }
    if let Ok(secret) = env::var("DATAMETA_BEARER_AUTH") {
        builder = builder.bearer_auth(secret);
    }
    if let Ok(secret) = env::var("DATAMETA_COOKIE_AUTH") {
        builder = builder.cookie_auth(secret);
    }
    let client = builder.build()?;
    let answer = client.authentication_and_users().get_user_api_keys(id).await?;
    println!("{answer:#?}");
    Ok(())
}
