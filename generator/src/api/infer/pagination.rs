//! Whether answers come in pages, and how one follows the other.
//!
//! Nothing in the docs says it: it is a convention of names and shapes. A page that is missed costs a loop in the
//! caller's code, one that is seen where there is none gives wrong data; so every rule asks for more than one sign.

mod answer;
mod items;
mod parameters;
#[cfg(test)]
mod sample;

use crate::api::{AnswerPath, Api, Fact, Method, Operation, PageKind, PageStyle, Pagination};

pub use parameters::Numbered;

/// What the parameters and the answer of an operation offer to whoever looks for pages.
#[derive(Clone, Debug, Default)]
pub struct Clues {
    /// The parameter that takes the number of a page.
    pub page: Option<Numbered>,
    /// The parameter that takes a number of items.
    pub offset: Option<Numbered>,
    /// The parameter that takes a cursor.
    pub cursor: Option<Guess<String>>,
    /// The parameter that limits a page.
    pub size: Option<String>,
    /// Where the items are.
    pub items: Option<Guess<AnswerPath>>,
    /// Where the next cursor is.
    pub next: Option<Guess<AnswerPath>>,
    /// Where a link to the next page is.
    pub link: Option<AnswerPath>,
    /// Where the number of the page is.
    pub current: Option<AnswerPath>,
    /// See [`Pagination::more`].
    pub more: Option<AnswerPath>,
    /// See [`Pagination::last`].
    pub last: Option<AnswerPath>,
    /// See [`Pagination::total`].
    pub total: Option<AnswerPath>,
    /// See [`Pagination::pages`].
    pub pages: Option<AnswerPath>,
}

/// Something found by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess<T> {
    /// What was found.
    pub value: T,
    /// Whether its name is used for nothing else.
    pub is_sure: bool,
}

/// Looks for pages in the answers of all operations of which nothing is said.
pub fn infer_pagination(api: &mut Api) {
    let found: Vec<_> = api.operations.iter().map(|operation| infer_pages(api, operation)).collect();
    for (operation, found) in api.operations.iter_mut().zip(found) {
        operation.pagination = operation.pagination.take().or(found);
    }
}

/// Only what is asked by GET is taken for pages: other verbs may change something with every one of them.
fn infer_pages(api: &Api, operation: &Operation) -> Option<Fact<Option<Pagination>>> {
    if operation.pagination.is_some() || operation.method.value != Method::Get {
        return None;
    }
    let (pagination, rule) = recognise(&clues(api, operation, None))?;
    Some(Fact::convention(Some(pagination), rule))
}

/// What there is to find in one operation, before it is judged; `items` is where the items are, where somebody says it.
pub fn clues(api: &Api, operation: &Operation, items: Option<AnswerPath>) -> Clues {
    let mut clues = Clues::default();
    parameters::find(&operation.parameters, &mut clues);
    if let Some(answer) = operation.answer() {
        let stated = items.map(|value| Guess { value, is_sure: true });
        if let Some(items) = stated.or_else(|| items::find(api, answer, &operation.path.value)) {
            answer::find(api, answer, &items.value, &mut clues);
            clues.items = Some(items);
        }
    }
    clues
}

/// The pagination that the clues prove, with the name of the rule.
pub fn recognise(clues: &Clues) -> Option<(Pagination, &'static str)> {
    let (kind, rule) = if is_cursor(clues) {
        (PageKind::Cursor, "cursor in query and answer")
    } else if is_page(clues) {
        (PageKind::Page, "page number in the query")
    } else if is_offset(clues) {
        (PageKind::Offset, "offset in the query")
    } else if is_link(clues) {
        (PageKind::Link, "link to the next page")
    } else {
        return None;
    };
    Some((clues.pagination(kind).ok()?, rule))
}

/// Cursors say what they are by going both ways.
fn is_cursor(clues: &Clues) -> bool {
    let (Some(cursor), Some(next)) = (&clues.cursor, &clues.next) else { return false };
    clues.items.is_some() && (cursor.is_sure || next.is_sure)
}

/// A wrong number for the first page would skip a page: it has to be documented, or the answer has to say its own.
fn is_page(clues: &Clues) -> bool {
    let Some(page) = &clues.page else { return false };
    let is_number = page.is_whole || clues.current.is_some();
    let is_known = page.first.is_some() || clues.current.is_some();
    is_number && is_known && has_envelope(clues)
}

fn is_offset(clues: &Clues) -> bool {
    clues.offset.is_some() && clues.size.is_some() && has_envelope(clues)
}

fn is_link(clues: &Clues) -> bool {
    clues.link.is_some() && clues.items.is_some()
}

/// Whether the items lie in something that is there for pages: beside numbers about them, or under a name that is used
/// for nothing else while the caller can choose how many there are.
fn has_envelope(clues: &Clues) -> bool {
    let Some(items) = &clues.items else { return false };
    let Clues { total, pages, more, last, link, next, current, .. } = clues;
    let is_stated = [total, pages, more, last, link, current].into_iter().any(Option::is_some) || next.is_some();
    is_stated || items.is_sure && clues.size.is_some()
}

impl Clues {
    /// The pagination of a style that the clues are enough for.
    ///
    /// # Errors
    ///
    /// What is missing, as the key of `spec.toml` that would say it.
    pub fn pagination(&self, kind: PageKind) -> Result<Pagination, &'static str> {
        let style = match kind {
            PageKind::Page => {
                let page = self.page.as_ref().ok_or("page")?;
                let style = (page.first, self.current.clone());
                if style == (None, None) {
                    return Err("first");
                }
                PageStyle::Page { parameter: page.name.clone(), first: style.0, current: style.1 }
            }
            PageKind::Offset => {
                let offset = self.offset.as_ref().ok_or("offset")?;
                PageStyle::Offset { parameter: offset.name.clone(), first: offset.first.unwrap_or(0) }
            }
            PageKind::Cursor => PageStyle::Cursor {
                parameter: self.cursor.as_ref().ok_or("cursor")?.value.clone(),
                next: self.next.as_ref().ok_or("next")?.value.clone(),
            },
            PageKind::Link => PageStyle::Link { next: self.link.clone().ok_or("next")? },
        };
        Ok(Pagination {
            size: self.size.clone(),
            items: self.items.as_ref().ok_or("items")?.value.clone(),
            more: self.more.clone(),
            last: self.last.clone(),
            // A cursor knows better than a number where the end is.
            total: self.total.clone().filter(|_| matches!(kind, PageKind::Page | PageKind::Offset)),
            pages: self.pages.clone().filter(|_| kind == PageKind::Page),
            style,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::sample::{object, parameter, schema};
    use super::*;
    use crate::api::{Parameter, PathTemplate};

    /// What is recognised of these parameters and an answer with these properties, as the table of `spec.toml`.
    fn recognised(parameters: &[&str], answer: &[&str]) -> Option<String> {
        let schemas = [object("Page", answer), object("Pet", &["name: string"])];
        let schemas = schemas.into_iter().map(|schema| (schema.name.clone(), schema)).collect();
        let api = Api { schemas, ..Api::default() };
        let parameters: Vec<Parameter> = parameters.iter().map(|text| parameter(text)).collect();
        let answer = schema(if answer.is_empty() { "[Pet]" } else { "Page" });
        let mut clues = Clues::default();
        parameters::find(&parameters, &mut clues);
        if let Some(items) = items::find(&api, &answer, &PathTemplate::parse("/pets").unwrap()) {
            answer::find(&api, &answer, &items.value, &mut clues);
            clues.items = Some(items);
        }
        recognise(&clues).map(|(pagination, _)| pagination.to_string())
    }

    #[track_caller]
    fn check(parameters: &[&str], answer: &[&str], expected: &str) {
        assert_eq!(recognised(parameters, answer).as_deref(), Some(expected), "{parameters:?} {answer:?}");
    }

    #[track_caller]
    fn check_none(parameters: &[&str], answer: &[&str]) {
        assert_eq!(recognised(parameters, answer), None, "{parameters:?} {answer:?}");
    }

    #[test]
    fn a_cursor_stands_in_query_and_answer() {
        let expected =
            r#"{ style = "cursor", cursor = "after", items = "toys", next = "nextCursor", more = "hasMore" }"#;
        check(
            &["after: string"],
            &["toys: [Pet]", "nextCursor: string", "hasMore: boolean", "total: integer"],
            expected,
        );
        let expected = r#"{ style = "cursor", cursor = "cursor", items = "data", next = "next" }"#;
        check(&["cursor: string"], &["data: [Pet]", "next: string"], expected);
        check_none(&["after: string"], &["data: [Pet]", "next: string"]);
        check_none(&["cursor: string"], &["data: [Pet]"]);
        check_none(&["cursor: string"], &["name: string", "next_cursor: string"]);
        check_none(&["cursor: string"], &[]);
    }

    #[test]
    fn the_first_page_number_is_documented_or_in_the_answer() {
        let expected = r#"{ style = "page", page = "page", first = 0, items = "data", total = "total" }"#;
        check(&["page: integer = 0"], &["data: [Pet]", "total: integer"], expected);
        let expected = r#"{ style = "page", page = "page", items = "data", current = "page" }"#;
        check(&["page: string"], &["data: [Pet]", "page: integer"], expected);
        check_none(&["page: integer", "size: integer"], &["data: [Pet]", "total: integer"]);
        check_none(&["page: string = 1", "size: integer"], &["data: [Pet]"]);
    }

    #[test]
    fn a_page_has_a_size_or_says_something_of_the_others() {
        let expected = r#"{ style = "page", page = "page", first = 1, size = "limit" }"#;
        check(&["page: integer = 1", "limit: integer"], &[], expected);
        check_none(&["page: integer = 1"], &[]);
        check_none(&["page: integer = 1"], &["data: [Pet]"]);
        check_none(&["page: integer = 1", "limit: integer"], &["toys: [Pet]", "name: string"]);
        check_none(&["page: integer = 1", "limit: integer"], &["name: string", "total: integer"]);
    }

    #[test]
    fn an_offset_goes_with_a_size() {
        let expected = r#"{ style = "offset", offset = "skip", size = "take", items = "pets" }"#;
        check(&["skip: integer", "take: integer"], &["pets: [Pet]"], expected);
        let expected = r#"{ style = "offset", offset = "start", first = 1, size = "limit" }"#;
        check(&["start: integer = 1", "limit: integer"], &[], expected);
        check_none(&["offset: integer"], &["pets: [Pet]", "total: integer"]);
        check_none(&["offset: integer", "limit: integer"], &["name: string"]);
    }

    #[test]
    fn a_link_is_enough_by_itself_and_comes_last() {
        let expected = r#"{ style = "link", items = "toys", next = "next_url" }"#;
        check(&["q: string"], &["toys: [Pet]", "next_url: string"], expected);
        let expected = r#"{ style = "offset", offset = "offset", size = "limit", items = "toys" }"#;
        check(&["offset: integer", "limit: integer"], &["toys: [Pet]", "next_url: string"], expected);
        check_none(&[], &["name: string", "next_url: string"]);
    }
}
