//! Small APIs for the tests of the rules: a line for a parameter or a property, as a page would give it.

use crate::api::{
    Additional, Api, Fact, Location, Method, NamedSchema, NumberFormat, Operation, Origin, Parameter, PathTemplate,
    Property, Requirement, Response, Schema, SchemaKind, Shape, Status, StringFormat,
};
use crate::source::{Docs, Span};

/// The place `at` bytes into a page.
pub(super) fn span(at: usize) -> Span {
    let docs = Docs::from_texts([("a.md", "")], None);
    let (page, _) = docs.pages().next().unwrap();
    Span::new(page, at, at)
}

/// An API of these operations and schemas.
pub(super) fn api<const O: usize, const S: usize>(operations: [Operation; O], schemas: [NamedSchema; S]) -> Api {
    let schemas = schemas.into_iter().map(|schema| (schema.name.clone(), schema)).collect();
    Api { operations: operations.into(), schemas, ..Api::default() }
}

/// `GET path`, with parameters written as for [`parameter`], and nothing else.
pub(super) fn operation(path: &str, parameters: &[&str]) -> Operation {
    Operation {
        id: Fact::stated("get_it".to_owned(), span(0)),
        operation_id: Fact::stated("get_it".to_owned(), span(0)),
        tag: Fact::stated("Pet".to_owned(), span(0)),
        other_tags: Vec::new(),
        method: Fact::stated(Method::Get, span(0)),
        path: Fact::stated(PathTemplate::parse(path).unwrap(), span(0)),
        summary: String::new(),
        description: String::new(),
        parameters: parameters.iter().map(|text| parameter(text)).collect(),
        request_body: None,
        returns: None,
        accepts: Vec::new(),
        responses: Vec::new(),
        security: Fact::stated(Requirement::Listed(Vec::new()), span(0)),
        idempotent: None,
        pagination: None,
        error_candidates: Vec::new(),
        listed: true,
        span: span(0),
    }
}

/// `name`, `name: type`, or `name -> type` where the type is linked to its page. Place and wire name are conventions.
pub(super) fn parameter(text: &str) -> Parameter {
    let linked = text.split_once(" -> ");
    let (name, ty) = linked.or_else(|| text.split_once(": ")).unwrap_or((text, "string"));
    Parameter {
        name: name.to_owned(),
        wire_name: Fact::convention(name.to_owned(), "documented name"),
        location: Fact::convention(Location::Query, "neither path nor body"),
        serialization: None,
        schema: Fact::stated(schema(ty), span(0)),
        required: Fact::stated(false, span(0)),
        default: None,
        description: String::new(),
        linked: linked.is_some(),
        span: span(0),
    }
}

/// An object with properties written as `name` or `name: type`. Their wire names are conventions.
pub(super) fn object(name: &str, properties: &[&str]) -> NamedSchema {
    let property = |text: &&str| {
        let Parameter { name, wire_name, schema, required, default, description, span, .. } = parameter(text);
        Property { name, wire_name, schema, required, read_only: false, secret: None, default, description, span }
    };
    let properties = properties.iter().map(property).collect();
    NamedSchema {
        name: name.to_owned(),
        description: String::new(),
        shape: Shape::Object { properties, additional: Additional::Unstated },
        discriminator: None,
        nullable: false,
        origin: Origin::Stated { span: span(0) },
    }
}

/// `string`, `integer`, `binary`, `any`, `[items]`, `{values}`, or the name of a schema.
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
        "string" => Schema::string(),
        "integer" => Schema::new(SchemaKind::Integer(NumberFormat::Unstated)),
        "binary" => Schema::new(SchemaKind::String(StringFormat::Binary)),
        name => Schema::reference(name),
    }
}

/// A response of that status, without a body.
pub(super) fn response(status: &str) -> Response {
    let status = Fact::stated(Status::parse(status).unwrap(), span(0));
    Response { status, description: String::new(), headers: Vec::new(), content: Vec::new() }
}

/// Texts that the page states.
pub(super) fn stated(texts: &[&str]) -> Vec<Fact<String>> {
    texts.iter().map(|text| Fact::stated((*text).to_owned(), span(0))).collect()
}
