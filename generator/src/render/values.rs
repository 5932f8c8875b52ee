//! Values in examples, and what they import.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::format::ident;
use super::types;
use crate::rust::{Expr, Ident, Type};

/// The imports of models and types that values name.
pub(super) fn imports(crate_name: &Ident, values: &[&Expr]) -> Vec<String> {
    let all: Vec<&Expr> = values.iter().flat_map(|value| value.walk()).collect();
    let mut uses = Vec::new();
    if all.contains(&&Expr::EmptyMap) {
        uses.push("use std::collections::BTreeMap;".to_owned());
    }
    let models: BTreeSet<&str> = all.iter().filter_map(|value| value.model()).map(Ident::as_str).collect();
    let types: BTreeSet<&str> = all.iter().filter_map(|value| type_of(value)).collect();
    for (path, names) in [("::models", models), ("", types)] {
        match names.into_iter().collect::<Vec<_>>().as_slice() {
            [] => {}
            [only] => uses.push(format!("use {crate_name}{path}::{only};")),
            many => uses.push(format!("use {crate_name}{path}::{{{}}};", many.join(", "))),
        }
    }
    uses
}

/// The type that a value names, if it is no model.
fn type_of(value: &Expr) -> Option<&'static str> {
    match value {
        Expr::NilUuid | Expr::ParseAs(_, Type::Uuid) => Some("Uuid"),
        Expr::ParseAs(_, Type::Decimal) => Some("Decimal"),
        Expr::ParseAs(_, ty) => ty.runtime_name(),
        Expr::Null => Some("Value"),
        _ => None,
    }
}

/// A value as it is written.
pub(super) fn expr(value: &Expr) -> TokenStream {
    match value {
        Expr::String(text) | Expr::Secret(text) | Expr::Constant(text) => quote!(#text),
        Expr::Variable(name) => {
            let name = ident(name);
            quote!(#name)
        }
        Expr::Parsed(name) => {
            let name = ident(name);
            quote!(#name.parse()?)
        }
        Expr::Integer(number) => {
            let number = proc_macro2::Literal::i64_unsuffixed(*number);
            quote!(#number)
        }
        Expr::Float(number) => {
            let number = proc_macro2::Literal::f64_unsuffixed(*number);
            quote!(#number)
        }
        Expr::Bool => quote!(true),
        Expr::None => quote!(None),
        Expr::Null => quote!(Value::Null),
        Expr::EmptyMap => quote!(BTreeMap::new()),
        Expr::Parse(text) => quote!(#text.parse()?),
        Expr::ParseAs(text, ty) => {
            let ty = types::ty(ty, &quote!());
            quote!(#text.parse::<#ty>()?)
        }
        Expr::NilUuid => quote!(Uuid::nil()),
        Expr::Bytes(text) => {
            let bytes = proc_macro2::Literal::byte_string(text.as_bytes());
            quote!(#bytes)
        }
        Expr::Into(inner) => {
            let inner = expr(inner);
            quote!(#inner.into())
        }
        Expr::Vec(items) => {
            let items = items.iter().map(expr);
            quote!(vec![#(#items),*])
        }
        Expr::List(items) => {
            let items = items.iter().map(expr);
            quote!([#(#items),*])
        }
        Expr::New(model, arguments, setters) => {
            let model = ident(model);
            let arguments = arguments.iter().map(expr);
            let setters = self::setters(setters);
            quote!(#model::new(#(#arguments),*) #setters)
        }
        Expr::Build(model, setters) => {
            let model = ident(model);
            let setters = self::setters(setters);
            quote!(#model::builder() #setters.build()?)
        }
        Expr::Variant(model, variant) => {
            let (model, variant) = (ident(model), ident(variant));
            quote!(#model::#variant)
        }
        Expr::From(model, inner) => {
            let (model, inner) = (ident(model), expr(inner));
            quote!(#model::from(#inner))
        }
        Expr::Member(model, variant, inner) => {
            let (model, variant, inner) = (ident(model), ident(variant), expr(inner));
            quote!(#model::#variant(#inner))
        }
        Expr::Borrow(inner) => {
            let inner = expr(inner);
            quote!(&#inner)
        }
        Expr::Todo => quote!(todo!()),
    }
}

fn setters(setters: &[(Ident, Expr)]) -> TokenStream {
    let setters = setters.iter().map(|(name, value)| {
        let (name, value) = (ident(name), expr(value));
        quote!(.#name(#value))
    });
    quote!(#(#setters)*)
}
