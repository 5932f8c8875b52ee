//! The generator as a whole: documents of cases, its own structure, real docs, damaged docs and hostile docs.

#![expect(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

mod cases;
mod command;
mod damage;
mod generated;
mod hostile;
mod names;
mod questions;
mod reference;
mod seeds;
mod structure;
mod threads;

use std::path::{Path, PathBuf};

/// The services that the repository generates clients for.
const SERVICES: [&str; 5] = ["datameta", "kestra", "kleister", "semaphore", "shoko"];

/// The folder of their docs.
fn specs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs")
}
