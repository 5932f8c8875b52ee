//! Calls `client.zoo().list_animals()` and prints the answer:
//! `cargo run --example quickstart`.
//!
//! The environment says where and who:
//!
//! - `ZOO_SERVER`: The server, if it is not the documented one.
// Written by docwright; changes made here are lost when it runs again.

use std::env;

use zoo_client::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut builder = Client::builder();
    if let Ok(url) = env::var("ZOO_SERVER") {
        builder = builder.base_url(url);
    }
    let client = builder.build()?;
    let answer = client.zoo().list_animals().await?;
    println!("{answer:#?}");
    Ok(())
}
