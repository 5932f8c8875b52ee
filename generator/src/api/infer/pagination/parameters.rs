//! Parameters that choose a page, by their names.

use super::{Clues, Guess};
use crate::api::infer::letters;
use crate::api::{Location, NumberFormat, Parameter, SchemaKind, StringFormat};

/// Names as [`letters`] gives them.
const PAGE: &[&str] = &["page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage"];
const OFFSET: &[&str] = &["offset", "skip"];
/// Names of offsets that are used for other things too: only a documented default makes one of them.
const LOOSE_OFFSET: &[&str] = &["start", "startat", "startindex"];
const CURSOR: &[&str] = &[
    "cursor",
    "pagecursor",
    "nextcursor",
    "aftercursor",
    "pagetoken",
    "nextpagetoken",
    "nexttoken",
    "continuationtoken",
    "paginationtoken",
    "startingtoken",
    "pagekey",
    "marker",
    "pagemarker",
];
const LOOSE_CURSOR: &[&str] = &["after", "startafter"];
const SIZE: &[&str] = &[
    "size",
    "pagesize",
    "perpage",
    "limit",
    "pagelimit",
    "recordsperpage",
    "itemsperpage",
    "resultsperpage",
    "maxresults",
    "maxitems",
    "maxpagesize",
    "pagelength",
    "take",
    "amount",
];

/// A parameter that takes a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// Its name, as it is sent.
    pub name: String,
    /// The number of the first page or item.
    pub first: Option<i64>,
    /// Whether the docs type it as a whole number.
    pub is_whole: bool,
}

/// Finds what the parameters of an operation offer.
pub(super) fn find(parameters: &[Parameter], clues: &mut Clues) {
    let sent: Vec<&Parameter> = parameters
        .iter()
        .filter(|parameter| parameter.location.value == Location::Query && parameter.serialization.is_none())
        .collect();
    clues.page = page(&sent);
    clues.offset = offset(&sent);
    clues.cursor = cursor(&sent);
    clues.size = only(&sent, SIZE, is_single).map(|size| size.wire_name.value.clone());
}

impl Numbered {
    /// The parameter; its documented default is the number of the first page.
    pub fn of(parameter: &Parameter) -> Self {
        let default = parameter.default.as_ref().and_then(|default| default.value.trim().parse::<i64>().ok());
        Numbered {
            name: parameter.wire_name.value.clone(),
            first: default.filter(|first| matches!(first, 0 | 1)),
            is_whole: is_whole(parameter),
        }
    }
}

fn page(sent: &[&Parameter]) -> Option<Numbered> {
    only(sent, PAGE, is_single).map(Numbered::of)
}

fn offset(sent: &[&Parameter]) -> Option<Numbered> {
    let loose = || only(sent, LOOSE_OFFSET, is_whole).map(Numbered::of).filter(|offset| offset.first.is_some());
    only(sent, OFFSET, is_whole).map(Numbered::of).or_else(loose)
}

fn cursor(sent: &[&Parameter]) -> Option<Guess<String>> {
    let guess = |is_sure| move |found: &Parameter| Guess { value: found.wire_name.value.clone(), is_sure };
    let loose = || only(sent, LOOSE_CURSOR, is_text).map(guess(false));
    only(sent, CURSOR, is_single).map(guess(true)).or_else(loose)
}

/// The parameter of one of these names and of that kind; `None` if there are several.
fn only<'p>(sent: &[&'p Parameter], names: &[&str], kind: fn(&Parameter) -> bool) -> Option<&'p Parameter> {
    let mut found = sent
        .iter()
        .filter(|parameter| names.contains(&letters(&parameter.wire_name.value).as_str()) && kind(parameter));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

fn is_whole(parameter: &Parameter) -> bool {
    matches!(parameter.schema.value.kind, SchemaKind::Integer(_))
}

fn is_text(parameter: &Parameter) -> bool {
    matches!(parameter.schema.value.kind, SchemaKind::String(StringFormat::Plain))
}

fn is_single(parameter: &Parameter) -> bool {
    is_whole(parameter)
        || is_text(parameter)
        || matches!(parameter.schema.value.kind, SchemaKind::Number(NumberFormat::Unstated))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{self, parameter};
    use super::*;

    fn found(texts: &[&str]) -> Clues {
        let parameters: Vec<Parameter> = texts.iter().map(|text| parameter(text)).collect();
        let mut clues = Clues::default();
        find(&parameters, &mut clues);
        clues
    }

    #[track_caller]
    fn check_page(texts: &[&str], expected: Option<(&str, Option<i64>)>) {
        let page = found(texts).page;
        assert_eq!(page.as_ref().map(|page| (page.name.as_str(), page.first)), expected, "{texts:?}");
    }

    #[test]
    fn a_page_number_has_the_first_page_as_its_default() {
        check_page(&["pageNumber: integer = 1", "q: string"], Some(("pageNumber", Some(1))));
        check_page(&["page[number]: integer = 0"], Some(("page[number]", Some(0))));
        check_page(&["page_no: integer"], Some(("page_no", None)));
        check_page(&["page: integer = 20"], Some(("page", None)));
        check_page(&["page: string"], Some(("page", None)));
        check_page(&["page: [integer]"], None);
        check_page(&["homepage: integer", "pages: integer"], None);
    }

    #[test]
    fn of_two_page_numbers_neither_is_taken() {
        check_page(&["page: integer", "pageNumber: integer"], None);
    }

    #[track_caller]
    fn check_offset(texts: &[&str], expected: Option<(&str, Option<i64>)>) {
        let offset = found(texts).offset;
        assert_eq!(offset.as_ref().map(|offset| (offset.name.as_str(), offset.first)), expected, "{texts:?}");
    }

    #[test]
    fn a_start_is_an_offset_only_if_it_begins_at_the_first_item() {
        check_offset(&["offset: integer"], Some(("offset", None)));
        check_offset(&["skip: integer = 0"], Some(("skip", Some(0))));
        check_offset(&["startIndex: integer = 1"], Some(("startIndex", Some(1))));
        check_offset(&["start: integer"], None);
        check_offset(&["start: string = 0", "offset: string"], None);
    }

    #[track_caller]
    fn check_cursor(texts: &[&str], expected: Option<(&str, bool)>) {
        let cursor = found(texts).cursor;
        assert_eq!(cursor.as_ref().map(|cursor| (cursor.value.as_str(), cursor.is_sure)), expected, "{texts:?}");
    }

    #[test]
    fn a_cursor_of_a_clear_name_goes_before_another() {
        check_cursor(&["after: string", "pagination_token: string"], Some(("pagination_token", true)));
        check_cursor(&["after: string"], Some(("after", false)));
        check_cursor(&["after: integer"], None);
        check_cursor(&["cursor: integer"], Some(("cursor", true)));
        check_cursor(&["token: string"], None);
    }

    #[test]
    fn a_size_is_known_by_its_name() {
        assert_eq!(found(&["records_per_page: integer"]).size.as_deref(), Some("records_per_page"));
        assert_eq!(found(&["page[size]: string"]).size.as_deref(), Some("page[size]"));
        assert_eq!(found(&["size: [string]", "sizes: integer"]).size, None);
    }

    #[test]
    fn only_the_query_is_looked_at() {
        let in_header = Parameter { location: sample::stated(Location::Header), ..parameter("page: integer = 1") };
        let mut clues = Clues::default();
        find(&[in_header], &mut clues);
        assert_eq!(clues.page, None);
    }
}
