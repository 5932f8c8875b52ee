//! Puts together what pages say, in the order of the pages.

use std::collections::{BTreeMap, BTreeSet};

use super::reader::{Described, Owner, Reader, of_handle};
use super::tag::{Compositions, types};
use crate::api::{Api, Info, NamedSchema, Operation, Schema, SchemaKind, SchemeKind, SecurityScheme};
use crate::diagnostic::{Code, Diagnostic};

/// What all pages say.
#[derive(Debug, Default)]
pub(super) struct Whole {
    pub(super) api: Api,
    pub(super) report: Vec<Diagnostic>,
    /// The schemas whose shape depends on several pages.
    pub(super) compositions: Compositions,
    /// The names of operations that some page lists or describes, whether they can be read or not.
    pub(super) mentioned: BTreeSet<String>,
}

/// Takes every page, in their order.
pub(super) fn gather(pages: impl IntoIterator<Item = Reader>) -> Whole {
    let mut gathering = Gathering::default();
    pages.into_iter().for_each(|page| gathering.add(page));
    gathering.name_in_place();
    gathering.whole
}

/// What is known while pages are taken.
#[derive(Default)]
struct Gathering {
    whole: Whole,
    /// The operations by name, verb and path, and the first of each name and tag.
    by_call: BTreeMap<[String; 3], usize>,
    by_tag: BTreeMap<[String; 2], usize>,
    /// Every tag of every operation.
    tags: BTreeSet<(usize, String)>,
    schemes: BTreeMap<String, usize>,
    /// What stands in the operations, one by one, and in models.
    in_operations: Vec<Vec<Described>>,
    in_models: Vec<(String, Vec<Described>)>,
}

impl Gathering {
    fn add(&mut self, page: Reader) {
        let whole = &mut self.whole;
        whole.report.extend(page.report);
        whole.mentioned.extend(page.mentioned);
        let Info { title, version, description } = page.info;
        let known = &mut whole.api.info;
        for (known, new) in
            [(&mut known.title, title), (&mut known.version, version), (&mut known.description, description)]
        {
            *known = new.or(known.take());
        }
        if let Some(server) = page.server {
            whole.api.server.get_or_insert(server);
        }
        let evidence = &mut whole.api.evidence;
        evidence.parameter_names.extend(page.evidence.parameter_names);
        evidence.property_names.extend(page.evidence.property_names);
        evidence.example_properties.extend(page.evidence.example_properties);
        page.schemes.into_iter().for_each(|scheme| self.add_scheme(scheme));
        page.operations.into_iter().for_each(|operation| self.add_operation(operation));
        page.models.into_iter().for_each(|model| self.add_model(model));
    }

    /// Adds an operation, unless one of that name is there already.
    fn add_operation(&mut self, Owner { value: operation, in_place }: Owner<Operation>) {
        let (id, tag) = (operation.id.value.clone(), operation.tag.value.clone());
        let call = [id.clone(), operation.method.value.to_string(), operation.path.value.to_string()];
        let same_call = self.by_call.get(&call).copied();
        let same_tag = self.by_tag.get(&[id.clone(), tag.clone()]).copied();
        let at = self.whole.api.operations.len();
        match (same_call, same_tag) {
            // Docs repeat an operation on the page of each of its tags. Other operations may share its name there.
            (Some(twin), other) if other.is_none_or(|other| twin <= other) => {
                if self.tags.insert((twin, tag)) {
                    self.whole.api.operations[twin].other_tags.push(operation.tag);
                }
            }
            (_, Some(_)) => self.whole.report.push(
                Diagnostic::new(
                    Code::Duplicate,
                    operation.span,
                    format!("a second operation called `{id}`, with another verb or path: left out"),
                )
                .help("rename one of them on its page"),
            ),
            _ => {
                self.by_call.insert(call, at);
                self.by_tag.insert([id, tag.clone()], at);
                self.tags.insert((at, tag));
                self.whole.api.operations.push(operation);
                self.in_operations.push(in_place);
            }
        }
    }

    /// Adds a model, unless one of that name is there already.
    fn add_model(&mut self, Owner { value: Described { schema, parts }, in_place }: Owner<Described>) {
        let name = schema.name.clone();
        if self.whole.api.schemas.contains_key(&name) {
            let span = schema.origin.span();
            self.whole.report.extend(span.map(|span| {
                Diagnostic::new(Code::Duplicate, span, format!("a second model called `{name}`: left out"))
                    .help("remove one of the two pages")
            }));
            return;
        }
        self.whole.api.schemas.insert(name.clone(), schema);
        if !parts.is_empty() {
            self.whole.compositions.insert(name.clone(), parts);
        }
        self.in_models.push((name, in_place));
    }

    /// Offers what a page says of a security scheme.
    fn add_scheme(&mut self, mut scheme: SecurityScheme) {
        let schemes = &mut self.whole.api.security_schemes;
        let Some(&at) = self.schemes.get(&scheme.name) else {
            self.schemes.insert(scheme.name.clone(), schemes.len());
            schemes.push(scheme);
            return;
        };
        let known = &mut schemes[at];
        // A scheme with several flows has a heading for each.
        if let (SchemeKind::OAuth2(flows), SchemeKind::OAuth2(more)) = (&known.kind.value, &mut scheme.kind.value) {
            let others = flows.iter().filter(|flow| more.iter().all(|other| other.grant != flow.grant));
            *more = others.cloned().chain(more.clone()).collect();
        }
        known.kind.offer(scheme.kind);
    }

    /// Names every schema that stands in its place after what it stands in. Operations of one name under several tags
    /// are told apart by these.
    fn name_in_place(&mut self) {
        let mut called: BTreeMap<String, usize> = BTreeMap::new();
        for operation in &self.whole.api.operations {
            *called.entry(operation.id.value.clone()).or_default() += 1;
        }
        let Whole { api, compositions, .. } = &mut self.whole;
        for (operation, in_place) in api.operations.iter_mut().zip(std::mem::take(&mut self.in_operations)) {
            let before = match called.get(&operation.id.value) {
                Some(2..) => format!("{}_", operation.tag.value),
                _ => String::new(),
            };
            let names = settle(in_place, &before, &mut api.schemas, compositions);
            operation.change_schemas(&mut |schema| rename(schema, &names));
        }
        for (model, in_place) in std::mem::take(&mut self.in_models) {
            let names = settle(in_place, "", &mut api.schemas, compositions);
            if let Some(schema) = api.schemas.get_mut(&model) {
                schema.change_schemas(&mut |schema| rename(schema, &names));
            }
            for part in compositions.get_mut(&model).into_iter().flatten() {
                part.change_schemas(&mut |schema| rename(schema, &names));
            }
        }
    }
}

/// Adds the schemas that stand in one owner; gives back their names, which begin with `before` and have a number where
/// a place holds several: bodies of several media types, say.
fn settle(
    in_place: Vec<Described>,
    before: &str,
    schemas: &mut BTreeMap<String, NamedSchema>,
    compositions: &mut Compositions,
) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for Described { mut schema, mut parts } in in_place {
        schema.change_schemas(&mut |inner| rename(inner, &names));
        parts.iter_mut().for_each(|part| part.change_schemas(&mut |inner| rename(inner, &names)));
        let wanted = format!("{before}{}", schema.name);
        schema.name.clone_from(&wanted);
        let mut number = 2;
        let is_known = loop {
            let Some(known) = schemas.get(&schema.name) else { break false };
            let known_parts = compositions.get(&schema.name).map_or(&[][..], Vec::as_slice);
            if known.says_the_same(&schema) && types(known_parts) == types(&parts) {
                break true;
            }
            schema.name = format!("{wanted}_{number}");
            number += 1;
        };
        names.push(schema.name.clone());
        if !is_known {
            if !parts.is_empty() {
                compositions.insert(schema.name.clone(), parts);
            }
            schemas.insert(schema.name.clone(), schema);
        }
    }
    names
}

/// Gives a reference that is a handle its name.
fn rename(schema: &mut Schema, names: &[String]) {
    if let SchemaKind::Ref(name) = &mut schema.kind
        && let Some(known) = of_handle(name).and_then(|at| names.get(at))
    {
        name.clone_from(known);
    }
}
