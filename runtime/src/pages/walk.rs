//! From one page to the next. Nothing here is generic, so it is compiled once.

use std::collections::HashSet;

use bytes::Bytes;

use crate::rt::Request;

/// How many pages without items may follow each other while the server promises more: it may filter what it finds, but
/// has to come to an end.
const MOST_EMPTY: usize = 1000;

/// What is the same for every walk of an operation.
pub(super) struct Rules {
    pub(super) style: Style,
    /// The query parameter that is changed.
    pub(super) parameter: &'static str,
    /// The number of the first page, or the offset of the first item.
    pub(super) first: Option<i64>,
    /// The query parameter that limits a page.
    pub(super) size: Option<&'static str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Page,
    Offset,
    Cursor,
    Link,
}

/// What a page says of itself and of the others.
#[derive(Clone, Default)]
pub(super) struct Facts {
    pub(super) raw: Bytes,
    /// How many items it has.
    pub(super) count: i64,
    /// The cursor or the link of the next page.
    pub(super) next: Option<String>,
    /// Its own number.
    pub(super) current: Option<i64>,
    /// Whether another one follows.
    pub(super) more: Option<bool>,
    /// How many items there are in all.
    pub(super) total: Option<i64>,
    /// How many pages there are.
    pub(super) pages: Option<i64>,
}

/// Why pages do not follow each other; a sentence that quotes nothing of them.
pub(super) type Stuck = &'static str;

/// The place of a page among the others, and what is remembered of those before it.
pub(super) struct Walk {
    rules: &'static Rules,
    /// The number of the page, or the offset of its first item; `None` as long as neither caller nor docs say it.
    position: Option<i64>,
    /// How many items a page should have, if the caller says it.
    size: Option<i64>,
    /// How many items came so far, if that is known.
    so_far: Option<i64>,
    /// Whether a page had as many items as it should, so that the server goes by `size`.
    was_full: bool,
    /// How many pages without items came last.
    empty: usize,
    /// Every cursor and link so far.
    seen: HashSet<String>,
    /// The body and the number of the page before.
    latest: Option<(Bytes, Option<i64>)>,
}

impl Walk {
    /// A walk that begins where the caller has set the parameters.
    pub(super) fn new(rules: &'static Rules, request: &Request) -> Self {
        let set = request.query_value(rules.parameter);
        let number = |text: &String| text.parse::<i64>().ok();
        let chosen = set.as_ref().and_then(number);
        let first = match rules.style {
            Style::Offset => Some(rules.first.unwrap_or(0)),
            Style::Page | Style::Cursor | Style::Link => rules.first,
        };
        let so_far = match (rules.style, chosen) {
            (Style::Offset, Some(chosen)) => first.map(|first| chosen.saturating_sub(first)),
            (_, Some(chosen)) => (first == Some(chosen)).then_some(0),
            (_, None) => Some(0),
        };
        Self {
            rules,
            position: chosen.or(first),
            size: rules.size.and_then(|size| request.query_value(size)).as_ref().and_then(number),
            so_far,
            was_full: false,
            empty: 0,
            seen: set.into_iter().collect(),
            latest: None,
        }
    }

    /// Looks at a page before it is given out.
    ///
    /// # Errors
    ///
    /// If it is the page before once more: the server does not go by the parameter.
    pub(super) fn accept(&mut self, page: &Facts) -> Result<(), Stuck> {
        let latest = self.latest.replace((page.raw.clone(), page.current));
        let Some((raw, current)) = latest.filter(|_| page.count > 0) else { return Ok(()) };
        if raw == page.raw || self.rules.style == Style::Page && current.is_some() && current == page.current {
            return Err("the server sent the same page twice");
        }
        Ok(())
    }

    /// Makes the request that asked for `page` ask for the next one; `false` if there is none.
    ///
    /// # Errors
    ///
    /// If there should be a next page, but it cannot be asked for or was there before.
    pub(super) fn advance(&mut self, page: &Facts, request: &mut Request) -> Result<bool, Stuck> {
        if page.more == Some(false) {
            return Ok(false);
        }
        match self.rules.style {
            Style::Page | Style::Offset => self.count_on(page, request),
            Style::Cursor | Style::Link => self.follow(page, request),
        }
    }

    fn count_on(&mut self, page: &Facts, request: &mut Request) -> Result<bool, Stuck> {
        if page.count == 0 {
            return Ok(false);
        }
        let position = self.position.or(page.current).ok_or("the answer does not say which page it is")?;
        self.so_far = self.so_far.and_then(|count| count.checked_add(page.count));
        if page.more.is_none() && (self.is_last(page, position) || self.is_short(page)) {
            return Ok(false);
        }
        let step = if self.rules.style == Style::Page { 1 } else { page.count };
        let next = position.checked_add(step).ok_or("there is no number for the next page")?;
        self.position = Some(next);
        request.query(self.rules.parameter, &next);
        Ok(true)
    }

    /// Whether the page is the last by the numbers that it states.
    fn is_last(&self, page: &Facts, position: i64) -> bool {
        // Some servers call the number of items on one page the total.
        let may_be_own = |total: &i64| *total == page.count && self.size == Some(page.count);
        let total = page.total.filter(|total| !may_be_own(total));
        let pages = page.pages.filter(|pages| self.rules.style == Style::Page && *pages > 0);
        let first = self.rules.first.unwrap_or(1);
        total.is_some() && self.so_far == total
            || pages.is_some_and(|pages| position.saturating_sub(first) >= pages - 1)
    }

    /// Whether the page has fewer items than an earlier one had and all should have. A first page proves nothing: most
    /// servers have a limit of their own below which they go.
    fn is_short(&mut self, page: &Facts) -> bool {
        let Some(size) = self.size.filter(|_| page.total.is_none() && page.pages.is_none()) else { return false };
        let is_short = self.was_full && page.count < size;
        self.was_full |= page.count == size;
        is_short
    }

    fn follow(&mut self, page: &Facts, request: &mut Request) -> Result<bool, Stuck> {
        let Some(next) = &page.next else { return Ok(false) };
        if !self.seen.insert(next.clone()) {
            // A server that is polled repeats the cursor until there is something new.
            return if page.count == 0 { Ok(false) } else { Err("the server named the same next page twice") };
        }
        self.empty = if page.count == 0 { self.empty + 1 } else { 0 };
        if self.empty > MOST_EMPTY {
            return Err("the server promised more on a thousand pages without items");
        }
        if self.rules.style == Style::Cursor && !is_link(next) {
            request.query(self.rules.parameter, next);
            return Ok(true);
        }
        if request.follow(next) { Ok(true) } else { Err("the link to the next page leads elsewhere") }
    }
}

/// Whether what should be a cursor is a link with the cursor in its query: docs seldom tell the two apart.
fn is_link(next: &str) -> bool {
    let begins = ["http://", "https://", "/", "?"].iter().any(|start| next.starts_with(start));
    begins && next.contains('?')
}
