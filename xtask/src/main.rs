//! The maintainers' commands: `cargo xtask …`, a file per subcommand.

mod bench;
mod e2e;
mod generate;
mod import;
mod score;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The maintainers' commands
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Count what a call costs by a generated client and by hyper-util alone
    Bench(bench::Bench),
    /// Run the generated clients against real counterparts
    E2e(e2e::E2e),
    /// Write generated/‹service› from specs/‹service›
    Generate(generate::Generate),
    /// Add a service to specs/ and generate its client
    Import(import::Import),
    /// Compare what is recovered from docs with the documents they were made from
    Score(score::Score),
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Bench(command) => command.run(),
        Command::E2e(command) => command.run(),
        Command::Generate(command) => command.run(),
        Command::Import(command) => command.run(),
        Command::Score(command) => command.run(),
    }
}

/// The root of the repository.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}
