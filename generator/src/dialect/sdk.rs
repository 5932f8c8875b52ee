//! The Python sources of an SDK, which still hold what its pages have lost.
//!
//! The generators of LEG and NXT send a parameter in a statement of its method (`method`), that of PRI lists parameters
//! in tables (`endpoint`); all three give a model a class (`model`). The sources of TAG are not read, since its pages state
//! everything; those of its flat ancestor are, for their models (`flat`).

mod endpoint;
mod flat;
mod literal;
mod method;
mod model;
mod python;

use std::collections::BTreeMap;

use self::model::Model;
use self::python::Block;
use crate::names::{Names, OperationNames, PropertyNames, SchemaNames, Table, Wires, unplaced};
use crate::source::Docs;

/// Files that every SDK of a generator has, whose classes are no models.
const SUPPORT: &[&str] = &["api_client.py", "configuration.py", "exceptions.py", "rest.py", "schemas.py"];

/// What the sources of an SDK say.
#[derive(Clone, Debug, Default)]
pub struct Sdk {
    /// The names.
    pub names: Names,
    /// Whether the SDK is of the generator whose pages state all of this themselves.
    pub pages_suffice: bool,
}

/// Reads the sources of an SDK. What is no code of a known generator is passed over.
pub fn read(sources: &Docs) -> Sdk {
    let mut operations: BTreeMap<String, BTreeMap<String, OperationNames>> = BTreeMap::new();
    let mut models: BTreeMap<String, Model> = BTreeMap::new();
    let mut pages_suffice = false;
    for (_, page) in sources.pages() {
        let is_support = SUPPORT.iter().any(|file| page.path.rsplit('/').next() == Some(file));
        let tokens = python::tokens(&page.text);
        for class in python::blocks(&tokens).into_iter().filter_map(python::class) {
            let known = operations.entry(class.name.to_owned()).or_default();
            for (id, names) in read_operations(&class.body) {
                // Folders of builds hold the same file again.
                known.entry(id).or_insert(names);
            }
            let model = model::read(&class).or_else(|| flat::read(&class)).filter(|_| !is_support);
            if let Some(model) = model {
                models.entry(class.name.to_owned()).or_insert(model);
            }
            pages_suffice |= class.name == "Schema" && page.path.ends_with("schemas.py");
        }
    }
    // Its enumerations are lists of tags and paths.
    models.retain(|_, model| !pages_suffice || model.is_flat());
    let names = Names { operations: keyed(operations), schemas: schemas(&models) };
    Sdk { names, pages_suffice }
}

fn read_operations(body: &[Block<'_, '_>]) -> Vec<(String, OperationNames)> {
    let of_methods = body.iter().filter_map(|block| method::read(block));
    let of_tables = body.iter().flat_map(|block| endpoint::read(block));
    of_methods.chain(of_tables).filter(|(_, names)| !names.parameters.is_empty()).collect()
}

/// An operation that several classes have goes by its own name if it is the same in all of them.
fn keyed(classes: BTreeMap<String, BTreeMap<String, OperationNames>>) -> Table<OperationNames> {
    let mut called: BTreeMap<String, Vec<(String, OperationNames)>> = BTreeMap::new();
    for (class, operations) in classes {
        for (id, names) in operations {
            called.entry(id).or_default().push((class.clone(), names));
        }
    }
    let mut table = Table::new();
    for (id, namesakes) in called {
        let differ = namesakes.iter().any(|(_, names)| *names != namesakes[0].1);
        for (class, names) in namesakes {
            let key = if differ { format!("{class}.{id}") } else { id.clone() };
            table.insert(unplaced(key), names);
        }
    }
    table
}

fn schemas(models: &BTreeMap<String, Model>) -> Table<SchemaNames> {
    let schema = |(name, model): (&String, &Model)| {
        let mut names = SchemaNames::default();
        for (documented, wire) in model.properties() {
            let property = names.properties.entry(unplaced(documented.to_owned())).or_insert_with(|| PropertyNames {
                wire: Some(unplaced(Wires::default())),
                values: model.allowed(documented).map(unplaced),
            });
            if let Some(wires) = &mut property.wire {
                wires.as_mut().0.push(wire.to_owned());
            }
        }
        names.values = model.values().map(unplaced);
        let is_empty = names.properties.is_empty() && names.values.is_none();
        (!is_empty).then(|| (unplaced(name.clone()), names))
    };
    models.iter().filter_map(schema).collect()
}
