//! The package around the code.

use super::Options;
use super::docs;
use super::naming;
use crate::api::Api;
use crate::rust::{self, Model, Package, Scheme};
use crate::settings::Settings;

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
    Package {
        ident: naming::crate_ident(&options.name),
        name: options.name.clone(),
        version: package.version.as_ref().map_or_else(|| "0.1.0".to_owned(), |version| version.get_ref().clone()),
        description: package.description.clone().unwrap_or_else(|| format!("Client for the {title} API.")),
        authors: package.authors.clone(),
        license: package.license.clone().unwrap_or_else(|| "MIT OR Apache-2.0".to_owned()),
        runtime: options.runtime.clone(),
        docs: api.info.description.as_ref().map(|text| docs::paragraphs(&text.value)).unwrap_or_default(),
        title,
        server: api.server.as_ref().map(|server| server.value.clone()),
        schemes,
        apis,
        models,
    }
}

/// `kleister-client` as `Kleister`.
fn title(package: &str) -> String {
    let stem = package.strip_suffix("-client").unwrap_or(package);
    naming::pascal(stem).to_string()
}
