//! A counterpart that runs: `xtask/e2e/‹name›.sh`.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

/// A counterpart that may be called. Dropping it stops it; if this program is killed, the end of its pipe does.
#[derive(Debug)]
pub(super) struct Counterpart {
    script: Child,
    variables: Vec<(String, String)>,
    /// Kept open, so that the script never writes to nobody.
    said: BufReader<ChildStdout>,
}

/// What became of a start.
#[derive(Debug)]
pub(super) enum Start {
    /// It runs.
    Ready(Counterpart),
    /// It cannot be installed here.
    Skipped(String),
}

/// A line that a script says; see `xtask/e2e/lib.sh`.
#[derive(Debug, PartialEq, Eq)]
enum Said {
    Set(String, String),
    Ready,
    Skip(String),
}

impl Counterpart {
    /// Installs what is missing and starts it, each of `ports` being a variable that is given a free port.
    pub(super) fn start(root: &Path, name: &str, ports: &[&str], settings: &[(&str, &Path)]) -> Result<Start, String> {
        let mut command = Command::new("bash");
        command.arg(root.join("xtask/e2e").join(format!("{name}.sh"))).env("E2E_WORK", super::target(root));
        command.envs(ports.iter().zip(free_ports(ports.len())?).map(|(variable, port)| (variable, port.to_string())));
        command.envs(settings.iter().copied()).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut script = command.spawn().map_err(|error| format!("cannot run bash: {error}"))?;
        let said = script.stdout.take().ok_or("its output is lost")?;
        // From here on, every way out stops it.
        let mut counterpart = Counterpart { script, variables: Vec::new(), said: BufReader::new(said) };
        let mut line = String::new();
        while counterpart.said.read_line(&mut line).is_ok_and(|bytes| bytes > 0) {
            match Said::parse(line.trim_end()) {
                Some(Said::Set(variable, value)) => counterpart.variables.push((variable, value)),
                Some(Said::Ready) => return Ok(Start::Ready(counterpart)),
                Some(Said::Skip(reason)) => return Ok(Start::Skipped(reason)),
                None => return Err(format!("{name}.sh says `{}`, which means nothing", line.trim_end())),
            }
            line.clear();
        }
        Err(format!("it could not be started; {name}.sh has said why"))
    }

    /// What its caller has to know, for the environment.
    pub(super) fn variables(&self) -> &[(String, String)] {
        &self.variables
    }
}

impl Drop for Counterpart {
    fn drop(&mut self) {
        drop(self.script.stdin.take());
        // Its servers are stopped now, or nothing that this program could do would stop them.
        let _ = self.script.wait();
    }
}

impl Said {
    fn parse(line: &str) -> Option<Self> {
        match line.split_once(' ') {
            None if line == "ready" => Some(Said::Ready),
            Some(("skip", reason)) => Some(Said::Skip(reason.to_owned())),
            Some(("set", assignment)) => {
                let (variable, value) = assignment.split_once(' ')?;
                Some(Said::Set(variable.to_owned(), value.to_owned()))
            }
            _ => None,
        }
    }
}

/// Ports that nothing listens on. All are held until all are found, so that they differ.
fn free_ports(count: usize) -> Result<Vec<u16>, String> {
    let listeners: Result<Vec<TcpListener>, _> = (0..count).map(|_| TcpListener::bind("127.0.0.1:0")).collect();
    let ports = listeners.and_then(|all| all.iter().map(|listener| Ok(listener.local_addr()?.port())).collect());
    ports.map_err(|error| format!("no free port: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_says_variables_and_how_the_start_went() {
        let set = |variable: &str, value: &str| Some(Said::Set(variable.to_owned(), value.to_owned()));
        assert_eq!(Said::parse("set URL http://127.0.0.1:1/a"), set("URL", "http://127.0.0.1:1/a"));
        assert_eq!(Said::parse("set PATH_OF_PEM /a b/c.pem"), set("PATH_OF_PEM", "/a b/c.pem"));
        assert_eq!(Said::parse("ready"), Some(Said::Ready));
        assert_eq!(Said::parse("skip nginx is missing"), Some(Said::Skip("nginx is missing".to_owned())));
    }

    #[test]
    fn other_lines_mean_nothing() {
        for line in ["", "set", "set URL", "ready now", "Ready", "error: no"] {
            assert_eq!(Said::parse(line), None, "{line}");
        }
    }

    #[test]
    fn free_ports_differ() {
        let mut ports = free_ports(20).unwrap_or_default();
        ports.sort_unstable();
        ports.dedup();
        assert_eq!(ports.len(), 20);
    }
}
