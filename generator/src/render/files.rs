//! Every file of a crate, by template. The templates lie as the files do.

mod apis;
mod models;
mod package;

use askama::DynTemplate;
use rayon::prelude::*;

use self::apis::{ApiFile, ApisFile};
use self::models::{ModelTestsFile, ModelsFile, ModuleFile};
use self::package::{AuthFile, PackageFiles, RustfmtFile};
use crate::file_tree::FileTree;
use crate::render::layout::MAX_WIDTH;
use crate::rust::Package;

/// Renders every file. Formatting is by far the slowest stage, so tags and models are rendered in parallel.
pub(super) fn render(package: &Package) -> FileTree {
    let about = PackageFiles::new(package);
    let mut files = vec![
        ("Cargo.toml".to_owned(), text(&about.manifest())),
        ("README.md".to_owned(), text(&about.readme())),
        ("rustfmt.toml".to_owned(), text(&RustfmtFile { width: MAX_WIDTH })),
        ("src/lib.rs".to_owned(), text(&about.lib())),
        ("src/auth.rs".to_owned(), text(&AuthFile::new(package))),
        ("src/client.rs".to_owned(), text(&about.client())),
        ("src/apis.rs".to_owned(), text(&ApisFile::new(package))),
        ("src/models.rs".to_owned(), text(&ModelsFile::new(package))),
    ];
    files.extend(about.example().map(|example| ("examples/quickstart.rs".to_owned(), text(&example))));
    let tests = ModelTestsFile::new(package);
    if !tests.is_empty() {
        files.push(("tests/models.rs".to_owned(), text(&tests)));
    }
    let apis = package.apis.par_iter();
    files.par_extend(apis.map(|api| (format!("src/apis/{}.rs", api.accessor), text(&ApiFile::new(package, api)))));
    let modules = package.modules.par_iter();
    files.par_extend(
        modules.map(|module| (format!("src/models/{}.rs", module.ident), text(&ModuleFile::new(package, module)))),
    );
    let mut tree = FileTree::default();
    for (path, text) in files {
        tree.insert(path, text);
    }
    tree
}

/// The text of a file, with one line break at its end. Printing into memory cannot fail.
fn text(template: &dyn DynTemplate) -> String {
    let text = template.dyn_render().unwrap_or_default();
    format!("{}\n", text.trim_end())
}
