//! The bridge from what the docs say to what will be written: every Rust decision is made here.

mod aliases;
mod arguments;
mod bodies;
mod discriminators;
mod docs;
mod examples;
mod models;
mod modules;
mod naming;
mod operations;
mod package;
mod pages;
mod quickstart;
mod reach;
mod recursion;
mod responses;
mod security;
mod sends;
mod sent;
mod shapes;
mod types;
mod unions;

pub use naming::{is_package_name, package as package_name};

use crate::api::Api;
use crate::diagnostic::Diagnostic;
use crate::rust::{Package, Runtime};
use crate::settings::Settings;

/// What the caller decides about the package.
#[derive(Clone, Debug)]
pub struct Options {
    /// The package's name.
    pub name: String,
    /// Where the package takes the runtime from.
    pub runtime: Runtime,
}

/// Decides how `api` looks in Rust.
pub fn lower(api: &Api, settings: &Settings, options: &Options) -> (Package, Vec<Diagnostic>) {
    let mut report = Vec::new();
    let schemes = security::lower_schemes(api);
    let mut models = models::Models::new(api, settings.types, &mut report);
    let mut apis = operations::lower_operations(api, &schemes, &mut models, &mut report);
    let mut models = models.into_models();
    reach::keep_constructors(&mut models, &apis);
    discriminators::write_into_examples(&mut apis, &models);
    let package = package::lower_package(api, settings, options, schemes, apis, models);
    (package, report)
}
