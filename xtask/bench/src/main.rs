//! The same call, made many times by one of two clients: `requests generated|hyper ADDRESS COUNT`, and
//! `requests server`, which answers it.
//!
//! `cargo xtask bench` counts what each client does; nothing here measures time.

mod generated;
mod raw;
mod server;

use std::error::Error;
use std::process::ExitCode;
use std::rc::Rc;

use datameta_client::models::ApiKeyList;
use tokio::task::LocalSet;

/// Why there is no count.
type Failure = Box<dyn Error + Send + Sync>;

/// How many calls are in flight at any time.
const IN_FLIGHT: usize = 64;

/// What both clients ask for, and in whose name.
const USER: &str = "7f0c5b0e-1a52-4c58-8d3a-2f5f0d6f4a11";
const TOKEN: &str = "mRoYD7rpV8Gm4T2gUA9tBcXeFz1LqJwKsHnPvQy53ih";

/// A client that can make the call.
trait Client: 'static {
    /// Makes it once.
    async fn call(&self) -> Result<ApiKeyList, Failure>;
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["server"] => server::run(),
        ["generated", address, count] => generated::Generated::new(address).and_then(|client| run(client, count)),
        ["hyper", address, count] => run(raw::Raw::new(address), count),
        _ => Err("usage: requests server | requests generated|hyper ADDRESS COUNT".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Makes the call `count` times, on one thread: which of several threads does what is not the same in every run.
fn run(client: impl Client, count: &str) -> Result<(), Failure> {
    let count: usize = count.parse()?;
    let client = Rc::new(client);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let tasks = LocalSet::new();
    tasks.block_on(&runtime, async {
        let repeat = |calls: usize| {
            let client = Rc::clone(&client);
            tokio::task::spawn_local(async move {
                for _ in 0..calls {
                    let keys = client.call().await?;
                    if keys.len() != server::KEYS {
                        return Err(Failure::from("the answer is not complete"));
                    }
                }
                Ok(())
            })
        };
        let shares = (0..IN_FLIGHT).map(|task| (count + task) / IN_FLIGHT);
        for task in shares.map(repeat).collect::<Vec<_>>() {
            task.await??;
        }
        Ok(())
    })
}
