//! Which dialect a page is in, told from the page alone: trees mix dialects, and generator names have changed meaning.

use std::sync::LazyLock;

use regex::Regex;

use super::text::pattern;
use crate::markdown::{BlockKind, Document};

/// What a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The page that introduces the API.
    Readme,
    /// A page of operations.
    Api(Family),
    /// The page of one model.
    Model(Family),
    /// A page of operations that nothing else is known of.
    UnknownDialect,
    /// Anything else.
    Other,
}

/// A family of dialects, named as in the code of the generators that write them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// `python` 3 and 4, `python-legacy`: `list[X]`, `dict(str, X)`; no enumerations.
    Legacy,
    /// `python` 5.0 to 6.1, `python-prior`: `[X]`, `{str: (X,)}`, `none_type`, constructor calls in examples.
    Prior,
    /// `python` 6.2 to 6.6 and its ancestor `python-experimental` 5.4 to 6.1: every schema spelt out in place, wire
    /// names.
    Tag,
    /// `python-nextgen`, `python` 7: `List[X]`, `Dict[str, X]`, `## Enum`.
    Nextgen,
}

/// Tells what `document` is.
pub(super) fn recognise(document: &Document<'_>) -> PageKind {
    let text = document.text;
    if text.contains("## Documentation for API Endpoints") || is_readme(document) {
        return PageKind::Readme;
    }
    if text.contains("All URIs are relative to") {
        return api_family(document).map_or(PageKind::UnknownDialect, PageKind::Api);
    }
    let has = |title: &str| document.sections.iter().any(|section| section.title == title);
    if has("Model Type Info") || is_flat_model(document) {
        return PageKind::Model(Family::Tag);
    }
    if has("Enum") || (has("Properties") && has("Example")) {
        return PageKind::Model(Family::Nextgen);
    }
    if has("Properties") {
        return PageKind::Model(model_family(text));
    }
    PageKind::Other
}

/// Models of the ancestor of TAG have smaller headings than all others, and what is no object has none.
fn is_flat_model(document: &Document<'_>) -> bool {
    let mut headings = document.sections.iter().filter(|section| section.level > 0);
    let Some(first) = headings.next().filter(|first| first.level == 1) else { return false };
    match headings.next() {
        Some(second) => second.level == 4 && second.title == "Properties",
        None => first.table("Type").is_some_and(|table| table.whole && table.rows.len() == 1),
    }
}

/// Pages of simple models look alike in LEG and PRI. Where every API page of the tree is PRI, they are too.
pub(super) fn recognise_plain_models(documents: &mut [(PageKind, Document<'_>)]) {
    let families =
        || documents.iter().filter_map(|(kind, _)| if let PageKind::Api(family) = kind { Some(*family) } else { None });
    if families().next().is_some() && families().all(|family| family == Family::Prior) {
        for (kind, _) in documents.iter_mut().filter(|(kind, _)| *kind == PageKind::Model(Family::Legacy)) {
            *kind = PageKind::Model(Family::Prior);
        }
    }
}

fn is_readme(document: &Document<'_>) -> bool {
    document.text.contains("\n- API version: ") || document.text.contains("\n- Build package: ")
}

fn api_family(document: &Document<'_>) -> Option<Family> {
    static LOWER_VERB: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"\) \| \*\*(?:get|put|post|delete|options|head|patch|trace)\*\* "));
    static PRIOR: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?m)^from \S+ import \w+_api$|# example passing only |# example, this endpoint has no required|none_type|\{str: \(",
        )
    });
    static NEXTGEN: LazyLock<Regex> =
        LazyLock::new(|| pattern(r#"except Exception as e:|print\("The response of |\*\*(?:List|Dict)\["#));
    static LEGACY: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"from __future__ import print_function|^import time|\*\*(?:list|dict)[\[(]|(?m)^ \*\*[^*]+\*\* \| ")
    });
    let text = document.text;
    let tag = text.contains("__pageTop") || text.contains("### Return Types, Responses") || LOWER_VERB.is_match(text);
    if tag {
        Some(Family::Tag)
    } else if PRIOR.is_match(text) {
        Some(Family::Prior)
    } else if NEXTGEN.is_match(text) {
        Some(Family::Nextgen)
    } else if LEGACY.is_match(text) || document.sections.iter().any(|section| section.title == "Return type") {
        Some(Family::Legacy)
    } else {
        // A page cut off before its first example: only the summary table is left, which all families share.
        let lists = document.sections.iter().any(|s| s.blocks.iter().any(|block| block.kind == BlockKind::Table));
        lists.then_some(Family::Prior)
    }
}

fn model_family(text: &str) -> Family {
    static PRIOR: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"\*\*any string name\*\*|^\*\*value\*\*|if omitted the server will use|must be one of \[|none_type|\*\*\[",
        )
    });
    if PRIOR.is_match(text) { Family::Prior } else { Family::Legacy }
}
