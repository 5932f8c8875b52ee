//! `specs/README.md` describes `spec.toml` as it is: no key more, no key less.

use docwright::settings;
use docwright::source::Docs;

/// The example in the reference, which shows every key.
fn example() -> String {
    let text = std::fs::read_to_string(crate::specs().join("README.md")).unwrap();
    let (_, rest) = text.split_once("```toml\n").unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

fn read(spec: &str) -> Result<settings::Settings, String> {
    let docs = Docs::from_texts([], Some(spec));
    settings::read(&docs).map_err(|diagnostic| diagnostic.message)
}

#[test]
fn every_key_of_the_reference_is_known() {
    let settings = read(&example()).unwrap();
    assert_eq!((settings.operations.len(), settings.schemas.len(), settings.security.len()), (2, 5, 2));
}

/// The keys of a table, as the reader names them when it meets another one.
fn keys(table: &str) -> Vec<String> {
    let message = read(&format!("[{table}]\nno-such-key = 1\n")).unwrap_err();
    let keys: Vec<String> = message.split('`').skip(3).step_by(2).map(str::to_owned).collect();
    assert!(!keys.is_empty(), "{table}: {message}");
    keys
}

#[test]
fn every_key_is_in_the_reference() {
    let example = example();
    let tables = [
        "package",
        "api",
        "check",
        "names",
        "types",
        "security.a",
        "operations.a",
        "operations.a.body",
        "operations.a.pagination",
        "operations.a.parameters.a",
        "operations.a.responses.200",
        "schemas.a",
        "schemas.a.properties.a",
        "schemas.a.discriminator",
    ];
    for table in tables {
        for key in keys(table) {
            let shown = [format!("{key} ="), format!("{key}.")].iter().any(|text| example.contains(text.as_str()));
            let is_table = example.lines().any(|line| line.starts_with('[') && line.contains(&format!(".{key}]")));
            assert!(shown || is_table, "`{key}` of `[{table}]` is not in specs/README.md");
        }
    }
}
