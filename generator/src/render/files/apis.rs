//! The files of the operations.

use std::collections::BTreeSet;

use askama::Template;

use crate::render::{BANNER, calls, errors, layout, models, pages};
use crate::rust::{Api, Operation, Package, Passing, Type};

#[derive(Template)]
#[template(path = "src/apis.rs")]
pub(super) struct ApisFile<'p> {
    banner: &'static str,
    /// In the order that rustfmt gives modules.
    apis: Vec<&'p Api>,
}

impl<'p> ApisFile<'p> {
    pub(super) fn new(package: &'p Package) -> Self {
        let mut apis: Vec<&Api> = package.apis.iter().collect();
        apis.sort_by_cached_key(|api| layout::name_order(api.accessor.as_str()));
        ApisFile { banner: BANNER, apis }
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
    method: String,
    call: Vec<String>,
    pages: Option<String>,
    errors: Vec<String>,
}

impl<'p> ApiFile<'p> {
    pub(super) fn new(package: &'p Package, api: &'p Api) -> Self {
        let types: Vec<&Type> = api.operations.iter().flat_map(Operation::types).collect();
        let inner: Vec<&Type> = types.iter().flat_map(|ty| ty.walk()).collect();
        let mut names: BTreeSet<&str> = inner.iter().filter_map(|ty| ty.runtime_name()).collect();
        names.insert("rt");
        let runtime: Vec<&str> = names.into_iter().collect();
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
            external_uses: layout::import("docwright_runtime", &runtime).into_iter().chain(others).collect(),
            crate_uses: crate_uses.into_iter().filter(|(used, _)| *used).map(|(_, line)| line.to_owned()).collect(),
            operations: api.operations.iter().map(|operation| OperationText::new(package, api, operation)).collect(),
        }
    }
}

impl OperationText {
    pub(super) fn new(package: &Package, api: &Api, operation: &Operation) -> Self {
        let errors = operation.errors.as_ref();
        let errors =
            errors.map(|errors| vec![errors::render_enum(api, operation, errors), errors::render_macro(errors)]);
        OperationText {
            method: calls::render_method(package, api, operation),
            call: calls::render_macros(api, operation),
            pages: pages::render(package, api, operation),
            errors: errors.unwrap_or_default(),
        }
    }
}
