//! The docs as they lie on disk: the only reader of the disk.

mod position;

pub use position::{Location, Span};

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rayon::prelude::*;

use self::position::Marks;

/// The largest page that is read, in bytes; the largest one known in the wild has 1.7 MB.
const MAX_PAGE_BYTES: u64 = 16 << 20;
/// The most pages that one tree may hold.
const MAX_PAGES: usize = 20_000;
/// How deep folders may nest below `docs/`.
const MAX_DEPTH: usize = 16;

/// A tree of docs: every Markdown page in path order, then `spec.toml` and `names.toml` where they exist.
#[derive(Clone, Debug, Default)]
pub struct Docs {
    pages: Vec<Page>,
    spec: Option<PageId>,
    names: Option<PageId>,
}

/// One file: its path below the docs folder, with `/` between parts, and its text, untouched.
#[derive(Clone, Debug)]
pub struct Page {
    /// The path as diagnostics show it.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// Where its lines are, once somebody has asked.
    marks: OnceLock<Marks>,
}

/// Names one page of one [`Docs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PageId(u32);

/// Why a tree could not be read.
#[derive(Debug)]
pub struct ReadError {
    path: PathBuf,
    problem: Problem,
}

#[derive(Debug)]
enum Problem {
    Io(io::Error),
    NoPages,
    NoSources,
    NotUtf8 { line: usize },
    TooLarge { bytes: u64 },
    TooMany,
    TooDeep,
}

/// Reads every Markdown page below `folder`: `README.md` and `docs/**.md`, or, where there is no `docs`, every page of
/// the folder itself. `spec` names the settings file; without it `folder/spec.toml` is used if it exists. The names that
/// an SDK's sources hold are read from `folder/names.toml` if it exists.
///
/// # Errors
/// When a file cannot be read, is not UTF-8, or the tree is larger than docs can be.
pub fn read(folder: &Path, spec: Option<&Path>) -> Result<Docs, ReadError> {
    let mut files = Vec::new();
    let pages = folder.join("docs");
    if pages.is_dir() {
        let readme = folder.join("README.md");
        if readme.is_file() {
            files.push(readme);
        }
        walk(&pages, "md", 0, &mut files)?;
    } else {
        walk(folder, "md", 0, &mut files)?;
    }
    let mut docs = read_files(folder, files)?;
    if docs.pages.is_empty() {
        return Err(ReadError { path: folder.to_owned(), problem: Problem::NoPages });
    }
    let beside = folder.join("spec.toml");
    if let Some(file) = spec.or_else(|| beside.is_file().then_some(beside.as_path())) {
        let id = docs.push(relative(folder, file), read_text(file)?);
        docs.spec = Some(id);
    }
    let beside = folder.join("names.toml");
    if beside.is_file() {
        let id = docs.push(relative(folder, &beside), read_text(&beside)?);
        docs.names = Some(id);
    }
    Ok(docs)
}

/// Reads every Python file below `folder`: the sources of an SDK, as pages in path order.
///
/// # Errors
/// When a file cannot be read, is not UTF-8, or there are more than an SDK can have.
pub fn read_sources(folder: &Path) -> Result<Docs, ReadError> {
    let mut files = Vec::new();
    walk(folder, "py", 0, &mut files)?;
    if files.is_empty() {
        return Err(ReadError { path: folder.to_owned(), problem: Problem::NoSources });
    }
    read_files(folder, files)
}

fn read_files(folder: &Path, files: Vec<PathBuf>) -> Result<Docs, ReadError> {
    let mut docs = Docs::default();
    let mut named: Vec<(String, PathBuf)> = files.into_iter().map(|file| (relative(folder, &file), file)).collect();
    named.sort();
    let texts: Vec<Result<String, ReadError>> = named.par_iter().map(|(_, file)| read_text(file)).collect();
    // Of several files that cannot be read, the first in path order is the one to speak of.
    for ((path, _), text) in named.into_iter().zip(texts) {
        docs.push(path, text?);
    }
    Ok(docs)
}

impl Docs {
    /// Docs made of texts in memory: pages as `(path, text)`, and perhaps the text of a `spec.toml`.
    pub fn from_texts<'t>(pages: impl IntoIterator<Item = (&'t str, &'t str)>, spec: Option<&str>) -> Self {
        let mut pages: Vec<_> = pages.into_iter().collect();
        pages.sort();
        let mut docs = Docs::default();
        for (path, text) in pages {
            docs.push(path.to_owned(), text.to_owned());
        }
        if let Some(text) = spec {
            let id = docs.push("spec.toml".to_owned(), text.to_owned());
            docs.spec = Some(id);
        }
        docs
    }

    /// The same docs with the text of a `names.toml`.
    pub fn with_names(mut self, text: &str) -> Self {
        let id = self.push("names.toml".to_owned(), text.to_owned());
        self.names = Some(id);
        self
    }

    /// The pages, in path order.
    pub fn pages(&self) -> impl Iterator<Item = (PageId, &Page)> {
        let others = [self.spec, self.names];
        (0..).map(PageId).zip(&self.pages).filter(move |(id, _)| !others.contains(&Some(*id)))
    }

    /// The settings file, if the tree has one.
    pub fn spec(&self) -> Option<(PageId, &Page)> {
        self.spec.map(|id| (id, self.page(id)))
    }

    /// The names that an SDK's sources hold, if the tree has them.
    pub fn names(&self) -> Option<(PageId, &Page)> {
        self.names.map(|id| (id, self.page(id)))
    }

    /// The page that `id` names.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0 as usize]
    }

    /// The text that `span` covers.
    pub fn text(&self, span: Span) -> &str {
        &self.page(span.page).text[span.start as usize..span.end as usize]
    }

    /// Where `span` begins, as a person counts: path, line and column, both from 1, the column in characters.
    pub fn locate(&self, span: Span) -> Location<'_> {
        let page = self.page(span.page);
        let (line, column) = page.marks.get_or_init(|| Marks::of(&page.text)).locate(&page.text, span.start as usize);
        Location { path: &page.path, line, column }
    }

    fn push(&mut self, path: String, text: String) -> PageId {
        let id = PageId(u32::try_from(self.pages.len()).unwrap_or(u32::MAX));
        self.pages.push(Page { path, text, marks: OnceLock::new() });
        id
    }
}

fn walk(folder: &Path, wanted: &str, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), ReadError> {
    let fail = |problem| ReadError { path: folder.to_owned(), problem };
    if depth > MAX_DEPTH {
        return Err(fail(Problem::TooDeep));
    }
    for entry in fs::read_dir(folder).map_err(|error| fail(Problem::Io(error)))? {
        let entry = entry.map_err(|error| fail(Problem::Io(error)))?;
        let kind = entry.file_type().map_err(|error| fail(Problem::Io(error)))?;
        let path = entry.path();
        // A link could lead out of the tree, or round in a circle: it is not part of the docs.
        if kind.is_dir() {
            walk(&path, wanted, depth + 1, files)?;
        } else if kind.is_file() && path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(wanted)) {
            files.push(path);
        }
        if files.len() > MAX_PAGES {
            return Err(fail(Problem::TooMany));
        }
    }
    Ok(())
}

fn read_text(file: &Path) -> Result<String, ReadError> {
    let fail = |problem| ReadError { path: file.to_owned(), problem };
    let bytes = fs::metadata(file).map_err(|error| fail(Problem::Io(error)))?.len();
    if bytes > MAX_PAGE_BYTES {
        return Err(fail(Problem::TooLarge { bytes }));
    }
    let bytes = fs::read(file).map_err(|error| fail(Problem::Io(error)))?;
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        fail(Problem::NotUtf8 { line: good.iter().filter(|byte| **byte == b'\n').count() + 1 })
    })
}

/// `file` as seen from `folder`, with `/` on every system so that output is the same everywhere.
fn relative(folder: &Path, file: &Path) -> String {
    let path = file.strip_prefix(folder).unwrap_or(file);
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.problem {
            Problem::Io(error) => write!(f, "cannot read {path}: {error}"),
            Problem::NoPages => {
                write!(
                    f,
                    "{path} holds no Markdown page; name the folder that holds docs/*.md, or the pages themselves"
                )
            }
            Problem::NoSources => {
                write!(f, "{path} holds no Python file; name the folder that holds the SDK's package")
            }
            Problem::NotUtf8 { line } => write!(f, "{path}:{line}: not UTF-8; convert the page to UTF-8"),
            Problem::TooLarge { bytes } => {
                write!(f, "{path} has {bytes} bytes, more than the {MAX_PAGE_BYTES} that a page may have")
            }
            Problem::TooMany => write!(f, "{path} holds more than {MAX_PAGES} pages; name a smaller folder"),
            Problem::TooDeep => write!(f, "{path} lies more than {MAX_DEPTH} folders deep; name a folder nearer to it"),
        }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.problem {
            Problem::Io(error) => Some(error),
            _ => None,
        }
    }
}
