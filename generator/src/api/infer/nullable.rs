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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::infer::support::{api, object, operation};
    use crate::api::{NamedSchema, Schema};

    #[test]
    fn what_refers_to_a_schema_that_may_be_null_may_be_null() {
        let name = NamedSchema { nullable: true, ..object("Name", &[]) };
        let pet = object("Pet", &["name: Name", "names: [Name]", "owner: Owner"]);
        let mut api = api([operation("/pets", &["name: Name", "tag"])], [name, pet, object("Owner", &[])]);
        infer_nulls(&mut api);
        let types = |schema: &Schema| schema.to_string();
        let parameters: Vec<String> = api.operations[0].parameters.iter().map(|p| types(&p.schema.value)).collect();
        assert_eq!(parameters, ["Name?", "string"]);
        let properties: Vec<String> = api.schemas["Pet"].schemas().into_iter().map(types).collect();
        assert_eq!(properties, ["Name?", "[Name?]", "Owner"]);
    }

    #[test]
    fn null_that_a_page_allows_stays_allowed() {
        let mut api = api([operation("/pets", &["owner: Owner"])], [object("Owner", &[])]);
        api.operations[0].parameters[0].schema.value.nullable = true;
        infer_nulls(&mut api);
        assert_eq!(api.operations[0].parameters[0].schema.value.to_string(), "Owner?");
    }
}
