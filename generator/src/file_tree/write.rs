//! Carries out a plan. Everything that can fail for want of space or permission is done before the first file is
//! replaced, every file is replaced in one step, and the manifest comes last.

use std::fmt;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::{MANIFEST, Plan, Refusal};

/// Why a tree was not written.
#[derive(Debug)]
pub struct WriteError {
    path: PathBuf,
    problem: Problem,
}

#[derive(Debug)]
enum Problem {
    Io(io::Error),
    Refused(Refusal),
}

impl Plan {
    /// Brings `folder` to what the plan says.
    ///
    /// # Errors
    /// When a file cannot be written or removed. If that happens while files are staged, nothing has changed.
    pub fn write_to(&self, folder: &Path) -> Result<(), WriteError> {
        let mut staged = Vec::new();
        for (path, change) in &self.write {
            let target = folder.join(path);
            let file = stage(&target, &change.new).map_err(|error| WriteError::io(&target, error))?;
            staged.push((target, file));
        }
        staged.sort_by_key(|(target, _)| target.ends_with(MANIFEST));
        for (target, file) in staged {
            file.persist(&target).map_err(|error| WriteError::io(&target, error.error))?;
        }
        for path in self.remove.keys() {
            let target = folder.join(path);
            fs::remove_file(&target).map_err(|error| WriteError::io(&target, error))?;
            remove_empty_parents(folder, &target);
        }
        Ok(())
    }
}

/// Writes the text to a file beside its target, from where it can be moved in one step.
fn stage(target: &Path, text: &str) -> io::Result<NamedTempFile> {
    let parent = target.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let mut builder = Builder::new();
    builder.prefix(".docwright-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // Temporary files are private; these are to be files like any other, as the umask has it.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(parent)?;
    file.write_all(text.as_bytes())?;
    Ok(file)
}

/// Removes folders that a removed file leaves empty, up to and with `folder` itself.
fn remove_empty_parents(folder: &Path, target: &Path) {
    for parent in target.ancestors().skip(1).take_while(|parent| parent.starts_with(folder)) {
        // Fails on a folder that still holds something, which is what is wanted.
        if fs::remove_dir(parent).is_err() {
            return;
        }
    }
}

impl WriteError {
    pub(super) fn io(path: &Path, error: io::Error) -> Self {
        WriteError { path: path.to_owned(), problem: Problem::Io(error) }
    }

    pub(super) fn refused(path: &Path, refusal: Refusal) -> Self {
        WriteError { path: path.to_owned(), problem: Problem::Refused(refusal) }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.problem {
            Problem::Io(error) => write!(f, "cannot write {}: {error}", self.path.display()),
            Problem::Refused(refusal) => {
                write!(f, "{} holds files that are not overwritten:\n{refusal}", self.path.display())
            }
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.problem {
            Problem::Io(error) => Some(error),
            Problem::Refused(_) => None,
        }
    }
}
