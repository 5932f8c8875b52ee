//! `cargo xtask e2e`.

mod client;
mod counterpart;
mod prism;
mod program;
mod report;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use docwright::source;

use self::counterpart::{Counterpart, Start};
use self::program::Program;
use self::report::{Outcome, Row};

/// The arguments of `cargo xtask e2e`.
#[derive(Debug, Args)]
pub(crate) struct E2e {
    /// The counterparts; without any, all of them
    #[arg(value_enum, value_name = "NAME")]
    names: Vec<Name>,
}

/// A counterpart, or several of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Name {
    /// DataMeta's own server on PostgreSQL, for generated/datameta
    Datameta,
    /// httpbin behind nginx with TLS, for the runtime
    Httpbin,
    /// Prism, which holds the clients of whole services against the documents that their docs were made from
    Prism,
}

impl E2e {
    /// Exits with 0 if no check failed. What cannot be run here is skipped, unless `DOCWRIGHT_E2E=required` says that
    /// it must run.
    pub(crate) fn run(self) -> ExitCode {
        let root = crate::root();
        let strict = env::var("DOCWRIGHT_E2E").is_ok_and(|value| value == "required");
        let names = if self.names.is_empty() { Name::value_variants().to_vec() } else { self.names };
        let mut rows = Vec::new();
        for name in names {
            let found = name.check(&root);
            rows.extend(found.into_iter().map(|row| if strict && name.is_required() { row.unskipped() } else { row }));
        }
        anstream::println!("{}", report::table(&rows));
        ExitCode::from(u8::from(rows.iter().any(|row| matches!(row.outcome, Outcome::Failed(_)))))
    }
}

impl Name {
    /// Whether it can be installed wherever packages can be.
    fn is_required(self) -> bool {
        matches!(self, Name::Datameta | Name::Httpbin)
    }

    fn check(self, root: &Path) -> Vec<Row> {
        match self {
            Name::Datameta => check(root, "datameta", &["DATAMETA_PORT", "DATAMETA_PGPORT"]),
            Name::Httpbin => check(
                root,
                "httpbin",
                &[
                    "HTTPBIN_PORT",
                    "HTTPBIN_TLS_PORT",
                    "HTTPBIN_WRONG_HOST_PORT",
                    "HTTPBIN_EXPIRED_PORT",
                    "HTTPBIN_MTLS_PORT",
                ],
            ),
            Name::Prism => prism::check(root),
        }
    }
}

/// Runs the checks of one counterpart that `xtask/e2e/checks` has.
fn check(root: &Path, name: &str, ports: &[&str]) -> Vec<Row> {
    let run = || {
        let program = Program::build(root, &checks(root)?, "checks")?;
        Ok(match Counterpart::start(root, name, ports, &[])? {
            Start::Skipped(reason) => vec![Row::new(name, "", Outcome::Skipped(reason))],
            Start::Ready(counterpart) => program.run(name, &[name], counterpart.variables()),
        })
    };
    run().unwrap_or_else(|reason: String| vec![Row::new(name, "", Outcome::Failed(reason))])
}

/// The package of checks, after the client that it cannot be loaded without was generated.
fn checks(root: &Path) -> Result<PathBuf, String> {
    let docs = source::read(&root.join("xtask/e2e/httpbin"), None).map_err(|error| error.to_string())?;
    client::write(root, &docs, "httpbin")?;
    Ok(root.join("xtask/e2e/checks"))
}

/// Where everything that `cargo xtask e2e` makes lies.
fn target(root: &Path) -> PathBuf {
    root.join("target/e2e")
}
