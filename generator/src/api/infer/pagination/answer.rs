//! What an answer says of itself as a page, by the names of its properties.

use super::{Clues, Guess};
use crate::api::infer::letters;
use crate::api::{AnswerPath, Api, Property, Schema, View};

/// Names as [`letters`] gives them. Objects that say something of the page.
const ABOUT: &[&str] = &[
    "meta",
    "metadata",
    "pagination",
    "paging",
    "page",
    "pageinfo",
    "cursor",
    "cursors",
    "links",
    "link",
    "next",
    "resultinfo",
    "navigation",
];
const NEXT: &[&str] = &[
    "nextcursor",
    "nexttoken",
    "nextpagetoken",
    "nextpagecursor",
    "nextcontinuationtoken",
    "continuationtoken",
    "paginationtoken",
    "nextmarker",
    "nextpagekey",
    "nextoffset",
    "endcursor",
];
const LINK: &[&str] = &["nexturl", "nextlink", "nextpageurl", "nextpagelink", "nexthref", "odatanextlink"];
const CURRENT: &[&str] = &["page", "currentpage", "pagenumber", "pageno", "pagenum", "pageindex"];
const MORE: &[&str] = &["hasmore", "hasnext", "hasnextpage", "hasmoreitems", "hasmoreresults", "moreavailable", "more"];
const LAST: &[&str] = &["last", "islast", "islastpage", "lastpage"];
const TOTAL: &[&str] = &[
    "total",
    "totalcount",
    "totalitems",
    "totalresults",
    "totalelements",
    "totalentries",
    "totalrecords",
    "totalsize",
    "totalhits",
    "totalrows",
    "totalresultsize",
    "totalnumberofitems",
];
const PAGES: &[&str] = &[
    "totalpages",
    "totalpage",
    "totalpagecount",
    "pagestotal",
    "pagecount",
    "pagescount",
    "numpages",
    "numberofpages",
    "lastpage",
    "pages",
];
/// How deep the objects about a page lie inside each other, as in `meta.pagination.cursors.after`.
const DEEPEST: usize = 3;

/// A single value in an answer.
struct Value {
    path: AnswerPath,
    /// Its name and that of the object that it is in, as [`letters`] gives them.
    name: String,
    within: String,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Whole,
    Truth,
}

/// Finds what an answer says beside its items.
pub(super) fn find(api: &Api, answer: &Schema, items: &AnswerPath, clues: &mut Clues) {
    let mut values: Vec<Value> = Vec::new();
    // What is about a page stands beside its items, or beside the object that they are in.
    for depth in 0..items.0.len() {
        let place = AnswerPath(items.0[..depth].to_vec());
        if let Some(View::Object(properties)) = api.at(answer, &place).map(|schema| api.view(schema)) {
            collect(api, &place, "", properties, DEEPEST, &mut values);
        }
    }
    values.sort_by(|a, b| a.path.cmp(&b.path));
    values.dedup_by(|a, b| a.path == b.path);
    let named = |names: &'static [&'static str]| move |value: &Value| names.contains(&value.name.as_str());
    clues.next = next(&values);
    clues.link = link(&values);
    clues.current = only(&values, &[Kind::Whole], named(CURRENT));
    clues.more = only(&values, &[Kind::Truth], named(MORE));
    clues.last = only(&values, &[Kind::Truth], named(LAST));
    clues.total = only(&values, &[Kind::Whole], named(TOTAL));
    clues.pages = only(&values, &[Kind::Whole], named(PAGES));
}

/// Every single value of an object, and of those in it that are about the page.
fn collect(
    api: &Api,
    place: &AnswerPath,
    within: &str,
    properties: &[Property],
    depth: usize,
    values: &mut Vec<Value>,
) {
    for property in properties {
        let (path, name) = (place.and(&property.wire_name.value), letters(&property.wire_name.value));
        let kind = match api.view(&property.schema.value) {
            View::Object(inner) if depth > 0 && ABOUT.contains(&name.as_str()) => {
                collect(api, &path, &name, inner, depth - 1, values);
                continue;
            }
            View::Text => Kind::Text,
            View::Integer => Kind::Whole,
            View::Boolean => Kind::Truth,
            _ => continue,
        };
        values.push(Value { path, name, within: within.to_owned(), kind });
    }
}

/// A cursor, which is sure by its own name, and not by that of the object that it is in.
fn next(values: &[Value]) -> Option<Guess<AnswerPath>> {
    let kinds = &[Kind::Text, Kind::Whole];
    let sure = only(values, kinds, |value| NEXT.contains(&value.name.as_str()));
    let loose = || {
        only(values, kinds, |value| match value.name.as_str() {
            "after" => value.within.starts_with("cursor"),
            "next" => !value.within.starts_with("link"),
            _ => false,
        })
    };
    let is_sure = sure.is_some();
    sure.or_else(loose).map(|value| Guess { value, is_sure })
}

fn link(values: &[Value]) -> Option<AnswerPath> {
    only(values, &[Kind::Text], |value| match value.name.as_str() {
        "next" => value.within.starts_with("link"),
        "href" => value.within == "next",
        name => LINK.contains(&name),
    })
}

/// The place of the value of one of those kinds; `None` if there are several.
fn only(values: &[Value], kinds: &[Kind], wanted: impl Fn(&Value) -> bool) -> Option<AnswerPath> {
    let mut found = values.iter().filter(|value| kinds.contains(&value.kind) && wanted(value));
    let first = found.next()?;
    found.next().is_none().then(|| first.path.clone())
}

#[cfg(test)]
mod tests {
    use super::super::sample::{object, schema};
    use super::*;

    fn api(schemas: &[(&str, &[&str])]) -> Api {
        let schemas = schemas.iter().map(|(name, properties)| ((*name).to_owned(), object(name, properties)));
        Api { schemas: schemas.collect(), ..Api::default() }
    }

    fn found(answer: &str, schemas: &[(&str, &[&str])]) -> Clues {
        let mut clues = Clues::default();
        find(&api(schemas), &schema(answer), &AnswerPath(vec!["data".to_owned()]), &mut clues);
        clues
    }

    /// What is found beside `data`, as `role path`.
    #[track_caller]
    fn check(properties: &[&str], schemas: &[(&str, &[&str])], expected: &str) {
        let page: Vec<&str> = properties.iter().copied().chain(["data: [Pet]"]).collect();
        let all: Vec<(&str, &[&str])> = schemas.iter().copied().chain([("Page", page.as_slice())]).collect();
        let Clues { next, link, current, more, last, total, pages, .. } = found("Page", &all);
        let next = next.map(|next| (if next.is_sure { "next" } else { "perhaps next" }, next.value));
        let others = [("link", link), ("current", current), ("more", more), ("last", last), ("total", total)];
        let others = others.into_iter().chain([("pages", pages)]).filter_map(|(role, path)| Some((role, path?)));
        let found: Vec<String> = next.into_iter().chain(others).map(|(role, path)| format!("{role} {path}")).collect();
        assert_eq!(found.join(", "), expected, "{properties:?}");
    }

    #[test]
    fn a_cursor_is_told_by_its_name_or_by_that_of_its_object() {
        check(&["nextPageToken: string"], &[], "next nextPageToken");
        check(&["next_offset: integer"], &[], "next next_offset");
        check(&["cursors: C"], &[("C", &["after: string", "before: string"])], "perhaps next cursors.after");
        check(&["meta: M"], &[("M", &["next: string"])], "perhaps next meta.next");
        check(&["after: string"], &[], "");
        check(&["nextPageToken: boolean", "nextCursor: [string]"], &[], "");
        check(&["nextCursor: string", "nextToken: string"], &[], "");
    }

    #[test]
    fn a_link_is_told_by_its_name_or_by_that_of_its_object() {
        check(&["next_url: string", "previous_url: string"], &[], "link next_url");
        check(&["@odata.nextLink: string"], &[], "link @odata.nextLink");
        let href: (&str, &[&str]) = ("H", &["href: string", "type: string"]);
        check(&["_links: L"], &[("L", &["next: H", "self: H"]), href], "link _links.next.href");
        check(&["links: L"], &[("L", &["next: string", "prev: string"])], "link links.next");
        // Nobody says that there ever is one called `next`.
        check(&["_links: {string}"], &[], "");
    }

    #[test]
    fn numbers_and_flags_are_told_by_name_and_type() {
        let pagination: (&str, &[&str]) = (
            "P",
            &["total: integer", "count: integer", "per_page: integer", "current_page: integer", "total_pages: integer"],
        );
        let expected =
            "current meta.pagination.current_page, total meta.pagination.total, pages meta.pagination.total_pages";
        check(&["meta: M"], &[("M", &["pagination: P"]), pagination], expected);
        check(&["hasMore: boolean", "last: boolean"], &[], "more hasMore, last last");
        check(&["lastPage: integer"], &[], "pages lastPage");
        check(&["total: string", "hasMore: integer", "page: string"], &[], "");
        check(&["total: integer", "totalCount: integer"], &[], "");
        check(&["owner: O"], &[("O", &["total: integer"])], "");
    }
}
