//! Spells a [`Package`] as files: quote and prettyplease make items, askama makes files. Nothing is decided here.

mod calls;
mod errors;
mod example;
mod failure;
mod files;
mod format;
mod layout;
mod models;
mod pages;
mod program;
mod security;
mod types;
mod values;

use crate::file_tree::FileTree;
use crate::rust::Package;

/// Renders every file of the package.
pub fn render(package: &Package) -> FileTree {
    files::render(package)
}

/// What every generated file says at its head.
const BANNER: &str = "Written by docwright; changes made here are lost when it runs again.";
