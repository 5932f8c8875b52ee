//! What is read from docs, and what is generated from them, in a form that can be compared.

use std::collections::BTreeMap;

use docwright::rust::Runtime;
use docwright::source::Docs;
use quote::ToTokens as _;

/// What docs say, without places, and what there is to say about them.
pub(super) struct Reading {
    /// The compact text: the head, each operation, each schema.
    pub(super) blocks: Vec<String>,
    findings: Vec<Finding>,
}

/// A generated method.
#[derive(Debug, PartialEq)]
pub(super) struct Method {
    pub(super) docs: String,
    pub(super) code: String,
}

struct Finding {
    path: String,
    line: usize,
    text: String,
}

impl Reading {
    pub(super) fn of(docs: &Docs) -> Self {
        let (api, _, report) = docwright::understand(docs).unwrap_or_else(|report| panic!("{report:?}"));
        let compact = docwright::api::compact_text(docs, &api);
        let lines: Vec<&str> = compact.lines().map(without_place).collect();
        let blocks = lines.join("\n").split("\n\n").map(str::to_owned).collect();
        let findings = report.iter().map(|finding| {
            let place = docs.locate(finding.span);
            let text = format!("{}[{}]: {}", finding.severity(), finding.code, finding.message);
            Finding { path: place.path.to_owned(), line: place.line, text }
        });
        Reading { blocks, findings: findings.collect() }
    }

    /// What is said of the operation `name`.
    pub(super) fn operation(&self, name: &str) -> Option<&String> {
        self.blocks.iter().find(|block| block.starts_with(&format!("operation {name}  ")))
    }

    /// The findings that `other` does not have.
    pub(super) fn new_findings(&self, other: &Reading) -> Vec<String> {
        self.findings.iter().map(|finding| finding.text.clone()).filter(|text| !other.says(text)).collect()
    }

    /// Whether there is a finding that `other` does not have, on `path` and at most `distance` lines from `line`.
    pub(super) fn finds_near(&self, other: &Reading, path: &str, line: usize, distance: usize) -> bool {
        let near = |finding: &&Finding| finding.path == path && finding.line.abs_diff(line) <= distance;
        self.findings.iter().filter(near).any(|finding| !other.says(&finding.text))
    }

    fn says(&self, text: &str) -> bool {
        self.findings.iter().any(|finding| finding.text == text)
    }
}

/// `… stated docs/PetApi.md:7:36` without the place.
fn without_place(line: &str) -> &str {
    let Some((rest, place)) = line.trim_end().rsplit_once(' ') else { return line };
    let mut parts = place.rsplit(':');
    let numbers = parts.by_ref().take(2).all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    let file = parts.next().is_some_and(|path| path.ends_with(".md") || path == "spec.toml");
    if numbers && file { rest.trim_end() } else { line.trim_end() }
}

/// The methods of the generated tags, by the names of their operations. Docs of which nothing can be made have none.
pub(super) fn methods(docs: &Docs) -> BTreeMap<String, Method> {
    let runtime = Runtime::Version("0.1.0".to_owned());
    let Ok(generated) = docwright::generate(docs, Some("client"), "client", runtime) else { return BTreeMap::new() };
    let mut methods = BTreeMap::new();
    for (_, text) in generated.files.iter().filter(|(path, _)| path.starts_with("src/apis/")) {
        let file = syn::parse_file(text).unwrap();
        for item in file.items {
            let syn::Item::Impl(block) = item else { continue };
            for part in block.items {
                let syn::ImplItem::Fn(mut method) = part else { continue };
                let docs: String =
                    method.attrs.drain(..).map(|attribute| attribute.to_token_stream().to_string()).collect();
                methods
                    .insert(method.sig.ident.to_string(), Method { docs, code: method.to_token_stream().to_string() });
            }
        }
    }
    methods
}
