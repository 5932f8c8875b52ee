//! The maintainers' commands: `cargo xtask …`, a file per subcommand.

mod generate;

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
    /// Write generated/‹service› from specs/‹service›
    Generate(generate::Generate),
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Generate(command) => command.run(),
    }
}

/// The root of the repository.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}
