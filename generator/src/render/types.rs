//! Types as tokens.

use proc_macro2::TokenStream;
use quote::quote;

use super::format::ident;
use crate::rust::{Argument, Passing, Type};

/// The type, its models with `models` before them: `models::` in the files of tags, nothing among models.
pub(super) fn ty(ty: &Type, models: &TokenStream) -> TokenStream {
    let of = |inner: &Type| self::ty(inner, models);
    match ty {
        Type::Unit => quote!(()),
        Type::Bool => quote!(bool),
        Type::I32 => quote!(i32),
        Type::I64 => quote!(i64),
        Type::F32 => quote!(f32),
        Type::F64 => quote!(f64),
        Type::String => quote!(String),
        Type::Bytes => quote!(Bytes),
        Type::Body => quote!(Body),
        Type::FilePart => quote!(FilePart),
        Type::Date => quote!(Date),
        Type::DateTime => quote!(DateTime),
        Type::Base64 => quote!(Base64),
        Type::Uuid => quote!(Uuid),
        Type::Decimal => quote!(Decimal),
        Type::Value => quote!(Value),
        Type::Model(model) | Type::Union(model) => {
            let model = ident(model);
            quote!(#models #model)
        }
        Type::Vec(inner) => {
            let inner = of(inner);
            quote!(Vec<#inner>)
        }
        Type::Map(inner) => {
            let inner = of(inner);
            quote!(BTreeMap<String, #inner>)
        }
        Type::Option(inner) => {
            let inner = of(inner);
            quote!(Option<#inner>)
        }
        Type::Field(inner) => {
            let inner = of(inner);
            quote!(Field<#inner>)
        }
        Type::Box(inner) => {
            let inner = of(inner);
            quote!(Box<#inner>)
        }
    }
}

/// The type as text, for the inside of a macro call.
pub(super) fn text(ty: &Type, models: &TokenStream) -> String {
    unspaced(&self::ty(ty, models))
}

/// Tokens of a type as a person writes them.
pub(super) fn unspaced(ty: &TokenStream) -> String {
    let spaced = [(" :: ", "::"), (" <", "<"), ("< ", "<"), (" >", ">"), (" ,", ",")];
    spaced.iter().fold(ty.to_string(), |text, (spaced, plain)| text.replace(spaced, plain))
}

/// The type with which an argument is declared.
pub(super) fn argument(argument: &Argument, models: &TokenStream) -> TokenStream {
    let plain = ty(&argument.ty, models);
    match (argument.passing, &argument.ty) {
        (Passing::Value, _) => plain,
        (Passing::Borrow, Type::String) => quote!(&str),
        (Passing::Borrow, _) => quote!(&#plain),
        (Passing::Into, _) => quote!(impl Into<#plain>),
        (Passing::Collect, list) => {
            let item = item(list, models);
            quote!(impl IntoIterator<Item = impl Into<#item>>)
        }
        (Passing::Each, list) => {
            let item = item(list, models);
            quote!(impl IntoIterator<Item = impl Borrow<#item>>)
        }
    }
}

/// The type of the items of a list.
pub(super) fn item(list: &Type, models: &TokenStream) -> TokenStream {
    match list {
        Type::Vec(item) => ty(item, models),
        other => ty(other, models),
    }
}
