//! Which models lie together: those of one tag do, and those that several tags share.

use std::collections::{BTreeMap, BTreeSet};

use super::naming::{self, Scope};
use super::reach::Mentions;
use crate::rust::{Api, Ident, Model, Module, Operation, Type};

/// Puts each model where it is read: with its tag if the operations of one tag alone lead to it, otherwise with what is
/// shared. What a shared model mentions is shared, too, so that no tag's module needs another tag's.
pub(super) fn group(models: &[Model], apis: &[Api]) -> Vec<Module> {
    let tags = tags(models, apis);
    let mut scope = Scope::default();
    // A type and a module of one name cannot both be in `models`.
    for model in models.iter().filter(|model| model.ident.as_str() == model.ident.as_str().to_lowercase()) {
        scope.claim(model.ident.clone());
    }
    let mut modules: Vec<Module> = apis.iter().map(|api| module(&mut scope, api)).collect();
    modules.push(Module {
        ident: scope.claim(naming::snake("shared")),
        title: "Models that operations of several tags share, and those that none names.".to_owned(),
        models: BTreeSet::new(),
    });
    for model in models {
        let at = tags.get(&model.ident).copied().flatten().unwrap_or(apis.len());
        modules[at].models.insert(model.ident.clone());
    }
    modules.retain(|module| !module.models.is_empty());
    modules.sort_by(|a, b| a.ident.cmp(&b.ident));
    modules
}

/// An empty module for the models of a tag.
fn module(scope: &mut Scope, api: &Api) -> Module {
    Module {
        ident: scope.claim(api.accessor.clone()),
        title: format!("Models of the operations tagged `{}`.", api.title),
        models: BTreeSet::new(),
    }
}

/// For every model the number of the tag that alone leads to it, or `None`.
fn tags(models: &[Model], apis: &[Api]) -> BTreeMap<Ident, Option<usize>> {
    let mentions = Mentions::of(models);
    let mut tags: BTreeMap<Ident, Option<usize>> = BTreeMap::new();
    for (number, api) in apis.iter().enumerate() {
        let types = api.operations.iter().flat_map(Operation::types);
        for ident in mentions.reached(types.flat_map(Type::models)) {
            tags.entry(ident.clone()).and_modify(|tag| *tag = None).or_insert(Some(number));
        }
    }
    let unnamed = models.iter().map(|model| &model.ident).filter(|ident| !tags.contains_key(ident));
    let with_unnamed: Vec<Ident> = mentions.reached(unnamed).into_iter().cloned().collect();
    tags.extend(with_unnamed.into_iter().map(|ident| (ident, None)));
    tags
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::naming::pascal;
    use crate::rust::{Finish, ModelKind, Security};

    /// The modules of models, of which `A: B C` mentions others, when the operations of tags name some of them.
    #[track_caller]
    fn check(models: &[&str], tags: &[&str], expected: &[&str]) {
        let split = |text: &&str| -> (String, Vec<Type>) {
            let (name, others) = text.split_once(':').unwrap();
            (name.to_owned(), others.split_whitespace().map(|other| Type::Model(pascal(other))).collect())
        };
        let models = models.iter().map(split).map(|(name, others)| Model {
            ident: pascal(&name),
            docs: Vec::new(),
            kind: ModelKind::Union(others.into_iter().map(member).collect()),
        });
        let apis = tags.iter().map(split).map(|(tag, named)| Api {
            handle: pascal(&tag),
            accessor: naming::snake(&tag),
            title: tag,
            operations: named.into_iter().map(operation).collect(),
        });
        let modules = group(&models.collect::<Vec<_>>(), &apis.collect::<Vec<_>>());
        let shown = modules.iter().map(|module| {
            let models: Vec<&str> = module.models.iter().map(Ident::as_str).collect();
            format!("{}: {}", module.ident, models.join(" "))
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected);
    }

    fn member(ty: Type) -> crate::rust::Member {
        crate::rust::Member { ident: pascal("Member"), docs: Vec::new(), ty, shape: crate::rust::Shape::Any }
    }

    /// An operation that gives this.
    fn operation(output: Type) -> Operation {
        Operation {
            method: naming::snake("get"),
            call: pascal("Get"),
            docs: Vec::new(),
            summary: String::new(),
            verb: "get",
            path: "/".to_owned(),
            accept: None,
            idempotent: None,
            security: Security::Listed(Vec::new()),
            arguments: Vec::new(),
            setters: Vec::new(),
            output,
            finish: Finish::Json,
            pages: None,
            events: None,
            errors: None,
            example: Vec::new(),
            example_setter: None,
        }
    }

    #[test]
    fn what_one_tag_leads_to_lies_with_it() {
        check(&["Pet: Toy", "Toy:", "User:"], &["pets: Pet", "users: User"], &["pets: Pet Toy", "users: User"]);
    }

    #[test]
    fn what_several_tags_lead_to_is_shared_with_all_that_it_mentions() {
        check(
            &["Pet: Name", "Name: Text", "Text:", "User: Name"],
            &["pets: Pet", "users: User"],
            &["pets: Pet", "shared: Name Text", "users: User"],
        );
    }

    #[test]
    fn what_no_tag_leads_to_is_shared_with_all_that_it_mentions() {
        check(&["Pet:", "Event: Pet"], &["pets: Pet"], &["shared: Event Pet"]);
        check(&["Pet: Pet"], &[], &["shared: Pet"]);
    }

    #[test]
    fn modules_have_names_of_their_own() {
        check(&["Pet:", "Toy:"], &["shared: Pet"], &["shared: Pet", "shared_2: Toy"]);
        check(&["404:", "Toy:"], &["404: 404"], &["_404_2: _404", "shared: Toy"]);
    }
}
