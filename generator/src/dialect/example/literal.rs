//! The part of Python that examples are written in: literals, lists, dictionaries and calls.

use crate::api::{NumberFormat, Schema, SchemaKind, StringFormat};

/// How deep values may nest. Real examples stay below ten.
const MAX_DEPTH: u8 = 64;

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
    let mut parser = Parser { text, at };
    let value = parser.value(MAX_DEPTH)?;
    Some((value, parser.at))
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
        entries.iter().filter_map(|(key, _)| if let Literal::String(key) = key { Some(key.as_str()) } else { None }).collect()
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

struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl Parser<'_> {
    fn value(&mut self, depth: u8) -> Option<Literal> {
        let depth = depth.checked_sub(1)?;
        self.skip_blanks();
        match self.peek()? {
            '"' | '\'' => self.string().map(Literal::String),
            '[' => self.sequence('[', ']', depth).map(Literal::List),
            '{' => self.dict(depth),
            c if c.is_ascii_digit() || c == '-' => self.number(),
            c if c.is_alphabetic() || c == '_' => self.word(depth),
            _ => None,
        }
    }

    fn string(&mut self) -> Option<String> {
        let quote = self.next()?;
        let mut text = String::new();
        loop {
            match self.next()? {
                '\\' => text.push(self.next()?),
                '\n' => return None,
                c if c == quote => return Some(text),
                c => text.push(c),
            }
        }
    }

    fn number(&mut self) -> Option<Literal> {
        let rest = &self.text[self.at..];
        let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+'))).unwrap_or(rest.len());
        let number = &rest[..length];
        self.at += length;
        if number.parse::<i128>().is_ok() {
            Some(Literal::Integer)
        } else {
            number.parse::<f64>().ok().map(|_| Literal::Float)
        }
    }

    fn word(&mut self, depth: u8) -> Option<Literal> {
        let rest = &self.text[self.at..];
        let length = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.'))).unwrap_or(rest.len());
        let name = rest[..length].to_owned();
        self.at += length;
        let bare = self.peek() != Some('(');
        match name.as_str() {
            "True" | "False" if bare => return Some(Literal::Boolean),
            "None" if bare => return Some(Literal::None),
            _ => {}
        }
        let arguments = if bare { Vec::new() } else { self.sequence('(', ')', depth)? };
        let date = self.text[self.at..].starts_with(".date()");
        if date {
            self.at += ".date()".len();
        }
        Some(Literal::Call { name, arguments, bare, date })
    }

    /// Reads `(a, b=c, )` or `[a, b, ]`.
    fn sequence(&mut self, open: char, close: char, depth: u8) -> Option<Vec<Argument>> {
        let mut items = Vec::new();
        self.expect(open)?;
        while !self.take(close) {
            items.push(self.argument(depth)?);
            if !self.take(',') {
                self.expect(close)?;
                break;
            }
        }
        Some(items)
    }

    fn argument(&mut self, depth: u8) -> Option<Argument> {
        self.skip_blanks();
        let start = self.at;
        let mut value = self.value(depth)?;
        let mut name = None;
        if self.take('=') {
            name = value.word().map(str::to_owned);
            value = self.value(depth)?;
        }
        Some(Argument { name, value, start, end: self.at })
    }

    fn dict(&mut self, depth: u8) -> Option<Literal> {
        let mut entries = Vec::new();
        self.expect('{')?;
        while !self.take('}') {
            let key = self.value(depth)?;
            // PRI writes `{ name=value }` where the type is unknown.
            if !self.take(':') {
                self.expect('=')?;
            }
            entries.push((key, self.argument(depth)?));
            if !self.take(',') {
                self.expect('}')?;
                break;
            }
        }
        Some(Literal::Dict(entries))
    }

    fn take(&mut self, wanted: char) -> bool {
        self.skip_blanks();
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    fn expect(&mut self, wanted: char) -> Option<()> {
        self.take(wanted).then_some(())
    }

    /// Passes over white space and comments.
    fn skip_blanks(&mut self) {
        loop {
            let rest = &self.text[self.at..];
            let blanks = rest.len() - rest.trim_start().len();
            self.at += blanks;
            if !self.text[self.at..].starts_with('#') {
                return;
            }
            self.at += self.text[self.at..].find('\n').unwrap_or(self.text.len() - self.at);
        }
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }
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
