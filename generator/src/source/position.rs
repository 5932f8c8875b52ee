//! Places in pages: stretches of bytes, and lines and columns as a person counts them.

use std::fmt;

use super::PageId;

/// A stretch of a page, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The page.
    pub page: PageId,
    /// The offset of its first byte.
    pub start: u32,
    /// The offset after its last byte.
    pub end: u32,
}

impl Span {
    /// The stretch `start..end` of `page`.
    pub fn new(page: PageId, start: usize, end: usize) -> Self {
        let clamp = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        Span { page, start: clamp(start), end: clamp(end) }
    }

    /// The part of this span that begins `start` bytes into it and ends `end` bytes into it.
    pub fn part(self, start: usize, end: usize) -> Self {
        Span::new(self.page, self.start as usize + start, self.start as usize + end)
    }
}

/// A place in the docs; shown as `docs/KeysApi.md:120:2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location<'d> {
    /// The page's path.
    pub path: &'d str,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for Location<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.path, self.line, self.column)
    }
}

/// How many bytes lie between two marks.
const STEP: usize = 1024;

/// Marks along a text, by which a place is found without counting from the beginning: a page may have many places to
/// speak of, and a line may be as long as the page.
#[derive(Clone, Debug)]
pub(super) struct Marks(Vec<Mark>);

/// What stands before some byte.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    line_breaks: usize,
    line_start: usize,
    characters: usize,
}

impl Marks {
    pub(super) fn of(text: &str) -> Self {
        let mut mark = Mark::default();
        let mut marks = vec![mark];
        for (step, bytes) in text.as_bytes().chunks(STEP).enumerate() {
            mark.pass(bytes, step * STEP);
            marks.push(mark);
        }
        Marks(marks)
    }

    /// Line and column of the byte `at` of the text that the marks are of, both from 1.
    pub(super) fn locate(&self, text: &str, at: usize) -> (usize, usize) {
        let mark = self.before(text, at);
        let before_line = self.before(text, mark.line_start);
        (mark.line_breaks + 1, mark.characters - before_line.characters + 1)
    }

    fn before(&self, text: &str, at: usize) -> Mark {
        let at = at.min(text.len());
        let start = at - at % STEP;
        let mut mark = self.0[at / STEP];
        mark.pass(&text.as_bytes()[start..at], start);
        mark
    }
}

impl Mark {
    /// Goes past `bytes`, the first of which is byte `start` of the text.
    fn pass(&mut self, bytes: &[u8], start: usize) {
        // Every other byte of a character begins with the bits 10 (RFC 3629, section 3).
        self.characters += bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        self.line_breaks += bytes.iter().filter(|byte| **byte == b'\n').count();
        if let Some(last) = bytes.iter().rposition(|byte| *byte == b'\n') {
            self.line_start = start + last + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, at: usize, expected: (usize, usize)) {
        assert_eq!(Marks::of(text).locate(text, at), expected, "byte {at}");
    }

    #[test]
    fn lines_and_columns_count_from_one() {
        check("", 0, (1, 1));
        check("ab\ncd", 0, (1, 1));
        check("ab\ncd", 2, (1, 3));
        check("ab\ncd", 3, (2, 1));
        check("ab\ncd", 5, (2, 3));
        check("\n\n", 2, (3, 1));
        check("ab", 9, (1, 3));
    }

    #[test]
    fn columns_count_characters() {
        check("äöü|x", 6, (1, 4));
        check("日本\n日本x", 13, (2, 3));
    }

    #[test]
    fn places_beyond_a_mark_are_found() {
        let long = "ä".repeat(STEP);
        check(&long, 2 * STEP, (1, STEP + 1));
        check(&format!("{long}\n{long}x"), 4 * STEP + 1, (2, STEP + 1));
        check(&"a\n".repeat(STEP), 2 * STEP, (STEP + 1, 1));
        check(&"a\n".repeat(STEP), 2 * STEP - 1, (STEP, 2));
        let odd = format!("a{long}\nb");
        check(&odd, odd.len(), (2, 2));
    }
}
