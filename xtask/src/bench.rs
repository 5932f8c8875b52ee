//! `cargo xtask bench`.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};

use clap::Args;

/// The arguments of `cargo xtask bench`.
#[derive(Debug, Args)]
pub(crate) struct Bench {
    /// How many calls are counted; a run of each client makes as many before, which are not
    #[arg(long, default_value_t = 2560)]
    calls: u64,
}

/// What one client needs for a call, on average.
struct Cost {
    instructions: f64,
    allocations: f64,
}

impl Bench {
    /// Exits with 0 if everything could be counted. Nothing depends on the clock, so other work does not disturb it.
    pub(crate) fn run(self) -> ExitCode {
        match self.measure(&crate::root()) {
            Ok((hyper, generated)) => {
                anstream::println!("{}", table(&hyper, &generated));
                ExitCode::SUCCESS
            }
            Err(reason) => {
                anstream::eprintln!("error: {reason}");
                ExitCode::FAILURE
            }
        }
    }

    fn measure(&self, root: &Path) -> Result<(Cost, Cost), String> {
        let valgrind = Command::new("valgrind").arg("--version").stdout(Stdio::null()).status();
        valgrind.map_err(|_| "valgrind counts the instructions, and it is not installed")?;
        let program = build(root)?;
        let server = Server::start(&program)?;
        let cost = |client| self.cost(&program, client, &server.address);
        Ok((cost("hyper")?, cost("generated")?))
    }

    fn cost(&self, program: &Path, client: &str, address: &str) -> Result<Cost, String> {
        // What is done once, such as connecting, is in both runs and so not in the difference.
        let per_call = |count: fn(&Path, &str, &str, u64) -> Result<u64, String>| {
            let (fewer, more) = (self.calls, 2 * self.calls);
            let counts = (count(program, client, address, fewer)?, count(program, client, address, more)?);
            Ok::<_, String>(counts.1.saturating_sub(counts.0) as f64 / self.calls as f64)
        };
        Ok(Cost { instructions: per_call(instructions)?, allocations: per_call(allocations)? })
    }
}

fn build(root: &Path) -> Result<PathBuf, String> {
    let target = root.join("target/bench");
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--release", "--locked", "--quiet", "--target-dir"]).arg(&target);
    let status = build.current_dir(root.join("xtask/bench")).status();
    let built = status.map_err(|error| format!("cannot run cargo: {error}"))?.success();
    built.then(|| target.join("release/requests")).ok_or("xtask/bench does not compile".to_owned())
}

fn instructions(program: &Path, client: &str, address: &str, calls: u64) -> Result<u64, String> {
    let options = ["--tool=callgrind", "--callgrind-out-file=/dev/null"];
    counted(&options, "Collected :", program, client, address, calls)
}

/// Allocations, and reallocations too.
fn allocations(program: &Path, client: &str, address: &str, calls: u64) -> Result<u64, String> {
    let options = ["--tool=memcheck", "--leak-check=no", "--undef-value-errors=no"];
    counted(&options, "total heap usage:", program, client, address, calls)
}

/// Runs a client under valgrind, and reads the number that its report has after some words.
fn counted(
    options: &[&str],
    words: &str,
    program: &Path,
    client: &str,
    address: &str,
    calls: u64,
) -> Result<u64, String> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(options).arg(program).args([client, address, &calls.to_string()]);
    let output = valgrind.output().map_err(|error| format!("cannot run valgrind: {error}"))?;
    let report = String::from_utf8_lossy(&output.stderr);
    let number = number_after(&report, words).filter(|_| output.status.success());
    number.ok_or_else(|| format!("valgrind counted nothing:\n{report}"))
}

fn number_after(report: &str, words: &str) -> Option<u64> {
    let (_, rest) = report.split_once(words)?;
    rest.split_whitespace().next()?.replace(',', "").parse().ok()
}

fn table(hyper: &Cost, generated: &Cost) -> String {
    let ratio = generated.instructions / hyper.instructions;
    let more = generated.allocations - hyper.allocations;
    let row = |name: &str, cost: &Cost| format!("{name:<20}{:>12.0}{:>12.1}\n", cost.instructions, cost.allocations);
    format!(
        "{:<20}{:>12}{:>12}\n{}{}{:<20}{ratio:>11.3}x{more:>+12.1}",
        "per call",
        "instructions",
        "allocations",
        row("hyper-util", hyper),
        row("generated client", generated),
        "",
    )
}

/// The server of both clients. It stops when its standard input ends, so also when this program is killed.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(program: &Path) -> Result<Self, String> {
        let mut command = Command::new(program);
        command.arg("server").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().map_err(|error| format!("cannot run the server: {error}"))?;
        let mut address = String::new();
        if let Some(said) = process.stdout.take() {
            BufReader::new(said).read_line(&mut address).map_err(|error| error.to_string())?;
        }
        Ok(Self { process, address: address.trim_end().to_owned() })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_reports_are_read() {
        let memcheck = "==7==   total heap usage: 1,234 allocs, 1,233 frees, 5,678 bytes allocated";
        assert_eq!(number_after(memcheck, "total heap usage:"), Some(1234));
        assert_eq!(number_after("==7== Collected : 12345\n==7==", "Collected :"), Some(12345));
        assert_eq!(number_after("==7== killed", "Collected :"), None);
    }
}
