//! Prism: clients of whole services against the documents that their docs were made from.
//!
//! The docs and documents belong to others, and are no part of this repository: `DOCWRIGHT_SHARED` names the folder
//! that has them. What the docs leave open is stated in `xtask/e2e/prism/‹service›.toml`.

mod call;
#[cfg(test)]
mod pets;
mod program;

use std::env;
use std::path::{Path, PathBuf};

use docwright::source;

use super::counterpart::{Counterpart, Start};
use super::program::Program;
use super::report::{Outcome, Row};
use super::{checks, client};

/// Services, and where their docs are below `DOCWRIGHT_SHARED`.
const SERVICES: [(&str, &str); 2] = [("kleister", "corpus/kleister-head"), ("semaphore", "corpus/semaphore")];

/// Calls every operation of every service.
pub(super) fn check(root: &Path) -> Vec<Row> {
    SERVICES
        .iter()
        .flat_map(|(service, tree)| {
            let counterpart = format!("prism {service}");
            let shared = env::var_os("DOCWRIGHT_SHARED").map(|shared| PathBuf::from(shared).join(tree));
            let rows = match shared.filter(|tree| tree.join("truth.yaml").is_file()) {
                Some(tree) => check_service(root, &counterpart, service, &tree),
                None => Ok(vec![Row::new(
                    &counterpart,
                    "",
                    Outcome::Skipped(format!("DOCWRIGHT_SHARED names no folder with {tree}")),
                )]),
            };
            rows.unwrap_or_else(|reason| vec![Row::new(&counterpart, "", Outcome::Failed(reason))])
        })
        .collect()
}

fn check_service(root: &Path, counterpart: &str, service: &str, tree: &Path) -> Result<Vec<Row>, String> {
    let spec = root.join("xtask/e2e/prism").join(format!("{service}.toml"));
    let docs = source::read(tree, Some(&spec)).map_err(|error| error.to_string())?;
    let package = client::write(root, &docs, service)?;
    // The program depends on what the other checks share.
    checks(root)?;
    let name = format!("{service}-checks");
    let folder = program::write(root, &name, &package)?;
    let program = Program::build(root, &folder, &name)?;
    let document = tree.join("truth.yaml");
    let ports = ["PRISM_PORT", "PRISM_STRICT_PORT"];
    Ok(match Counterpart::start(root, "prism", &ports, &[("PRISM_DOCUMENT", &document)])? {
        Start::Skipped(reason) => vec![Row::new(counterpart, "", Outcome::Skipped(reason))],
        Start::Ready(running) => program.run(counterpart, &[], running.variables()),
    })
}
