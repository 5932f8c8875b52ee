//! Builders of structs with many required fields.

use quote::quote;

use super::{ModelText, debug_impl, setter, ty};
use crate::render::format::{self, docs, ident};
use crate::rust::{Ident, Model, Presence, Struct, Type};

/// Adds the builder of a struct, and the method that begins it.
pub(super) fn render(model: &Model, structure: &Struct, builder: &Ident, text: &mut ModelText) {
    text.items.push(declaration(model, structure, builder));
    if structure.fields.iter().any(|field| field.secret) {
        // What is set shows as in the finished value; an undocumented property is not in a builder.
        text.items.push(debug_impl(builder, &Struct { extra: None, ..structure.clone() }));
    }
    text.methods.push((model.ident.clone(), vec![begin(builder)]));
    let wrapped = |presence| presence != Presence::OptionalNullable;
    let mut methods: Vec<String> =
        structure.fields.iter().map(|field| setter(field, &model.ident, wrapped(field.presence))).collect();
    methods.push(build(model, structure));
    text.methods.push((builder.clone(), methods));
}

/// The builder holds every field as it will be, in an `Option` where it must be set.
fn declaration(model: &Model, structure: &Struct, builder: &Ident) -> String {
    let name = ident(builder);
    let docs = docs(&[format!("Makes values of [`{}`] field by field.", model.ident)]);
    let fields = structure.fields.iter().map(|field| {
        let name = ident(&field.ident);
        let declared = field.declared();
        let held = if field.is_required() { ty(&Type::Option(Box::new(declared))) } else { ty(&declared) };
        quote!(#name: #held)
    });
    let debug = structure.fields.iter().all(|field| !field.secret).then(|| quote!(Debug,));
    format::item(quote! {
        #docs
        #[derive(Clone, #debug Default)]
        pub struct #name { #(#fields),* }
    })
}

fn begin(builder: &Ident) -> String {
    let builder = ident(builder);
    let text = "Begins a value field by field: there are too many required ones to tell them apart as arguments.";
    let docs = docs(&[text.to_owned()]);
    format::method(quote! {
        #docs
        pub fn builder() -> #builder { Default::default() }
    })
}

fn build(model: &Model, structure: &Struct) -> String {
    let name = ident(&model.ident);
    let values = structure.fields.iter().map(|field| {
        let field_name = ident(&field.ident);
        if field.is_required() {
            let place = format!("{}.{}", model.ident, field.ident);
            quote!(#field_name: docwright_runtime::rt::required(self.#field_name, #place)?)
        } else {
            quote!(#field_name: self.#field_name)
        }
    });
    let extra = structure.extra.iter().map(|extra| {
        let name = ident(&extra.ident);
        quote!(#name: BTreeMap::new())
    });
    let docs = docs(&[
        "The value.".to_owned(),
        String::new(),
        "# Errors".to_owned(),
        String::new(),
        "When a required field was not set; the error names it.".to_owned(),
    ]);
    format::method(quote! {
        #docs
        pub fn build(self) -> Result<#name, docwright_runtime::Error> { Ok(#name { #(#values,)* #(#extra,)* }) }
    })
}
