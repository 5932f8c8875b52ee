//! Table rows, cut by our own rules.

use crate::source::Span;

/// One line of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'d> {
    /// The line, without leading and trailing blanks and without a leading pipe.
    pub text: &'d str,
    /// Where it is.
    pub span: Span,
}

/// A piece of a row between pipes, without blanks around it.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'d> {
    /// Its text.
    pub text: &'d str,
    /// Where it is.
    pub span: Span,
}

impl<'d> Row<'d> {
    pub(super) fn new(line: &'d str, span: Span) -> Self {
        let start = line.len() - line.trim_start().len();
        let text = line.trim();
        let (start, text) = match text.strip_prefix('|') {
            Some(rest) => (start + 1, rest),
            None => (start, text),
        };
        Row { text, span: span.part(start, start + text.len()) }
    }

    /// Cuts off the first `N` cells; what is left is the last piece. The pieces that pages write freely stand at the
    /// end, so that pipes in them do no harm. `None` if there are fewer pipes than that.
    pub fn split_first<const N: usize>(&self) -> Option<([Cell<'d>; N], Cell<'d>)> {
        let mut cells = [self.cell(0, 0); N];
        let mut from = 0;
        for cell in &mut cells {
            let pipe = from + self.text[from..].find('|')?;
            *cell = self.cell(from, pipe);
            from = pipe + 1;
        }
        Some((cells, self.cell(from, self.text.len())))
    }

    /// Every piece between pipes; a pipe that closes the row opens no further piece.
    pub fn cells(&self) -> Vec<Cell<'d>> {
        let text = self.text.strip_suffix('|').unwrap_or(self.text);
        let mut from = 0;
        let mut cells = Vec::new();
        for piece in text.split('|') {
            cells.push(self.cell(from, from + piece.len()));
            from += piece.len() + 1;
        }
        cells
    }

    fn cell(&self, from: usize, to: usize) -> Cell<'d> {
        Cell { text: self.text, span: self.span }.slice(from, to)
    }
}

impl<'d> Cell<'d> {
    /// The part `from..to` of this cell, without blanks around it.
    pub fn slice(&self, from: usize, to: usize) -> Cell<'d> {
        let piece = &self.text[from..to];
        let start = from + (piece.len() - piece.trim_start().len());
        let text = piece.trim();
        let start = if text.is_empty() { from } else { start };
        Cell { text, span: self.span.part(start, start + text.len()) }
    }

    /// Cuts the cell at its last pipe.
    pub fn split_last(&self) -> Option<(Cell<'d>, Cell<'d>)> {
        let pipe = self.text.rfind('|')?;
        Some((self.slice(0, pipe), self.slice(pipe + 1, self.text.len())))
    }

    /// The same cell without a pipe that closes the row.
    pub fn without_closing_pipe(&self) -> Cell<'d> {
        let end = self.text.strip_suffix('|').map_or(self.text.len(), str::len);
        self.slice(0, end)
    }
}
