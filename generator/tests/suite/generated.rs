//! The crates in `generated/`: they are what the generator writes today, as rustfmt would have it, and they compile
//! and keep their contract wherever they are.

use std::path::{Path, PathBuf};
use std::process::Command;

use docwright::rust::Runtime;
use docwright::source;
use tempfile::TempDir;

use crate::SERVICES;
use crate::cases::first_case;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn generate(service: &str, runtime: &str) -> docwright::Generated {
    generate_from(&root().join("specs").join(service), service, runtime)
}

fn generate_from(docs: &Path, service: &str, runtime: &str) -> docwright::Generated {
    let docs = source::read(docs, None).unwrap();
    let runtime = Runtime::Path { path: runtime.to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() };
    docwright::generate(&docs, None, &format!("{service}-client"), runtime).unwrap()
}

/// Runs cargo on a package of its own, with the versions that the workspace pins.
#[track_caller]
fn cargo(folder: &Path, target: &str, arguments: &[&str]) {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join(target);
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        .output()
        .unwrap();
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{out}{err}");
}

#[test]
fn generated_crates_are_up_to_date() {
    for service in SERVICES {
        let plan =
            generate(service, "../../runtime").files.plan(&root().join("generated").join(service), true).unwrap();
        assert!(plan.is_empty(), "generated/{service} is out of date; run `cargo xtask generate`\n{}", plan.diff());
    }
}

/// `tests/zoo` has every kind of model at once; the crate made from it is a member of `tests/clients`.
#[test]
fn the_zoo_is_up_to_date() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let plan =
        generate_from(&tests.join("zoo"), "zoo", "../../../../runtime").files.plan(&tests.join("clients/zoo"), true);
    let plan = plan.unwrap();
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        plan.write_to(&tests.join("clients/zoo")).unwrap();
        return;
    }
    let advice = "run the tests with INSTA_UPDATE=always, and read what changed";
    assert!(plan.is_empty(), "tests/clients/zoo is out of date; {advice}\n{}", plan.diff());
}

#[test]
fn generating_twice_gives_the_same_bytes() {
    for service in SERVICES {
        assert_eq!(generate(service, "runtime").files, generate(service, "runtime").files, "{service}");
    }
}

#[test]
fn rustfmt_would_change_nothing() {
    let crates = SERVICES.iter().map(|service| root().join("generated").join(service));
    for folder in crates.chain([Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients/zoo")]) {
        let lib = folder.join("src/lib.rs");
        // rustfmt follows the modules from lib.rs.
        let output = Command::new("rustfmt").args(["--check", "--edition", "2024"]).arg(lib).output().unwrap();
        assert!(output.status.success(), "{}: {}", folder.display(), String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn a_crate_compiles_outside_the_workspace() {
    let folder = TempDir::new().unwrap();
    let runtime = root().canonicalize().unwrap().join("runtime");
    for service in SERVICES {
        generate(service, runtime.to_str().unwrap())
            .files
            .plan(&folder.path().join(service), false)
            .unwrap()
            .write_to(&folder.path().join(service))
            .unwrap();
    }
    std::fs::write(folder.path().join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"*\"]\n").unwrap();
    std::fs::copy(root().join("Cargo.lock"), folder.path().join("Cargo.lock")).unwrap();
    cargo(folder.path(), "outside", &["check", "--workspace", "--quiet"]);
}

#[test]
fn calls_with_pages_compile_and_so_do_their_examples() {
    let folder = TempDir::new().unwrap();
    let path = root().canonicalize().unwrap().join("runtime").to_str().unwrap().to_owned();
    let runtime = Runtime::Path { path, version: env!("CARGO_PKG_VERSION").to_owned() };
    let files = docwright::generate(&first_case("items/pages"), None, "paged-client", runtime).unwrap().files;
    files.plan(folder.path(), false).unwrap().write_to(folder.path()).unwrap();
    std::fs::copy(root().join("Cargo.lock"), folder.path().join("Cargo.lock")).unwrap();
    cargo(folder.path(), "clients", &["test", "--doc", "--quiet"]);
}

#[test]
fn clients_keep_their_contract() {
    cargo(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients"), "clients", &["test", "--workspace", "--quiet"]);
}

/// Programs are laid out by us as far as their calls go, however many arguments these take.
#[test]
fn rustfmt_would_change_no_program() {
    let folder = TempDir::new().unwrap();
    let mut files = Vec::new();
    for (output, kind) in [("void (empty response body)", "str"), ("**str**", "str"), ("**str**", "int")] {
        for (length, count) in [2, 8, 12, 24].into_iter().flat_map(|length| (0..24).map(move |count| (length, count))) {
            let docs = docs_of_call(count, kind, &"name".repeat(length)[..length], output);
            let generated = docwright::generate(&docs, None, "pets-client", Runtime::Version("0.1.0".to_owned()));
            let generated = generated.unwrap().files;
            let (_, text) = generated.iter().find(|(path, _)| *path == "examples/quickstart.rs").unwrap();
            files.push(folder.path().join(format!("program_{}.rs", files.len())));
            std::fs::write(&files[files.len() - 1], text).unwrap();
        }
    }
    std::fs::write(folder.path().join("rustfmt.toml"), include_str!("../../../rustfmt.toml")).unwrap();
    let output = Command::new("rustfmt").args(["--check", "--edition", "2024"]).args(files).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

/// Docs of one call with so many arguments.
fn docs_of_call(count: usize, kind: &str, name: &str, output: &str) -> source::Docs {
    let names: Vec<String> = (0..count).map(|at| format!("{name}_{at}")).collect();
    let rows: String = names.iter().map(|name| format!(" **{name}** | **{kind}**| Which | \n")).collect();
    let page = format!(
        "# pets.PetApi\n\nAll URIs are relative to *https://pets.example*\n\n\
         Method | HTTP request | Description\n-|-|-\n\
         [**get_pet**](PetApi.md#get_pet) | **GET** /pets | Find a pet\n\n\
         # **get_pet**\n> get_pet({})\n\n### Parameters\nName | Type | Description  | Notes\n-|-|-|-\n{rows}\n\
         ### Return type\n\n{output}\n\n### HTTP request headers\n\n - **Content-Type**: Not defined\n \
         - **Accept**: application/json\n\n### HTTP response details\n\n\
         | Status code | Description | Response headers |\n|-|-|-|\n**200** | Done |  -  |\n\n[[Back to top]](#)\n",
        names.join(", ")
    );
    source::Docs::from_texts([("docs/PetApi.md", page.as_str())], None)
}
