//! What a model's file imports.

use std::collections::BTreeSet;

use crate::render::layout::import;
use crate::rust::{Ident, Model, ModelKind, Type};

/// The imports of a model's file, in groups: the standard library, other crates, this crate.
pub(in crate::render) fn uses(model: &Model) -> Vec<Vec<String>> {
    let types = model.types();
    let inner: Vec<&Type> = types.iter().flat_map(Type::walk).collect();
    let mut runtime: BTreeSet<&str> = inner.iter().filter_map(|ty| ty.runtime_name()).collect();
    let mut others: BTreeSet<String> = inner.iter().filter_map(|ty| external(ty)).collect();
    let mut has_secrets = false;
    match &model.kind {
        ModelKind::Struct(structure) => {
            others.insert("use serde::{Deserialize, Serialize};".to_owned());
            has_secrets = structure.fields.iter().any(|field| field.secret);
            runtime.extend(has_secrets.then_some("rt"));
        }
        ModelKind::Enum(_) => runtime.extend(["UnknownValue"]),
        ModelKind::Union(_) => runtime.extend(["UnknownMember", "rt"]),
        ModelKind::Alias(_) => {}
    }
    let runtime: Vec<&str> = runtime.into_iter().collect();
    let mut external = if runtime.is_empty() { Vec::new() } else { import("docwright_runtime", &runtime) };
    external.extend(others);
    let uses_map = inner.iter().any(|ty| matches!(ty, Type::Map(_)));
    let standard = [(uses_map, "use std::collections::BTreeMap;"), (has_secrets, "use std::fmt;")];
    let standard = standard.into_iter().filter(|(used, _)| *used).map(|(_, line)| line.to_owned());
    let models: BTreeSet<&Ident> = types.iter().flat_map(Type::models).filter(|other| **other != model.ident).collect();
    let models: Vec<&str> = models.into_iter().map(Ident::as_str).collect();
    let own = if models.is_empty() { Vec::new() } else { import("super", &models) };
    let groups = [standard.collect(), external, own];
    groups.into_iter().filter(|group: &Vec<String>| !group.is_empty()).collect()
}

/// The import of a type from a crate that only some packages need.
pub(in crate::render) fn external(ty: &Type) -> Option<String> {
    ty.external_name().map(|(package, name)| format!("use {package}::{name};"))
}
