//! What writing a tree would change, found out before anything is.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::io;
use std::path::Path;

use similar::TextDiff;

use super::manifest::{Manifest, hash};
use super::{FileTree, MANIFEST, WriteError};

/// The changes that bring a folder to what a tree says.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Files to write, with what is there now.
    pub(super) write: BTreeMap<String, Change>,
    /// Files to remove, with what is there now.
    pub(super) remove: BTreeMap<String, String>,
    /// How many files are as they should be.
    pub(super) unchanged: usize,
}

/// One file to write.
#[derive(Clone, Debug)]
pub(super) struct Change {
    pub(super) old: Option<String>,
    pub(super) new: String,
}

/// Files that stand in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Files of ours that a person edited.
    pub edited: Vec<String>,
    /// Files that were never ours.
    pub foreign: Vec<String>,
}

impl FileTree {
    /// Compares the tree with `folder`. With `force`, files that a person edited are written all the same; those that
    /// were never ours are not.
    ///
    /// # Errors
    /// When a file cannot be read, or one is in the way.
    pub fn plan(&self, folder: &Path, force: bool) -> Result<Plan, WriteError> {
        let before = Manifest::read(folder).map_err(|error| WriteError::io(&folder.join(MANIFEST), error))?;
        let mut plan = Plan { write: BTreeMap::new(), remove: BTreeMap::new(), unchanged: 0 };
        let mut refusal = Refusal { edited: Vec::new(), foreign: Vec::new() };
        for (path, new) in self.iter() {
            let old = read(folder, path)?;
            if old.as_deref() == Some(new) {
                plan.unchanged += 1;
                continue;
            }
            match (&old, before.files.get(path)) {
                (Some(_), None) => refusal.foreign.push(path.to_owned()),
                (Some(old), Some(known)) if hash(old.as_bytes()) != *known && !force => {
                    refusal.edited.push(path.to_owned())
                }
                _ => {
                    plan.write.insert(path.to_owned(), Change { old, new: new.to_owned() });
                }
            }
        }
        for (path, known) in before.files.iter().filter(|(path, _)| self.get(path).is_none()) {
            let Some(old) = read(folder, path)? else { continue };
            if hash(old.as_bytes()) != *known && !force {
                refusal.edited.push(path.clone());
            } else {
                plan.remove.insert(path.clone(), old);
            }
        }
        plan.add_manifest(self, folder)?;
        match refusal.edited.is_empty() && refusal.foreign.is_empty() {
            true => Ok(plan),
            false => Err(WriteError::refused(folder, refusal)),
        }
    }
}

impl Plan {
    /// Whether nothing would change.
    pub fn is_empty(&self) -> bool {
        self.write.is_empty() && self.remove.is_empty()
    }

    /// How many files would be written; the manifest is not counted.
    pub fn written(&self) -> usize {
        self.write.keys().filter(|path| *path != MANIFEST).count()
    }

    /// How many files would be removed.
    pub fn removed(&self) -> usize {
        self.remove.keys().filter(|path| *path != MANIFEST).count()
    }

    /// How many files are as they should be.
    pub fn unchanged(&self) -> usize {
        self.unchanged
    }

    /// The changes as a unified diff.
    pub fn diff(&self) -> String {
        let mut out = String::new();
        let changed =
            self.write.iter().map(|(path, change)| (path, change.old.as_deref().unwrap_or(""), change.new.as_str()));
        let removed = self.remove.iter().map(|(path, old)| (path, old.as_str(), ""));
        for (path, old, new) in changed.chain(removed).filter(|(path, ..)| *path != MANIFEST) {
            let diff = TextDiff::from_lines(old, new);
            let _ = write!(
                out,
                "{}",
                diff.unified_diff().context_radius(2).header(&format!("a/{path}"), &format!("b/{path}"))
            );
        }
        out
    }

    fn add_manifest(&mut self, tree: &FileTree, folder: &Path) -> Result<(), WriteError> {
        let old = read(folder, MANIFEST)?;
        let new = Manifest::of(tree).to_text();
        if tree.files.is_empty() {
            self.remove.extend(old.map(|old| (MANIFEST.to_owned(), old)));
        } else if old.as_ref() != Some(&new) {
            self.write.insert(MANIFEST.to_owned(), Change { old, new });
        }
        Ok(())
    }
}

/// The text of a file, `None` if there is none. One that is not UTF-8 was never ours, and differs from everything.
fn read(folder: &Path, path: &str) -> Result<Option<String>, WriteError> {
    let path = folder.join(path);
    match std::fs::read(&path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(WriteError::io(&path, error)),
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for path in &self.edited {
            writeln!(f, "  {path} was edited after it was written")?;
        }
        for path in &self.foreign {
            writeln!(f, "  {path} was not written by docwright")?;
        }
        if !self.edited.is_empty() {
            writeln!(f, "use --force to write edited files anew: what was changed in them is lost")?;
        }
        if !self.foreign.is_empty() {
            writeln!(f, "move the other files away, or write to another folder")?;
        }
        Ok(())
    }
}
