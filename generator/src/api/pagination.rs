//! Answers that come in pages.

use std::fmt;

use super::{Api, Operation, Property, Schema, SchemaKind, Shape, StringFormat};

/// How the answers of an operation follow each other. Parameters are those of the query, by the names that are sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pagination {
    /// How the next page is asked for.
    pub style: PageStyle,
    /// The parameter that says how many items a page should have.
    pub size: Option<String>,
    /// Where the items are.
    pub items: AnswerPath,
    /// Where an answer says whether another page follows.
    pub more: Option<AnswerPath>,
    /// Where an answer says whether it is the last page.
    pub last: Option<AnswerPath>,
    /// Where an answer says how many items there are in all.
    pub total: Option<AnswerPath>,
    /// Where an answer says how many pages there are.
    pub pages: Option<AnswerPath>,
}

/// How the next page is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageStyle {
    /// Pages are numbered.
    Page {
        /// The parameter that takes the number.
        parameter: String,
        /// The number of the first page, where something says it.
        first: Option<i64>,
        /// Where an answer says its own number.
        current: Option<AnswerPath>,
    },
    /// A number of items is left out.
    Offset {
        /// The parameter that takes the number.
        parameter: String,
        /// The number of the first item.
        first: i64,
    },
    /// An answer holds the value of the parameter for the next page.
    Cursor {
        /// The parameter.
        parameter: String,
        /// Where its next value is.
        next: AnswerPath,
    },
    /// An answer holds a link to the next page.
    Link {
        /// Where the link is.
        next: AnswerPath,
    },
}

/// The kinds of [`PageStyle`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the variants are those of the style")]
pub enum PageKind {
    Page,
    Offset,
    Cursor,
    Link,
}

/// The names in JSON that lead from an answer to a value in it; none for the answer itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct AnswerPath(pub Vec<String>);

/// What a schema is behind the names that it has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum View<'a> {
    /// An object with these properties.
    Object(&'a [Property]),
    /// An object with any properties, of this schema.
    Map(&'a Schema),
    /// A list of these.
    List(&'a Schema),
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// Any text.
    Text,
    /// Something else.
    Other,
}

/// How many names a schema may have before it is taken for a circle of names.
const MOST_NAMES: usize = 16;

impl Api {
    /// What `schema` is behind its names.
    pub fn view<'a>(&'a self, schema: &'a Schema) -> View<'a> {
        let mut schema = schema;
        for _ in 0..MOST_NAMES {
            return match &schema.kind {
                SchemaKind::Ref(name) => match self.schemas.get(name).map(|named| &named.shape) {
                    Some(Shape::Object { properties, .. }) => View::Object(properties),
                    Some(Shape::Alias(target)) => {
                        schema = target;
                        continue;
                    }
                    Some(Shape::Enum(_) | Shape::Unknown) | None => View::Other,
                },
                SchemaKind::Map(values) => View::Map(values),
                SchemaKind::Array(items) => View::List(items),
                SchemaKind::Integer(_) => View::Integer,
                SchemaKind::Boolean => View::Boolean,
                SchemaKind::String(StringFormat::Plain) => View::Text,
                _ => View::Other,
            };
        }
        View::Other
    }

    /// The schema at a path; `None` if nothing is known to be there.
    pub fn at<'a>(&'a self, answer: &'a Schema, path: &AnswerPath) -> Option<&'a Schema> {
        path.0.iter().try_fold(answer, |schema, name| match self.view(schema) {
            View::Object(properties) => {
                properties.iter().find(|property| property.wire_name.value == *name).map(|found| &found.schema.value)
            }
            View::Map(values) => Some(values),
            _ => None,
        })
    }
}

impl Operation {
    /// The schema of its answer in JSON, if that is the same for every success.
    pub fn answer(&self) -> Option<&Schema> {
        let successes = self.responses.iter().filter(|response| response.status.value.class() == Some(2));
        let contents = successes.chain(self.success()).flat_map(|response| &response.content);
        let json = contents.filter(|content| content.media_type.value.contains("json"));
        let mut schemas = json.map(|content| content.schema.as_ref().map(|schema| &schema.value));
        let first = schemas.next()??;
        schemas.all(|other| other == Some(first)).then_some(first)
    }
}

/// Pagination as `spec.toml` writes it.
pub(super) fn notation(pagination: Option<&Pagination>) -> String {
    pagination.map_or_else(|| "false".to_owned(), Pagination::to_string)
}

impl AnswerPath {
    /// The path to what is called `name` at this one.
    pub fn and(&self, name: &str) -> AnswerPath {
        AnswerPath(self.0.iter().map(String::as_str).chain([name]).map(str::to_owned).collect())
    }
}

impl PageStyle {
    /// Which of the styles it is.
    pub fn kind(&self) -> PageKind {
        match self {
            PageStyle::Page { .. } => PageKind::Page,
            PageStyle::Offset { .. } => PageKind::Offset,
            PageStyle::Cursor { .. } => PageKind::Cursor,
            PageStyle::Link { .. } => PageKind::Link,
        }
    }
}

/// The word of `spec.toml`.
impl fmt::Display for PageKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PageKind::Page => "page",
            PageKind::Offset => "offset",
            PageKind::Cursor => "cursor",
            PageKind::Link => "link",
        })
    }
}

/// As `spec.toml` writes it.
impl fmt::Display for Pagination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quoted = |text: &dyn fmt::Display| serde_json::Value::from(text.to_string()).to_string();
        let style = self.style.kind();
        write!(f, "{{ style = \"{style}\"")?;
        let (parameter, first, next, current) = match &self.style {
            PageStyle::Page { parameter, first, current } => (Some(parameter), *first, None, current.as_ref()),
            PageStyle::Offset { parameter, first } => (Some(parameter), Some(*first).filter(|at| *at != 0), None, None),
            PageStyle::Cursor { parameter, next } => (Some(parameter), None, Some(next), None),
            PageStyle::Link { next } => (None, None, Some(next), None),
        };
        if let Some(parameter) = parameter {
            write!(f, ", {style} = {}", quoted(parameter))?;
        }
        if let Some(first) = first {
            write!(f, ", first = {first}")?;
        }
        if let Some(size) = &self.size {
            write!(f, ", size = {}", quoted(size))?;
        }
        let items = Some(&self.items).filter(|items| !items.0.is_empty());
        let paths = [
            ("items", items),
            ("next", next),
            ("current", current),
            ("more", self.more.as_ref()),
            ("last", self.last.as_ref()),
            ("total", self.total.as_ref()),
            ("pages", self.pages.as_ref()),
        ];
        for (key, path) in paths {
            if let Some(path) = path {
                write!(f, ", {key} = {}", quoted(path))?;
            }
        }
        f.write_str(" }")
    }
}

/// The names with dots between them.
impl fmt::Display for AnswerPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("."))
    }
}
