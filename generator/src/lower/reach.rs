//! Which models a caller has to make.

use std::collections::{BTreeMap, BTreeSet};

use crate::rust::{Api, Constructor, Ident, Model, ModelKind, Operation, Type};

/// Takes the constructors from models that no request can hold: those are only read.
pub(super) fn keep_constructors(models: &mut [Model], apis: &[Api]) {
    let operations = apis.iter().flat_map(|api| &api.operations);
    let inputs: Vec<&Type> = operations.flat_map(Operation::input_types).collect();
    let by_ident: BTreeMap<&Ident, &Model> = models.iter().map(|model| (&model.ident, model)).collect();
    let mut open: Vec<Ident> = inputs.into_iter().flat_map(Type::models).cloned().collect();
    let mut reached = BTreeSet::new();
    while let Some(ident) = open.pop() {
        if let (Some(model), true) = (by_ident.get(&ident), reached.insert(ident)) {
            open.extend(model.types().iter().flat_map(Type::models).cloned());
        }
    }
    for model in models.iter_mut().filter(|model| !reached.contains(&model.ident)) {
        if let ModelKind::Struct(structure) = &mut model.kind {
            structure.constructor = Constructor::None;
        }
    }
}
