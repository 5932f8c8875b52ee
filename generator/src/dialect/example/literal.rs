//! The part of Python that examples are written in: literals, lists, dictionaries and calls.

mod parser;

use self::parser::Parser;
use crate::api::{NumberFormat, Schema, SchemaKind, StringFormat};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Literal {
    String(String),
    Integer,
    Float,
    Boolean,
    None,
    List(Vec<Argument>),
    Dict(Vec<(Literal, Argument)>),
    /// `Model(name=value)`, `open('file')`, or a bare word, which has no parentheses.
    Call {
        name: String,
        arguments: Vec<Argument>,
        bare: bool,
        /// Whether `.date()` follows.
        date: bool,
    },
}

/// A value in a list, a dictionary or a call, with its name if it has one, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Argument {
    pub(super) name: Option<String>,
    pub(super) value: Literal,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Reads the value that begins at byte `at` of `text`; also tells where it ends. `None` for anything else.
pub(super) fn parse(text: &str, at: usize) -> Option<(Literal, usize)> {
    Parser::read(text, at)
}

impl Literal {
    /// The schema that this value suggests.
    pub(super) fn schema(&self) -> Schema {
        let string = |format| SchemaKind::String(format);
        Schema::new(match self {
            Literal::String(_) => string(StringFormat::Plain),
            Literal::Integer => SchemaKind::Integer(NumberFormat::Unstated),
            Literal::Float => SchemaKind::Number(NumberFormat::Unstated),
            Literal::Boolean => SchemaKind::Boolean,
            Literal::None => SchemaKind::Any,
            Literal::List(items) => return Schema::array(first_schema(items.iter())),
            Literal::Dict(entries) => SchemaKind::Map(Box::new(first_schema(entries.iter().map(|(_, value)| value)))),
            Literal::Call { name, date, .. } => match name.as_str() {
                "dateutil_parser" => string(if *date { StringFormat::Date } else { StringFormat::DateTime }),
                "open" => string(StringFormat::Binary),
                "UUID" => string(StringFormat::Uuid),
                _ => match self.model() {
                    Some(model) => SchemaKind::Ref(model.to_owned()),
                    None => SchemaKind::Any,
                },
            },
        })
    }

    /// The model that this constructs.
    pub(super) fn model(&self) -> Option<&str> {
        match self {
            Literal::Call { name, bare: false, .. } => {
                let class = name.rsplit('.').next().unwrap_or(name);
                (class.starts_with(char::is_uppercase) && class != "UUID" && class != "Decimal").then_some(class)
            }
            _ => None,
        }
    }

    /// The values inside it.
    pub(super) fn arguments(&self) -> Vec<&Argument> {
        match self {
            Literal::List(items) => items.iter().collect(),
            Literal::Dict(entries) => entries.iter().map(|(_, value)| value).collect(),
            Literal::Call { arguments, .. } => arguments.iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The keys of a dictionary, those that are strings.
    pub(super) fn keys(&self) -> Vec<&str> {
        let Literal::Dict(entries) = self else { return Vec::new() };
        entries
            .iter()
            .filter_map(|(key, _)| if let Literal::String(key) = key { Some(key.as_str()) } else { None })
            .collect()
    }

    /// The string itself, or the first one in a list.
    pub(super) fn first_string(&self) -> Option<&str> {
        match self {
            Literal::String(text) => Some(text),
            Literal::List(items) => items.first()?.value.first_string(),
            _ => None,
        }
    }

    /// A bare word.
    pub(super) fn word(&self) -> Option<&str> {
        match self {
            Literal::Call { name, bare: true, .. } => Some(name),
            _ => None,
        }
    }
}

fn first_schema<'a>(mut items: impl Iterator<Item = &'a Argument>) -> Schema {
    items.next().map_or_else(Schema::any, |item| item.value.schema())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let got = parse(text, 0).map_or("-".to_owned(), |(value, _)| value.schema().to_string());
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn values_suggest_schemas() {
        check("\"a\"", "string");
        check("'it\\'s'", "string");
        check("56", "integer");
        check("-1", "integer");
        check("3.4", "number");
        check("True", "boolean");
        check("None", "any");
        check("[ \"a\", ]", "[string]");
        check("{ \"key\": 1, }", "{integer}");
        check("Pet(name=\"a\",)", "Pet");
        check("pets.Pet()", "Pet");
        check("[Pet(), ]", "[Pet]");
        check("dateutil_parser('1970-01-01').date()", "date");
        check("dateutil_parser('1970-01-01T00:00:00.00Z')", "date-time");
        check("open('/path/to/file', 'rb')", "binary");
    }

    #[test]
    fn what_is_no_value_is_left_alone() {
        check("", "-");
        check("\"open", "-");
        check("Pet(", "-");
        check("# only a comment", "-");
        check(&"[".repeat(1000), "-");
    }
}
