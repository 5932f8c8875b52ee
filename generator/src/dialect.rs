//! How the docs generators of the world word things: the only place that knows.
//!
//! Four families of Python docs are read. LEG, PRI and NXT share one reader (`python`) and differ in a few declared
//! ways ([`Family`]); TAG, which spells out every schema in place, has a reader of its own (`tag`).

mod evidence;
mod example;
mod operation;
mod page;
mod python;
mod readme;
mod recognise;
pub mod sdk;
mod summary;
mod tag;
mod text;

pub use recognise::{Family, PageKind};

use std::collections::BTreeSet;

use crate::api::{Api, Fact, NamedSchema, Operation, SchemeKind, SecurityScheme};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{self, Document};
use crate::source::{Docs, Span};

/// Reads every page. What the docs leave open is filled in with conventions, which later stages may better.
pub fn read(docs: &Docs) -> (Api, Vec<Diagnostic>) {
    let mut reader = Reader::default();
    let mut documents: Vec<(PageKind, Document<'_>)> =
        docs.pages().map(|(id, _)| markdown::parse(docs, id)).map(|page| (recognise::recognise(&page), page)).collect();
    recognise::recognise_plain_models(&mut documents);
    let documents = documents;
    // The README comes first: it says again what other pages may have lost.
    for (_, document) in documents.iter().filter(|(kind, _)| *kind == PageKind::Readme) {
        readme::read(document, &mut reader);
    }
    for (kind, document) in &documents {
        match kind {
            PageKind::Readme => {}
            PageKind::Api(Family::Tag) => tag::read_api_page(document, &mut reader),
            PageKind::Api(family) => python::read_api_page(document, *family, &mut reader),
            PageKind::Model(Family::Tag) => tag::read_model_page(document, &mut reader),
            PageKind::Model(family) => python::read_model_page(document, *family, &mut reader),
            PageKind::UnknownDialect => reader.report.push(
                Diagnostic::new(Code::UnknownDialect, end_of_cut(document), "this API page is in no known dialect")
                    .label("lists operations, but not as any known docs generator does")
                    .help("docwright reads the Python docs of openapi-generator 3 to 7"),
            ),
            PageKind::Other if is_stump(document) => reader.report.push(
                Diagnostic::new(Code::CutShort, last_line(document), "this page ends before it describes anything")
                    .label("not read: neither an API nor a model page")
                    .help("restore the page, or remove it from the folder"),
            ),
            PageKind::Other => reader.report.push(
                Diagnostic::new(Code::UnknownPage, first_line(document), "not read: neither an API nor a model page")
                    .help("remove the page from the folder if it is not part of the API's docs"),
            ),
        }
    }
    readme::compare(&mut reader);
    tag::compose(&mut reader.api, &reader.compositions);
    evidence::gather(&mut reader.api);
    if reader.api.operations.is_empty() {
        let span = documents.first().map(|(_, document)| first_line(document));
        reader.report.extend(span.map(|span| {
            Diagnostic::new(Code::NoOperations, span, "no page documents an operation")
                .help("name the folder that holds the pages called `…Api.md`")
        }));
    }
    (reader.api, reader.report)
}

/// What reading has gathered so far.
#[derive(Debug, Default)]
struct Reader {
    api: Api,
    report: Vec<Diagnostic>,
    readme: readme::Lists,
    /// The schemas whose shape depends on pages that may come later.
    compositions: tag::Compositions,
    /// The names of operations that some page lists or describes, whether they can be read or not.
    mentioned: BTreeSet<String>,
}

impl Reader {
    /// Adds an operation, unless one of that name is there already.
    fn add_operation(&mut self, operation: Operation) {
        let same_call = |other: &Operation| {
            other.path.value == operation.path.value && other.method.value == operation.method.value
        };
        let same_name = self.api.operations.iter_mut().filter(|other| other.id.value == operation.id.value);
        // Docs repeat an operation on the page of each of its tags. Other operations may share its name there.
        match same_name.into_iter().find(|other| same_call(other) || other.tag.value == operation.tag.value) {
            Some(twin) if same_call(twin) => {
                let known = [&twin.tag].into_iter().chain(&twin.other_tags).any(|tag| tag.value == operation.tag.value);
                twin.other_tags.extend((!known).then_some(operation.tag));
            }
            Some(_) => self.report.push(
                Diagnostic::new(
                    Code::Duplicate,
                    operation.span,
                    format!("a second operation called `{}`, with another verb or path: left out", operation.id.value),
                )
                .help("rename one of them on its page"),
            ),
            None => self.api.operations.push(operation),
        }
    }

    /// Adds a schema, unless one of that name is there already.
    fn add_schema(&mut self, schema: NamedSchema, span: Span) {
        match self.api.schemas.get(&schema.name) {
            Some(_) => self.report.push(
                Diagnostic::new(Code::Duplicate, span, format!("a second model called `{}`: left out", schema.name))
                    .help("remove one of the two pages"),
            ),
            None => {
                self.api.schemas.insert(schema.name.clone(), schema);
            }
        }
    }

    /// Adds a schema that is named after its place; gives back its name, which has a number where the place holds
    /// several: bodies of several media types, say.
    fn add_schema_in_place(&mut self, mut schema: NamedSchema) -> String {
        let wanted = schema.name.clone();
        let mut number = 2;
        while let Some(known) = self.api.schemas.get(&schema.name) {
            if known.says_the_same(&schema) {
                return schema.name;
            }
            schema.name = format!("{wanted}_{number}");
            number += 1;
        }
        let name = schema.name.clone();
        self.api.schemas.insert(name.clone(), schema);
        name
    }

    /// Remembers what the schema called `name` is made of, if it is made of several.
    fn add_composition(&mut self, name: &str, parts: Vec<tag::Part>) {
        if !parts.is_empty() {
            self.compositions.insert(name.to_owned(), parts);
        }
    }

    /// Offers what a page says of a security scheme.
    fn add_scheme(&mut self, mut scheme: SecurityScheme) {
        match self.api.security_schemes.iter_mut().find(|known| known.name == scheme.name) {
            Some(known) => {
                // A scheme with several flows has a heading for each.
                if let (SchemeKind::OAuth2(flows), SchemeKind::OAuth2(more)) =
                    (&known.kind.value, &mut scheme.kind.value)
                {
                    let others = flows.iter().filter(|flow| more.iter().all(|other| other.grant != flow.grant));
                    *more = others.cloned().chain(more.clone()).collect();
                }
                known.kind.offer(scheme.kind);
            }
            None => self.api.security_schemes.push(scheme),
        }
    }

    /// Takes `url` for the server, unless a page has named one.
    fn offer_server(&mut self, url: Fact<String>) {
        self.api.server.get_or_insert(url);
    }
}

fn first_line(document: &Document<'_>) -> Span {
    let length = document.text.lines().next().map_or(0, str::len);
    Span::new(document.page, 0, length)
}

/// Whether a page is what is left of a generated one: these have one word for a heading, and tables below it.
fn is_stump(document: &Document<'_>) -> bool {
    let mut headings = document.sections.iter().filter(|section| section.level > 0);
    let named = headings.next().is_none_or(|first| first.level == 1 && !first.title.contains(' '));
    named && headings.all(|section| section.blocks.is_empty()) && !is_closed(document)
}

/// Whether the links are there that close every page.
fn is_closed(document: &Document<'_>) -> bool {
    document.text.contains("[[Back to")
}

/// Where a page was cut off; where it begins if it was not.
fn end_of_cut(document: &Document<'_>) -> Span {
    if is_closed(document) { first_line(document) } else { last_line(document) }
}

/// The last line that is not blank.
fn last_line(document: &Document<'_>) -> Span {
    let end = document.text.trim_end().len();
    let start = document.text[..end].rfind('\n').map_or(0, |at| at + 1);
    Span::new(document.page, start, end)
}
