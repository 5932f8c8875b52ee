//! The README: version, base URI, list of operations, authorization. All Python families write it alike.

mod schemes;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use self::schemes::read_schemes;
use super::Reader;
use super::gather::Whole;
use super::page::check_table;
use super::summary::{Listed, read_readme_row};
use super::text::{pattern, unescape};
use crate::api::Fact;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{Document, Section};
use crate::source::Span;

/// What the README lists: operations with their classes, and models.
#[derive(Debug, Default)]
pub(super) struct Lists {
    operations: Vec<(String, Listed)>,
    models: Vec<(String, Span)>,
    /// The first row of every name, and of every name of a class.
    by_name: BTreeMap<String, usize>,
    by_class: BTreeMap<[String; 2], usize>,
}

impl Lists {
    /// What several READMEs list, as one list.
    pub(super) fn join(lists: Vec<Lists>) -> Self {
        let mut whole = Lists::default();
        for list in lists {
            list.operations.into_iter().for_each(|(class, listed)| whole.add(class, listed));
            whole.models.extend(list.models);
        }
        whole
    }

    fn add(&mut self, class: String, listed: Listed) {
        let at = self.operations.len();
        self.by_name.entry(listed.name.clone()).or_insert(at);
        self.by_class.entry([class.clone(), listed.name.clone()]).or_insert(at);
        self.operations.push((class, listed));
    }

    /// The row of the operation `name` of the class `class`.
    pub(super) fn operation(&self, class: &str, name: &str) -> Option<&Listed> {
        self.by_class.get(&[class.to_owned(), name.to_owned()]).map(|&at| &self.operations[at].1)
    }

    /// The first row of an operation called `name`.
    fn any_operation(&self, name: &str) -> Option<&Listed> {
        self.by_name.get(name).map(|&at| &self.operations[at].1)
    }
}

/// Reads the page, and what it lists.
pub(super) fn read(document: &Document<'_>) -> (Reader, Lists) {
    let mut reader = Reader::default();
    read_info(document, &mut reader);
    read_schemes(document, &mut reader);
    check_end(document, &mut reader);
    let mut lists = Lists { models: read_models(document), ..Lists::default() };
    read_operations(document, &mut lists, &mut reader);
    (reader, lists)
}

fn read_operations(document: &Document<'_>, lists: &mut Lists, reader: &mut Reader) {
    // A description may hold headings of its own, so the last one is the true one.
    let endpoints = document.sections.iter().rev().find(|section| section.title == "Documentation for API Endpoints");
    let Some(section) = endpoints else { return };
    static BASE: LazyLock<Regex> = LazyLock::new(|| pattern(r"All URIs are relative to \*(.+)\*"));
    if let Some(url) = find(document, section.body, &BASE) {
        reader.offer_server(url.with(unescape(&url.value).into_owned()));
    }
    let Some(table) = section.table("Class") else { return };
    check_table(&table, "Class | Method | HTTP request | Description", reader);
    for row in &table.rows {
        let class = row.cells().first().map_or("", |cell| cell.text).trim_matches('*').to_owned();
        if let Some(listed) = read_readme_row(row, reader) {
            lists.add(class, listed);
        }
    }
}

/// Every README that a generator wrote, which has this odd heading, ends with its author.
fn check_end(document: &Document<'_>, reader: &mut Reader) {
    let has = |title: &str| document.sections.iter().any(|section| section.title == title);
    if has("Requirements.") && !has("Author") && !has("Authors") {
        let span = crate::dialect::last_line(document);
        reader.report.push(
            Diagnostic::new(Code::CutShort, span, "the README ends before its last section")
                .label("something may be lost after this")
                .help("restore the page, or the heading `## Author` if nothing is missing"),
        );
    }
}

/// Reads ` - [Pet](docs/Pet.md)` below `Documentation For Models`.
fn read_models(document: &Document<'_>) -> Vec<(String, Span)> {
    static ITEM: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?m)^\s*[-*] \[([^\]]+)\]\([^()]*\.md\)"));
    let is_list = |section: &&Section<'_>| section.title.eq_ignore_ascii_case("Documentation For Models");
    let Some(section) = document.sections.iter().rev().find(is_list) else { return Vec::new() };
    let text = &document.text[section.body.start as usize..section.body.end as usize];
    let names = ITEM.captures_iter(text).filter_map(|found| found.get(1));
    names.map(|name| (unescape(name.as_str()).into_owned(), section.body.part(name.start(), name.end()))).collect()
}

/// Reports what the README lists and no page describes, and the other way round.
pub(super) fn compare(lists: &Lists, whole: &mut Whole) {
    let Whole { api, report, mentioned, .. } = whole;
    for (class, listed) in lists.operations.iter().filter(|(_, listed)| !mentioned.contains(&listed.name)) {
        report.push(
            Diagnostic::new(
                Code::MissingOperation,
                listed.span,
                format!("no page describes `{}` of `{class}`", listed.name),
            )
            .label("listed here only: it is left out"),
        );
    }
    for (name, span) in lists.models.iter().filter(|(name, _)| !api.schemas.contains_key(name)) {
        report.push(
            Diagnostic::new(Code::ModelWithoutPage, *span, format!("`{name}` is listed, but has no page"))
                .help("add its page, or state its properties in spec.toml"),
        );
    }
    let Some((_, first)) = lists.operations.first() else { return };
    let mut before = first.span;
    for operation in &mut api.operations {
        match lists.any_operation(&operation.id.value) {
            Some(listed) => before = listed.span,
            None => {
                operation.listed = false;
                let message = format!("the README does not list `{}`, which a page describes", operation.id.value);
                report.push(Diagnostic::new(Code::Unlisted, before, message).label("its row belongs near this").help(
                    "remove its section if the page is out of date, or leave such operations out: `--listed-only`",
                ));
            }
        }
    }
}

fn read_info(document: &Document<'_>, reader: &mut Reader) {
    static VERSION: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?m)^- API version: (\S.*?)[ \t\r]*$"));
    let whole = Span::new(document.page, 0, document.text.len());
    reader.info.version = find(document, whole, &VERSION);
    let Some(title) = document.sections.iter().find(|section| section.level == 1) else { return };
    if let Some(span) = description_span(document, title) {
        let text = document.text[span.start as usize..span.end as usize].trim().replace("\r\n", "\n");
        reader.info.description = Some(Fact::stated(text, span)).filter(|text| !text.value.is_empty());
    }
}

/// What stands between the title and the words that every generated README goes on with: the description may hold
/// headings of its own. In a README without these words it is the text below the title.
fn description_span(document: &Document<'_>, title: &Section<'_>) -> Option<Span> {
    static NEXT: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?m)^(?:This [A-Za-z]+ package is automatically generated|- API version: |## Requirements\.)")
    });
    let start = title.heading.end as usize;
    if let Some(next) = NEXT.find(&document.text[start..]) {
        return Some(Span::new(document.page, start, start + next.start()));
    }
    let (first, last) =
        (title.blocks.first()?, title.blocks.iter().take_while(|block| !block.text.starts_with("- ")).last()?);
    Some(Span::new(document.page, first.span.start as usize, last.span.end as usize))
}

/// The item `- **name**: value`.
fn item(name: &str) -> Regex {
    pattern(&format!(r"(?m)^[-*]\s+\*\*{name}\*\*:[ \t]*(.*?)[ \t\r]*$"))
}

/// What the first group of `pattern` finds within `span`.
fn find(document: &Document<'_>, span: Span, pattern: &Regex) -> Option<Fact<String>> {
    let inside = &document.text[span.start as usize..span.end as usize];
    let found = pattern.captures(inside)?.get(1)?;
    Some(Fact::stated(found.as_str().to_owned(), span.part(found.start(), found.end())))
}
