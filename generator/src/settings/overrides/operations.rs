//! `[operations.‹id›]`.

use toml::Spanned;

use super::{Overrides, scheme_names};
use crate::api::{Api, Content, Fact, Location, Operation, RequestBody, Requirement, Response, Status};
use crate::diagnostic::{Code, Diagnostic};
use crate::settings::{BodySettings, Notation, OperationSettings, ParameterSettings, Place, Table};
use crate::source::Span;

impl Overrides {
    pub(super) fn operations(&mut self, operations: &Table<OperationSettings>, api: &mut Api) {
        let schemes = scheme_names(api);
        // Found before the first of them is changed, so that every key names operations as the docs do.
        let found: Vec<(&OperationSettings, Span)> =
            operations.iter().filter_map(|(key, wanted)| Some((wanted, self.find_operation(key, api)?))).collect();
        for (wanted, span) in found {
            if wanted.skip {
                api.operations.retain(|operation| operation.span != span);
            }
            for operation in api.operations.iter_mut().filter(|operation| operation.span == span) {
                self.operation(wanted, operation, &schemes);
            }
        }
    }

    /// The operation that a key names: by its documented name, or as `Tag.name` where several tags have one of that
    /// name.
    fn find_operation(&mut self, key: &Spanned<String>, api: &Api) -> Option<Span> {
        let whole = |operation: &Operation| format!("{}.{}", operation.tag.value, operation.id.value);
        let wanted = key.get_ref();
        let matches: Vec<&Operation> = api
            .operations
            .iter()
            .filter(|operation| operation.id.value == *wanted || whole(operation) == *wanted)
            .collect();
        match matches.as_slice() {
            [only] => Some(only.span),
            [] => {
                self.unmatched(key, "operation", api.operations.iter().map(|operation| operation.id.value.as_str()));
                None
            }
            [first, ..] => {
                let message = format!("several operations are called `{wanted}`");
                let help = format!("say which: `[operations.\"{}\"]`", whole(first));
                self.report.push(Diagnostic::new(Code::Settings, self.span(key), message).help(help));
                None
            }
        }
    }

    fn operation(&mut self, wanted: &OperationSettings, operation: &mut Operation, schemes: &[String]) {
        if let Some(name) = &wanted.rename {
            operation.id = self.fact(name);
        }
        if let Some(tag) = &wanted.tag {
            operation.tag = self.fact(tag);
        }
        if let Some(security) = &wanted.security {
            self.requirement(security, operation, schemes);
        }
        for (name, parameter) in &wanted.parameters {
            self.parameter(name, parameter, operation);
        }
        if let Some(body) = &wanted.body {
            self.body(body, operation);
        }
        for (status, ty) in &wanted.responses {
            self.response(status, ty, operation);
        }
    }

    fn requirement(
        &mut self,
        wanted: &Spanned<Vec<Vec<Spanned<String>>>>,
        operation: &mut Operation,
        schemes: &[String],
    ) {
        let unknown: Vec<_> =
            wanted.get_ref().iter().flatten().filter(|name| !schemes.contains(name.get_ref())).collect();
        if !unknown.is_empty() {
            unknown.iter().for_each(|name| self.unmatched(name, "security scheme", schemes.iter().map(String::as_str)));
            return;
        }
        let alternatives: Vec<Vec<String>> =
            wanted.get_ref().iter().map(|all| all.iter().map(|name| name.get_ref().clone()).collect()).collect();
        let requirement = match alternatives.is_empty() {
            true => Requirement::Listed(Vec::new()),
            false => Requirement::Exactly(alternatives),
        };
        operation.security = Fact { value: requirement, origin: self.origin(wanted) };
    }

    fn parameter(&mut self, key: &Spanned<String>, wanted: &ParameterSettings, operation: &mut Operation) {
        let Some(parameter) = operation.parameters.iter_mut().find(|parameter| parameter.name == *key.get_ref()) else {
            self.unmatched(key, "parameter", operation.parameters.iter().map(|parameter| parameter.name.as_str()));
            return;
        };
        if let Some(place) = &wanted.place {
            let location = match place.get_ref() {
                Place::Path => Location::Path,
                Place::Query => Location::Query,
                Place::Header => Location::Header,
                Place::Cookie => Location::Cookie,
            };
            parameter.location = Fact { value: location, origin: self.origin(place) };
        }
        if let Some(wire) = &wanted.wire {
            parameter.wire_name = self.fact(wire);
        }
        if let Some(required) = &wanted.required {
            parameter.required = self.fact(required);
        }
        if let Some(values) = &wanted.values {
            parameter.schema = self.enumeration(values, parameter.schema.value.nullable);
        }
        if let Some(ty) = &wanted.ty {
            parameter.schema = Fact { value: ty.get_ref().0.clone(), origin: self.origin(ty) };
        }
    }

    fn body(&mut self, wanted: &BodySettings, operation: &mut Operation) {
        let body = operation.request_body.get_or_insert_with(|| RequestBody {
            name: "body".to_owned(),
            required: Fact::convention(false, "not said to be required"),
            content: Vec::new(),
            description: String::new(),
        });
        if let Some(required) = &wanted.required {
            body.required = self.fact(required);
        }
        if let Some(media_type) = &wanted.media_type {
            let schema = body.content.first().and_then(|content| content.schema.clone());
            body.content = vec![Content { media_type: self.fact(media_type), schema }];
        }
        if let Some(ty) = &wanted.ty {
            if body.content.is_empty() {
                let media_type = Fact::convention("application/json".to_owned(), "usual media type of a body");
                body.content.push(Content { media_type, schema: None });
            }
            for content in &mut body.content {
                content.schema = Some(Fact { value: ty.get_ref().0.clone(), origin: self.origin(ty) });
            }
        }
    }

    fn response(&mut self, key: &Spanned<String>, ty: &Spanned<Notation>, operation: &mut Operation) {
        let Some(status) = Status::parse(key.get_ref()) else {
            let message = format!("`{}` is no status", key.get_ref());
            let diagnostic = Diagnostic::new(Code::Settings, self.span(key), message);
            self.report.push(diagnostic.help("use a code like `200`, a range like `4XX`, or `default`"));
            return;
        };
        let json = operation.accepts.iter().find(|media_type| media_type.value.contains("json")).cloned();
        let media_type =
            json.unwrap_or_else(|| Fact::convention("application/json".to_owned(), "usual media type of a body"));
        let content =
            vec![Content { media_type, schema: Some(Fact { value: ty.get_ref().0.clone(), origin: self.origin(ty) }) }];
        match operation.responses.iter_mut().find(|response| response.status.value == status) {
            Some(response) => response.content = content,
            None => operation.responses.push(Response {
                status: Fact { value: status, origin: self.origin(key) },
                description: String::new(),
                headers: Vec::new(),
                content,
            }),
        }
    }
}
