//! What happens to files, as a person who runs the generator twice sees it.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{FileTree, MANIFEST, Plan};

fn tree(files: &[(&str, &str)]) -> FileTree {
    let mut tree = FileTree::default();
    for (path, text) in files {
        tree.insert((*path).to_owned(), (*text).to_owned());
    }
    tree
}

/// Writes the tree; tells what that did.
#[track_caller]
fn write(folder: &Path, files: &[(&str, &str)], force: bool) -> String {
    match tree(files).plan(folder, force) {
        Ok(plan) => {
            plan.write_to(folder).unwrap();
            describe(&plan)
        }
        Err(error) => error.to_string().lines().skip(1).collect::<Vec<_>>().join("\n"),
    }
}

fn describe(plan: &Plan) -> String {
    format!("{} written, {} unchanged, {} removed", plan.written(), plan.unchanged(), plan.removed())
}

fn text(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap_or_else(|_| "nothing".to_owned())
}

#[test]
fn only_what_changed_is_written() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    assert_eq!(write(folder, &[("a", "1"), ("b/c", "2")], false), "2 written, 0 unchanged, 0 removed");
    let before = fs::metadata(folder.join("a")).unwrap().modified().unwrap();
    assert_eq!(write(folder, &[("a", "1"), ("b/c", "3")], false), "1 written, 1 unchanged, 0 removed");
    assert_eq!(fs::metadata(folder.join("a")).unwrap().modified().unwrap(), before);
    assert_eq!(text(folder, "b/c"), "3");
    assert!(tree(&[("a", "1"), ("b/c", "3")]).plan(folder, false).unwrap().is_empty());
}

#[test]
fn files_that_are_no_longer_written_are_removed_with_their_folders() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    write(folder, &[("a", "1"), ("b/c/d", "2")], false);
    assert_eq!(write(folder, &[("a", "1")], false), "0 written, 1 unchanged, 1 removed");
    assert!(!folder.join("b").exists());
    assert_eq!(write(folder, &[], false), "0 written, 0 unchanged, 1 removed");
    assert!(!folder.exists());
}

#[test]
fn an_edited_file_is_kept_unless_forced() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    write(folder, &[("a", "1"), ("b", "2")], false);
    fs::write(folder.join("a"), "mine").unwrap();
    let refused = write(folder, &[("a", "3"), ("b", "4")], false);
    assert!(refused.contains("a was edited after it was written"), "{refused}");
    assert_eq!((text(folder, "a"), text(folder, "b")), ("mine".to_owned(), "2".to_owned()), "nothing is half written");
    assert_eq!(write(folder, &[("a", "3"), ("b", "4")], true), "2 written, 0 unchanged, 0 removed");
    assert_eq!(text(folder, "a"), "3");
}

#[test]
fn an_edited_file_is_not_removed_unless_forced() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    write(folder, &[("a", "1"), ("b", "2")], false);
    fs::write(folder.join("b"), "mine").unwrap();
    assert!(write(folder, &[("a", "1")], false).contains("b was edited"));
    assert_eq!(text(folder, "b"), "mine");
    assert_eq!(write(folder, &[("a", "1")], true), "0 written, 1 unchanged, 1 removed");
}

#[test]
fn a_foreign_file_is_never_touched() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    fs::write(folder.join("a"), "foreign").unwrap();
    fs::write(folder.join("notes.txt"), "keep").unwrap();
    for force in [false, true] {
        assert!(write(folder, &[("a", "1")], force).contains("a was not written by docwright"));
        assert_eq!(text(folder, "a"), "foreign");
    }
    write(folder, &[("b", "1")], false);
    write(folder, &[], true);
    assert_eq!(text(folder, "notes.txt"), "keep");
}

#[test]
fn a_file_that_is_as_it_should_be_is_adopted() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    write(folder, &[("a", "1")], false);
    fs::remove_file(folder.join(MANIFEST)).unwrap();
    assert_eq!(write(folder, &[("a", "1")], false), "0 written, 1 unchanged, 0 removed");
    assert_eq!(write(folder, &[("a", "2")], false), "1 written, 0 unchanged, 0 removed");
}

#[test]
fn a_plan_shows_what_would_change() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    write(folder, &[("a", "one\ntwo\n"), ("b", "gone\n")], false);
    let diff = tree(&[("a", "one\n2\n")]).plan(folder, false).unwrap().diff();
    insta::assert_snapshot!(diff, @r"
    --- a/a
    +++ b/a
    @@ -1,2 +1,2 @@
     one
    -two
    +2
    --- a/b
    +++ b/b
    @@ -1 +0,0 @@
    -gone
    ");
    assert_eq!(text(folder, "a"), "one\ntwo\n");
}

#[test]
fn a_manifest_that_cannot_be_read_is_an_error() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join(MANIFEST), "{").unwrap();
    let error = tree(&[("a", "1")]).plan(folder.path(), true).unwrap_err().to_string();
    assert!(error.contains(MANIFEST), "{error}");
}
