//! Calls `client.authentication().user_tokens_get()` and prints the answer:
//! `cargo run --example quickstart`.
//!
//! The environment says where and who:
//!
//! - `SEMAPHORE_SERVER`: The server, if it is not the documented one.
//! - `SEMAPHORE_BEARER`: An API key, sent in the header `Authorization`, after `Bearer`.
//! - `SEMAPHORE_COOKIE`: A cookie with its name, as in `session=4f2a`, sent in the header `Cookie`.
// Written by docwright; changes made here are lost when it runs again.

use std::env;

use semaphore_client::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut builder = Client::builder();
    if let Ok(url) = env::var("SEMAPHORE_SERVER") {
        builder = builder.base_url(url);
    }
    if let Ok(secret) = env::var("SEMAPHORE_BEARER") {
        builder = builder.bearer(secret);
    }
    if let Ok(secret) = env::var("SEMAPHORE_COOKIE") {
        builder = builder.cookie(secret);
    }
    let client = builder.build()?;
    let answer = client.authentication().user_tokens_get().await?;
    println!("{answer:#?}");
    Ok(())
}
