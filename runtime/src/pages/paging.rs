//! What the docs say about the pages of an operation, as generated code states it.

use bytes::Bytes;

use super::walk::{Facts, Rules, Style};

/// How the pages `P` of an operation follow each other, and where the items `T` are in one of them. Generated code
/// keeps one `const` per operation that is paged.
pub struct Paging<P, T> {
    pub(super) rules: Rules,
    pub(super) items: Path<P, T>,
    next: Option<Value<P>>,
    current: Option<Value<P>>,
    more: Option<Value<P>>,
    last: Option<Value<P>>,
    total: Option<Value<P>>,
    pages: Option<Value<P>>,
}

/// The list of items in a page; `None` if the page has none.
type Path<P, T> = fn(&mut P) -> Option<&mut Vec<T>>;

/// A single value in a page, as text.
type Value<P> = fn(&P) -> Option<String>;

impl<P, T> Paging<P, T> {
    /// Pages are numbered; the query parameter says which is wanted. It has to be said, too, which number the first
    /// has, or where a page says its own.
    pub const fn page(parameter: &'static str, items: Path<P, T>) -> Self {
        Self::new(Style::Page, parameter, items)
    }

    /// The query parameter says how many items to leave out.
    pub const fn offset(parameter: &'static str, items: Path<P, T>) -> Self {
        Self::new(Style::Offset, parameter, items)
    }

    /// A page holds the value of the query parameter for the next one.
    pub const fn cursor(parameter: &'static str, next: Value<P>, items: Path<P, T>) -> Self {
        let mut paging = Self::new(Style::Cursor, parameter, items);
        paging.next = Some(next);
        paging
    }

    /// A page holds a link to the next one.
    pub const fn link(next: Value<P>, items: Path<P, T>) -> Self {
        let mut paging = Self::new(Style::Link, "", items);
        paging.next = Some(next);
        paging
    }

    const fn new(style: Style, parameter: &'static str, items: Path<P, T>) -> Self {
        let rules = Rules { style, parameter, first: None, size: None };
        Self { rules, items, next: None, current: None, more: None, last: None, total: None, pages: None }
    }

    /// The number of the first page, or the offset of the first item, which is otherwise 0.
    pub const fn first(mut self, first: i64) -> Self {
        self.rules.first = Some(first);
        self
    }

    /// The query parameter that says how many items a page should have.
    pub const fn size(mut self, parameter: &'static str) -> Self {
        self.rules.size = Some(parameter);
        self
    }

    /// Where a page says its own number.
    pub const fn current(mut self, value: Value<P>) -> Self {
        self.current = Some(value);
        self
    }

    /// Where a page says whether another one follows.
    pub const fn more(mut self, value: Value<P>) -> Self {
        self.more = Some(value);
        self
    }

    /// Where a page says whether it is the last.
    pub const fn last(mut self, value: Value<P>) -> Self {
        self.last = Some(value);
        self
    }

    /// Where a page says how many items all pages have.
    pub const fn total(mut self, value: Value<P>) -> Self {
        self.total = Some(value);
        self
    }

    /// Where a page says how many pages there are.
    pub const fn pages(mut self, value: Value<P>) -> Self {
        self.pages = Some(value);
        self
    }

    /// Reads from a page what tells the way to the next.
    pub(super) fn facts(&self, page: &mut P, raw: &Bytes) -> Facts {
        let count = (self.items)(page).map_or(0, |items| items.len());
        let text = |value: Option<Value<P>>| value.and_then(|value| value(page));
        let number = |value| text(value)?.parse::<i64>().ok();
        let truth = |value| text(value)?.parse::<bool>().ok();
        Facts {
            raw: raw.clone(),
            count: i64::try_from(count).unwrap_or(i64::MAX),
            next: text(self.next).filter(|next| !next.is_empty()),
            current: number(self.current),
            more: truth(self.more).or_else(|| truth(self.last).map(|last| !last)),
            total: number(self.total),
            pages: number(self.pages),
        }
    }
}
