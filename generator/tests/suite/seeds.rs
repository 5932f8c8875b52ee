//! Docs as generators wrote them, from a folder that is not part of the repository.
//!
//! `DOCWRIGHT_SHARED` names it: `seeds/‹service›` holds the pages that `specs/‹service›` was written after, `corpus` and
//! `torture` hold whole trees. Without the variable these tests say so and pass.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use docwright::api::{Api, Content, Operation, Parameter, Shape};
use docwright::rust::Runtime;
use docwright::source::{self, Docs};

use crate::{SERVICES, specs};

#[test]
fn specs_document_the_operations_of_the_seeds() {
    let Some(shared) = shared("seeds") else { return };
    for service in SERVICES {
        let (seed_docs, seed) = read(&shared.join(service));
        let (spec_docs, spec) = read(&specs().join(service));
        let lines =
            |docs: &Docs, api: &Api| api.operations.iter().map(|operation| facts(docs, operation)).collect::<String>();
        assert_same(service, &lines(&seed_docs, &seed), &lines(&spec_docs, &spec));
    }
}

#[test]
fn specs_describe_every_property_that_the_seeds_show() {
    let Some(shared) = shared("seeds") else { return };
    for service in SERVICES {
        let (_, seed) = read(&shared.join(service));
        let (_, spec) = read(&specs().join(service));
        for shown in &seed.evidence.example_properties {
            let schema =
                spec.schemas.get(&shown.model).unwrap_or_else(|| panic!("{service}: no page on {}", shown.model));
            let Shape::Object { properties, .. } = &schema.shape else {
                panic!("{service}: {} is no object", shown.model)
            };
            let known =
                properties.iter().any(|property| [&shown.name, &shown.wire_name.value].contains(&&property.name));
            assert!(known, "{service}: {} lacks `{}`", shown.model, shown.name);
        }
    }
}

#[test]
fn no_tree_makes_the_generator_panic() {
    for kind in ["corpus", "torture"] {
        let Some(folder) = shared(kind) else { return };
        for tree in folders(&folder) {
            // A tree without pages, or larger than docs can be, is told so.
            let Ok(docs) = source::read(&tree, None) else { continue };
            let runtime = Runtime::Version("0.1.0".to_owned());
            let result = docwright::generate(&docs, Some("client"), "client", runtime);
            let (operations, found) =
                result.map_or_else(|report| (0, report.len()), |made| (made.operations, made.report.len()));
            println!("{}: {operations} operations, {found} findings", tree.display());
        }
    }
}

/// Everything that a seed and its spec must say alike, a line each.
fn facts(docs: &Docs, operation: &Operation) -> String {
    let mut lines = format!("{}  {} {}\n", operation.id.value, operation.method.value, operation.path.value);
    for Parameter { name, schema, required, .. } in &operation.parameters {
        let ty = schema.origin.span().map_or("", |span| docs.text(span));
        lines += &format!("  parameter {name}: {ty}{}\n", if required.value { "" } else { " optional" });
    }
    for content in operation.request_body.iter().flat_map(|body| &body.content) {
        lines += &format!("  request {}\n", show_content(docs, content));
    }
    let returns = operation.returns.as_ref().and_then(|schema| schema.origin.span());
    lines += &format!("  returns {}\n", returns.map_or("nothing", |span| docs.text(span)));
    for response in &operation.responses {
        lines += &format!("  {}\n", response.status.value);
        for content in &response.content {
            lines += &format!("    {}\n", show_content(docs, content));
        }
    }
    for accept in &operation.accepts {
        lines += &format!("  accept {}\n", accept.value);
    }
    lines + &format!("  auth {:?}\n", operation.security.value)
}

/// A body: its media type, and its type as the page writes it.
fn show_content(docs: &Docs, content: &Content) -> String {
    let ty = content.schema.as_ref().and_then(|schema| schema.origin.span()).map_or("", |span| docs.text(span));
    let ty = ty.split('|').next().unwrap_or("").trim();
    format!("{}: {ty}", content.media_type.value)
}

#[track_caller]
fn assert_same(service: &str, seed: &str, spec: &str) {
    let both = seed.lines().zip(spec.lines());
    if let Some((seed, spec)) = both.clone().find(|(seed, spec)| seed != spec) {
        let before: Vec<&str> = both.map(|(line, _)| line).take_while(|line| *line != seed).collect();
        panic!("{service}: the seed says `{seed}`, specs/ says `{spec}`, after {:?}", before.last());
    }
    assert_eq!(seed.lines().count(), spec.lines().count(), "{service}: one of them goes on");
}

#[track_caller]
fn read(folder: &Path) -> (Docs, Api) {
    let docs = source::read(folder, None).unwrap();
    let (api, _) = docwright::read(&docs);
    (docs, api)
}

/// The folder `kind` of the shared ones; says why nothing is tested if it is not there.
fn shared(kind: &str) -> Option<PathBuf> {
    let Some(root) = env::var_os("DOCWRIGHT_SHARED") else {
        println!("skipped: DOCWRIGHT_SHARED is not set");
        return None;
    };
    let folder = Path::new(&root).join(kind);
    if !folder.is_dir() {
        println!("skipped: {} is no folder", folder.display());
        return None;
    }
    Some(folder)
}

fn folders(folder: &Path) -> BTreeSet<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect()
}
