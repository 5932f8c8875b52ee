//! `cargo xtask import`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use docwright::api::ledger;
use docwright::dialect::sdk;
use docwright::lower::is_package_name;
use docwright::{settings, source};

use crate::generate::Generate;

/// The arguments of `cargo xtask import`.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The folder that holds README.md and docs/
    docs: PathBuf,
    /// What to call the service
    #[arg(long)]
    name: String,
    /// The sources of the SDK that the docs belong to: they prove names that pages have lost
    #[arg(long, value_name = "DIR")]
    sdk: Option<PathBuf>,
}

impl Import {
    /// Exits with 0 if the service was added, 1 if its docs cannot be used, 2 if the name cannot be.
    pub(crate) fn run(self) -> ExitCode {
        let root = crate::root();
        let spec = root.join("specs").join(&self.name);
        if !is_package_name(&self.name) || spec.exists() {
            anstream::eprintln!("error: specs/{} exists already, or cannot be the name of a package", self.name);
            return ExitCode::from(2);
        }
        if let Err(message) = self.add(&root, &spec) {
            anstream::eprintln!("error: {message}");
            return ExitCode::from(1);
        }
        let generated = Generate::of(&self.name).run();
        if generated == ExitCode::SUCCESS {
            anstream::println!("next: confirm what is assumed in specs/{0}/spec.toml,", self.name);
            anstream::println!("      then `cargo xtask generate {0}` and `cargo doc -p {0}-client --open`", self.name);
        }
        generated
    }

    /// Puts pages and settings into the folder of the spec, which appears whole or not at all.
    fn add(&self, root: &Path, spec: &Path) -> Result<(), String> {
        let docs = source::read(&self.docs, None).map_err(|error| error.to_string())?;
        let staged = root.join("specs").join(format!(".{}", self.name));
        let outcome =
            self.stage(&docs, &staged).and_then(|()| fs::rename(&staged, spec).map_err(|error| error.to_string()));
        if outcome.is_err() {
            // What was staged is of no use without the rest; that it cannot be removed changes nothing.
            let _ = fs::remove_dir_all(&staged);
        }
        outcome
    }

    fn stage(&self, docs: &source::Docs, staged: &Path) -> Result<(), String> {
        for (_, page) in docs.pages() {
            let path = if page.path == "README.md" || page.path.starts_with("docs/") {
                page.path.clone()
            } else {
                format!("docs/{}", page.path)
            };
            write(&staged.join(path), &page.text).map_err(|error| error.to_string())?;
        }
        if let Some(sdk) = &self.sdk {
            let sources = source::read_sources(sdk).map_err(|error| error.to_string())?;
            let names = sdk::read(&sources).names.to_toml();
            write(&staged.join("names.toml"), &names).map_err(|error| error.to_string())?;
        }
        let staged_docs = source::read(staged, None).map_err(|error| error.to_string())?;
        let (api, _, _) = docwright::understand(&staged_docs)
            .map_err(|_| "the docs cannot be made sense of: run `docwright check`".to_owned())?;
        let text = spec_text(&self.name, &settings::assumptions(&ledger::doubts(&api)));
        write(&staged.join("spec.toml"), &text).map_err(|error| error.to_string())
    }
}

/// A `spec.toml` in which every doubtful fact waits to be confirmed.
fn spec_text(name: &str, assumptions: &str) -> String {
    let comments: String = assumptions
        .lines()
        .map(|line| if line.is_empty() || line.starts_with('#') { format!("{line}\n") } else { format!("# {line}\n") })
        .collect();
    format!("[api]\ntitle = {name:?}\n\n{comments}")
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, text)
}
