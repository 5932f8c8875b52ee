//! Schemas: what bodies, parameters and properties may hold.

use std::fmt;

use super::{Fact, Origin};
use crate::source::Span;

/// A type as it is used in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schema {
    /// What it is.
    pub kind: SchemaKind,
    /// Whether `null` is allowed too, where the docs say so.
    pub nullable: bool,
}

/// What a schema is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemaKind {
    /// Any JSON value.
    Any,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer(NumberFormat),
    /// A number.
    Number(NumberFormat),
    /// A string.
    String(StringFormat),
    /// A string that is one of these values.
    Enum(Vec<EnumValue>),
    /// A list.
    Array(Box<Schema>),
    /// A JSON object with values of one schema.
    Map(Box<Schema>),
    /// The schema with this name.
    Ref(String),
    /// One of these.
    Union(Vec<Schema>),
    /// An object without a name of its own: the fields of a form.
    Object(Vec<Property>),
}

/// The width of a number, where the docs say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberFormat {
    /// Not stated.
    #[default]
    Unstated,
    /// 32 bits.
    Bits32,
    /// 64 bits.
    Bits64,
}

/// What a string holds (OpenAPI Format Registry).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StringFormat {
    /// Text.
    #[default]
    Plain,
    /// RFC 3339 `full-date`.
    Date,
    /// RFC 3339 `date-time`.
    DateTime,
    /// RFC 9562.
    Uuid,
    /// A decimal number of any size, as text.
    Decimal,
    /// Base64, RFC 4648.
    Byte,
    /// Bytes as they are.
    Binary,
}

/// One value of an enumeration.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EnumValue {
    /// A string.
    String(String),
    /// A whole number.
    Integer(i64),
}

/// A schema with a name of its own.
#[derive(Clone, Debug)]
pub struct NamedSchema {
    /// Its name.
    pub name: String,
    /// What it means, as Markdown; may be empty.
    pub description: String,
    /// What it is.
    pub shape: Shape,
    /// Whether `null` is one of its values, wherever it is referred to.
    pub nullable: bool,
    /// How we know of it: its page, examples, or that something refers to it.
    pub origin: Origin,
}

/// What a named schema is.
#[derive(Clone, Debug)]
pub enum Shape {
    /// A JSON object.
    Object {
        /// Its properties, in the docs' order.
        properties: Vec<Property>,
        /// What else it may hold.
        additional: Additional,
    },
    /// An enumeration.
    Enum(Vec<EnumValue>),
    /// Another name for a schema.
    Alias(Schema),
    /// Nothing is known of it.
    Unknown,
}

/// Whether an object may hold properties that are not documented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Additional {
    /// The docs do not say.
    Unstated,
    /// It may not.
    Forbidden,
    /// It may, with values of this schema.
    Allowed(Schema),
}

/// One property of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Property {
    /// The name that the docs use.
    pub name: String,
    /// The name in JSON.
    pub wire_name: Fact<String>,
    /// Its type.
    pub schema: Fact<Schema>,
    /// Whether it is always there.
    pub required: Fact<bool>,
    /// Whether only the server sets it.
    pub read_only: bool,
    /// What the server takes when it is not given, as the docs write it.
    pub default: Option<Fact<String>>,
    /// What it means, as Markdown; may be empty.
    pub description: String,
    /// Where it is documented: its row, or the example that shows it.
    pub span: Span,
}

impl Schema {
    /// A schema of `kind` that does not allow `null`.
    pub fn new(kind: SchemaKind) -> Self {
        Schema { kind, nullable: false }
    }

    /// Any JSON value.
    pub fn any() -> Self {
        Schema::new(SchemaKind::Any)
    }

    /// Text.
    pub fn string() -> Self {
        Schema::new(SchemaKind::String(StringFormat::Plain))
    }

    /// A list of `items`.
    pub fn array(items: Schema) -> Self {
        Schema::new(SchemaKind::Array(Box::new(items)))
    }

    /// A reference to the schema called `name`.
    pub fn reference(name: impl Into<String>) -> Self {
        Schema::new(SchemaKind::Ref(name.into()))
    }

    /// The same schema, with `null` allowed too.
    pub fn or_null(self) -> Self {
        Schema { nullable: true, ..self }
    }

    /// The names that it refers to, at any depth.
    pub fn references(&self) -> Vec<&str> {
        match &self.kind {
            SchemaKind::Ref(name) => vec![name],
            SchemaKind::Array(inner) | SchemaKind::Map(inner) => inner.references(),
            SchemaKind::Union(members) => members.iter().flat_map(Schema::references).collect(),
            SchemaKind::Object(properties) => {
                properties.iter().flat_map(|property| property.schema.value.references()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether it holds bytes rather than JSON.
    pub fn is_binary(&self) -> bool {
        self.kind == SchemaKind::String(StringFormat::Binary)
    }
}

impl NamedSchema {
    /// Whether it describes the same values as `other`, wherever the two are documented.
    pub fn says_the_same(&self, other: &NamedSchema) -> bool {
        let of = |property: &Property| (property.wire_name.value.clone(), property.schema.value.clone(), property.required.value);
        match (&self.shape, &other.shape) {
            (Shape::Object { properties: a, additional: b }, Shape::Object { properties: c, additional: d }) => {
                b == d && a.iter().map(of).eq(c.iter().map(of))
            }
            (Shape::Enum(a), Shape::Enum(b)) => a == b,
            (Shape::Alias(a), Shape::Alias(b)) => a == b,
            _ => false,
        }
    }

    /// The schemas that stand in it.
    pub fn schemas(&self) -> Vec<&Schema> {
        match &self.shape {
            Shape::Object { properties, additional } => {
                let mut all: Vec<_> = properties.iter().map(|property| &property.schema.value).collect();
                if let Additional::Allowed(schema) = additional {
                    all.push(schema);
                }
                all
            }
            Shape::Alias(schema) => vec![schema],
            Shape::Enum(_) | Shape::Unknown => Vec::new(),
        }
    }
}

/// The notation of the compact text and of `spec.toml`: `[ApiToken]`, `{integer}`, `string?`.
impl fmt::Display for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            SchemaKind::Any => f.write_str("any")?,
            SchemaKind::Boolean => f.write_str("boolean")?,
            SchemaKind::Integer(format) => write!(f, "integer{format}")?,
            SchemaKind::Number(format) => write!(f, "number{format}")?,
            SchemaKind::String(format) => write!(f, "{format}")?,
            SchemaKind::Enum(values) => {
                let values: Vec<_> = values.iter().map(EnumValue::to_string).collect();
                write!(f, "enum({})", values.join(", "))?;
            }
            SchemaKind::Array(items) => write!(f, "[{items}]")?,
            SchemaKind::Map(values) => write!(f, "{{{values}}}")?,
            SchemaKind::Ref(name) => f.write_str(name)?,
            SchemaKind::Union(members) => {
                let members: Vec<_> = members.iter().map(Schema::to_string).collect();
                write!(f, "({})", members.join(" | "))?;
            }
            SchemaKind::Object(_) => f.write_str("object")?,
        }
        f.write_str(if self.nullable { "?" } else { "" })
    }
}

impl fmt::Display for NumberFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NumberFormat::Unstated => "",
            NumberFormat::Bits32 => "32",
            NumberFormat::Bits64 => "64",
        })
    }
}

impl fmt::Display for StringFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            StringFormat::Plain => "string",
            StringFormat::Date => "date",
            StringFormat::DateTime => "date-time",
            StringFormat::Uuid => "uuid",
            StringFormat::Decimal => "decimal",
            StringFormat::Byte => "byte",
            StringFormat::Binary => "binary",
        })
    }
}

impl fmt::Display for EnumValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EnumValue::String(text) => write!(f, "{text:?}"),
            EnumValue::Integer(value) => write!(f, "{value}"),
        }
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Shape::Object { additional: Additional::Forbidden, .. } => f.write_str("closed object"),
            Shape::Object { additional: Additional::Unstated, .. } => f.write_str("object"),
            Shape::Object { additional: Additional::Allowed(values), .. } => write!(f, "object of {values}"),
            Shape::Enum(values) => {
                let values: Vec<_> = values.iter().map(EnumValue::to_string).collect();
                write!(f, "enum({})", values.join(", "))
            }
            Shape::Alias(schema) => write!(f, "= {schema}"),
            Shape::Unknown => f.write_str("unknown"),
        }
    }
}
