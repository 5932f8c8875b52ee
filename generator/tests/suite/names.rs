//! Names from the sources of an SDK: what is read of them, and what becomes of it beside the pages.

mod pages;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use docwright::dialect::sdk;
use docwright::source::{self, Docs};
use tempfile::TempDir;

/// The folder of the SDKs, one per dialect, each with the `names.toml` that is expected of it.
fn sdks() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sdk")
}

#[track_caller]
fn check_sdk(dialect: &str, pages_suffice: bool) {
    let folder = sdks().join(dialect);
    let sdk = sdk::read(&source::read_sources(&folder).unwrap());
    assert_eq!(sdk.names.to_toml(), fs::read_to_string(folder.join("names.toml")).unwrap());
    assert_eq!(sdk.pages_suffice, pages_suffice);
}

#[test]
fn sources_of_legacy_sdks_are_read() {
    check_sdk("legacy", false);
}

#[test]
fn sources_of_prior_sdks_are_read() {
    check_sdk("prior", false);
}

#[test]
fn sources_of_nextgen_sdks_are_read() {
    check_sdk("nextgen", false);
}

#[test]
fn sources_of_sdks_whose_pages_state_everything_are_not_read() {
    check_sdk("tag", true);
}

#[test]
fn the_same_name_in_two_classes_is_keyed_by_class() {
    let method = |wire: &str| {
        format!("    def _find_serialize(self, a, _request_auth):\n        _query_params.append(('{wire}', a))\n")
    };
    let read = |first: &str, second: &str| {
        let text = format!("class AApi:\n{}class BApi:\n{}", method(first), method(second));
        sdk::read(&Docs::from_texts([("a.py", text.as_str())], None)).names.to_toml()
    };
    let same = read("A", "A");
    assert!(same.contains("[operations.find.parameters]") && !same.contains("Api"), "{same}");
    let other = read("A", "B");
    assert!(other.contains("[operations.\"AApi.find\".parameters]\na = { in = \"query\", wire = \"A\" }"), "{other}");
    assert!(other.contains("[operations.\"BApi.find\".parameters]\na = { in = \"query\", wire = \"B\" }"), "{other}");
}

#[test]
fn the_command_writes_what_the_docs_are_read_with() {
    let folder = TempDir::new().unwrap();
    let docwright =
        |arguments: &[&str]| Command::new(env!("CARGO_BIN_EXE_docwright")).args(arguments).output().unwrap();
    let (sdk, file) = (sdks().join("legacy"), folder.path().join("names.toml"));
    let output = docwright(&["names", "--sdk", sdk.to_str().unwrap()]);
    let expected = fs::read_to_string(sdk.join("names.toml")).unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stdout).unwrap()), (Some(0), expected.clone()));
    let output = docwright(&["names", "--sdk", sdk.to_str().unwrap(), "--output", file.to_str().unwrap()]);
    assert_eq!((output.status.code(), fs::read_to_string(&file).unwrap()), (Some(0), expected));

    fs::write(folder.path().join("PetApi.md"), pages::PAGE).unwrap();
    let docs = source::read(folder.path(), None).unwrap();
    assert_eq!(docs.pages().count(), 1);
    assert_eq!(docs.names().unwrap().1.path, "names.toml");

    let tag = docwright(&["names", "--sdk", sdks().join("tag").to_str().unwrap()]);
    assert!(String::from_utf8_lossy(&tag.stderr).contains("they are enough"));
    let none = docwright(&["names", "--sdk", folder.path().to_str().unwrap()]);
    assert_eq!(none.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&none.stderr).contains("holds no Python file"));
}
