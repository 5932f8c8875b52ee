//! Schemas: what bodies, parameters and properties may hold.

use std::fmt;

use super::Property;

/// A type as it is used in one place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Schema {
    /// What it is.
    pub kind: SchemaKind,
    /// Whether `null` is allowed too, where the docs say so.
    pub nullable: bool,
}

/// What a schema is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
