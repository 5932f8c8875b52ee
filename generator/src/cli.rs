//! The command line: a file per subcommand. Findings and errors go to standard error, results to standard output.

mod check;
mod doubts;
mod explain;
mod generate;
mod input;
mod names;
mod openapi;
mod report;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Writes Rust client crates from the Markdown docs of generated SDKs.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write a client crate.
    Generate(generate::Generate),
    /// Read the docs and say what is wrong with them; write nothing.
    Check(check::Check),
    /// Print every fact about an operation, a schema or a part of one, and where it comes from.
    Explain(explain::Explain),
    /// List the facts that only convention speaks for, the most damaging first.
    Doubts(doubts::Doubts),
    /// Read the Python sources of an SDK for the names that its pages have lost, and write them as a names.toml.
    Names(names::Names),
    /// Write what the docs say as an OpenAPI 3.1 document.
    Openapi(openapi::Openapi),
}

/// The docs or the check failed.
const FAILURE: u8 = 1;
/// The command line was wrong.
const USAGE: u8 = 2;

/// Runs the command that the arguments name. Exit codes: 0 it went well, 1 the docs or the check failed, 2 the command
/// line was wrong.
pub(crate) fn run() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Generate(command) => command.run(),
        Command::Check(command) => command.run(),
        Command::Explain(command) => command.run(),
        Command::Doubts(command) => command.run(),
        Command::Names(command) => command.run(),
        Command::Openapi(command) => command.run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.message.is_empty() {
                anstream::eprintln!("error: {}", failure.message.trim_end());
            }
            ExitCode::from(failure.code)
        }
    }
}

/// Why a command failed.
struct Failure {
    code: u8,
    /// Empty if everything has been said already.
    message: String,
}

impl Failure {
    /// The docs or the check failed.
    fn failed(message: impl ToString) -> Self {
        Failure { code: FAILURE, message: message.to_string() }
    }

    /// The command line was wrong.
    fn usage(message: impl ToString) -> Self {
        Failure { code: USAGE, message: message.to_string() }
    }
}
