//! The files of the models.

use askama::Template;

use crate::render::BANNER;
use crate::render::models::{self, ModelText};
use crate::rust::{Constructor, Ident, Model, ModelKind, Package};

#[derive(Template)]
#[template(path = "src/models.rs")]
pub(super) struct ModelsFile<'p> {
    banner: &'static str,
    package: &'p Package,
    exports: Vec<String>,
}

impl<'p> ModelsFile<'p> {
    pub(super) fn new(package: &'p Package) -> Self {
        let exports = |model: &Model| match &model.kind {
            ModelKind::Struct(structure) => match &structure.constructor {
                Constructor::Builder(builder) => format!("{{{}, {builder}}}", model.ident),
                Constructor::New | Constructor::None => model.ident.to_string(),
            },
            _ => model.ident.to_string(),
        };
        ModelsFile { banner: BANNER, package, exports: package.models.iter().map(exports).collect() }
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
#[template(path = "src/models/[model].rs")]
pub(super) struct ModelFile {
    banner: &'static str,
    title: String,
    uses: Vec<Vec<String>>,
    text: ModelText,
}

impl ModelFile {
    pub(super) fn new(model: &Model) -> Self {
        let title = format!("The model [`{0}`](super::{0}).", model.ident);
        ModelFile { banner: BANNER, title, uses: models::uses(model), text: models::render(model) }
    }
}
