//! The trees of the services, and ways to damage their pages.

use std::collections::BTreeSet;
use std::fs;

use docwright::source::{self, Docs};

use crate::specs;

/// The docs of a service.
pub(super) struct Tree {
    pub(super) service: &'static str,
    pub(super) pages: Vec<Page>,
    settings: String,
    /// What examples set: model and property.
    shown: BTreeSet<(String, String)>,
}

/// One page.
pub(super) struct Page {
    pub(super) path: String,
    pub(super) text: String,
    operations: Vec<(String, usize, usize)>,
}

impl Tree {
    /// Reads `specs/‹service›`. Settings for single operations, schemas and schemes are left out: they are an error
    /// where damage took what they are for.
    pub(super) fn read(service: &'static str) -> Self {
        let folder = specs().join(service);
        let docs = source::read(&folder, None).unwrap();
        let pages = docs.pages().map(|(_, page)| Page::new(page.path.clone(), page.text.clone())).collect();
        let mut settings: toml::Table = fs::read_to_string(folder.join("spec.toml")).unwrap().parse().unwrap();
        settings.retain(|key, _| !matches!(key, "operations" | "schemas" | "security"));
        let shown = docwright::read(&docs).0.evidence.example_properties.into_iter();
        let shown = shown.flat_map(|shown| [shown.name, shown.wire_name.value].map(|name| (shown.model.clone(), name)));
        Tree { service, pages, settings: settings.to_string(), shown: shown.collect() }
    }

    pub(super) fn docs(&self) -> Docs {
        let pages = self.pages.iter().map(|page| (page.path.as_str(), page.text.as_str()));
        Docs::from_texts(pages, Some(&self.settings))
    }

    /// The docs with `text` in place of `page`.
    pub(super) fn docs_with(&self, page: &Page, text: &str) -> Docs {
        let text_of = |other: &'_ Page| if other.path == page.path { text.to_owned() } else { other.text.clone() };
        let pages: Vec<(String, String)> =
            self.pages.iter().map(|other| (other.path.clone(), text_of(other))).collect();
        Docs::from_texts(pages.iter().map(|(path, text)| (path.as_str(), text.as_str())), Some(&self.settings))
    }

    /// The class of rows of which nothing in the docs tells that one is missing, if row `number` is of one.
    pub(super) fn class_of_row(&self, page: &Page, number: usize) -> Option<&'static str> {
        let name = page.line(number).strip_prefix("**").and_then(|rest| rest.split("**").next())?;
        let model = page.line(1).rsplit(['.', ' ']).next()?;
        let shown = self.shown.contains(&(model.to_owned(), name.to_owned()));
        if matches!(name, "any string name" | "any_string_name") {
            Some("other properties")
        } else if name == "0" || name.len() == 3 && name.starts_with(['4', '5']) {
            Some("status of a failure")
        } else if page.operations.is_empty() && !shown {
            Some("property that no example sets")
        } else {
            None
        }
    }

    /// The class of pages of which nothing tells that they go on after `text`, if `page` is of one.
    pub(super) fn class_of_end(&self, page: &Page, text: &str) -> Option<&'static str> {
        // Generators write this heading, and a last one; people write neither.
        (page.path == "README.md" && !text.contains("## Requirements.")).then_some("prose of a README")
    }
}

impl Page {
    fn new(path: String, text: String) -> Self {
        let mut operations: Vec<(String, usize, usize)> = Vec::new();
        for (number, line) in numbered(&text) {
            if let Some(name) = line.strip_prefix("# **").and_then(|rest| rest.strip_suffix("**")) {
                if let Some(last) = operations.last_mut() {
                    last.2 = number;
                }
                operations.push((name.to_owned(), number, usize::MAX));
            }
        }
        Page { path, text, operations }
    }

    pub(super) fn with_crlf(&self) -> String {
        self.text.replace('\n', "\r\n")
    }

    /// Every blank at the beginning of a row as a tab.
    pub(super) fn with_tabs(&self) -> String {
        let rows = self.table_rows();
        self.map_lines(|number, line| match line.strip_prefix(' ') {
            Some(rest) if rows.contains(&number) => format!("\t{rest}"),
            _ => line.to_owned(),
        })
    }

    pub(super) fn stripped(&self) -> String {
        self.map_lines(|_, line| line.trim_end().to_owned())
    }

    pub(super) fn without_line(&self, gone: usize) -> String {
        numbered(&self.text).filter(|(number, _)| *number != gone).map(|(_, line)| format!("{line}\n")).collect()
    }

    /// The lines that are rows of tables, heading and delimiter rows included.
    pub(super) fn table_rows(&self) -> Vec<usize> {
        let mut code = false;
        let mut rows = Vec::new();
        for (number, line) in numbered(&self.text) {
            code ^= line.starts_with("```");
            if !code && line.contains('|') {
                rows.push(number);
            }
        }
        rows
    }

    /// Whether the page has a section on the operation `name`.
    pub(super) fn describes(&self, name: &str) -> bool {
        self.operations.iter().any(|(other, ..)| other == name)
    }

    /// Whether line `number` is a part of what the page says of the operation `name`.
    pub(super) fn concerns(&self, name: &str, number: usize) -> bool {
        let section =
            self.operations.iter().any(|(other, start, end)| other == name && (*start..*end).contains(&number));
        section || self.line(number).contains(&format!("[**{name}**]"))
    }

    /// Whether everything that the page says of the operation `name` stands before byte `end`.
    pub(super) fn keeps(&self, name: &str, end: usize) -> bool {
        let lines = self.text[..end].matches('\n').count();
        let row = numbered(&self.text).filter(|(_, line)| line.contains(&format!("[**{name}**]"))).last();
        let section = self.operations.iter().find(|(other, ..)| other == name);
        let last = section.map_or(0, |(_, _, end)| end.saturating_sub(1).min(self.text.lines().count()));
        last.max(row.map_or(0, |(number, _)| number)) <= lines
    }

    pub(super) fn line(&self, number: usize) -> &str {
        self.text.lines().nth(number.wrapping_sub(1)).unwrap_or("")
    }

    fn map_lines(&self, change: impl Fn(usize, &str) -> String) -> String {
        numbered(&self.text).map(|(number, line)| change(number, line) + "\n").collect()
    }
}

fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines())
}
