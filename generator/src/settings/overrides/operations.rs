//! `[operations.‹id›]`.

use std::collections::BTreeMap;

use toml::Spanned;

use super::{Overrides, scheme_names};
use crate::api::{Api, Content, Fact, Method, Operation, PathTemplate, RequestBody, Requirement, Response, Status};
use crate::diagnostic::{Code, Diagnostic};
use crate::settings::{BodySettings, OperationSettings, ResponseSettings, Table};
use crate::source::Span;

impl Overrides {
    /// Gives back which operation each entry is about.
    pub(super) fn operations<'s>(
        &mut self,
        operations: &'s Table<OperationSettings>,
        api: &mut Api,
    ) -> Vec<(&'s OperationSettings, Span)> {
        let schemes = scheme_names(api);
        // Found before the first of them is changed, so that every key names operations as the docs do.
        let found: Vec<(&'s OperationSettings, Span)> =
            operations.iter().filter_map(|(key, wanted)| Some((wanted, self.find_operation(key, api)?))).collect();
        for (wanted, span) in &found {
            if wanted.skip {
                api.operations.retain(|operation| operation.span != *span);
            }
            for operation in api.operations.iter_mut().filter(|operation| operation.span == *span) {
                self.operation(wanted, operation, &schemes);
            }
        }
        found
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
        if let Some(method) = &wanted.method {
            self.method(method, operation);
        }
        if let Some(path) = &wanted.path {
            self.path(path, operation);
        }
        if let Some(security) = &wanted.security {
            self.requirement(security, operation, schemes);
        }
        if let Some(idempotent) = &wanted.idempotent {
            operation.idempotent = Some(self.fact(idempotent));
        }
        self.parameters(&wanted.parameters, operation);
        if let Some(body) = &wanted.body {
            self.body(body, operation);
        }
        for (status, ty) in &wanted.responses {
            self.response(status, ty, operation);
        }
    }

    fn method(&mut self, wanted: &Spanned<String>, operation: &mut Operation) {
        match Method::parse(wanted.get_ref()) {
            Some(method) => operation.method = Fact { value: method, origin: self.origin(wanted) },
            None => {
                let message = format!("`{}` is no verb of HTTP that OpenAPI knows", wanted.get_ref());
                self.report
                    .push(Diagnostic::new(Code::Settings, self.span(wanted), message).help("use `GET`, `POST`, …"));
            }
        }
    }

    fn path(&mut self, wanted: &Spanned<String>, operation: &mut Operation) {
        match PathTemplate::parse(wanted.get_ref()) {
            Ok(path) => operation.path = Fact { value: path, origin: self.origin(wanted) },
            Err(_) => {
                let message = format!("`{}` is no path", wanted.get_ref());
                let help = "write it like `/pets/{id}`";
                self.report.push(Diagnostic::new(Code::Settings, self.span(wanted), message).help(help));
            }
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

    fn body(&mut self, wanted: &BodySettings, operation: &mut Operation) {
        if wanted.skip {
            operation.request_body = None;
            return;
        }
        let body = operation.request_body.get_or_insert_with(|| RequestBody {
            name: "body".to_owned(),
            required: Fact::convention(false, "not said to be required"),
            content: Vec::new(),
            encoding: BTreeMap::new(),
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

    fn response(&mut self, key: &Spanned<String>, wanted: &Spanned<ResponseSettings>, operation: &mut Operation) {
        let Some(status) = Status::parse(key.get_ref()) else {
            let message = format!("`{}` is no status", key.get_ref());
            let diagnostic = Diagnostic::new(Code::Settings, self.span(key), message);
            self.report.push(diagnostic.help("use a code like `200`, a range like `4XX`, or `default`"));
            return;
        };
        let origin = self.origin(wanted);
        let wanted = wanted.get_ref();
        let known = operation.responses.iter().position(|response| response.status.value == status);
        if wanted.skip {
            match known {
                Some(at) => drop(operation.responses.remove(at)),
                None => self.unmatched(key, "response", std::iter::empty()),
            }
            return;
        }
        let at = known.unwrap_or_else(|| {
            let (description, headers, content) = (String::new(), Vec::new(), Vec::new());
            let status = Fact { value: status, origin: self.origin(key) };
            operation.responses.push(Response { status, description, headers, content });
            operation.responses.len() - 1
        });
        let json = operation.accepts.iter().find(|media_type| media_type.value.contains("json")).cloned();
        let content = &mut operation.responses[at].content;
        if wanted.empty {
            content.clear();
        }
        if let Some(ty) = &wanted.ty {
            let media_type =
                json.unwrap_or_else(|| Fact::convention("application/json".to_owned(), "usual media type of a body"));
            *content = vec![Content { media_type, schema: Some(Fact { value: ty.0.clone(), origin }) }];
        }
        if let Some(media_type) = &wanted.media_type {
            let schema = content.first().and_then(|content| content.schema.clone());
            *content = vec![Content { media_type: Fact { value: media_type.clone(), origin }, schema }];
            if operation.accepts.iter().all(|accepted| accepted.value != *media_type) {
                operation.accepts.push(Fact { value: media_type.clone(), origin });
            }
        }
    }
}
