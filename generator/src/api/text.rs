//! An [`Api`] as compact text, for tests and for people: stable, short, every fact with its origin.

use std::fmt::Write as _;

use super::{Api, Content, Fact, Operation, Origin, Parameter, Property, Shape, pagination};
use crate::source::Docs;

/// The column at which origins begin.
const ORIGIN_COLUMN: usize = 52;

/// Renders the whole API.
pub fn render(docs: &Docs, api: &Api) -> String {
    let mut text = Text { docs, out: String::new() };
    if let Some(title) = &api.info.title {
        text.line(&format!("title {}", title.value), Some(title.origin));
    }
    if let Some(server) = &api.server {
        text.line(&format!("server {}", server.value), Some(server.origin));
    }
    if let Some(version) = &api.info.version {
        text.line(&format!("version {}", version.value), Some(version.origin));
    }
    if let Some(description) = &api.info.description {
        text.prose_below("", &description.value);
    }
    for scheme in &api.security_schemes {
        let prefix =
            if scheme.prefix.value.is_empty() { String::new() } else { format!(" after `{}`", scheme.prefix.value) };
        text.line(&format!("scheme {}  {}{prefix}", scheme.name, scheme.kind.value), Some(scheme.kind.origin));
    }
    for operation in &api.operations {
        text.operation(operation);
    }
    for schema in api.schemas.values() {
        text.out.push('\n');
        text.schema(schema);
    }
    text.out.trim_start().to_owned()
}

struct Text<'d> {
    docs: &'d Docs,
    out: String,
}

impl Text<'_> {
    fn operation(&mut self, operation: &Operation) {
        let Operation { id, operation_id, tag, method, path, .. } = operation;
        self.out.push('\n');
        let name = renamed(&id.value, operation_id);
        self.line(&format!("operation {name}  {} {}", method.value, path.value), Some(id.origin));
        let tags: Vec<&str> = [tag].into_iter().chain(&operation.other_tags).map(|tag| tag.value.as_str()).collect();
        self.line(&format!("  tag    {}", tags.join(", ")), Some(tag.origin));
        self.prose(&operation.summary);
        self.prose(&operation.description);
        for parameter in &operation.parameters {
            self.parameter(parameter);
        }
        if let Some(body) = &operation.request_body {
            let name = if body.name.is_empty() { "body" } else { &body.name };
            let required = if body.required.value { "  required" } else { "" };
            self.line(&format!("  body   {name}{required}"), Some(body.required.origin));
            self.prose_below("         ", &body.description);
            self.contents("         ", &body.content);
            for (name, serialization) in &body.encoding {
                self.line(&format!("         {name} is {}", serialization.value), Some(serialization.origin));
            }
        }
        for response in &operation.responses {
            let text =
                if response.description.is_empty() { String::new() } else { format!("  {:?}", response.description) };
            self.line(
                &format!("  {:<6} {}", response.status.value.to_string(), text.trim_start()),
                Some(response.status.origin),
            );
            for header in &response.headers {
                self.line(&format!("         {}: {:?}", header.name, header.description), None);
            }
            self.contents("         ", &response.content);
        }
        if !operation.accepts.is_empty() {
            let accepts: Vec<_> = operation.accepts.iter().map(|fact| fact.value.as_str()).collect();
            self.line(&format!("  accept {}", accepts.join(", ")), None);
        }
        self.line(&format!("  auth   {}", operation.security.value), Some(operation.security.origin));
        if let Some(idempotent) = &operation.idempotent {
            let text = if idempotent.value { "idempotent" } else { "not idempotent" };
            self.line(&format!("  {text}"), Some(idempotent.origin));
        }
        if let Some(pagination) = &operation.pagination {
            self.line(
                &format!("  pages  {}", pagination::notation(pagination.value.as_ref())),
                Some(pagination.origin),
            );
        }
    }

    fn parameter(&mut self, parameter: &Parameter) {
        let Parameter { location, schema, required, .. } = parameter;
        let name = renamed(&parameter.name, &parameter.wire_name);
        let required = if required.value { "  required" } else { "" };
        let default = parameter.default.as_ref().map(|default| format!(" = {}", default.value)).unwrap_or_default();
        let written = parameter.serialization.as_ref().map(|fact| format!(" {}", fact.value)).unwrap_or_default();
        let line = format!("  {:<6} {name}: {}{written}{default}{required}", location.value.to_string(), schema.value);
        self.line(&line, Some(weakest(&[parameter.wire_name.origin, location.origin, schema.origin])));
        self.prose_below("         ", &parameter.description);
    }

    fn contents(&mut self, indent: &str, contents: &[Content]) {
        for content in contents {
            let (schema, origin) = match &content.schema {
                Some(schema) => (schema.value.to_string(), Some(schema.origin)),
                None => ("-".to_owned(), None),
            };
            self.line(&format!("{indent}{schema} ({})", content.media_type.value), origin);
            if let Some(Fact { value: super::Schema { kind: super::SchemaKind::Object(fields), .. }, .. }) =
                &content.schema
            {
                fields.iter().for_each(|field| self.property(&format!("{indent}  "), field));
            }
        }
    }

    fn schema(&mut self, schema: &super::NamedSchema) {
        let or_null = if schema.nullable { " or null" } else { "" };
        self.line(&format!("schema {}  {}{or_null}", schema.name, schema.shape), Some(schema.origin));
        self.prose(&schema.description);
        if let Some(discriminator) = &schema.discriminator {
            self.line(&format!("  told by {}", discriminator.value), Some(discriminator.origin));
        }
        if let Shape::Object { properties, .. } = &schema.shape {
            properties.iter().for_each(|property| self.property("  ", property));
        }
    }

    fn property(&mut self, indent: &str, property: &Property) {
        let name = renamed(&property.name, &property.wire_name);
        let required = if property.required.value { "  required" } else { "" };
        let read_only = if property.read_only { "  read-only" } else { "" };
        let secret = property.secret.map_or("", |secret| if secret { "  secret" } else { "  no secret" });
        let default = property.default.as_ref().map(|default| format!(" = {}", default.value)).unwrap_or_default();
        let line = format!("{indent}{name}: {}{default}{required}{read_only}{secret}", property.schema.value);
        self.line(&line, Some(weakest(&[property.wire_name.origin, property.schema.origin, property.required.origin])));
        self.prose_below(&format!("{indent}  "), &property.description);
    }

    fn prose(&mut self, text: &str) {
        self.prose_below("  ", text);
    }

    fn prose_below(&mut self, indent: &str, text: &str) {
        if !text.is_empty() {
            let _ = writeln!(self.out, "{indent}{text:?}");
        }
    }

    fn line(&mut self, text: &str, origin: Option<Origin>) {
        let Some(origin) = origin else {
            let _ = writeln!(self.out, "{text}");
            return;
        };
        let place = origin.span().map(|span| format!(" {}", self.docs.locate(span))).unwrap_or_default();
        let _ = writeln!(self.out, "{text:<ORIGIN_COLUMN$} {origin}{place}");
    }
}

/// `documented as wire`, or the one name if they are the same.
fn renamed(documented: &str, wire: &Fact<String>) -> String {
    if documented == wire.value { documented.to_owned() } else { format!("{documented} as {}", wire.value) }
}

/// A line shows the origin of the fact in it that is trusted least; of equals, the first.
fn weakest(origins: &[Origin]) -> Origin {
    origins.iter().skip(1).fold(origins[0], |weakest, &other| weakest.weaker(other))
}
