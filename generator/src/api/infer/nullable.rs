//! Schemas that are null by themselves.

use std::collections::BTreeSet;

use crate::api::{Api, SchemaKind};

/// Where a named schema allows null, every place that refers to it does: a Rust type has no null of its own.
pub(super) fn infer_nulls(api: &mut Api) {
    let nullable: BTreeSet<String> =
        api.schemas.values().filter(|schema| schema.nullable).map(|schema| schema.name.clone()).collect();
    api.change_schemas(|schema| {
        if let SchemaKind::Ref(name) = &schema.kind {
            schema.nullable |= nullable.contains(name);
        }
    });
}
