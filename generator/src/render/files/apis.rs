//! The files of the operations.

use std::collections::BTreeSet;

use askama::Template;

use crate::render::{BANNER, calls, errors, pages};
use crate::rust::{Api, Argument, EventData, Operation, Package, Passing, Type};

#[derive(Template)]
#[template(path = "src/apis.rs")]
pub(super) struct ApisFile<'p> {
    banner: &'static str,
    package: &'p Package,
}

impl<'p> ApisFile<'p> {
    pub(super) fn new(package: &'p Package) -> Self {
        ApisFile { banner: BANNER, package }
    }
}

#[derive(Template)]
#[template(path = "src/apis/[tag].rs")]
pub(super) struct ApiFile<'p> {
    banner: &'static str,
    api: &'p Api,
    std_uses: Vec<String>,
    runtime_uses: Vec<String>,
    crate_uses: Vec<String>,
    operations: Vec<OperationText>,
}

/// The text of an operation, by parts.
pub(super) struct OperationText {
    name: String,
    method: String,
    call: String,
    call_macros: Vec<String>,
    pages: Option<String>,
    setters: Vec<String>,
    errors: Vec<String>,
}

impl<'p> ApiFile<'p> {
    pub(super) fn new(package: &'p Package, api: &'p Api) -> Self {
        let types = types_of(api);
        let has_errors = api.operations.iter().any(|operation| operation.errors.is_some());
        let mut names: BTreeSet<&str> = types.iter().flat_map(Type::walk).filter_map(Type::runtime_name).collect();
        names.insert("Call");
        if has_errors {
            names.extend(["Bytes", "ErrorBody"]);
        }
        let mut runtime: Vec<&str> = names.into_iter().collect();
        if has_errors {
            runtime.push("http::StatusCode");
        }
        runtime.push("rt");
        let uses_map = types.iter().flat_map(Type::walk).any(|ty| matches!(ty, Type::Map(_)));
        let uses_borrow = arguments_of(api).any(|argument| argument.passing == Passing::Each);
        let std_uses = [(uses_borrow, "use std::borrow::Borrow;"), (uses_map, "use std::collections::BTreeMap;")];
        let uses_models = types.iter().any(|ty| ty.models().next().is_some());
        let uses_auth = api.operations.iter().any(|operation| operation.security.mentions_any());
        let crate_uses = [(uses_auth, "use crate::auth;"), (uses_models, "use crate::models;")];
        ApiFile {
            banner: BANNER,
            api,
            std_uses: std_uses.into_iter().filter(|(used, _)| *used).map(|(_, line)| line.to_owned()).collect(),
            runtime_uses: vec![format!("use docwright_runtime::{{{}}};", runtime.join(", "))],
            crate_uses: crate_uses.into_iter().filter(|(used, _)| *used).map(|(_, line)| line.to_owned()).collect(),
            operations: api.operations.iter().map(|operation| OperationText::new(package, api, operation)).collect(),
        }
    }
}

impl OperationText {
    pub(super) fn new(package: &Package, api: &Api, operation: &Operation) -> Self {
        let errors = operation.errors.as_ref();
        let errors =
            errors.map(|errors| vec![errors::render_enum(api, operation, errors), errors::render_impl(errors)]);
        OperationText {
            name: operation.call.to_string(),
            method: calls::render_method(package, api, operation),
            call: calls::render_call(api, operation),
            call_macros: calls::render_macros(operation),
            pages: pages::render(package, api, operation),
            setters: operation.setters.iter().map(calls::render_setter).collect(),
            errors: errors.unwrap_or_default(),
        }
    }
}

fn types_of(api: &Api) -> Vec<Type> {
    let arguments = arguments_of(api).map(|argument| argument.ty.clone());
    let results = api.operations.iter().flat_map(|operation| {
        let errors = operation.errors.iter().flat_map(|errors| &errors.variants).map(|variant| &variant.ty);
        let events = operation.events.iter().filter_map(|events| match events {
            EventData::Json(data) => Some(data),
            EventData::Text => None,
        });
        let items = operation.pages.iter().map(|pages| &pages.item);
        errors.chain(events).chain(items).chain([&operation.output]).cloned()
    });
    arguments.chain(results).collect()
}

fn arguments_of(api: &Api) -> impl Iterator<Item = &Argument> {
    api.operations
        .iter()
        .flat_map(|operation| operation.arguments.iter().chain(operation.setters.iter().map(|setter| &setter.argument)))
}
