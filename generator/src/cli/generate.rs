//! `docwright generate`.

use std::path::{Path, PathBuf};

use clap::Args;

use super::Failure;
use super::input::Input;
use super::report::MessageFormat;
use docwright::Generated;
use docwright::lower::{is_package_name, package_name};
use docwright::rust::Runtime;

/// The arguments of `docwright generate`.
#[derive(Debug, Args)]
pub(super) struct Generate {
    #[command(flatten)]
    input: Input,
    /// The folder to write the crate to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The package's name; without it, spec.toml's, or that of the output folder
    #[arg(long, value_name = "CRATE")]
    name: Option<String>,
    /// Where the crate takes docwright-runtime from: a folder, or a published version
    #[arg(long, value_name = "PATH|VERSION", default_value = env!("CARGO_PKG_VERSION"))]
    runtime: String,
    /// Write nothing; fail if the folder is not what would be written
    #[arg(long)]
    check: bool,
    /// Write files anew that were edited by hand
    #[arg(long)]
    force: bool,
    /// Print errors only
    #[arg(long, short)]
    quiet: bool,
}

impl Generate {
    pub(super) fn run(self) -> Result<(), Failure> {
        let name = self.name()?;
        let docs = self.input.read()?;
        let format = self.input.message_format;
        let generated = docwright::generate_strictly(
            &docs,
            self.input.strictness(),
            name.as_deref(),
            &self.default_name(),
            self.runtime()?,
        );
        let generated = generated.map_err(|found| {
            format.print(&docs, &found, self.quiet);
            Failure::failed("")
        })?;
        format.print(&docs, &generated.report, self.quiet);
        let plan = generated.files.plan(&self.out, self.force).map_err(Failure::failed)?;
        if self.check {
            return match plan.is_empty() {
                true => Ok(()),
                false => {
                    anstream::println!("{}", plan.diff());
                    let advice = "run the same command without --check to bring it up to date";
                    Err(Failure::failed(format!("{} is out of date; {advice}", self.out.display())))
                }
            };
        }
        plan.write_to(&self.out).map_err(Failure::failed)?;
        if !self.quiet && format == MessageFormat::Human {
            let Generated { operations, models, .. } = generated;
            let (written, unchanged, removed) = (plan.written(), plan.unchanged(), plan.removed());
            anstream::println!(
                "{}: {operations} operations, {models} models; files: {written} written, {unchanged} unchanged, {removed} removed",
                self.out.display()
            );
        }
        Ok(())
    }

    /// The wanted name, if it can be a package's; one with other signs in it, such as a version, is made one.
    fn name(&self) -> Result<Option<String>, Failure> {
        let Some(wanted) = self.name.as_deref().filter(|name| !is_package_name(name)) else {
            return Ok(self.name.clone());
        };
        if !wanted.starts_with(|c: char| c.is_ascii_alphabetic()) || wanted.contains(['/', '\\']) {
            let rule = "a letter first, then letters, digits, `-` and `_`, at most 64 in all";
            return Err(Failure::usage(format!("`{wanted}` cannot be the name of a package: {rule}")));
        }
        let name = package_name(wanted);
        anstream::eprintln!("`{wanted}` cannot be the name of a package: `{name}` is used");
        Ok(Some(name))
    }

    /// The name of the output folder, which people tend to call after the crate.
    fn default_name(&self) -> String {
        let folder = std::path::absolute(&self.out)
            .ok()
            .and_then(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()));
        folder.unwrap_or_else(|| "client".to_owned())
    }

    /// A version begins with a digit; anything else is a folder, written as seen from the crate.
    fn runtime(&self) -> Result<Runtime, Failure> {
        let version = env!("CARGO_PKG_VERSION").to_owned();
        if self.runtime.starts_with(|c: char| c.is_ascii_digit()) && !Path::new(&self.runtime).exists() {
            return Ok(Runtime::Version(self.runtime.clone()));
        }
        let folder = Path::new(&self.runtime);
        if !folder.join("Cargo.toml").is_file() {
            let message = format!("--runtime: `{}` is neither a version nor a folder with a Cargo.toml", self.runtime);
            return Err(Failure::usage(message));
        }
        let path = if folder.is_absolute() {
            folder.to_owned()
        } else {
            seen_from(&self.out, folder).unwrap_or(folder.to_owned())
        };
        let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        Ok(Runtime::Path { path: parts.join("/").replacen("//", "/", 1), version })
    }
}

/// `target` as a relative path from `folder`.
fn seen_from(folder: &Path, target: &Path) -> Option<PathBuf> {
    let (folder, target) = (std::path::absolute(folder).ok()?, std::path::absolute(target).ok()?);
    let common = folder.components().zip(target.components()).take_while(|(a, b)| a == b).count();
    let up = folder.components().skip(common).map(|_| Path::new("..").as_os_str());
    let down = target.components().skip(common).map(|part| part.as_os_str().to_owned()).collect::<Vec<_>>();
    Some(up.map(ToOwned::to_owned).chain(down).collect())
}
