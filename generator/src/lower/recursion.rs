//! Models that contain themselves: a box breaks the cycle, and only there.

use std::collections::{BTreeMap, BTreeSet};

use crate::rust::{Ident, Model, ModelKind, Type};

/// Boxes every field by which a struct would contain itself, and turns aliases that only name each other into any JSON.
pub(super) fn break_cycles(models: &mut [Model]) {
    break_alias_cycles(models);
    let contains = direct_contents(models);
    let circles = circles(&contains);
    for model in models {
        let circle = circles.get(&model.ident);
        let ModelKind::Struct(structure) = &mut model.kind else { continue };
        for field in &mut structure.fields {
            let leads_back = direct(&field.ty).is_some_and(|target| circles.get(target) == circle);
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

/// A number for every model; those have the same that lead to each other and back (Kosaraju's algorithm).
fn circles(edges: &BTreeMap<Ident, BTreeSet<Ident>>) -> BTreeMap<&Ident, usize> {
    let mut backwards: BTreeMap<&Ident, Vec<&Ident>> = BTreeMap::new();
    for (from, to) in edges.iter().flat_map(|(from, all)| all.iter().map(move |to| (from, to))) {
        backwards.entry(to).or_default().push(from);
    }
    let mut circles = BTreeMap::new();
    for (number, start) in finished_last_first(edges).into_iter().enumerate() {
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            if !circles.contains_key(at) {
                circles.insert(at, number);
                open.extend(backwards.get(at).into_iter().flatten());
            }
        }
    }
    circles
}

/// The models, each before those that it leads to unless these lead back.
fn finished_last_first(edges: &BTreeMap<Ident, BTreeSet<Ident>>) -> Vec<&Ident> {
    let mut seen = BTreeSet::new();
    let mut finished = Vec::new();
    for start in edges.keys() {
        let mut open = vec![(start, false)];
        while let Some((at, is_finished)) = open.pop() {
            if is_finished {
                finished.push(at);
            } else if seen.insert(at) {
                open.push((at, true));
                open.extend(edges.get(at).into_iter().flatten().map(|next| (next, false)));
            }
        }
    }
    finished.reverse();
    finished
}

/// A type alias may not expand to itself, not even inside a `Vec`.
fn break_alias_cycles(models: &mut [Model]) {
    let mentions = |model: &Model| match &model.kind {
        ModelKind::Alias(target) => target.models().cloned().collect(),
        _ => BTreeSet::new(),
    };
    let edges: BTreeMap<Ident, BTreeSet<Ident>> =
        models.iter().map(|model| (model.ident.clone(), mentions(model))).collect();
    let circles = circles(&edges);
    for model in models {
        let circle = circles.get(&model.ident);
        if edges[&model.ident].iter().any(|target| circles.get(target) == circle) {
            model.kind = ModelKind::Alias(Type::Value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::naming::pascal;

    /// The circles among models, of which `A: B C` holds what it leads to.
    #[track_caller]
    fn check(models: &[&str], expected: &[&str]) {
        let models = models.iter().map(|model| model.split_once(": ").unwrap());
        let edges: BTreeMap<Ident, BTreeSet<Ident>> =
            models.map(|(from, to)| (pascal(from), to.split_whitespace().map(pascal).collect())).collect();
        let mut found: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for (ident, circle) in circles(&edges) {
            found.entry(circle).or_default().push(ident.to_string());
        }
        let mut found: Vec<String> = found.into_values().map(|circle| circle.join(" ")).collect();
        found.sort();
        assert_eq!(found, expected);
    }

    #[test]
    fn models_that_lead_to_each_other_are_in_one_circle() {
        check(&["A: B", "B: C", "C: "], &["A", "B", "C"]);
        check(&["A: B", "B: C", "C: A", "D: A"], &["A B C", "D"]);
        check(&["A: B C", "B: A", "C: D", "D: C B"], &["A B C D"]);
        check(&["A: B C", "B: A", "C: D", "D: C"], &["A B", "C D"]);
        check(&["A: A", "B: A"], &["A", "B"]);
    }
}
