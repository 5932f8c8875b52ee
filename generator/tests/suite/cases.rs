//! Documents of cases: `tests/cases/**/*.md` hold the pages, the snapshots beside them what is read from these.
//!
//! To add a case, add a `## heading` to a document, or a document to the list below, run the tests with
//! `INSTA_UPDATE=always`, and read the snapshot before you commit it.

mod document;

use std::path::{Path, PathBuf};
use std::{env, fs};

use docwright::diagnostic::{self, Code, Diagnostic};
use docwright::rust::Runtime;
use docwright::source::Docs;

use self::document::Case;

macro_rules! documents {
    ($($test:ident = $path:literal;)*) => {
        const DOCUMENTS: &[&str] = &[$($path),*];

        $(#[test]
        fn $test() {
            check($path);
        })*
    };
}

documents! {
    parameters = "parameters";
    types = "types";
    models = "models";
    enumerations = "enumerations";
    responses = "responses";
    authorization = "authorization";
    prose = "prose";
    examples = "examples";
    wire_names = "wire-names";
    bodies = "bodies";
    names = "names";
    strictness = "strictness";
    pagination = "pagination";
    overrides = "overrides";
    tag_operations = "tag-operations";
    tag_schemas = "tag-schemas";
    tag_flat = "tag-flat";
    diagnostics_of_pages = "diagnostics/pages";
    diagnostics_of_operations = "diagnostics/operations";
    diagnostics_of_rows = "diagnostics/rows";
    diagnostics_of_models = "diagnostics/models";
    diagnostics_of_settings = "diagnostics/settings";
    items_of_crates = "items/crates";
    items_of_credentials = "items/credentials";
    items_of_models = "items/models";
    items_of_operations = "items/operations";
    items_of_pages = "items/pages";
    items_of_unions = "items/unions";
}

#[test]
fn every_document_has_a_test() {
    let folder = folder();
    let mut found = Vec::new();
    collect(&folder, &folder, &mut found);
    found.sort();
    let mut listed = DOCUMENTS.to_vec();
    listed.sort_unstable();
    assert_eq!(found, listed);
}

#[test]
fn every_diagnostic_has_a_case() {
    let snapshots: String = DOCUMENTS
        .iter()
        .map(|document| fs::read_to_string(folder().join(format!("{document}.snap"))).unwrap())
        .collect();
    let missing: Vec<_> = Code::ALL.iter().filter(|code| !snapshots.contains(&format!("[{code}]"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Compares what is read from every case of a document with the document's snapshot.
#[track_caller]
fn check(path: &str) {
    let file = folder().join(format!("{path}.md"));
    let text = fs::read_to_string(&file).unwrap();
    let cases: Vec<String> =
        document::parse(&text).iter().map(|case| format!("## {}\n\n{}", case.name, show(path, case))).collect();
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(file.parent().unwrap());
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let name = path.rsplit('/').next().unwrap_or(path);
    settings.bind(|| insta::assert_snapshot!(name, cases.join("\n\n")));
}

/// What a case is about: for items, the files of that kind; otherwise what is read and what its author is told.
fn show(path: &str, case: &Case) -> String {
    match path.strip_prefix("items/") {
        Some("crates") => {
            show_items(case, |path| ["Cargo.toml", "examples/quickstart.rs", "src/lib.rs"].contains(&path))
        }
        Some("credentials") => show_items(case, |path| path == "src/auth.rs"),
        Some("models" | "unions") => show_items(case, |path| path.starts_with("src/models/")),
        Some(_) => show_items(case, |path| path.starts_with("src/apis/")),
        None => show_api(case),
    }
}

/// Some of the generated files, without the banner that all of them share.
fn show_items(case: &Case, is_shown: impl Fn(&str) -> bool) -> String {
    let docs = docs(case);
    let generated = docwright::generate(&docs, None, "cases", Runtime::Version("0.1.0".to_owned())).unwrap();
    let files = generated.files.iter().filter(|(path, _)| is_shown(path));
    let body = |text: &str| text.lines().skip(3).collect::<Vec<_>>().join("\n");
    files.map(|(path, text)| format!("// {path}\n{}", body(text))).collect::<Vec<_>>().join("\n\n")
}

/// What a case is read as, and what its author is told.
fn show_api(case: &Case) -> String {
    let docs = docs(case);
    let api =
        docwright::understand(&docs).map(|(api, ..)| docwright::api::compact_text(&docs, &api)).unwrap_or_default();
    let runtime = Runtime::Version("0.1.0".to_owned());
    let report = match docwright::generate(&docs, None, "cases", runtime) {
        Ok(generated) => generated.report,
        Err(report) => report,
    };
    let report = report.iter().map(|found: &Diagnostic| diagnostic::render(&docs, found, false));
    // Editors drop blanks at the ends of lines, and so would a person who corrects a snapshot.
    let trimmed = |text: String| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    std::iter::once(api).chain(report).map(trimmed).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The pages of the first case of a document.
#[track_caller]
pub(crate) fn first_case(path: &str) -> Docs {
    let text = fs::read_to_string(folder().join(format!("{path}.md"))).unwrap();
    docs(&document::parse(&text)[0])
}

fn docs(case: &Case) -> Docs {
    let pages = case.pages.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let docs = Docs::from_texts(pages, case.spec.as_deref());
    case.names.iter().fold(docs, |docs, names| docs.with_names(names))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, found);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            let below = path.strip_prefix(root).unwrap().with_extension("");
            found.push(below.to_string_lossy().replace('\\', "/"));
        }
    }
}
