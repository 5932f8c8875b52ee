//! `cargo xtask score`.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use clap::Args;

/// The arguments of `cargo xtask score`.
#[derive(Debug, Args)]
pub(crate) struct Score {
    /// A folder of doc trees, each perhaps with the document it was made from, `truth.yaml` or `truth.json`
    corpus: PathBuf,
    /// Compile every crate and render its documentation
    #[arg(long)]
    compile: bool,
    /// What else `xtask/score/score.py` is to be told
    #[arg(last = true)]
    arguments: Vec<String>,
}

impl Score {
    /// Exits with 0 if everything could be scored and every crate is clean. Needs Python with PyYAML.
    pub(crate) fn run(self) -> ExitCode {
        let root = crate::root();
        let out = root.join("target/score");
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--release", "--quiet", "--package", "docwright"]).current_dir(&root);
        let mut score = Command::new("python3");
        score.arg(root.join("xtask/score/score.py")).arg(&self.corpus).arg("--out").arg(&out);
        score.arg("--bin").arg(root.join("target/release/docwright")).arg("--runtime").arg(root.join("runtime"));
        score.args(self.compile.then_some("--compile")).args(&self.arguments);
        let mut document = Command::new(env!("CARGO"));
        document
            .args(["doc", "--workspace", "--no-deps", "--quiet", "--keep-going", "--target-dir"])
            .arg(out.join("target"));
        document.current_dir(out.join("crates")).env("RUSTDOCFLAGS", "-D warnings");
        let steps = [Some(build), Some(score), self.compile.then_some(document)];
        let clean = steps.into_iter().flatten().all(|mut step| match step.status() {
            Ok(status) => status.success(),
            Err(error) => {
                anstream::eprintln!("error: cannot run {}: {error}", step.get_program().to_string_lossy());
                false
            }
        });
        ExitCode::from(u8::from(!clean))
    }
}
