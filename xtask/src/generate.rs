//! `cargo xtask generate`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::Args;
use docwright::diagnostic::{Diagnostic, Severity, render};
use docwright::file_tree::{FileTree, MANIFEST, Plan};
use docwright::rust::Runtime;
use docwright::settings::did_you_mean;
use docwright::source::{self, Docs};

/// The arguments of `cargo xtask generate`.
#[derive(Debug, Args)]
pub(crate) struct Generate {
    /// The services; without any, all of specs/
    services: Vec<String>,
    /// Write nothing; fail with a diff if anything is out of date
    #[arg(long)]
    check: bool,
    /// Write files anew that were edited by hand
    #[arg(long)]
    force: bool,
}

impl Generate {
    /// Generates one service.
    pub(crate) fn of(service: &str) -> Self {
        Generate { services: vec![service.to_owned()], check: false, force: false }
    }

    /// Exits with 0 if all went well, 1 if docs or check failed, 2 if a service is not known.
    pub(crate) fn run(self) -> ExitCode {
        let root = crate::root();
        let known = folders(&root.join("specs"));
        for name in &self.services {
            if !known.contains(name) {
                let advice = did_you_mean(name, known.iter().map(String::as_str));
                let advice = advice.map(|word| format!("; did you mean `{word}`?")).unwrap_or_default();
                anstream::eprintln!("error: there is no specs/{name}{advice}");
                return ExitCode::from(2);
            }
        }
        let all = self.services.is_empty();
        let services = if all { known.clone() } else { self.services.iter().cloned().collect() };
        let mut failed = false;
        for service in &services {
            failed |= self
                .generate(&root, service)
                .map_err(|message| anstream::eprintln!("error: {service}: {message}"))
                .is_err();
        }
        if all {
            for service in folders(&root.join("generated")).difference(&known) {
                failed |= self
                    .remove(&root, service)
                    .map_err(|message| anstream::eprintln!("error: {service}: {message}"))
                    .is_err();
            }
        }
        if failed && self.check {
            anstream::eprintln!("run `cargo xtask generate` to bring generated/ up to date");
        }
        ExitCode::from(u8::from(failed))
    }

    fn generate(&self, root: &Path, service: &str) -> Result<(), String> {
        let start = Instant::now();
        let docs = source::read(&root.join("specs").join(service), None).map_err(|error| error.to_string())?;
        // As seen from generated/‹service›.
        let runtime = Runtime::Path { path: "../../runtime".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() };
        let generated = docwright::generate(&docs, None, &format!("{service}-client"), runtime).map_err(|report| {
            print(&docs, &report);
            "its docs cannot be used".to_owned()
        })?;
        print(&docs, &generated.report);
        let folder = root.join("generated").join(service);
        let plan = self.apply(&generated.files, &folder)?;
        let milliseconds = start.elapsed().as_millis();
        anstream::println!(
            "{service:<12} {:>3} operations  {:>3} models  {:>3} written  {:>3} unchanged  {:>3} removed  {milliseconds:>4} ms",
            generated.operations,
            generated.models,
            plan.written(),
            plan.unchanged(),
            plan.removed(),
        );
        Ok(())
    }

    /// Removes what was generated from a spec that is gone; nothing else.
    fn remove(&self, root: &Path, service: &str) -> Result<(), String> {
        let folder = root.join("generated").join(service);
        if !folder.join(MANIFEST).is_file() {
            return Ok(());
        }
        let plan = self.apply(&FileTree::default(), &folder)?;
        anstream::println!("{service:<12} has no spec: {} removed", plan.removed());
        Ok(())
    }

    fn apply(&self, files: &FileTree, folder: &Path) -> Result<Plan, String> {
        let plan = files.plan(folder, self.force).map_err(|error| error.to_string())?;
        if self.check && !plan.is_empty() {
            anstream::println!("{}", plan.diff());
            return Err("out of date".to_owned());
        }
        if !self.check {
            plan.write_to(folder).map_err(|error| error.to_string())?;
        }
        Ok(plan)
    }
}

/// The names of the folders in `parent`, in order.
fn folders(parent: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    let folders: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.iter().filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())).collect()
}

/// Prints findings that a maintainer should look at.
fn print(docs: &Docs, report: &[Diagnostic]) {
    for diagnostic in report.iter().filter(|diagnostic| diagnostic.severity() > Severity::Note) {
        anstream::eprintln!("{}\n", render(docs, diagnostic, false));
    }
}
