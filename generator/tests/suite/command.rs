//! The `docwright` command as a person at a terminal meets it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// The spec that the tests generate from.
fn spec() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/kleister")
}

pub(crate) fn docwright(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_docwright")).args(arguments).output().unwrap()
}

/// Runs the command; asserts how it ended and where it said what.
#[track_caller]
pub(crate) fn check(arguments: &[&str], code: i32, stdout: &str, stderr: &str) {
    let output = docwright(arguments);
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{out}{err}");
    assert!(out.contains(stdout) && (!stdout.is_empty() || out.is_empty()), "stdout: {out}");
    assert!(err.contains(stderr) && (!stderr.is_empty() || err.is_empty()), "stderr: {err}");
    assert!(!out.contains('\u{1b}') && !err.contains('\u{1b}'), "no colour without a terminal");
}

/// A copy of the spec that a test may change.
fn copy(folder: &Path) -> PathBuf {
    let copy = folder.join("docs-tree");
    fs::create_dir_all(copy.join("docs")).unwrap();
    for name in ["README.md", "spec.toml"] {
        fs::copy(spec().join(name), copy.join(name)).unwrap();
    }
    for entry in fs::read_dir(spec().join("docs")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, copy.join("docs").join(path.file_name().unwrap())).unwrap();
    }
    copy
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_wrong_command_line_exits_with_2() {
    check(&[], 2, "", "Usage: docwright");
    check(&["generate"], 2, "", "--docs <DIR>");
    check(&["generate", "--docs", "x", "--out", "y", "--frobnicate"], 2, "", "--frobnicate");
    check(&["generate", "--docs", "x", "--out", "y", "--name", "a/b"], 2, "", "cannot be the name of a package");
    check(
        &["generate", "--docs", text(&spec()), "--out", "y", "--runtime", "nowhere"],
        2,
        "",
        "neither a version nor a folder",
    );
}

#[test]
fn help_is_a_result() {
    check(&["--help"], 0, "generate", "");
    check(&["generate", "--help"], 0, "--runtime <PATH|VERSION>", "");
    check(&["--version"], 0, env!("CARGO_PKG_VERSION"), "");
}

#[test]
fn docs_that_are_not_there_exit_with_1() {
    check(&["check", "--docs", "no/such/folder"], 1, "", "cannot read");
    let empty = TempDir::new().unwrap();
    check(&["check", "--docs", text(empty.path())], 1, "", "holds no Markdown page");
}

#[test]
fn check_says_what_is_there_and_what_is_wrong() {
    check(&["check", "--docs", text(&spec())], 0, "3 operations, 4 models", "");
    let folder = TempDir::new().unwrap();
    let docs = copy(folder.path());
    fs::write(docs.join("spec.toml"), "[api]\nserber = \"http://localhost\"\n").unwrap();
    check(&["check", "--docs", text(&docs)], 1, "", "did you mean `server`?");
}

#[test]
fn generate_writes_once_and_then_only_what_changed() {
    let folder = TempDir::new().unwrap();
    let (docs, out) = (copy(folder.path()), folder.path().join("out"));
    let generate = ["generate", "--docs", text(&docs), "--out", text(&out)];
    check(&generate, 0, "3 operations, 4 models; files: 12 written, 0 unchanged", "");
    check(&generate, 0, "files: 0 written, 12 unchanged, 0 removed", "");
    check(&[&generate[..], &["--check"]].concat(), 0, "", "");
    check(&[&generate[..], &["--quiet"]].concat(), 0, "", "");
    assert!(fs::read_to_string(out.join("Cargo.toml")).unwrap().contains("name = \"out\""));

    let page = docs.join("docs/AuthToken.md");
    fs::write(&page, fs::read_to_string(&page).unwrap().replace("The token itself", "The new token")).unwrap();
    check(&[&generate[..], &["--check"]].concat(), 1, "+    /// The new token.", "out of date");
    check(&generate, 0, "1 written, 11 unchanged", "");
}

#[test]
fn an_edited_file_stops_it_unless_forced() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("out");
    let generate = ["generate", "--docs", text(&spec()).to_owned().leak() as &str, "--out", text(&out)];
    check(&generate, 0, "12 written", "");
    fs::write(out.join("src/lib.rs"), "// mine").unwrap();
    check(&generate, 1, "", "src/lib.rs was edited after it was written");
    assert_eq!(fs::read_to_string(out.join("src/lib.rs")).unwrap(), "// mine");
    check(&[&generate[..], &["--force"]].concat(), 0, "1 written", "");
}

#[test]
fn an_error_in_the_docs_writes_nothing() {
    let folder = TempDir::new().unwrap();
    let (docs, out) = (copy(folder.path()), folder.path().join("out"));
    fs::write(docs.join("spec.toml"), "[operations.login_usr]\nskip = true\n").unwrap();
    check(&["generate", "--docs", text(&docs), "--out", text(&out)], 1, "", "did you mean `login_user`?");
    assert!(!out.exists());
}

#[test]
fn bare_pages_and_settings_elsewhere_are_enough() {
    let folder = TempDir::new().unwrap();
    let (pages, out) = (folder.path().join("pages"), folder.path().join("out"));
    fs::create_dir(&pages).unwrap();
    fs::copy(spec().join("docs/AuthApi.md"), pages.join("AuthApi.md")).unwrap();
    let settings = folder.path().join("settings.toml");
    fs::write(&settings, "[package]\nname = \"another-name\"\n").unwrap();
    let generate =
        ["generate", "--docs", text(&pages), "--out", text(&out), "--spec", text(&settings), "--runtime", "0.1.0"];
    check(&generate, 0, "3 operations, 4 models", "`AuthLogin` has no page");
    let manifest = fs::read_to_string(out.join("Cargo.toml")).unwrap();
    assert!(manifest.contains("name = \"another-name\""), "{manifest}");
    assert!(manifest.contains("docwright-runtime = { version = \"0.1.0\""), "{manifest}");
    assert!(fs::read_to_string(out.join("src/models/auth.rs")).unwrap().contains("pub username: Option<String>"));
}
