//! Documented error bodies: an enum, and how to read it.

use quote::quote;

use super::format::{self, docs, ident};
use super::types;
use crate::rust::{Api, ErrorEnum, ErrorVariant, Operation, StatusPattern};

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

/// The implementation that chooses the variant by status.
pub(super) fn render_impl(errors: &ErrorEnum) -> String {
    let name = ident(&errors.ident);
    if let [ErrorVariant { ident: only, status: StatusPattern::Any, .. }] = errors.variants.as_slice() {
        let only = ident(only);
        return format::item(quote! {
            impl ErrorBody for #name {
                fn decode(_: StatusCode, raw: &Bytes) -> Option<Self> { rt::body(raw).map(Self::#only) }
            }
        });
    }
    let arms = errors.variants.iter().map(|variant| {
        let variant_name = ident(&variant.ident);
        let pattern = match variant.status {
            StatusPattern::Code(code) => {
                let code = proc_macro2::Literal::u16_unsuffixed(code);
                quote!(#code)
            }
            StatusPattern::Range(first) => {
                let (first, last) =
                    (proc_macro2::Literal::u16_unsuffixed(first), proc_macro2::Literal::u16_unsuffixed(first + 99));
                quote!(#first..=#last)
            }
            StatusPattern::Any => quote!(_),
        };
        quote!(#pattern => rt::body(raw).map(Self::#variant_name))
    });
    let is_total = errors.variants.iter().any(|variant| variant.status == StatusPattern::Any);
    let rest = (!is_total).then(|| quote!(_ => None));
    let arms = arms.chain(rest);
    format::item(quote! {
        impl ErrorBody for #name {
            fn decode(status: StatusCode, raw: &Bytes) -> Option<Self> {
                match status.as_u16() { #(#arms),* }
            }
        }
    })
}
