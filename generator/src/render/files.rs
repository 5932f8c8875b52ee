//! Every file of a crate, by template. The templates lie as the files do.

use std::collections::BTreeSet;

use askama::Template;
use quote::quote;

use super::models::{self, ModelText};
use super::{BANNER, calls, errors, example, security};
use crate::file_tree::FileTree;
use crate::rust::{Api, Constructor, Model, ModelKind, Package, Runtime, Type};

pub(super) fn render(package: &Package) -> FileTree {
    let mut files = FileTree::default();
    let mut add = |path: String, template: &dyn askama::DynTemplate| {
        // The templates only print into memory, which cannot fail.
        let text = template.dyn_render().unwrap_or_default();
        files.insert(path, format!("{}\n", text.trim_end()));
    };
    let crate_files = CrateFiles::new(package);
    add("Cargo.toml".to_owned(), &crate_files.manifest());
    add("README.md".to_owned(), &crate_files.readme());
    add("src/lib.rs".to_owned(), &crate_files.lib());
    add("src/client.rs".to_owned(), &crate_files.client());
    add("src/apis.rs".to_owned(), &ApisFile { banner: BANNER, package });
    add("src/models.rs".to_owned(), &ModelsFile::new(package));
    if !package.schemes.is_empty() {
        add("src/auth.rs".to_owned(), &AuthFile { banner: BANNER, schemes: security::render(package) });
    }
    for api in &package.apis {
        add(format!("src/apis/{}.rs", api.accessor), &ApiFile::new(package, api));
    }
    for model in &package.models {
        add(format!("src/models/{}.rs", model.module), &ModelFile::new(model));
    }
    files
}

/// What the files about the crate as a whole share.
struct CrateFiles<'p> {
    package: &'p Package,
    summary: String,
    quickstart: Vec<String>,
}

impl<'p> CrateFiles<'p> {
    fn new(package: &'p Package) -> Self {
        let summary = format!("A client for the {} API.", package.title);
        CrateFiles { package, summary, quickstart: example::quickstart(package) }
    }

    fn manifest(&self) -> ManifestFile<'p> {
        let package = self.package;
        let string = |text: &str| toml::Value::String(text.to_owned()).to_string();
        ManifestFile {
            banner: BANNER,
            package,
            version: string(&package.version),
            description: string(&package.description),
            has_authors: !package.authors.is_empty(),
            authors: toml::Value::Array(package.authors.iter().cloned().map(toml::Value::String).collect()).to_string(),
            license: string(&package.license),
            runtime: match &package.runtime {
                Runtime::Version(version) => format!("{{ version = {}, default-features = false }}", string(version)),
                Runtime::Path { path, version } => {
                    format!("{{ path = {}, version = {}, default-features = false }}", string(path), string(version))
                }
            },
        }
    }

    fn readme(&self) -> ReadmeFile<'_> {
        let row = |api: &Api, operation: &crate::rust::Operation| OperationRow {
            call: format!("client.{}().{}(…)", api.accessor, operation.method),
            request: format!("{} {}", operation.verb.to_uppercase(), operation.path.replace('|', "%7C").replace('`', "%60")),
        };
        let rows = |api: &'p Api| api.operations.iter().map(move |operation| row(api, operation));
        ReadmeFile {
            package: self.package,
            summary: &self.summary,
            version: toml::Value::String(self.package.version.clone()).to_string(),
            quickstart: &self.quickstart,
            has_schemes: !self.package.schemes.is_empty(),
            operations: self.package.apis.iter().flat_map(rows).collect(),
        }
    }

    fn lib(&self) -> LibFile<'_> {
        LibFile {
            banner: BANNER,
            package: self.package,
            summary: &self.summary,
            quickstart: &self.quickstart,
            has_schemes: !self.package.schemes.is_empty(),
        }
    }

    fn client(&self) -> ClientFile<'p> {
        ClientFile {
            banner: BANNER,
            package: self.package,
            server: self.package.server.as_ref().map(|server| quote!(#server).to_string()),
            has_schemes: !self.package.schemes.is_empty(),
            schemes: security::render(self.package),
        }
    }
}

#[derive(Template)]
#[template(path = "Cargo.toml")]
struct ManifestFile<'p> {
    banner: &'static str,
    package: &'p Package,
    version: String,
    description: String,
    has_authors: bool,
    authors: String,
    license: String,
    runtime: String,
}

#[derive(Template)]
#[template(path = "README.md")]
struct ReadmeFile<'p> {
    package: &'p Package,
    summary: &'p str,
    version: String,
    quickstart: &'p [String],
    has_schemes: bool,
    operations: Vec<OperationRow>,
}

/// A row of the README's table.
struct OperationRow {
    call: String,
    request: String,
}

#[derive(Template)]
#[template(path = "src/lib.rs")]
struct LibFile<'p> {
    banner: &'static str,
    package: &'p Package,
    summary: &'p str,
    quickstart: &'p [String],
    has_schemes: bool,
}

#[derive(Template)]
#[template(path = "src/client.rs")]
struct ClientFile<'p> {
    banner: &'static str,
    package: &'p Package,
    server: Option<String>,
    has_schemes: bool,
    schemes: Vec<security::SchemeText>,
}

#[derive(Template)]
#[template(path = "src/auth.rs")]
struct AuthFile {
    banner: &'static str,
    schemes: Vec<security::SchemeText>,
}

#[derive(Template)]
#[template(path = "src/apis.rs")]
struct ApisFile<'p> {
    banner: &'static str,
    package: &'p Package,
}

#[derive(Template)]
#[template(path = "src/apis/[tag].rs")]
struct ApiFile<'p> {
    banner: &'static str,
    api: &'p Api,
    std_uses: Vec<String>,
    runtime_uses: Vec<String>,
    crate_uses: Vec<String>,
    operations: Vec<OperationText>,
}

/// The text of an operation, by parts.
struct OperationText {
    name: String,
    method: String,
    call: String,
    call_macro: String,
    setters: Vec<String>,
    errors: Vec<String>,
}

impl<'p> ApiFile<'p> {
    fn new(package: &'p Package, api: &'p Api) -> Self {
        let types = types_of(api);
        let has_errors = api.operations.iter().any(|operation| operation.errors.is_some());
        let mut names: BTreeSet<&str> = types.iter().flat_map(Type::walk).filter_map(Type::runtime_name).collect();
        names.insert("Call");
        if has_errors {
            names.extend(["Bytes", "ErrorBody"]);
        }
        let mut runtime: Vec<&str> = names.into_iter().collect();
        if has_errors {
            runtime.push("http::StatusCode");
        }
        runtime.push("rt");
        let uses_map = types.iter().flat_map(Type::walk).any(|ty| matches!(ty, Type::Map(_)));
        let uses_models = types.iter().any(|ty| ty.models().next().is_some());
        let uses_auth = api.operations.iter().any(|operation| operation.security.mentions_any());
        let crate_uses = [(uses_auth, "use crate::auth;"), (uses_models, "use crate::models;")];
        ApiFile {
            banner: BANNER,
            api,
            std_uses: uses_map.then(|| "use std::collections::BTreeMap;".to_owned()).into_iter().collect(),
            runtime_uses: vec![format!("use docwright_runtime::{{{}}};", runtime.join(", "))],
            crate_uses: crate_uses.into_iter().filter(|(used, _)| *used).map(|(_, line)| line.to_owned()).collect(),
            operations: api.operations.iter().map(|operation| OperationText::new(package, api, operation)).collect(),
        }
    }
}

impl OperationText {
    fn new(package: &Package, api: &Api, operation: &crate::rust::Operation) -> Self {
        let errors = operation.errors.as_ref();
        let errors = errors.map(|errors| vec![errors::render_enum(api, operation, errors), errors::render_impl(errors)]);
        OperationText {
            name: operation.call.to_string(),
            method: calls::render_method(package, api, operation),
            call: calls::render_call(api, operation),
            call_macro: calls::render_macro(operation),
            setters: operation.setters.iter().map(calls::render_setter).collect(),
            errors: errors.unwrap_or_default(),
        }
    }
}

fn types_of(api: &Api) -> Vec<Type> {
    let of = |operation: &crate::rust::Operation| {
        let arguments = operation.arguments.iter().chain(operation.setters.iter().map(|setter| &setter.argument));
        let errors = operation.errors.iter().flat_map(|errors| &errors.variants).map(|variant| variant.ty.clone());
        let mut types: Vec<Type> = arguments.map(|argument| argument.ty.clone()).chain(errors).collect();
        types.push(operation.output.clone());
        types
    };
    api.operations.iter().flat_map(of).collect()
}

#[derive(Template)]
#[template(path = "src/models.rs")]
struct ModelsFile<'p> {
    banner: &'static str,
    package: &'p Package,
    exports: Vec<String>,
}

impl<'p> ModelsFile<'p> {
    fn new(package: &'p Package) -> Self {
        let exports = |model: &Model| match &model.kind {
            ModelKind::Struct(structure) => match &structure.constructor {
                Constructor::Builder(builder) => format!("{{{}, {builder}}}", model.ident),
                Constructor::New => model.ident.to_string(),
            },
            _ => model.ident.to_string(),
        };
        ModelsFile { banner: BANNER, package, exports: package.models.iter().map(exports).collect() }
    }
}

#[derive(Template)]
#[template(path = "src/models/[model].rs")]
struct ModelFile {
    banner: &'static str,
    title: String,
    uses: Vec<Vec<String>>,
    text: ModelText,
}

impl ModelFile {
    fn new(model: &Model) -> Self {
        let title = format!("The model [`{0}`](super::{0}).", model.ident);
        ModelFile { banner: BANNER, title, uses: models::uses(model), text: models::render(model) }
    }
}
