//! Builders of structs with many required fields.

use quote::quote;

use super::{input, lines, redacted_debug, ty};
use crate::render::format::{self, docs, ident};
use crate::render::layout::MAX_WIDTH;
use crate::rust::{Ident, Model, Struct, Type};

/// The method that begins a value, and the builder of a struct.
pub(super) fn render(model: &Model, structure: &Struct, builder: &Ident) -> Vec<String> {
    let mut items = vec![methods(&model.ident, &begin(builder)), declaration(model, structure, builder)];
    if structure.fields.iter().any(|field| field.secret) {
        // What is set shows as in the finished value; an undocumented property is not in a builder.
        items.push(redacted_debug(builder, &Struct { extra: None, ..structure.clone() }));
    }
    items.push(input::setters(builder, model, structure));
    items.push(methods(builder, &build(model, structure)));
    items
}

/// Methods, which are text already, as those of a type.
fn methods(of: &Ident, methods: &str) -> String {
    format!("impl {of} {{\n{methods}\n}}")
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
    lines::join(&format::item(quote! {
        #docs
        #[derive(Clone, #debug Default)]
        pub struct #name { #(#fields),* }
    }))
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
            quote!(#field_name: rt::required(self.#field_name, #place)?)
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
    let method = format::method(quote! {
        #docs
        pub fn build(self) -> Result<#name, docwright_runtime::Error> { Ok(#name { #(#values,)* #(#extra,)* }) }
    });
    method.lines().flat_map(break_call).collect::<Vec<_>>().join("\n")
}

/// A line of `build`; where the call in it does not fit, each of its arguments has a line.
fn break_call(line: &str) -> Vec<String> {
    let call = line.strip_suffix(")?,").filter(|_| line.len() > MAX_WIDTH);
    match call.and_then(|call| call.split_once("rt::required(")) {
        Some((head, arguments)) => {
            let pad = &line[..line.len() - line.trim_start().len()];
            let arguments = arguments.split(", ").map(|argument| format!("{pad}    {argument},"));
            [format!("{head}rt::required(")].into_iter().chain(arguments).chain([format!("{pad})?,")]).collect()
        }
        None => vec![line.to_owned()],
    }
}
