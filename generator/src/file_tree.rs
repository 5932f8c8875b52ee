//! A crate as files in memory, and the only writer of the disk.
//!
//! Beside the files lies a manifest of what was written ([`MANIFEST`]). It tells a file that the generator wrote from
//! one that a person edited, or that was there before: those are never overwritten by accident.

mod manifest;
mod plan;
#[cfg(test)]
mod tests;
mod write;

pub use manifest::MANIFEST;
pub use plan::{Plan, Refusal};
pub use write::WriteError;

use std::collections::BTreeMap;

/// Files by path: relative, with `/` between parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileTree {
    files: BTreeMap<String, String>,
}

impl FileTree {
    /// Adds a file. Paths are made of identifiers; one that could leave the folder is not taken.
    pub fn insert(&mut self, path: String, text: String) {
        let inside = !path.is_empty()
            && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
            && !path.contains(['\\', ':', '\0']);
        debug_assert!(inside, "{path}");
        if inside {
            self.files.insert(path, text);
        }
    }

    /// The files, in path order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The text of a file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }
}
