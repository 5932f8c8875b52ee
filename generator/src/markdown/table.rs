//! Tables, whole or damaged.

use super::{Block, BlockKind, Row, Section};
use crate::source::Span;

/// The rows of a table.
#[derive(Clone, Debug)]
pub struct Table<'d> {
    /// The rows below the heading row.
    pub rows: Vec<Row<'d>>,
    /// The heading row, if it is there.
    pub header: Option<Row<'d>>,
    /// Where the table is.
    pub span: Span,
    /// Whether heading and delimiter row are both there.
    pub whole: bool,
}

impl<'d> Section<'d> {
    /// The first table of the section. A paragraph of lines with pipes is what is left of a table that lost its
    /// heading or its delimiter row: it is read as a table that is not whole. `first_heading` is what the first cell
    /// of the heading row says.
    pub fn table(&self, first_heading: &str) -> Option<Table<'d>> {
        let is_row = |line: &str| line.contains('|') && !line.trim_start().starts_with("[[");
        let is_table = |block: &&Block<'_>| match block.kind {
            BlockKind::Table => true,
            BlockKind::Text => block.text.lines().any(is_row),
            _ => false,
        };
        let mut tables = self.blocks.iter().filter(is_table).map(|block| Table::read(block, first_heading));
        // A description above the table may hold pipes, too.
        let first = tables.next()?;
        Some(if first.whole { first } else { tables.find(|table| table.whole).unwrap_or(first) })
    }
}

impl<'d> Table<'d> {
    fn read(block: &Block<'d>, first_heading: &str) -> Self {
        let mut header = None;
        let mut delimiter = false;
        let mut rows = Vec::new();
        for row in lines(block) {
            if row.text.is_empty() {
                continue;
            }
            if !delimiter && row.text.chars().all(|c| matches!(c, '-' | '|' | ' ' | ':' | '\t')) {
                delimiter = true;
            } else if header.is_none() && rows.is_empty() && begins_with(&row, first_heading) {
                header = Some(row);
            } else {
                rows.push(row);
            }
        }
        Table { whole: header.is_some() && delimiter, rows, header, span: block.span }
    }
}

fn begins_with(row: &Row<'_>, first_heading: &str) -> bool {
    row.cells().first().is_some_and(|cell| cell.text.eq_ignore_ascii_case(first_heading))
}

fn lines<'d>(block: &Block<'d>) -> impl Iterator<Item = Row<'d>> {
    let (text, span) = (block.text, block.span);
    let mut offset = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = offset;
        offset += line.len();
        Row::new(line, span.part(start, offset))
    })
}
