//! The form of a document of cases.
//!
//! ```text
//! document = { text | page } { case }           pages before the first case belong to every case
//! case     = "## " name, why, { page }          "why" is a paragraph; a page replaces one of the same path
//! page     = fence "md " path, text, fence      "toml spec.toml" and "toml names.toml" for what stands beside the pages
//! ```
//! A fence is made of three or more backticks or tildes, and ends at as many: pages may hold shorter ones.

/// One case.
#[derive(Clone, Debug, Default)]
pub(super) struct Case {
    pub(super) name: String,
    pub(super) pages: Vec<(String, String)>,
    pub(super) spec: Option<String>,
    pub(super) names: Option<String>,
}

/// Reads the cases of a document.
#[track_caller]
pub(super) fn parse(text: &str) -> Vec<Case> {
    let mut common = Case::default();
    let mut cases: Vec<Case> = Vec::new();
    let mut explained = true;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix("## ") {
            assert!(explained, "the case before `{name}` does not say why it is there");
            explained = false;
            cases.push(Case { name: name.to_owned(), ..common.clone() });
        } else if let Some((fence, info)) = opening_fence(line) {
            let inside: String =
                lines.by_ref().take_while(|line| *line != fence).map(|line| format!("{line}\n")).collect();
            cases.last_mut().unwrap_or(&mut common).add(info, inside);
        } else if !line.trim().is_empty() {
            explained = true;
        }
    }
    assert!(explained && !cases.is_empty(), "the last case does not say why it is there");
    cases
}

fn opening_fence(line: &str) -> Option<(&str, &str)> {
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = line.len() - line.trim_start_matches(mark).len();
    (length >= 3).then(|| (&line[..length], line[length..].trim()))
}

impl Case {
    #[track_caller]
    fn add(&mut self, info: &str, text: String) {
        match info.split_once(' ') {
            Some(("md", path)) => {
                self.pages.retain(|(known, _)| known != path);
                self.pages.push((path.to_owned(), text));
            }
            Some(("toml", "spec.toml")) => self.spec = Some(text),
            Some(("toml", "names.toml")) => self.names = Some(text),
            _ => panic!("`{info}` names no page: expected `md docs/PetApi.md`, `toml spec.toml` or `toml names.toml`"),
        }
    }
}
