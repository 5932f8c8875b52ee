//! The program that calls every operation of a client: a package of its own in `target/e2e/crates`.

use std::fs;
use std::path::{Path, PathBuf};

use docwright::rust::{Ident, Package, Scheme, SchemeKind, Security};

use super::call::{self, Extent};

/// Writes the package and gives its folder.
pub(super) fn write(root: &Path, name: &str, package: &Package) -> Result<PathBuf, String> {
    let folder = crate::e2e::target(root).join("crates").join(name);
    let lock = root.join("xtask/e2e/checks/Cargo.lock");
    let write = || {
        fs::create_dir_all(folder.join("src"))?;
        // The versions that the other checks are made with.
        fs::copy(lock, folder.join("Cargo.lock"))?;
        fs::write(folder.join("Cargo.toml"), manifest(name, package))?;
        fs::write(folder.join("src/main.rs"), main(package))
    };
    write().map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

fn manifest(name: &str, package: &Package) -> String {
    let client = &package.name;
    let folder = client.trim_end_matches("-client");
    format!(
        "[workspace]\n\n\
         [package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [dependencies]\n\
         docwright-e2e-checks = {{ path = \"../../../../xtask/e2e/checks\" }}\n\
         {client} = {{ path = \"../{folder}\" }}\n"
    )
}

fn main(package: &Package) -> String {
    let (mut operations, mut functions) = (String::new(), String::new());
    let all = package.apis.iter().flat_map(|api| api.operations.iter().map(move |operation| (api, operation)));
    for (number, (api, operation)) in all.enumerate() {
        for (function, extent) in [("least", Extent::Least), ("everything", Extent::Everything)] {
            let call = call::render(package, api, operation, extent);
            functions.push_str(&format!(
                "async fn {function}_{number}(client: Client) -> Outcome {{\n    {call}.await?;\n    Ok(())\n}}\n\n"
            ));
        }
        operations.push_str(&format!(
            "    Operation {{\n        name: \"{}.{}\",\n        schemes: &{:?},\n        \
             least: |client| Box::pin(least_{number}(client)),\n        \
             everything: |client| Box::pin(everything_{number}(client)),\n    }},\n",
            api.accessor,
            operation.method,
            schemes(&package.schemes, &operation.security, number)
        ));
    }
    let credentials: String = package.schemes.iter().enumerate().map(credential).collect();
    PROGRAM
        .replace("‹crate›", package.ident.as_str())
        .replace("‹credentials›", &credentials)
        .replace("‹operations›", &operations)
        + &functions
}

const PROGRAM: &str = "\
//! Calls every operation of `‹crate›`.

use docwright_e2e_checks::prism::{Operation, Outcome, check, value};
use ‹crate›::{Client, Error};

fn main() -> std::process::ExitCode {
    check(client, OPERATIONS)
}

fn client(url: &str, example: &str, schemes: &[usize]) -> Result<Client, Error> {
    let builder = Client::builder().base_url(url).timeout(std::time::Duration::from_secs(30));
    let builder = builder.default_header(\"Prefer\", format!(\"example={example}\"));
    let builder = schemes.iter().fold(builder, |builder, scheme| match scheme {
‹credentials›        _ => builder,
    });
    builder.build()
}

const OPERATIONS: &[Operation<Client>] = &[
‹operations›];

";

/// An arm that gives the builder a credential for the scheme of that number.
fn credential((number, scheme): (usize, &Scheme)) -> String {
    let arguments = match scheme.kind {
        SchemeKind::Basic => "\"user\", \"password\"",
        SchemeKind::ApiKey { .. } | SchemeKind::Bearer | SchemeKind::OAuth2 { .. } => "\"secret\"",
    };
    format!("        {number} => builder.{}({arguments}),\n", scheme.function)
}

/// The schemes for which the operation is given a credential. Where any will do, operations take turns.
fn schemes(all: &[Scheme], security: &Security, turn: usize) -> Vec<usize> {
    let number = |constant: &Ident| all.iter().position(|scheme| scheme.constant == *constant);
    match security {
        Security::All => vec![turn % all.len()],
        Security::Listed(listed) if listed.is_empty() => Vec::new(),
        Security::Listed(listed) => number(&listed[turn % listed.len()]).into_iter().collect(),
        Security::Exactly(alternatives) => alternatives.first().into_iter().flatten().filter_map(number).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::pets;
    use super::*;

    #[test]
    fn every_operation_is_called_twice() {
        let text = main(&pets::package());
        for part in
            ["name: \"pet.put\"", "least_0(client)", "everything_0(client)", "use pets_client::{Client, Error};"]
        {
            assert!(text.contains(part), "{part} is not in\n{text}");
        }
        assert!(!text.contains(['‹', '›']), "{text}");
    }

    #[test]
    fn the_builder_takes_a_credential_of_every_kind() {
        let text = main(&pets::package());
        assert!(text.contains("0 => builder.basic(\"user\", \"password\"),"), "{text}");
        assert!(text.contains("1 => builder.token(\"secret\"),"), "{text}");
    }

    #[test]
    fn operations_take_turns_with_the_schemes_that_they_list() {
        let package = pets::package();
        let security = &package.apis[0].operations[0].security;
        let taken: Vec<_> = (0..3).map(|turn| schemes(&package.schemes, security, turn)).collect();
        assert_eq!(taken, [[0], [1], [0]]);
    }

    #[test]
    fn combinations_are_given_whole() {
        let package = pets::package();
        let all = package.schemes.iter().map(|scheme| scheme.constant.clone()).collect();
        assert_eq!(schemes(&package.schemes, &Security::Exactly(vec![all]), 1), [0, 1]);
        assert!(schemes(&package.schemes, &Security::Listed(Vec::new()), 1).is_empty());
    }
}
