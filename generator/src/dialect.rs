//! How the docs generators of the world word things: the only place that knows.
//!
//! Four families of Python docs are read. LEG, PRI and NXT share one reader (`python`) and differ in a few declared
//! ways ([`Family`]); TAG, which spells out every schema in place, has a reader of its own (`tag`).

mod evidence;
mod example;
mod gather;
mod operation;
mod page;
mod python;
mod reader;
mod readme;
mod recognise;
pub mod sdk;
mod summary;
mod tag;
mod text;

pub use recognise::{Family, PageKind};

use std::sync::Arc;

use rayon::prelude::*;

use self::gather::{Whole, gather};
use self::reader::Reader;
use self::readme::Lists;
use crate::api::Api;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{self, Document};
use crate::source::{Docs, PageId, Span};

/// Reads every page. What the docs leave open is filled in with conventions, which later stages may better. Pages are
/// read in parallel; what they say is put together in their order.
pub fn read(docs: &Docs) -> (Api, Vec<Diagnostic>) {
    let pages: Vec<PageId> = docs.pages().map(|(id, _)| id).collect();
    let documents = pages.into_par_iter().map(|id| markdown::parse(docs, id));
    let mut documents: Vec<(PageKind, Document<'_>)> =
        documents.map(|document| (recognise::recognise(&document), document)).collect();
    recognise::recognise_plain_models(&mut documents);
    let documents = documents;
    // The README comes first: it says again what other pages may have lost.
    let (readmes, others): (Vec<_>, Vec<_>) = documents.iter().partition(|(kind, _)| *kind == PageKind::Readme);
    let (mut pages, lists): (Vec<Reader>, Vec<Lists>) =
        readmes.iter().map(|(_, document)| readme::read(document)).unzip();
    let lists = Arc::new(Lists::join(lists));
    pages.par_extend(others.par_iter().map(|(kind, document)| read_page(*kind, document, &lists)));
    let mut whole = gather(pages);
    readme::compare(&lists, &mut whole);
    let Whole { mut api, mut report, compositions, .. } = whole;
    tag::compose(&mut api, &compositions);
    evidence::gather(&mut api);
    if api.operations.is_empty() {
        let span = documents.first().map(|(_, document)| first_line(document));
        report.extend(span.map(|span| {
            Diagnostic::new(Code::NoOperations, span, "no page documents an operation")
                .help("name the folder that holds the pages called `…Api.md`")
        }));
    }
    (api, report)
}

fn read_page(kind: PageKind, document: &Document<'_>, lists: &Arc<Lists>) -> Reader {
    let mut reader = Reader::new(lists);
    match kind {
        PageKind::Readme => {}
        PageKind::Api(Family::Tag) => tag::read_api_page(document, &mut reader),
        PageKind::Api(family) => python::read_api_page(document, family, &mut reader),
        PageKind::Model(Family::Tag) => tag::read_model_page(document, &mut reader),
        PageKind::Model(family) => python::read_model_page(document, family, &mut reader),
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
    reader
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
