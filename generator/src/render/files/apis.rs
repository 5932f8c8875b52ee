//! The files of the operations.

use std::collections::BTreeSet;

use askama::Template;

use crate::render::{BANNER, calls, errors, models, pages};
use crate::rust::{Api, Operation, Package, Passing, Type};

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
    external_uses: Vec<String>,
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
        let types: Vec<&Type> = api.operations.iter().flat_map(Operation::types).collect();
        let inner: Vec<&Type> = types.iter().flat_map(|ty| ty.walk()).collect();
        let has_errors = api.operations.iter().any(|operation| operation.errors.is_some());
        let mut names: BTreeSet<&str> = inner.iter().filter_map(|ty| ty.runtime_name()).collect();
        names.insert("Call");
        if has_errors {
            names.extend(["Bytes", "ErrorBody"]);
        }
        let mut runtime: Vec<&str> = names.into_iter().collect();
        if has_errors {
            runtime.push("http::StatusCode");
        }
        runtime.push("rt");
        let uses_map = inner.iter().any(|ty| matches!(ty, Type::Map(_)));
        let others: BTreeSet<String> = inner.iter().filter_map(|ty| models::external(ty)).collect();
        let uses_borrow =
            api.operations.iter().flat_map(Operation::inputs).any(|argument| argument.passing == Passing::Each);
        let std_uses = [(uses_borrow, "use std::borrow::Borrow;"), (uses_map, "use std::collections::BTreeMap;")];
        let uses_models = types.iter().any(|ty| ty.models().next().is_some());
        let uses_auth = api.operations.iter().any(|operation| operation.security.mentions_any());
        let crate_uses = [(uses_auth, "use crate::auth;"), (uses_models, "use crate::models;")];
        ApiFile {
            banner: BANNER,
            api,
            std_uses: std_uses.into_iter().filter(|(used, _)| *used).map(|(_, line)| line.to_owned()).collect(),
            external_uses: [format!("use docwright_runtime::{{{}}};", runtime.join(", "))]
                .into_iter()
                .chain(others)
                .collect(),
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
