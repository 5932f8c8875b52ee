//! What a file of models imports.

use std::collections::BTreeSet;

use crate::render::layout::{import, name_order};
use crate::rust::{Constructor, Ident, Model, ModelKind, Module, Type};

/// The imports of a module's file, in groups: the standard library, other crates, the other modules of models.
pub(in crate::render) fn uses(models: &[&Model], modules: &[Module]) -> Vec<Vec<String>> {
    let types: Vec<Type> = models.iter().flat_map(|model| model.types()).collect();
    let inner: Vec<&Type> = types.iter().flat_map(Type::walk).collect();
    let mut runtime: BTreeSet<&str> = inner.iter().filter_map(|ty| ty.runtime_name()).collect();
    let others: BTreeSet<String> = inner.iter().filter_map(|ty| external(ty)).collect();
    for model in models {
        match &model.kind {
            ModelKind::Struct(structure) => {
                runtime.extend(matches!(structure.constructor, Constructor::Builder(_)).then_some("rt"));
            }
            ModelKind::Enum(_) => runtime.extend(["UnknownValue"]),
            ModelKind::Union(_) => runtime.extend(["UnknownMember", "rt"]),
            ModelKind::Alias(_) => {}
        }
    }
    let runtime: Vec<&str> = runtime.into_iter().collect();
    let mut external = if runtime.is_empty() { Vec::new() } else { import("docwright_runtime", &runtime) };
    external.extend(others);
    let uses_map = inner.iter().any(|ty| matches!(ty, Type::Map(_)));
    let standard = uses_map.then(|| "use std::collections::BTreeMap;".to_owned());
    let own: BTreeSet<&Ident> = models.iter().map(|model| &model.ident).collect();
    let elsewhere: BTreeSet<&Ident> =
        types.iter().flat_map(Type::models).filter(|ident| !own.contains(ident)).collect();
    let from_modules = modules.iter().flat_map(|module| {
        let names = module.models.iter().filter(|ident| elsewhere.contains(ident));
        let mut names: Vec<&str> = names.map(Ident::as_str).collect();
        names.sort_by_cached_key(|name| name_order(name));
        if names.is_empty() { Vec::new() } else { import(&format!("super::{}", module.ident), &names) }
    });
    let groups = [standard.into_iter().collect(), external, from_modules.collect()];
    groups.into_iter().filter(|group: &Vec<String>| !group.is_empty()).collect()
}

/// The import of a type from a crate that only some packages need.
pub(in crate::render) fn external(ty: &Type) -> Option<String> {
    ty.external_name().map(|(package, name)| format!("use {package}::{name};"))
}
