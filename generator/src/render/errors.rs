//! Documented error bodies: an enum, and which variant is for which status.

use quote::quote;

use super::format::{self, docs, ident};
use super::{layout, types};
use crate::rust::{Api, ErrorEnum, Operation, StatusPattern};

/// The enum.
pub(super) fn render_enum(api: &Api, operation: &Operation, errors: &ErrorEnum) -> String {
    let name = ident(&errors.ident);
    let title = docs(&[format!("What a failed [`{0}`]({1}::{0}) answers, by status.", operation.method, api.handle)]);
    let variants = errors.variants.iter().map(|variant| {
        let docs = docs(&variant.docs);
        let (name, ty) = (ident(&variant.ident), types::ty(&variant.ty, &quote!(models::)));
        quote!(#docs #name(#ty))
    });
    format::item(quote! {
        #title
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name { #(#variants),* }
    })
}

/// The macro call that chooses the variant by status.
pub(super) fn render_macro(errors: &ErrorEnum) -> String {
    let arms = errors.variants.iter().map(|variant| match variant.status {
        StatusPattern::Code(code) => format!("{code} => {}", variant.ident),
        StatusPattern::Range(first) => format!("{first}..={} => {}", first + 99, variant.ident),
        StatusPattern::Any => format!("_ => {}", variant.ident),
    });
    let arms: Vec<String> = arms.collect();
    layout::macro_call(&format!("docwright_runtime::error_body!({}", errors.ident), &arms)
}
