//! A generated crate as the compiler sees it.

use std::collections::BTreeMap;

use docwright::diagnostic::Diagnostic;
use docwright::rust::Runtime;
use docwright::source::Docs;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

type Counts = BTreeMap<String, usize>;

/// What a crate is made of.
#[derive(Default)]
pub(super) struct Made {
    /// Words and signs of its code, without documentation; every literal counts as one word.
    pub(super) words: Counts,
    /// The paths of its attributes.
    pub(super) attributes: Counts,
    /// The names of the macros that it calls.
    pub(super) macros: Counts,
    /// Every key of its `Cargo.toml`.
    pub(super) manifest_keys: Vec<String>,
    /// How much was said about its docs.
    pub(super) findings: usize,
}

/// Makes a crate, and checks what every crate must be: Rust files that parse, all of them inside the crate.
#[track_caller]
pub(super) fn make(docs: &Docs) -> Result<Made, Vec<Diagnostic>> {
    let runtime = Runtime::Version("0.1.0".to_owned());
    let generated = docwright::generate(docs, Some("pets-client"), "client", runtime)?;
    for finding in &generated.report {
        // A finding about hostile text is itself shown to people.
        let shown = docwright::diagnostic::render(docs, finding, false);
        assert!(!shown.chars().any(|c| c.is_control() && c != '\n' && c != '\t'), "{shown:?}");
    }
    let mut made = Made { findings: generated.report.len(), ..Made::default() };
    for (path, text) in generated.files.iter() {
        let plain = path.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '_' | '-'));
        assert!(plain && !path.starts_with('/') && !path.contains(".."), "{path:?}");
        if path.ends_with(".rs") {
            syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"));
            made.count(text.parse().unwrap());
            compiled_docs(text).iter().for_each(|code| check_compiled(code));
        } else if path == "Cargo.toml" {
            let manifest: toml::Table = text.parse().unwrap();
            keys(&manifest, "", &mut made.manifest_keys);
        }
    }
    Ok(made)
}

impl Made {
    /// Its words, as far as `other` has them too; other words, which are made of the docs' names, are only counted. Line
    /// breaks decide on commas.
    pub(super) fn form(&self, other: &Made) -> Counts {
        let mut form = Counts::new();
        for (word, count) in self.words.iter().filter(|(word, _)| *word != ",") {
            let known = other.words.contains_key(word);
            *form.entry(if known { word.clone() } else { "name".to_owned() }).or_default() += count;
        }
        form
    }

    /// The words of which the two have different numbers.
    pub(super) fn difference(&self, other: &Made) -> Vec<(String, usize, usize)> {
        let (a, b) = (self.form(other), other.form(self));
        let words = a.keys().chain(b.keys()).cloned().collect::<std::collections::BTreeSet<_>>();
        let count = |form: &Counts, word: &String| form.get(word).copied().unwrap_or(0);
        words
            .into_iter()
            .map(|word| (word.clone(), count(&a, &word), count(&b, &word)))
            .filter(|(_, a, b)| a != b)
            .collect()
    }

    fn count(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                TokenTree::Punct(sign) if sign.as_char() == '#' => {
                    at += usize::from(matches!(tokens.get(at), Some(TokenTree::Punct(sign)) if sign.as_char() == '!'));
                    let Some(TokenTree::Group(group)) = tokens.get(at) else { continue };
                    let Some(TokenTree::Ident(path)) = group.stream().into_iter().next() else { continue };
                    *self.attributes.entry(path.to_string()).or_default() += 1;
                    // Documentation has as many lines as its author likes.
                    at += usize::from(path == "doc");
                }
                // A name may have a second likely spelling.
                TokenTree::Punct(sign)
                    if sign.as_char() == '|' && matches!(tokens.get(at), Some(TokenTree::Literal(_))) =>
                {
                    at += 1;
                }
                TokenTree::Punct(sign) => self.word(sign.as_char().to_string()),
                TokenTree::Literal(_) => self.word("a literal".to_owned()),
                TokenTree::Group(group) => {
                    self.word(if group.delimiter() == Delimiter::Brace { "{}" } else { "()" }.to_owned());
                    self.count(group.stream());
                }
                TokenTree::Ident(ident) => {
                    if matches!(tokens.get(at), Some(TokenTree::Punct(sign)) if sign.as_char() == '!') {
                        *self.macros.entry(ident.to_string()).or_default() += 1;
                    }
                    self.word(ident.to_string());
                }
            }
        }
    }

    fn word(&mut self, word: String) {
        *self.words.entry(word).or_default() += 1;
    }
}

/// Code in documentation may name what is not named elsewhere, but not what was written as text.
#[track_caller]
fn check_compiled(code: &str) {
    let mut made = Made::default();
    made.count(code.parse().unwrap_or_else(|error| panic!("{error}: {code}")));
    assert!(!made.words.contains_key("evil_fn"), "rustdoc would compile {code}");
}

/// The blocks of code in the documentation of a file which rustdoc would compile: those that are not said to be text.
fn compiled_docs(file: &str) -> Vec<String> {
    let docs = |line: &str| {
        let line = line.trim_start();
        line.strip_prefix("///").or(line.strip_prefix("//!")).map(|docs| format!("{docs}\n"))
    };
    let lines: Vec<Option<String>> = file.lines().map(docs).collect();
    let pieces = lines.split(Option::is_none).map(|piece| piece.iter().flatten().cloned().collect::<String>());
    let blocks = |docs: String| {
        let mut blocks: Vec<String> = Vec::new();
        let mut is_compiled = false;
        for event in Parser::new(&docs) {
            match event {
                Event::Start(Tag::CodeBlock(kind)) => {
                    is_compiled = !matches!(kind, CodeBlockKind::Fenced(language) if &*language == "text");
                    blocks.push(String::new());
                }
                Event::End(TagEnd::CodeBlock) => is_compiled = false,
                Event::Text(code) if is_compiled => blocks.last_mut().unwrap().push_str(&code),
                _ => {}
            }
        }
        blocks
    };
    pieces.filter(|piece| piece.contains("evil_fn")).flat_map(blocks).collect()
}

fn keys(table: &toml::Table, above: &str, found: &mut Vec<String>) {
    for (key, value) in table {
        let path = format!("{above}.{key}");
        if let Some(inner) = value.as_table() {
            keys(inner, &path, found);
        }
        found.push(path);
    }
}
