//! Models that contain themselves: a box breaks the cycle, and only there.

use std::collections::{BTreeMap, BTreeSet};

use crate::rust::{Ident, Model, ModelKind, Type};

/// Boxes every field by which a struct would contain itself, and turns aliases that only name each other into any JSON.
pub(super) fn break_cycles(models: &mut [Model]) {
    break_alias_cycles(models);
    let contains = direct_contents(models);
    for model in models {
        let owner = model.ident.clone();
        let ModelKind::Struct(structure) = &mut model.kind else { continue };
        for field in &mut structure.fields {
            let leads_back = direct(&field.ty).is_some_and(|target| reaches(&contains, target, &owner));
            if leads_back {
                field.ty = Type::Box(Box::new(field.ty.clone()));
            }
        }
    }
}

/// The model that a value of the type holds in itself, not behind a pointer.
fn direct(ty: &Type) -> Option<&Ident> {
    match ty {
        Type::Model(ident) => Some(ident),
        Type::Option(inner) | Type::Field(inner) => direct(inner),
        _ => None,
    }
}

/// For every model, the models that it holds in itself.
fn direct_contents(models: &[Model]) -> BTreeMap<Ident, BTreeSet<Ident>> {
    let contents = |model: &Model| match &model.kind {
        ModelKind::Struct(structure) => {
            structure.fields.iter().filter_map(|field| direct(&field.ty).cloned()).collect()
        }
        ModelKind::Alias(target) => direct(target).cloned().into_iter().collect(),
        // The members of a union that hold anything are boxed already.
        ModelKind::Enum(_) | ModelKind::Union(_) => BTreeSet::new(),
    };
    models.iter().map(|model| (model.ident.clone(), contents(model))).collect()
}

fn reaches(edges: &BTreeMap<Ident, BTreeSet<Ident>>, from: &Ident, to: &Ident) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        if at == to {
            return true;
        }
        if seen.insert(at) {
            open.extend(edges.get(at).into_iter().flatten());
        }
    }
    false
}

/// A type alias may not expand to itself, not even inside a `Vec`.
fn break_alias_cycles(models: &mut [Model]) {
    let mentions = |model: &Model| match &model.kind {
        ModelKind::Alias(target) => target.models().cloned().collect(),
        _ => BTreeSet::new(),
    };
    let edges: BTreeMap<Ident, BTreeSet<Ident>> =
        models.iter().map(|model| (model.ident.clone(), mentions(model))).collect();
    for model in models {
        if edges[&model.ident].iter().any(|target| reaches(&edges, target, &model.ident)) {
            model.kind = ModelKind::Alias(Type::Value);
        }
    }
}
