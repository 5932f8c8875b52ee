//! How values of a model are made: a macro call with a line per method, each spelled as in a signature.

use quote::quote;

use super::ty;
use crate::render::layout::{MAX_WIDTH, fill};
use crate::render::types;
use crate::rust::{Field, Ident, Model, Presence, Struct, Type};

/// `new`, which takes the required fields, and setters of the others.
pub(super) fn render(model: &Model, structure: &Struct) -> String {
    let (required, optional): (Vec<&Field>, Vec<&Field>) =
        structure.fields.iter().partition(|field| field.is_required());
    let required: Vec<String> = required.iter().map(|field| format!("{}: {}", field.ident, taken(field))).collect();
    let rest = structure.extra.iter().map(|extra| format!("..{}", extra.ident));
    let methods = [new(&required)].into_iter().chain(optional.into_iter().map(setter)).chain(rest);
    call("input", model.ident.as_str(), &methods.collect::<Vec<_>>())
}

/// The setters that a builder has for all fields of its model.
pub(super) fn setters(builder: &Ident, model: &Model, structure: &Struct) -> String {
    let setters: Vec<String> = structure.fields.iter().map(setter).collect();
    call("setters", &format!("{builder} -> {}", model.ident), &setters)
}

/// On one line if it fits, otherwise with a line per method.
fn call(name: &str, of: &str, methods: &[String]) -> String {
    let head = format!("docwright_runtime::{name}!({of} {{");
    let line = format!("{head} {} }});", methods.join(", "));
    if line.len() <= MAX_WIDTH && !line.contains('\n') {
        return line;
    }
    let comma = |method: &String| if method.starts_with("..") { "" } else { "," };
    let methods = methods.iter().map(|method| format!("    {method}{}\n", comma(method)));
    format!("{head}\n{}}});", methods.collect::<String>())
}

fn new(required: &[String]) -> String {
    let line = format!("new({})", required.join(", "));
    if line.len() + "    ,".len() <= MAX_WIDTH {
        return line;
    }
    format!("new(\n{}\n    )", fill(required, 8).join("\n"))
}

fn setter(field: &Field) -> String {
    format!("{}({})", field.ident, taken(field))
}

/// What a value of the field is made of, in the words of the macros.
fn taken(field: &Field) -> String {
    let declared = ty(&field.ty);
    types::unspaced(&match (field.presence, &field.ty) {
        (Presence::RequiredNullable, _) => ty(&field.declared()),
        (Presence::OptionalNullable, _) => quote!(impl Into<Field<#declared>>),
        (_, Type::String | Type::Base64 | Type::Union(_)) => quote!(impl Into<#declared>),
        (_, Type::Vec(items)) if **items == Type::String => quote!(impl IntoIterator<Item = impl Into<String>>),
        (_, Type::Vec(items)) => {
            let items = ty(items);
            quote!(impl IntoIterator<Item = #items>)
        }
        (_, Type::Box(inner)) => {
            let inner = ty(inner);
            quote!(#inner => Box::new)
        }
        _ => declared,
    })
}
