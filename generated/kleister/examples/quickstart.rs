//! Calls `client.auth().refresh_auth()` and prints the answer:
//! `cargo run --example quickstart`.
//!
//! The environment says where and who:
//!
//! - `KLEISTER_SERVER`: The server, if it is not the documented one.
// Written by docwright; changes made here are lost when it runs again.

use std::env;

use kleister_client::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut builder = Client::builder();
    if let Ok(url) = env::var("KLEISTER_SERVER") {
        builder = builder.base_url(url);
    }
    let client = builder.build()?;
    let answer = client.auth().refresh_auth().await?;
    println!("{answer:#?}");
    Ok(())
}
