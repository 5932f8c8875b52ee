//! Answers that come in pages.

use super::models::Models;
use crate::api::{AnswerPath, PageStyle, Pagination};
use crate::rust::{self, Access, ModelKind, Pages, Step, Type};

/// How the pages of type `page` follow each other; `None` if they do not, or if their type has no place for what would
/// tell.
pub(super) fn lower_pages(pagination: &Pagination, page: &Type, models: &Models<'_>) -> Option<Pages> {
    let access = |path: &AnswerPath| Some(walk(path, page, models)?.0);
    let (items, list) = walk(&pagination.items, page, models)?;
    let Type::Vec(item) = list else { return None };
    let mut values: Vec<(&'static str, Access)> = Vec::new();
    let (style, first) = match &pagination.style {
        PageStyle::Page { parameter, first, current } => {
            let current = current.as_ref().and_then(access);
            if first.is_none() && current.is_none() {
                return None;
            }
            values.extend(current.map(|current| ("current", current)));
            (rust::PageStyle::Page(parameter.clone()), *first)
        }
        PageStyle::Offset { parameter, first } => {
            (rust::PageStyle::Offset(parameter.clone()), Some(*first).filter(|first| *first != 0))
        }
        PageStyle::Cursor { parameter, next } => (rust::PageStyle::Cursor(parameter.clone(), access(next)?), None),
        PageStyle::Link { next } => (rust::PageStyle::Link(access(next)?), None),
    };
    let Pagination { more, last, total, pages, .. } = pagination;
    for (method, path) in [("more", more), ("last", last), ("total", total), ("pages", pages)] {
        values.extend(path.as_ref().and_then(access).map(|value| (method, value)));
    }
    Some(Pages { style, first, size: pagination.size.clone(), item: *item, items, values })
}

/// The way along a path, and the type of what is there.
fn walk(path: &AnswerPath, page: &Type, models: &Models<'_>) -> Option<(Access, Type)> {
    let mut access = Access::default();
    let mut ty = plain(page, models);
    if let Type::Option(inner) = ty {
        access.is_nullable = true;
        ty = plain(&inner, models);
    }
    for name in &path.0 {
        let (step, next) = match &ty {
            Type::Map(values) => (Step::Key(name.clone()), (**values).clone()),
            Type::Model(ident) => {
                let ModelKind::Struct(structure) = &models.find(ident)?.kind else { return None };
                let field = structure.fields.iter().find(|field| field.wire_name == *name)?;
                (Step::Field(field.ident.clone(), field.presence), field.ty.clone())
            }
            _ => return None,
        };
        access.steps.push(step);
        ty = plain(&next, models);
    }
    Some((access, ty))
}

/// The type behind the names and boxes that it has.
fn plain(ty: &Type, models: &Models<'_>) -> Type {
    match ty {
        Type::Box(inner) => plain(inner, models),
        Type::Model(ident) => match models.find(ident).map(|model| &model.kind) {
            Some(ModelKind::Alias(target)) => plain(target, models),
            _ => ty.clone(),
        },
        _ => ty.clone(),
    }
}
