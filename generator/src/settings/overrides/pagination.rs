//! `pagination` of `[operations.‹id›]`. It names parameters and properties, so that it is applied after all that changes
//! them.

use toml::Spanned;

use super::Overrides;
use crate::api::infer::pagination::{self, Clues, Guess, Numbered};
use crate::api::{AnswerPath, Api, Fact, Location, Operation, PageKind, Pagination, Parameter, Schema, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::settings::{OperationSettings, PaginationSettings};
use crate::source::Span;

type Text = Option<Spanned<String>>;

impl Overrides {
    /// States how answers come in pages. What a table leaves out is inferred, as where there is no table.
    pub(super) fn paginations(&mut self, operations: &[(&OperationSettings, Span)], api: &mut Api) {
        for (wanted, span) in operations {
            let at = api.operations.iter().position(|operation| operation.span == *span);
            let (Some(wanted), Some(at)) = (&wanted.pagination, at) else { continue };
            if let Some(value) = self.pagination(wanted, api, &api.operations[at]) {
                api.operations[at].pagination = Some(Fact { value, origin: self.origin(wanted) });
            }
        }
    }

    /// `None` if something is wrong, which is reported.
    fn pagination(
        &mut self,
        wanted: &Spanned<PaginationSettings>,
        api: &Api,
        operation: &Operation,
    ) -> Option<Option<Pagination>> {
        let table = wanted.get_ref();
        if table.none {
            return Some(None);
        }
        let before = self.report.len();
        let id = &operation.id.value;
        let Some(answer) = operation.answer() else {
            let message = format!("`{id}` has no single kind of answer in JSON");
            let help = "state it: `responses.200 = \"Page\"`";
            self.report.push(Diagnostic::new(Code::Settings, self.span(wanted), message).help(help));
            return None;
        };
        let items = self.place(&table.items, "list", is_list, api, answer);
        let mut clues = pagination::clues(api, operation, items);
        self.parameters_of_pages(table, operation, &mut clues);
        self.places_of_pages(table, api, answer, &mut clues);
        if self.report.len() > before {
            return None;
        }
        let kind = table.kind().or_else(|| pagination::recognise(&clues).map(|(found, _)| found.style.kind()));
        if let Some((key, kind)) = kind.and_then(|kind| Some((useless_key(table, kind)?, kind))) {
            let message = format!("`{key}` means nothing where the style is `{kind}`");
            self.report.push(Diagnostic::new(Code::Settings, self.span(wanted), message));
            return None;
        }
        match kind.ok_or("style").and_then(|kind| clues.pagination(kind)) {
            Ok(pagination) => Some(Some(pagination)),
            Err(key) => {
                let message = format!("nothing tells the `{key}` of the pages of `{id}`");
                let help = format!("add `{key}` to the table");
                self.report.push(Diagnostic::new(Code::Settings, self.span(wanted), message).help(help));
                None
            }
        }
    }

    fn parameters_of_pages(&mut self, table: &PaginationSettings, operation: &Operation, clues: &mut Clues) {
        if let Some(page) = self.query_parameter(&table.page, operation) {
            clues.page = Some(Numbered::of(page));
        }
        if let Some(offset) = self.query_parameter(&table.offset, operation) {
            clues.offset = Some(Numbered::of(offset));
        }
        if let Some(cursor) = self.query_parameter(&table.cursor, operation) {
            clues.cursor = Some(Guess { value: cursor.wire_name.value.clone(), is_sure: true });
        }
        if let Some(size) = self.query_parameter(&table.size, operation) {
            clues.size = Some(size.wire_name.value.clone());
        }
        if let Some(first) = table.first {
            clues.page.iter_mut().chain(&mut clues.offset).for_each(|numbered| numbered.first = Some(first));
        }
    }

    fn places_of_pages(&mut self, table: &PaginationSettings, api: &Api, answer: &Schema, clues: &mut Clues) {
        let next = self.place(&table.next, "text", is_single, api, answer);
        let is_link = table.kind().map_or(clues.cursor.is_none(), |kind| kind == PageKind::Link);
        match next {
            Some(value) if is_link => clues.link = Some(value),
            Some(value) => clues.next = Some(Guess { value, is_sure: true }),
            None => {}
        }
        let Clues { current, more, last, total, pages, .. } = clues;
        for (wanted, found) in [(&table.current, current), (&table.total, total), (&table.pages, pages)] {
            *found = self.place(wanted, "number", is_single, api, answer).or(found.take());
        }
        for (wanted, found) in [(&table.more, more), (&table.last, last)] {
            *found = self.place(wanted, "boolean", is_truth, api, answer).or(found.take());
        }
    }

    fn query_parameter<'o>(&mut self, wanted: &Text, operation: &'o Operation) -> Option<&'o Parameter> {
        let wanted = wanted.as_ref()?;
        let sent = || operation.parameters.iter().filter(|parameter| parameter.location.value == Location::Query);
        let name = wanted.get_ref();
        let found = sent().find(|parameter| parameter.name == *name);
        let found = found.or_else(|| sent().find(|parameter| parameter.wire_name.value == *name));
        if found.is_none() {
            self.unmatched(wanted, "parameter of the query", sent().map(|parameter| parameter.name.as_str()));
        }
        found
    }

    /// The path that a text with dots means, if what is there is of the right kind.
    fn place(
        &mut self,
        wanted: &Text,
        what: &str,
        kind: fn(View<'_>) -> bool,
        api: &Api,
        answer: &Schema,
    ) -> Option<AnswerPath> {
        let wanted = wanted.as_ref()?;
        match resolve(api, answer, wanted.get_ref()) {
            Ok((path, schema)) if kind(api.view(schema)) => Some(path),
            Ok((_, schema)) => {
                let message = format!("`{}` is no {what}, but `{schema}`", wanted.get_ref());
                self.report.push(Diagnostic::new(Code::Settings, self.span(wanted), message));
                None
            }
            Err(known) => {
                self.unmatched(wanted, "property of the answer", known.iter().map(String::as_str));
                None
            }
        }
    }
}

/// A key that says something of which this style makes no use.
fn useless_key(table: &PaginationSettings, kind: PageKind) -> Option<&'static str> {
    use PageKind::{Cursor, Link, Offset, Page};
    let keys: [(&str, bool, &[PageKind]); 8] = [
        ("page", table.page.is_some(), &[Page]),
        ("offset", table.offset.is_some(), &[Offset]),
        ("cursor", table.cursor.is_some(), &[Cursor]),
        ("first", table.first.is_some(), &[Page, Offset]),
        ("next", table.next.is_some(), &[Cursor, Link]),
        ("current", table.current.is_some(), &[Page]),
        ("total", table.total.is_some(), &[Page, Offset]),
        ("pages", table.pages.is_some(), &[Page]),
    ];
    keys.into_iter().find(|(_, is_said, kinds)| *is_said && !kinds.contains(&kind)).map(|(key, ..)| key)
}

/// The path that a text means, and what is there. Properties are spelt as the docs do or as they are sent; a name may
/// hold a dot.
///
/// # Errors
/// The paths that there are at the first name that is none.
fn resolve<'a>(api: &'a Api, answer: &'a Schema, text: &str) -> Result<(AnswerPath, &'a Schema), Vec<String>> {
    let (mut path, mut schema, mut rest) = (AnswerPath::default(), answer, text);
    while !rest.is_empty() {
        let begins = |name: &str| rest.strip_prefix(name).filter(|rest| rest.is_empty() || rest.starts_with('.'));
        let (name, inner, after) = match api.view(schema) {
            View::Object(properties) => {
                let spellings = properties.iter().flat_map(|property| {
                    [&property.wire_name.value, &property.name].map(|name| (begins(name).map(str::len), property))
                });
                let nearest = spellings.filter_map(|(left, of)| Some((left?, of))).min_by_key(|(left, _)| *left);
                let Some((left, property)) = nearest else {
                    let names = properties.iter().map(|property| path.and(&property.wire_name.value));
                    return Err(names.map(|path| path.to_string()).collect());
                };
                (property.wire_name.value.as_str(), &property.schema.value, left)
            }
            View::Map(values) => {
                let name = rest.split('.').next().unwrap_or(rest);
                (name, values, rest.len() - name.len())
            }
            _ => return Err(Vec::new()),
        };
        path = path.and(name);
        schema = inner;
        rest = rest[rest.len() - after..].trim_start_matches('.');
    }
    Ok((path, schema))
}

fn is_list(view: View<'_>) -> bool {
    matches!(view, View::List(_))
}

fn is_single(view: View<'_>) -> bool {
    matches!(view, View::Text | View::Integer)
}

fn is_truth(view: View<'_>) -> bool {
    matches!(view, View::Boolean)
}
