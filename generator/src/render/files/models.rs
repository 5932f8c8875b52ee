//! The files of the models.

use askama::Template;
use rayon::prelude::*;

use crate::render::BANNER;
use crate::render::models;
use crate::rust::{Ident, Model, Module, Package};

#[derive(Template)]
#[template(path = "src/models.rs")]
pub(super) struct ModelsFile<'p> {
    banner: &'static str,
    package: &'p Package,
}

impl<'p> ModelsFile<'p> {
    pub(super) fn new(package: &'p Package) -> Self {
        ModelsFile { banner: BANNER, package }
    }
}

#[derive(Template)]
#[template(path = "tests/models.rs")]
pub(super) struct ModelTestsFile<'p> {
    banner: &'static str,
    package: &'p Package,
    /// Models, and a literal of what each looks like.
    models: Vec<(&'p Ident, String)>,
}

impl<'p> ModelTestsFile<'p> {
    pub(super) fn new(package: &'p Package) -> Self {
        ModelTestsFile { banner: BANNER, package, models: models::notation(&package.models) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.models.is_empty()
    }
}

#[derive(Template)]
#[template(path = "src/models/[module].rs")]
pub(super) struct ModuleFile<'p> {
    banner: &'static str,
    module: &'p Module,
    uses: Vec<Vec<String>>,
    items: Vec<String>,
}

impl<'p> ModuleFile<'p> {
    pub(super) fn new(package: &'p Package, module: &'p Module) -> Self {
        let models: Vec<&Model> = package.models.iter().filter(|model| module.models.contains(&model.ident)).collect();
        ModuleFile {
            banner: BANNER,
            module,
            uses: models::uses(&models, &package.modules),
            // One model takes as long as another, and a module may have nearly all of them.
            items: models.par_iter().flat_map(|model| models::render(model)).collect(),
        }
    }
}
