//! Parameters and schemas for the tests of the rules, a line each.

use crate::api::{
    Additional, Fact, Location, NamedSchema, NumberFormat, Origin, Parameter, Property, Schema, SchemaKind, Shape,
};
use crate::source::{Docs, Span};

/// A fact that some page states.
pub(super) fn stated<T>(value: T) -> Fact<T> {
    Fact::stated(value, span())
}

/// `name: type` or `name: type = default`, sent in the query under its name.
pub(super) fn parameter(text: &str) -> Parameter {
    let (name, rest) = text.split_once(": ").unwrap();
    let (ty, default) = rest.split_once(" = ").map_or((rest, None), |(ty, default)| (ty, Some(default)));
    Parameter {
        name: name.to_owned(),
        wire_name: stated(name.to_owned()),
        location: stated(Location::Query),
        serialization: None,
        schema: stated(schema(ty)),
        required: stated(false),
        default: default.map(|default| stated(default.to_owned())),
        description: String::new(),
        linked: false,
        span: span(),
    }
}

/// An object with properties written as `name: type`.
pub(super) fn object(name: &str, properties: &[&str]) -> NamedSchema {
    let property = |text: &&str| {
        let Parameter { name, wire_name, schema, required, default, description, span, .. } = parameter(text);
        Property { name, wire_name, schema, required, read_only: false, secret: None, default, description, span }
    };
    NamedSchema {
        name: name.to_owned(),
        description: String::new(),
        shape: Shape::Object {
            properties: properties.iter().map(property).collect(),
            additional: Additional::Unstated,
        },
        discriminator: None,
        nullable: false,
        origin: Origin::Stated { span: span() },
    }
}

/// `string`, `integer`, `boolean`, `any`, `[items]`, `{values}`, or the name of a schema.
pub(super) fn schema(text: &str) -> Schema {
    let between = |open, close| text.strip_prefix(open)?.strip_suffix(close);
    if let Some(items) = between('[', ']') {
        return Schema::array(schema(items));
    }
    if let Some(values) = between('{', '}') {
        return Schema::new(SchemaKind::Map(Box::new(schema(values))));
    }
    match text {
        "any" => Schema::any(),
        "boolean" => Schema::new(SchemaKind::Boolean),
        "integer" => Schema::new(SchemaKind::Integer(NumberFormat::Unstated)),
        "string" => Schema::string(),
        name => Schema::reference(name),
    }
}

fn span() -> Span {
    let docs = Docs::from_texts([("a.md", "")], None);
    let (page, _) = docs.pages().next().unwrap();
    Span::new(page, 0, 0)
}
