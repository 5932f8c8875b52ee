//! The package around the code.

use std::collections::BTreeSet;

use super::Options;
use super::{docs, modules, naming, quickstart};
use crate::api::Api;
use crate::rust::{self, Dependency, Model, Operation, Package, Scheme, Type};
use crate::settings::{self, Settings};

/// The packages of which generated code uses types.
const KNOWN_PACKAGES: &[Dependency] = &[
    Dependency {
        name: "rust_decimal",
        version: "1",
        features: &["serde-str", "std"],
        default_features: false,
        exports: "Decimal",
    },
    Dependency { name: "uuid", version: "1", features: &["serde", "std"], default_features: false, exports: "Uuid" },
];

/// Puts everything together.
pub(super) fn lower_package(
    api: &Api,
    settings: &Settings,
    options: &Options,
    schemes: Vec<Scheme>,
    apis: Vec<rust::Api>,
    models: Vec<Model>,
) -> Package {
    let package = &settings.package;
    let title = api.info.title.as_ref().map_or_else(|| title(&options.name), |title| docs::sentence(&title.value));
    let title = title.trim_end_matches('.').to_owned();
    let mut docs = api.info.description.as_ref().map(|text| docs::paragraphs(&text.value)).unwrap_or_default();
    let more_docs = docs.split_off(docs::introduction(&docs));
    Package {
        ident: naming::crate_ident(&options.name),
        name: options.name.clone(),
        version: package.version.as_ref().map_or_else(|| "0.1.0".to_owned(), |version| version.get_ref().clone()),
        description: package.description.clone().unwrap_or_else(|| format!("Client for the {title} API.")),
        authors: package.authors.clone(),
        license: package.license.clone().unwrap_or_else(|| "MIT OR Apache-2.0".to_owned()),
        links: links(package),
        keywords: package.keywords.iter().map(|keyword| keyword.get_ref().clone()).collect(),
        categories: match package.categories.as_slice() {
            [] => vec!["api-bindings".to_owned()],
            categories => categories.to_vec(),
        },
        runtime: options.runtime.clone(),
        docs,
        more_docs,
        title,
        server: api.server.as_ref().map(|server| server.value.clone()),
        dependencies: dependencies(&apis, &models),
        modules: modules::group(&models, &apis),
        schemes,
        quickstart: quickstart::lower_quickstart(&apis, &models),
        apis,
        models,
    }
}

/// What leads from the package's page to others.
fn links(package: &settings::Package) -> Vec<(&'static str, String)> {
    let links = [
        ("repository", &package.repository),
        ("documentation", &package.documentation),
        ("homepage", &package.homepage),
    ];
    links.into_iter().filter_map(|(key, link)| Some((key, link.as_ref()?.get_ref().clone()))).collect()
}

/// A package is depended on only if one of its types is used.
fn dependencies(apis: &[rust::Api], models: &[Model]) -> Vec<Dependency> {
    let operations = apis.iter().flat_map(|api| &api.operations);
    let types = operations.flat_map(Operation::types).cloned().chain(models.iter().flat_map(Model::types));
    let mut used = BTreeSet::new();
    for ty in types {
        used.extend(ty.walk().into_iter().filter_map(Type::external_name).map(|(name, _)| name));
    }
    KNOWN_PACKAGES.iter().filter(|known| used.contains(known.name)).cloned().collect()
}

/// `kleister-client` as `Kleister`.
fn title(package: &str) -> String {
    let stem = package.strip_suffix("-client").unwrap_or(package);
    naming::pascal(stem).to_string()
}
