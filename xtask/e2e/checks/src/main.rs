//! The checks that `cargo xtask e2e` makes: `checks ‹counterpart›`, which finds its address in the environment.

mod datameta;
mod httpbin;

use std::process::ExitCode;

use docwright_e2e_checks::run;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("datameta") => run(datameta::check),
        Some("httpbin") => run(httpbin::check),
        _ => {
            eprintln!("usage: checks datameta|httpbin");
            ExitCode::from(2)
        }
    }
}
