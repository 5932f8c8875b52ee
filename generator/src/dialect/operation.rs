//! What the operation sections of all families have in common.

mod id;
mod security;

use std::borrow::Cow;
use std::collections::BTreeSet;

pub(super) use id::operation_id;
pub(super) use security::{is_open_id, read_security};

use super::Reader;
use super::example::{self, Example};
use super::summary::{Listed, Summary};
use super::text::unbold;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{BlockKind, Document, Section};
use crate::source::Span;

/// The sections of one operation: from its heading to the next operation's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group<'p, 'd> {
    pub(super) name: &'d str,
    pub(super) sections: &'p [Section<'d>],
}

/// Cuts a page into operations. A heading `# **name**` is one if the table lists the name or a signature follows it;
/// anything else in bold belongs to somebody's description.
pub(super) fn groups<'p, 'd>(document: &'p Document<'d>, summary: &Summary) -> Vec<Group<'p, 'd>> {
    let is_operation = |section: &Section<'d>| {
        let name = unbold(section.title);
        let bold = section.level == 1 && section.title.starts_with("**") && section.title.ends_with("**");
        bold && (summary.row(name).is_some() || signature(section, name).is_some())
    };
    let sections = &document.sections;
    let starts: Vec<usize> = (0..sections.len()).filter(|&at| is_operation(&sections[at])).collect();
    let ends = starts.iter().skip(1).copied().chain([sections.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(&start, end)| Group { name: unbold(sections[start].title), sections: &sections[start..end] })
        .collect()
}

impl<'p, 'd> Group<'p, 'd> {
    /// The section called `title`: the last one, because descriptions come first and may hold headings of their own.
    pub(super) fn section(&self, title: &str) -> Option<&'p Section<'d>> {
        self.sections.iter().rev().find(|section| section.title == title && section.level > 1)
    }

    /// As [`Group::section`]; reports a section that is not there.
    pub(super) fn expect_section(&self, title: &str, reader: &mut Reader) -> Option<&'p Section<'d>> {
        let found = self.section(title);
        if found.is_none() {
            reader.report.push(
                Diagnostic::new(
                    Code::MissingSection,
                    self.end(),
                    format!("the section `{title}` of `{}` is missing", self.name),
                )
                .label("the operation ends here"),
            );
        }
        found
    }

    pub(super) fn heading(&self) -> Span {
        self.sections[0].heading
    }

    /// The last thing that belongs to the operation.
    pub(super) fn end(&self) -> Span {
        let last = self.sections.last().map_or(self.heading(), Section::last_span);
        last_line(last, self.sections.last().map(|section| section.blocks.last().map_or("", |block| block.text)))
    }

    /// Every page of these families closes an operation with links. Where they are missing, more may be.
    pub(super) fn check_end(&self, reader: &mut Reader) {
        let closed =
            self.sections.iter().rev().any(|section| section.blocks.iter().any(|b| b.text.contains("[[Back to")));
        if !closed {
            reader.report.push(
                Diagnostic::new(Code::CutShort, self.end(), format!("`{}` ends before its closing links", self.name))
                    .label("something may be lost after this")
                    .help("restore the page, or the line `[[Back to top]](#)` if nothing is missing"),
            );
        }
    }
}

/// The text after `> ` that shows how the operation is called.
pub(super) fn signature<'d>(section: &Section<'d>, name: &str) -> Option<&'d str> {
    let quote = section.find(|kind| *kind == BlockKind::Quote)?;
    let line = quote.text.trim_start_matches('>').trim();
    line.contains(&format!("{name}(")).then_some(line)
}

/// The row that lists the group's operation, on its page or else in the README. Without one its verb and path are not
/// known, and it is left out. `before` is where the row of the operation before it is, and then where its own is.
pub(super) fn listed(
    group: &Group<'_, '_>,
    summary: &Summary,
    before: &mut Span,
    reader: &mut Reader,
) -> Option<Listed> {
    reader.mentioned.insert(group.name.to_owned());
    // The row would stand behind that of the operation before it.
    let place = summary.place(group.name);
    let span = std::mem::replace(before, place.unwrap_or(*before));
    if let Some(listed) = summary.row(group.name) {
        return Some(listed.clone());
    }
    let elsewhere = reader.readme.operation(&summary.class, group.name).cloned();
    // A row that cannot be read was reported as such.
    if place.is_none() {
        let (code, what) = match elsewhere {
            Some(_) => (Code::MissingSummaryRow, "verb and path are taken from the README"),
            None => (Code::OperationLost, "it is left out"),
        };
        reader.report.push(
            Diagnostic::new(code, span, format!("`{}` has a section but no row in this table: {what}", group.name))
                .label("its row belongs after this")
                .help("add the row, which states verb and path"),
        );
    }
    elsewhere
}

/// Reports operations that the table lists but the page does not describe.
pub(super) fn check_all_described(
    document: &Document<'_>,
    groups: &[Group<'_, '_>],
    summary: &Summary,
    reader: &mut Reader,
) {
    let described: BTreeSet<&str> = groups.iter().map(|group| group.name).collect();
    let end = super::last_line(document);
    reader.mentioned.extend(summary.unreadable.keys().cloned());
    for listed in &summary.rows {
        reader.mentioned.insert(listed.name.clone());
        if !described.contains(listed.name.as_str()) {
            reader.report.push(
                Diagnostic::new(
                    Code::MissingOperation,
                    end,
                    format!("the page ends without a section on `{}`, which its table lists", listed.name),
                )
                .label("the page ends here"),
            );
        }
    }
}

/// The last line of `text`, which ends where `span` ends.
fn last_line(span: Span, text: Option<&str>) -> Span {
    let text = text.unwrap_or("");
    let trimmed = text.trim_end();
    let start = trimmed.rfind('\n').map_or(0, |at| at + 1);
    if text.is_empty() { span } else { span.part(start, trimmed.len()) }
}

/// Reads the example, and keeps what it shows of models.
pub(super) fn read_example(group: &Group<'_, '_>, reader: &mut Reader) -> Example {
    let section = group.section("Example");
    let block = section.and_then(|section| section.find(|kind| matches!(kind, BlockKind::Code(_))));
    let example = block.map(|block| example::read(block, group.name)).unwrap_or_default();
    reader.evidence.example_properties.extend(example.properties.iter().cloned());
    example
}

/// The text between signature and example, without the summary that opens it.
pub(super) fn prose(group: &Group<'_, '_>, summary: &str) -> String {
    let example = group.section("Example").or_else(|| group.section("Parameters")).map(|section| section.heading);
    let before = group.sections.iter().take_while(|section| Some(section.heading) != example);
    let mut pieces: Vec<Cow<'_, str>> = Vec::new();
    for (at, section) in before.enumerate() {
        if at > 0 {
            pieces.push(Cow::Owned(format!("{} {}", "#".repeat(section.level.into()), section.title)));
        }
        let prose = section.blocks.iter().skip_while(|block| at == 0 && block.kind != BlockKind::Quote);
        pieces.extend(prose.skip(usize::from(at == 0)).map(|block| Cow::Borrowed(block.text.trim())));
    }
    if pieces.first().is_some_and(|first| first.trim() == summary.trim()) {
        pieces.remove(0);
    }
    pieces.retain(|piece| !piece.is_empty());
    let text = pieces.join("\n\n").replace("\r\n", "\n");
    if text.trim() == summary.trim() { String::new() } else { text }
}
