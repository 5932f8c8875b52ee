//! Operations as methods of their tags.

use std::collections::BTreeMap;

use super::arguments::Inputs;
use super::models::Models;
use super::naming::{self, Scope};
use super::{bodies, docs, examples, pages, responses, security};
use crate::api::{Api, Method, Operation};
use crate::diagnostic::Diagnostic;
use crate::rust::{self, Ident, Scheme};

/// Lowers every operation, by tag; tags and operations keep the docs' order.
pub(super) fn lower_operations(
    api: &Api,
    schemes: &[Scheme],
    models: &mut Models<'_>,
    report: &mut Vec<Diagnostic>,
) -> Vec<rust::Api> {
    let mut tags: Vec<&str> = Vec::new();
    let mut by_tag: BTreeMap<&str, Vec<&Operation>> = BTreeMap::new();
    for operation in &api.operations {
        for tag in [&operation.tag].into_iter().chain(&operation.other_tags).map(|tag| tag.value.as_str()) {
            if !by_tag.contains_key(tag) {
                tags.push(tag);
            }
            by_tag.entry(tag).or_default().push(operation);
        }
    }
    let mut scope = Scope::of_tags();
    let lower_tag = |tag: &&str| {
        let accessor = scope.claim(naming::snake(tag));
        let mut calls = Scope::of_calls();
        let handle = calls.claim(naming::pascal(accessor.as_str()));
        let mut methods = Scope::default();
        let mut context = Context { schemes, models, calls: &mut calls, methods: &mut methods };
        let operations =
            by_tag[tag].iter().filter_map(|operation| context.lower_operation(operation, report)).collect();
        rust::Api { handle, title: docs::code(tag), operations, accessor }
    };
    tags.iter().map(lower_tag).filter(|tag| !tag.operations.is_empty()).collect()
}

struct Context<'c, 'a> {
    schemes: &'c [Scheme],
    models: &'c mut Models<'a>,
    calls: &'c mut Scope,
    methods: &'c mut Scope,
}

impl Context<'_, '_> {
    fn lower_operation(&mut self, operation: &Operation, report: &mut Vec<Diagnostic>) -> Option<rust::Operation> {
        let id = operation.id.value.as_str();
        let mut inputs = Inputs::new(Scope::of_setters(responses::has_events(operation)));
        let holes: Vec<&str> = operation.path.value.parameters().collect();
        inputs.add_parameters(id, &holes, &operation.parameters, self.models);
        bodies::add_body(operation, &mut inputs, self.models, report)?;
        let method = self.methods.claim(naming::snake(id));
        let call = self.calls.claim(naming::pascal(method.as_str()));
        let by_verb = !matches!(operation.method.value, Method::Post | Method::Patch);
        let errors = responses::lower_errors(operation, &call, self.models);
        let (output, finish) = responses::lower_success(operation, self.models);
        let pagination = operation.pagination.as_ref().and_then(|pagination| pagination.value.as_ref());
        let pages = pagination.and_then(|pagination| pages::lower_pages(pagination, &output, self.models));
        let events = responses::lower_events(operation, self.models);
        let stream = responses::describe_stream(finish, &call, events.as_ref());
        let example = inputs.arguments.iter().map(|argument| examples::argument(argument, self.models)).collect();
        // A body that may be given says more about an operation than any other option.
        let shown = inputs
            .setters
            .iter()
            .find(|setter| matches!(setter.argument.send, rust::Send::Json | rust::Send::JsonAs(_)));
        let example_setter =
            shown.map(|setter| (setter.argument.ident.clone(), examples::argument(&setter.argument, self.models)));
        Some(rust::Operation {
            docs: self.docs(operation, &inputs, &call, pages.is_some(), stream, errors.as_ref()),
            summary: docs::first_sentence([
                &operation.summary,
                &operation.description,
                operation.success().map_or("", |response| &response.description),
            ]),
            verb: verb(operation.method.value),
            path: operation.path.value.to_string(),
            accept: responses::lower_accepts(operation, finish),
            idempotent: operation.idempotent.as_ref().map(|fact| fact.value).filter(|said| *said != by_verb),
            security: security::lower_requirement(&operation.security.value, self.schemes),
            arguments: inputs.arguments,
            setters: inputs.setters,
            method,
            call,
            output,
            finish,
            pages,
            events,
            errors,
            example,
            example_setter,
        })
    }

    /// Prose, verb and path, arguments, how to read a long answer, credentials, statuses.
    fn docs(
        &self,
        operation: &Operation,
        inputs: &Inputs,
        call: &Ident,
        is_paged: bool,
        stream: Option<String>,
        errors: Option<&rust::ErrorEnum>,
    ) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let summary = docs::sentence(&operation.summary);
        let title = if summary.is_empty() { format!("Calls `{}`.", docs::code(&operation.id.value)) } else { summary };
        docs::add(&mut lines, &title);
        let mut description = docs::paragraphs(&operation.description);
        if !description.is_empty() {
            lines.push(String::new());
            lines.append(&mut description);
        }
        docs::add(
            &mut lines,
            &format!("`{} {}`", operation.method.value, docs::code(&operation.path.value.to_string())),
        );
        list(&mut lines, inputs.meanings.iter().map(|(name, meaning)| format!("- `{name}`: {meaning}")));
        if is_paged {
            let text = format!("The answer is one page; [`items`]({call}::items) gives what is in all of them.");
            let is_proven = operation.pagination.as_ref().is_some_and(|pagination| pagination.origin.is_proven());
            let note = if is_proven { "" } else { " The docs do not prove how one follows the other." };
            docs::add(&mut lines, &format!("{text}{note}"));
        }
        if let Some(text) = stream {
            docs::add(&mut lines, &text);
        }
        if let Some(text) = security::describe(&operation.security.value, self.schemes) {
            docs::add(&mut lines, &text);
        }
        if !operation.responses.is_empty() {
            docs::add(&mut lines, "# Statuses");
        }
        let mut statuses: Vec<_> = operation.responses.iter().collect();
        statuses.sort_by_key(|response| response.status.value);
        list(&mut lines, statuses.into_iter().map(|response| format!("- {}", responses::describe(response))));
        if let Some(errors) = errors {
            docs::add(&mut lines, "# Errors");
            let text = format!(
                "[`Error::documented`](crate::Error::documented) gives the body of a documented failure as [`{0}`].",
                errors.ident
            );
            docs::add(&mut lines, &text);
        }
        lines
    }
}

fn list(lines: &mut Vec<String>, items: impl Iterator<Item = String>) {
    for (at, item) in items.enumerate() {
        if at == 0 {
            lines.push(String::new());
        }
        lines.push(item);
    }
}

fn verb(method: Method) -> &'static str {
    match method {
        Method::Get => "get",
        Method::Put => "put",
        Method::Post => "post",
        Method::Delete => "delete",
        Method::Options => "options",
        Method::Head => "head",
        Method::Patch => "patch",
        Method::Trace => "trace",
    }
}
