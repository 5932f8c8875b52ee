//! Models: structs and how they are made, enumerations, aliases.

mod builder;
mod input;
mod lines;
mod notation;
mod object;
mod union;
mod uses;

use proc_macro2::TokenStream;
use quote::quote;

use super::format::{self, docs, ident};
use super::layout;
use super::types;
use crate::rust::{Constructor, Field, Ident, Model, ModelKind, Struct, Type, Variant, VariantValue};

pub(super) use notation::notation;
pub(super) use uses::{external, uses};

/// The items of a model: its type, then what belongs to it.
pub(super) fn render(model: &Model) -> Vec<String> {
    match &model.kind {
        ModelKind::Struct(structure) => render_struct(model, structure),
        ModelKind::Enum(variants) => render_enum(model, variants),
        ModelKind::Union(members) => union::render(model, members),
        ModelKind::Alias(target) => {
            let (docs, name, target) = (docs(&model.docs), ident(&model.ident), ty(target));
            vec![lines::join(&format::item(quote!(#docs pub type #name = #target;)))]
        }
    }
}

fn render_struct(model: &Model, structure: &Struct) -> Vec<String> {
    let name = ident(&model.ident);
    let item_docs = docs(&model.docs);
    let fields = structure.fields.iter().map(|field| {
        let (docs, name, declared) = (docs(&field.docs), ident(&field.ident), ty(&field.declared()));
        quote!(#docs pub #name: #declared)
    });
    let extra = structure.extra.iter().map(|extra| {
        let (name, values) = (ident(&extra.ident), ty(&extra.ty));
        quote! {
            /// What else is there: properties that the docs do not name.
            pub #name: BTreeMap<String, #values>
        }
    });
    let secrets: Vec<&Field> = structure.fields.iter().filter(|field| field.secret).collect();
    let debug = secrets.is_empty().then(|| quote!(Debug,));
    // What has no required field can begin empty.
    let default = structure.fields.iter().all(|field| !field.is_required()).then(|| quote!(Default,));
    let item = format::item(quote! {
        #item_docs
        #[derive(Clone, #debug #default PartialEq)]
        #[non_exhaustive]
        pub struct #name { #(#fields,)* #(#extra,)* }
    });
    let mut items = vec![lines::join(&item), object::render(model, structure)];
    if !secrets.is_empty() {
        items.push(redacted_debug(&model.ident, structure));
    }
    match &structure.constructor {
        Constructor::New => items.push(input::render(model, structure)),
        Constructor::Builder(builder) => items.extend(builder::render(model, structure, builder)),
        Constructor::None => {}
    }
    items
}

/// `Debug` without the secrets. What the docs do not name is left out, since it may be one.
fn redacted_debug(of: &Ident, structure: &Struct) -> String {
    let shown = |field: &Field| format!("{}{}", field.ident, if field.secret { " => [redacted]" } else { "" });
    let rest = structure.extra.iter().map(|_| "..".to_owned());
    let fields: Vec<String> = structure.fields.iter().map(shown).chain(rest).collect();
    layout::macro_call(&format!("docwright_runtime::redacted_debug!({of}"), &fields)
}

fn render_enum(model: &Model, variants: &[Variant]) -> Vec<String> {
    let name = ident(&model.ident);
    let item_docs = docs(&model.docs);
    let declared = variants.iter().map(|variant| {
        let (docs, name) = (docs(&[shown(&variant.value)]), ident(&variant.ident));
        quote!(#docs #name)
    });
    let item = format::item(quote! {
        #item_docs
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#declared,)*
            /// A value that the docs do not name.
            Unknown(UnknownValue),
        }
    });
    let arms: Vec<String> =
        variants.iter().map(|variant| format!("{} => {}", variant.ident, literal(&variant.value))).collect();
    let is_string = matches!(variants.first().map(|variant| &variant.value), Some(VariantValue::String(_)));
    let macro_name = if is_string { "string_enum" } else { "integer_enum" };
    let call = layout::macro_call(&format!("docwright_runtime::{macro_name}!({}", model.ident), &arms);
    vec![item, call]
}

/// The value as documentation; a backtick would end the code span that it stands in.
fn shown(value: &VariantValue) -> String {
    match value {
        VariantValue::String(text) if text.trim().is_empty() => "The empty string.".to_owned(),
        VariantValue::String(text) => format!("`{}`", text.replace(|c: char| c.is_control() || c == '`', " ")),
        VariantValue::Integer(number) => format!("`{number}`"),
    }
}

fn literal(value: &VariantValue) -> String {
    match value {
        VariantValue::String(text) => quote!(#text).to_string(),
        VariantValue::Integer(number) => number.to_string(),
    }
}

fn ty(ty: &Type) -> TokenStream {
    types::ty(ty, &quote!())
}
