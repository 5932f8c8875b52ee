//! Schemas with a name of their own, and their properties.

use std::collections::BTreeMap;
use std::fmt;

use super::{EnumValue, Fact, Origin, Schema};
use crate::source::Span;

/// A schema with a name of its own.
#[derive(Clone, Debug)]
pub struct NamedSchema {
    /// Its name.
    pub name: String,
    /// What it means, as Markdown; may be empty.
    pub description: String,
    /// What it is.
    pub shape: Shape,
    /// Which member of a union a value is, where something says it.
    pub discriminator: Option<Fact<Discriminator>>,
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

/// The property that tells which member of a union a value is (OpenAPI 3.1, section "Discriminator Object").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discriminator {
    /// Its name in JSON.
    pub property: String,
    /// The schema that each of its values stands for. A value that is not here is the name of a schema itself.
    pub mapping: BTreeMap<String, String>,
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
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
    /// Whether it must not be shown; `None` where only its name may tell.
    pub secret: Option<bool>,
    /// What the server takes when it is not given, as the docs write it.
    pub default: Option<Fact<String>>,
    /// What it means, as Markdown; may be empty.
    pub description: String,
    /// Where it is documented: its row, or the example that shows it.
    pub span: Span,
}

impl NamedSchema {
    /// Whether it describes the same values as `other`, wherever the two are documented.
    pub fn says_the_same(&self, other: &NamedSchema) -> bool {
        let of = |property: &Property| {
            (property.wire_name.value.clone(), property.schema.value.clone(), property.required.value)
        };
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

impl fmt::Display for Discriminator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.property)?;
        self.mapping.iter().try_for_each(|(value, schema)| write!(f, " {value:?}={schema}"))
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
