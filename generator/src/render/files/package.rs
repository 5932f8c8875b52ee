//! The files about the package as a whole.

use askama::Template;
use quote::quote;

use crate::render::example::Shown;
use crate::render::program::{self, Program};
use crate::render::{BANNER, failure, layout, security};
use crate::rust::{Api, Dependency, Operation, Package, Runtime};

/// What the files about the crate as a whole share.
pub(super) struct PackageFiles<'p> {
    package: &'p Package,
    summary: String,
    quickstart: Vec<String>,
    failure: Vec<String>,
}

impl<'p> PackageFiles<'p> {
    pub(super) fn new(package: &'p Package) -> Self {
        let summary = format!("A client for the {} API.", package.title);
        PackageFiles { package, summary, quickstart: program::quickstart(package), failure: failure::example(package) }
    }

    pub(super) fn manifest(&self) -> ManifestFile<'p> {
        let package = self.package;
        ManifestFile {
            banner: BANNER,
            package,
            version: string(&package.version),
            description: string(&package.description),
            has_authors: !package.authors.is_empty(),
            authors: strings(&package.authors),
            license: string(&package.license),
            links: package.links.iter().map(|(key, link)| format!("{key} = {}", string(link))).collect(),
            has_keywords: !package.keywords.is_empty(),
            keywords: strings(&package.keywords),
            categories: strings(&package.categories),
            runtime: format!("{{ {} }}", runtime(&package.runtime)),
            runtime_for_tests: format!("{{ {}, features = [\"model-tests\"] }}", runtime(&package.runtime)),
            dependencies: package.dependencies.iter().map(dependency).collect(),
        }
    }

    pub(super) fn readme(&self) -> ReadmeFile<'_> {
        let row = |api: &'p Api, operation: &'p Operation| OperationRow {
            call: format!(
                "{}{}",
                Shown::of(api, operation).title(),
                if operation.pages.is_some() { ".items()" } else { "" }
            ),
            request: format!(
                "{} {}",
                operation.verb.to_uppercase(),
                operation.path.replace('|', "%7C").replace('`', "%60")
            ),
            summary: &operation.summary,
        };
        let rows = |api: &'p Api| api.operations.iter().map(move |operation| row(api, operation));
        ReadmeFile {
            package: self.package,
            summary: &self.summary,
            version: toml::Value::String(self.package.version.clone()).to_string(),
            quickstart: &self.quickstart,
            failure: &self.failure,
            has_schemes: !self.package.schemes.is_empty(),
            operations: self.package.apis.iter().flat_map(rows).collect(),
        }
    }

    pub(super) fn lib(&self) -> LibFile<'_> {
        LibFile {
            banner: BANNER,
            package: self.package,
            summary: &self.summary,
            quickstart: &self.quickstart,
            failure: &self.failure,
            exports: runtime_exports(self.package)
                .into_iter()
                .chain(self.package.dependencies.iter().map(export))
                .collect(),
        }
    }

    /// Nothing for a crate without operations.
    pub(super) fn example(&self) -> Option<ExampleFile> {
        program::render(self.package).map(|program| ExampleFile { banner: BANNER, program })
    }

    pub(super) fn client(&self) -> ClientFile<'p> {
        ClientFile {
            banner: BANNER,
            package: self.package,
            server: self.package.server.as_ref().map(|server| quote!(#server).to_string()),
            has_schemes: !self.package.schemes.is_empty(),
            schemes: security::render(self.package),
        }
    }
}

/// Where the runtime is taken from, without what it does by default.
fn runtime(runtime: &Runtime) -> String {
    match runtime {
        Runtime::Version(version) => format!("version = {}, default-features = false", string(version)),
        Runtime::Path { path, version } => {
            format!("path = {}, version = {}, default-features = false", string(path), string(version))
        }
    }
}

fn string(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn strings(texts: &[String]) -> String {
    toml::Value::Array(texts.iter().cloned().map(toml::Value::String).collect()).to_string()
}

/// `name = { version = "…", features = […] }`
fn dependency(dependency: &Dependency) -> String {
    let Dependency { name, version, features, default_features, .. } = dependency;
    let bare = if *default_features { "" } else { ", default-features = false" };
    format!("{name} = {{ version = {version:?}{bare}, features = {features:?} }}")
}

/// What users need of the runtime, so that they need not depend on it.
fn runtime_exports(package: &Package) -> Vec<String> {
    const TYPES: &[&str] = &[
        "Backoff",
        "Base64",
        "Body",
        "BoxError",
        "BoxFuture",
        "ByteStream",
        "Bytes",
        "CallExt",
        "CallOptions",
        "ConnectError",
        "Date",
        "DateTime",
        "Error",
        "ErrorBody",
        "Event",
        "EventStream",
        "Events",
        "Field",
        "FilePart",
        "PageStream",
        "ParseDateError",
        "Response",
        "RetryPolicy",
        "StreamingResponse",
        "Transport",
        "UnknownMember",
        "UnknownValue",
        "Value",
        "http",
        "jiff",
        "serde_json",
        "testing",
        "transport",
    ];
    let is_needed = |name: &&str| match *name {
        "PageStream" => package.has_pages(),
        "jiff" => package.has_dates(),
        _ => true,
    };
    let names: Vec<&str> = TYPES.iter().copied().filter(is_needed).collect();
    let mut lines = layout::import("docwright_runtime", &names);
    lines[0].insert_str(0, "pub ");
    lines.push("#[cfg(feature = \"blocking\")]".to_owned());
    lines.push("pub use docwright_runtime::{BlockingIter, BlockingResponse, ByteReader};".to_owned());
    lines
}

/// The package, whose types users must be able to name, and the type that they need most.
fn export(dependency: &Dependency) -> String {
    format!("pub use {}::{{self, {}}};", dependency.name, dependency.exports)
}

#[derive(Template)]
#[template(path = "Cargo.toml.jinja")]
pub(super) struct ManifestFile<'p> {
    banner: &'static str,
    package: &'p Package,
    version: String,
    description: String,
    has_authors: bool,
    authors: String,
    license: String,
    links: Vec<String>,
    has_keywords: bool,
    keywords: String,
    categories: String,
    runtime: String,
    runtime_for_tests: String,
    dependencies: Vec<String>,
}

/// How rustfmt lays out the package, which is how it is laid out.
#[derive(Template)]
#[template(path = "rustfmt.toml.jinja")]
pub(super) struct RustfmtFile {
    pub(super) width: usize,
}

#[derive(Template)]
#[template(path = "README.md")]
pub(super) struct ReadmeFile<'p> {
    package: &'p Package,
    summary: &'p str,
    version: String,
    quickstart: &'p [String],
    failure: &'p [String],
    has_schemes: bool,
    operations: Vec<OperationRow<'p>>,
}

/// A row of the README's table.
pub(super) struct OperationRow<'p> {
    call: String,
    request: String,
    summary: &'p str,
}

#[derive(Template)]
#[template(path = "src/lib.rs")]
pub(super) struct LibFile<'p> {
    banner: &'static str,
    package: &'p Package,
    summary: &'p str,
    quickstart: &'p [String],
    failure: &'p [String],
    exports: Vec<String>,
}

#[derive(Template)]
#[template(path = "examples/quickstart.rs")]
pub(super) struct ExampleFile {
    banner: &'static str,
    program: Program,
}

#[derive(Template)]
#[template(path = "src/client.rs")]
pub(super) struct ClientFile<'p> {
    banner: &'static str,
    package: &'p Package,
    server: Option<String>,
    has_schemes: bool,
    schemes: Vec<security::SchemeText>,
}

#[derive(Template)]
#[template(path = "src/auth.rs")]
pub(super) struct AuthFile<'p> {
    banner: &'static str,
    package: &'p Package,
    schemes: Vec<security::SchemeText>,
    all: Option<String>,
}

impl<'p> AuthFile<'p> {
    pub(super) fn new(package: &'p Package) -> Self {
        AuthFile { banner: BANNER, package, schemes: security::render(package), all: security::render_all(package) }
    }
}
