//! Source files as words, without comments and strings.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

/// One source file of the workspace.
pub(super) struct File {
    /// Its path below the workspace.
    pub(super) path: String,
    pub(super) text: String,
    words: Vec<String>,
}

/// The source files below `folder`.
#[track_caller]
pub(super) fn read_files(folder: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned();
    let mut paths = Vec::new();
    collect(&root.join(folder), &mut paths);
    paths.sort();
    paths.iter().map(|path| File::read(&root, path)).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

impl File {
    fn read(root: &Path, path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut words = Vec::new();
        flatten(tokens, &mut words);
        let path = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        File { path, text, words }
    }

    /// The name of the top module that the file belongs to: `dialect` for `generator/src/dialect/tag.rs`.
    pub(super) fn module(&self) -> &str {
        self.module_path().next().unwrap_or("")
    }

    fn module_path(&self) -> impl Iterator<Item = &str> {
        self.path.trim_end_matches(".rs").split('/').skip(2)
    }

    /// Whether `name` begins a path or an attribute, or ends one as `fs` does in `std::fs`.
    pub(super) fn names(&self, name: &str) -> bool {
        self.words.iter().enumerate().any(|(at, word)| {
            let next = self.words.get(at + 1).map_or("", String::as_str);
            let before = at.checked_sub(1).map_or("", |at| self.words[at].as_str());
            word == name && (next == "::" || before == "::" || before == "use" || before == "{" && next == ",")
        })
    }

    /// Whether the words of `path` stand one after the other.
    pub(super) fn has_path(&self, path: &[&str]) -> bool {
        let wanted: Vec<&str> = path.iter().flat_map(|word| ["::", word]).skip(1).collect();
        self.words.windows(wanted.len()).any(|words| words == wanted)
    }

    /// The top modules that the file names by `crate::…` or `super::…`.
    pub(super) fn siblings(&self) -> BTreeSet<String> {
        let depth = self.module_path().count();
        let mut found = BTreeSet::new();
        for at in 0..self.words.len() {
            let ups = self.words[at..].chunks(2).take_while(|pair| *pair == ["super", "::"]).count();
            let root = if self.words[at..].starts_with(&["crate".to_owned(), "::".to_owned()]) {
                at + 2
            } else if ups == depth && (at == 0 || self.words[at - 1] != "::") {
                at + 2 * ups
            } else {
                continue;
            };
            self.names_at(root, &mut found);
        }
        let is_module = |name: &String| {
            let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
            src.join(format!("{name}.rs")).is_file()
        };
        found.retain(is_module);
        found
    }

    /// The name at word `at`, or the names in the braces that open there.
    fn names_at(&self, at: usize, found: &mut BTreeSet<String>) {
        if self.words.get(at).is_none_or(|word| word != "{") {
            found.extend(self.words.get(at).cloned());
            return;
        }
        let mut depth = 0;
        for pair in self.words[at..].windows(2) {
            match pair[0].as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return;
            }
            if depth == 1 && matches!(pair[0].as_str(), "{" | ",") {
                found.insert(pair[1].clone());
            }
        }
    }
}

/// Words, groups' brackets and signs; `::` is one sign.
fn flatten(tokens: TokenStream, words: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => words.push(ident.to_string()),
            TokenTree::Literal(_) => words.push("\"\"".to_owned()),
            TokenTree::Punct(sign) if sign.as_char() == ':' && words.last().is_some_and(|last| last == ":") => {
                words.pop();
                words.push("::".to_owned());
            }
            TokenTree::Punct(sign) => words.push(sign.as_char().to_string()),
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    proc_macro2::Delimiter::Brace => ("{", "}"),
                    proc_macro2::Delimiter::Parenthesis => ("(", ")"),
                    _ => ("[", "]"),
                };
                words.push(open.to_owned());
                flatten(group.stream(), words);
                words.push(close.to_owned());
            }
        }
    }
}
