//! Calls `client.auth().api_auth_post()` and says whether it worked:
//! `cargo run --example quickstart -- DEVICE USER`.
//!
//! The environment says where and who:
//!
//! - `SHOKO_SERVER`: The server, if it is not the documented one.
//! - `SHOKO_API_KEY`: An API key, sent in the header `apikey`.
//! - `SHOKO_PASS`: The `pass` of the call, which is needed.
// Written by docwright; changes made here are lost when it runs again.

use std::env;

use shoko_client::Client;
use shoko_client::models::CoreAuthUser;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [device, user] = arguments.as_slice() else {
        return Err("usage: quickstart DEVICE USER".into());
    };
    let pass = env::var("SHOKO_PASS").map_err(|_| "SHOKO_PASS is not set")?;
    let mut builder = Client::builder();
    if let Ok(url) = env::var("SHOKO_SERVER") {
        builder = builder.base_url(url);
    }
    if let Ok(secret) = env::var("SHOKO_API_KEY") {
        builder = builder.api_key(secret);
    }
    let client = builder.build()?;
    client.auth().api_auth_post().body(&CoreAuthUser::new(pass, device, user)).await?;
    println!("It worked.");
    Ok(())
}
