//! The list of what was written: `.docwright.json` in the crate's folder.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::FileTree;

/// The name of the manifest.
pub const MANIFEST: &str = ".docwright.json";

/// What one run wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// The version of the generator.
    pub(super) generator: String,
    /// The files by path, each with the SHA-256 of its text in hexadecimal.
    pub(super) files: BTreeMap<String, String>,
}

impl Manifest {
    /// The manifest of a tree.
    pub(super) fn of(tree: &FileTree) -> Self {
        let files = tree.iter().map(|(path, text)| (path.to_owned(), hash(text.as_bytes()))).collect();
        Manifest { generator: env!("CARGO_PKG_VERSION").to_owned(), files }
    }

    /// The manifest that lies in `folder`; an empty one if there is none.
    pub(super) fn read(folder: &Path) -> io::Result<Self> {
        match std::fs::read(folder.join(MANIFEST)) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(io::Error::other),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Manifest::default()),
            Err(error) => Err(error),
        }
    }

    /// As JSON, one file a line.
    pub(super) fn to_text(&self) -> String {
        let text = serde_json::to_string_pretty(self).unwrap_or_default();
        format!("{text}\n")
    }
}

/// The hash by which a file is known again.
pub(super) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
