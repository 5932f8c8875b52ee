//! Which models others lead to.

use std::collections::{BTreeMap, BTreeSet};

use crate::rust::{Api, Constructor, Ident, Model, ModelKind, Operation, Type};

/// The models that each model mentions.
pub(super) struct Mentions(BTreeMap<Ident, Vec<Ident>>);

impl Mentions {
    pub(super) fn of(models: &[Model]) -> Self {
        let mentions = |model: &Model| model.types().iter().flat_map(Type::models).cloned().collect();
        Mentions(models.iter().map(|model| (model.ident.clone(), mentions(model))).collect())
    }

    /// The models among `start`, and all that these lead to.
    pub(super) fn reached<'m>(&'m self, start: impl IntoIterator<Item = &'m Ident>) -> BTreeSet<&'m Ident> {
        let mut open: Vec<&Ident> = start.into_iter().collect();
        let mut reached = BTreeSet::new();
        while let Some(ident) = open.pop() {
            if let (Some(mentioned), true) = (self.0.get(ident), reached.insert(ident)) {
                open.extend(mentioned);
            }
        }
        reached
    }
}

/// Takes the constructors from models that no request can hold: those are only read.
pub(super) fn keep_constructors(models: &mut [Model], apis: &[Api]) {
    let mentions = Mentions::of(models);
    let operations = apis.iter().flat_map(|api| &api.operations);
    let reached = mentions.reached(operations.flat_map(Operation::input_types).flat_map(Type::models));
    for model in models.iter_mut().filter(|model| !reached.contains(&model.ident)) {
        if let ModelKind::Struct(structure) = &mut model.kind {
            structure.constructor = Constructor::None;
        }
    }
}
