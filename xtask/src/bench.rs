//! `cargo xtask bench`.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};

use clap::Args;

/// The arguments of `cargo xtask bench`.
#[derive(Debug, Args)]
pub(crate) struct Bench {
    /// How many calls are counted: the more, the less do the numbers of two runs differ
    #[arg(long, default_value_t = 10_240)]
    calls: u64,
}

/// How many calls a client makes before those that are counted. It opens its connections in them.
const BEFORE: u64 = 256;

/// What one client needs for a call, on average.
struct Cost {
    instructions: f64,
    allocations: f64,
}

/// What each client needs.
struct Costs {
    /// hyper-util's with the connector that it has by itself.
    plain: Cost,
    /// hyper-util's with a connector that could speak TLS, as the generated client has one.
    tls: Cost,
    generated: Cost,
}

impl Bench {
    /// Exits with 0 if everything could be counted. Nothing depends on the clock, so other work does not disturb it.
    pub(crate) fn run(self) -> ExitCode {
        match self.measure(&crate::root()) {
            Ok(costs) => {
                anstream::println!("{}", table(&costs));
                ExitCode::SUCCESS
            }
            Err(reason) => {
                anstream::eprintln!("error: {reason}");
                ExitCode::FAILURE
            }
        }
    }

    fn measure(&self, root: &Path) -> Result<Costs, String> {
        let valgrind = Command::new("valgrind").arg("--version").stdout(Stdio::null()).status();
        valgrind.map_err(|_| "valgrind counts the instructions, and it is not installed")?;
        let program = build(root, &[])?;
        let server = Server::start(&program)?;
        let generated = self.cost(&program, "generated", &server.address)?;
        let plain = self.cost(&program, "hyper", &server.address)?;
        let program = build(root, &["--features", "tls"])?;
        let tls = self.cost(&program, "hyper", &server.address)?;
        Ok(Costs { plain, tls, generated })
    }

    fn cost(&self, program: &Path, client: &str, address: &str) -> Result<Cost, String> {
        // What is done once, such as connecting, is in both runs and so not in the difference.
        let per_call = |count: fn(&Path, &str, &str, u64) -> Result<u64, String>| {
            let (fewer, more) = (BEFORE, BEFORE + self.calls);
            let counts = (count(program, client, address, fewer)?, count(program, client, address, more)?);
            Ok::<_, String>(counts.1.saturating_sub(counts.0) as f64 / self.calls as f64)
        };
        Ok(Cost { instructions: per_call(instructions)?, allocations: per_call(allocations)? })
    }
}

fn build(root: &Path, features: &[&str]) -> Result<PathBuf, String> {
    let target = root.join("target/bench");
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--release", "--locked", "--quiet", "--target-dir"]).arg(&target).args(features);
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

/// What each client needs, and how much more the generated one needs than each of the others.
fn table(costs: &Costs) -> String {
    let Costs { plain, tls, generated } = costs;
    let row = |name, cost: &Cost| format!("{name:<24}{:>12.0}{:>12.1}\n", cost.instructions, cost.allocations);
    let more = |name, than: &Cost| {
        let ratio = generated.instructions / than.instructions;
        format!("{name:<24}{ratio:>11.3}x{:>+12.1}\n", generated.allocations - than.allocations)
    };
    [
        format!("{:<24}{:>12}{:>12}\n", "per call", "instructions", "allocations"),
        row("hyper-util", plain),
        row("hyper-util with TLS", tls),
        row("generated client", generated),
        more("to hyper-util", plain),
        more("to hyper-util with TLS", tls),
    ]
    .concat()
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
