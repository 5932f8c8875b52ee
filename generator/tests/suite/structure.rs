//! What the design promises about the generator's own code: who may name whom.

mod code;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use self::code::{File, read_files};

#[test]
fn the_disk_is_read_in_one_place_and_written_in_one() {
    only(&["source", "file_tree", "cli"], |file| file.names("fs"));
}

#[test]
fn only_markdown_knows_the_markdown_parser() {
    only(&["markdown"], |file| file.names("pulldown_cmark"));
}

#[test]
fn only_dialects_know_patterns() {
    only(&["dialect"], |file| file.names("regex"));
}

#[test]
fn only_render_makes_tokens_and_files() {
    for name in ["quote", "prettyplease", "askama", "proc_macro2", "syn"] {
        only(&["render"], |file| file.names(name));
    }
}

#[test]
fn only_naming_makes_identifiers() {
    let makers: Vec<String> = generator()
        .into_iter()
        .filter(|file| file.has_path(&["Ident", "from_checked"]))
        .map(|file| file.path)
        .collect();
    assert_eq!(makers, ["generator/src/lower/naming.rs"]);
}

#[test]
fn stages_know_the_data_between_them_and_not_each_other() {
    never("dialect", &["lower", "render", "rust", "settings", "file_tree", "cli"]);
    never("lower", &["dialect", "render", "markdown", "file_tree", "cli"]);
    never("render", &["dialect", "lower", "markdown", "api", "settings", "cli"]);
    never("api", &["rust", "lower", "render", "dialect", "settings", "markdown", "file_tree", "cli"]);
    never("rust", &["api", "lower", "render", "dialect", "settings", "markdown", "file_tree", "cli"]);
    never("markdown", &["api", "dialect", "lower", "rust", "render", "settings", "file_tree", "cli"]);
}

#[test]
fn modules_know_each_other_in_one_direction() {
    let graph = generator().into_iter().fold(BTreeMap::<String, BTreeSet<String>>::new(), |mut graph, file| {
        let known = graph.entry(file.module().to_owned()).or_default();
        known.extend(file.siblings().into_iter().filter(|other| other != file.module()));
        graph
    });
    assert!(graph["dialect"].contains("markdown") && graph["lower"].contains("api"), "{graph:#?}");
    // Whoever knows nobody that is left is taken away; a circle can never be.
    let mut left = graph;
    loop {
        let names: BTreeSet<String> = left.keys().cloned().collect();
        let before = left.len();
        left.retain(|_, known| known.iter().any(|other| names.contains(other)));
        if left.len() == before {
            break;
        }
    }
    assert!(left.is_empty(), "among these is a circle: {left:#?}");
}

#[test]
fn the_generator_depends_on_nothing_that_it_writes_for() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    for (section, table) in manifest.iter().filter(|(section, _)| section.ends_with("dependencies")) {
        let wrong: Vec<_> = table
            .as_table()
            .unwrap()
            .keys()
            .filter(|name| name.starts_with("docwright") || name.ends_with("-client"))
            .collect();
        assert!(wrong.is_empty(), "[{section}] names {wrong:?}");
    }
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent: Vec<String> =
        everything().into_iter().filter(|file| !file.text.starts_with("//! ")).map(|file| file.path).collect();
    assert!(silent.is_empty(), "no `//!` on the first line: {silent:#?}");
}

#[test]
fn files_stay_small() {
    let long: Vec<String> =
        everything().into_iter().filter(|file| file.text.lines().count() > 300).map(|file| file.path).collect();
    assert!(long.is_empty(), "longer than 300 lines: {long:#?}");
}

/// The modules of the generator, without the root that puts them together.
fn generator() -> Vec<File> {
    let mut files = read_files("generator/src");
    files.retain(|file| !matches!(file.path.as_str(), "generator/src/lib.rs" | "generator/src/main.rs"));
    assert!(files.len() > 50, "the generator has moved");
    files
}

fn everything() -> Vec<File> {
    ["generator/src", "runtime/src", "xtask/src"].into_iter().flat_map(read_files).collect()
}

#[track_caller]
fn only(allowed: &[&str], wanted: impl Fn(&File) -> bool) {
    let files = generator();
    let users = files.iter().filter(|file| wanted(file));
    let (right, wrong): (Vec<_>, Vec<_>) =
        users.map(|file| (file.module(), &file.path)).partition(|(module, _)| allowed.contains(module));
    assert!(wrong.is_empty(), "only {allowed:?} may: {wrong:#?}");
    assert!(!right.is_empty(), "nobody does: the rule has lost its object");
}

#[track_caller]
fn never(module: &str, others: &[&str]) {
    for file in generator().iter().filter(|file| file.module() == module) {
        let named: Vec<_> = file.siblings().into_iter().filter(|other| others.contains(&other.as_str())).collect();
        assert!(named.is_empty(), "{} names {named:?}", file.path);
    }
}
