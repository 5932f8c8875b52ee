//! How the test of a generated crate describes a model.
//!
//! ```text
//! type   = ("any" | "boolean" | "integer" | "integer32" | "number" | "number32" | "string" | "date" | "date-time"
//!          | "uuid" | "decimal" | "byte" | Name | "[" type "]" | "{" type "}" | "(" type { " | " type } ")"
//!          | "enum(" value { ", " value } ")" | "object(" [ field { ", " field } ] ")") ["?"]
//! field  = key ["?"] ": " type                 with "?" it may be absent; the key "*" is any other
//! key    = letters, digits, "_", "$", "@", ".", "-", or a JSON string
//! value  = a JSON string or a whole number
//! ```
//! A "?" behind a type allows `null`.

use serde_json::Value;

/// A type, and whether `null` is allowed too.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Type {
    pub(super) kind: Kind,
    pub(super) nullable: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Any,
    Boolean,
    Integer,
    Integer32,
    Number,
    String,
    Date,
    DateTime,
    Uuid,
    Decimal,
    Byte,
    Named(String),
    List(Box<Type>),
    Map(Box<Type>),
    Union(Vec<Type>),
    Enum(Vec<Value>),
    Object { fields: Vec<Field>, rest: Option<Box<Type>> },
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) optional: bool,
    pub(super) ty: Type,
}

/// Reads a type; `None` for a text that is none.
pub(super) fn parse(text: &str) -> Option<Type> {
    let mut parser = Parser { rest: text };
    let ty = parser.ty()?;
    parser.rest.is_empty().then_some(ty)
}

struct Parser<'t> {
    rest: &'t str,
}

impl<'t> Parser<'t> {
    fn ty(&mut self) -> Option<Type> {
        let kind = self.kind()?;
        Some(Type { kind, nullable: self.take("?") })
    }

    fn kind(&mut self) -> Option<Kind> {
        if self.take("[") {
            let items = self.ty()?;
            return self.take("]").then(|| Kind::List(Box::new(items)));
        }
        if self.take("{") {
            let values = self.ty()?;
            return self.take("}").then(|| Kind::Map(Box::new(values)));
        }
        if self.take("(") {
            return self.several(" | ", Self::ty).map(Kind::Union);
        }
        if self.take("enum(") {
            return self.several(", ", Self::value).map(Kind::Enum);
        }
        if self.take("object(") {
            return self.object();
        }
        Some(match self.word()? {
            "any" => Kind::Any,
            "boolean" => Kind::Boolean,
            "integer" => Kind::Integer,
            "integer32" => Kind::Integer32,
            "number" | "number32" => Kind::Number,
            "string" => Kind::String,
            "date" => Kind::Date,
            "date-time" => Kind::DateTime,
            "uuid" => Kind::Uuid,
            "decimal" => Kind::Decimal,
            "byte" => Kind::Byte,
            name => Kind::Named(name.to_owned()),
        })
    }

    fn object(&mut self) -> Option<Kind> {
        let mut rest = None;
        let mut fields = if self.take(")") { Vec::new() } else { self.several(", ", Self::field)? };
        fields.retain(|field| {
            let is_rest = field.name == "*";
            if is_rest {
                rest = Some(Box::new(field.ty.clone()));
            }
            !is_rest
        });
        Some(Kind::Object { fields, rest })
    }

    fn field(&mut self) -> Option<Field> {
        let name = match self.rest.starts_with('"') {
            true => self.value()?.as_str()?.to_owned(),
            false if self.take("*") => "*".to_owned(),
            false => self.word()?.to_owned(),
        };
        let optional = self.take("?");
        self.take(": ").then_some(())?;
        Some(Field { name, optional, ty: self.ty()? })
    }

    fn value(&mut self) -> Option<Value> {
        if !self.rest.starts_with('"') {
            return Some(self.word()?.parse::<i64>().ok()?.into());
        }
        let mut values = serde_json::Deserializer::from_str(self.rest).into_iter();
        let value = values.next()?.ok()?;
        self.rest = &self.rest[values.byte_offset()..];
        Some(value)
    }

    /// As many as there are, up to the bracket that closes.
    fn several<T>(&mut self, separator: &str, one: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut all = vec![one(self)?];
        while self.take(separator) {
            all.push(one(self)?);
        }
        self.take(")").then_some(all)
    }

    fn word(&mut self) -> Option<&'t str> {
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '@' | '.' | '-');
        let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        (!word.is_empty()).then_some(word)
    }

    fn take(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn plain(kind: Kind) -> Type {
        Type { kind, nullable: false }
    }

    #[test]
    fn types_are_read() {
        let list = Kind::List(Box::new(Type { kind: Kind::Integer32, nullable: true }));
        assert_eq!(parse("{[integer32?]}?"), Some(Type { kind: Kind::Map(Box::new(plain(list))), nullable: true }));
        let members = vec![plain(Kind::Named("Pet".to_owned())), plain(Kind::DateTime)];
        assert_eq!(parse("(Pet | date-time)"), Some(plain(Kind::Union(members))));
        assert_eq!(parse(r#"enum("a, b)", -1)"#), Some(plain(Kind::Enum(vec![json!("a, b)"), json!(-1)]))));
    }

    #[test]
    fn objects_are_read() {
        let field = |name: &str, optional, ty| Field { name: name.to_owned(), optional, ty };
        let fields = vec![
            field("id", false, plain(Kind::Uuid)),
            field("x-y.z", true, Type { kind: Kind::Any, nullable: true }),
            field("odd: ?", true, plain(Kind::Boolean)),
        ];
        let rest = Some(Box::new(plain(Kind::String)));
        let read = parse(r#"object(id: uuid, x-y.z?: any?, "odd: ?"?: boolean, *: string)"#);
        assert_eq!(read, Some(plain(Kind::Object { fields, rest })));
        assert_eq!(parse("object()"), Some(plain(Kind::Object { fields: Vec::new(), rest: None })));
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["", "?", "[string", "(a, b)", "enum()", "object(a)", "object(a: )", "string string", "enum(\"a)"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
