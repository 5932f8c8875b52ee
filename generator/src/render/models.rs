//! Models: structs with constructor and setters, enumerations, aliases.

mod builder;
mod field;
mod notation;
mod union;
mod uses;

use proc_macro2::TokenStream;
use quote::quote;

use super::format::{self, docs, ident};
use super::types;
use crate::rust::{Constructor, Field, Ident, Model, ModelKind, Presence, Struct, Type, Variant, VariantValue};

pub(super) use notation::notation;
pub(super) use uses::{external, uses};

/// The text of a model's file, by parts.
#[derive(Debug, Default)]
pub(super) struct ModelText {
    /// The type itself, and its builder.
    pub(super) items: Vec<String>,
    /// A macro call, for enumerations and unions.
    pub(super) macros: Vec<String>,
    /// Methods by the type that has them.
    pub(super) methods: Vec<(Ident, Vec<String>)>,
}

/// Renders a model.
pub(super) fn render(model: &Model) -> ModelText {
    match &model.kind {
        ModelKind::Struct(structure) => render_struct(model, structure),
        ModelKind::Enum(variants) => render_enum(model, variants),
        ModelKind::Union(members) => union::render(model, members),
        ModelKind::Alias(target) => {
            let (docs, name, target) = (docs(&model.docs), ident(&model.ident), ty(target));
            let item = format::item(quote!(#docs pub type #name = #target;));
            ModelText { items: vec![item], ..ModelText::default() }
        }
    }
}

fn render_struct(model: &Model, structure: &Struct) -> ModelText {
    let name = ident(&model.ident);
    let item_docs = docs(&model.docs);
    let fields = structure.fields.iter().map(field::declaration);
    let extra = structure.extra.iter().map(|extra| {
        let (name, values) = (ident(&extra.ident), ty(&extra.ty));
        quote! {
            /// What else is there: properties that the docs do not name.
            #[serde(flatten)]
            pub #name: BTreeMap<String, #values>
        }
    });
    let secrets: Vec<&Field> = structure.fields.iter().filter(|field| field.secret).collect();
    let debug = secrets.is_empty().then(|| quote!(Debug,));
    // What has no required field can begin empty.
    let default = structure.fields.iter().all(|field| !field.is_required()).then(|| quote!(Default,));
    let item = format::item(quote! {
        #item_docs
        #[derive(Clone, #debug #default PartialEq, Serialize, Deserialize)]
        #[non_exhaustive]
        pub struct #name { #(#fields,)* #(#extra,)* }
    });
    let mut text = ModelText { items: vec![item], ..ModelText::default() };
    if !secrets.is_empty() {
        text.items.push(debug_impl(&model.ident, structure));
    }
    match &structure.constructor {
        Constructor::New => {
            let mut methods = vec![new(structure)];
            let optional = structure.fields.iter().filter(|field| !field.is_required());
            methods.extend(optional.map(|field| setter(field, &model.ident, field.presence == Presence::Optional)));
            text.methods.push((model.ident.clone(), methods));
        }
        Constructor::Builder(builder) => builder::render(model, structure, builder, &mut text),
        Constructor::None => {}
    }
    text
}

/// `Debug` without the secrets. What the docs do not name is left out, since it may be one.
fn debug_impl(of: &Ident, structure: &Struct) -> String {
    let (of, title) = (ident(of), of.to_string());
    let fields = structure.fields.iter().map(|field| {
        let (name, text) = (ident(&field.ident), field.ident.to_string());
        let shown = if field.secret { quote!(&rt::REDACTED) } else { quote!(&self.#name) };
        quote!(debug.field(#text, #shown);)
    });
    let finish = if structure.extra.is_some() { quote!(finish_non_exhaustive) } else { quote!(finish) };
    // Statements, not a chain: whether a chain fits a line is for rustfmt to say.
    format::item(quote! {
        impl fmt::Debug for #of {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut debug = f.debug_struct(#title);
                #(#fields)*
                debug.#finish()
            }
        }
    })
}

/// `new`, which takes the required fields.
fn new(structure: &Struct) -> String {
    let required: Vec<&Field> = structure.fields.iter().filter(|field| field.is_required()).collect();
    let arguments = required.iter().map(|field| {
        let (name, ty) = (ident(&field.ident), input_type(field));
        quote!(#name: #ty)
    });
    if required.is_empty() {
        let docs = docs(&["Begins empty; every field has a setter.".to_owned()]);
        return format::method(quote! {
            #docs
            pub fn new() -> Self { Default::default() }
        });
    }
    let values = structure.fields.iter().map(|field| {
        let name = ident(&field.ident);
        if !field.is_required() {
            let empty = match field.presence {
                Presence::OptionalNullable => quote!(Field::Absent),
                _ => quote!(None),
            };
            return quote!(#name: #empty);
        }
        match converted(field) {
            Some(value) => quote!(#name: #value),
            None => quote!(#name),
        }
    });
    let extra = structure.extra.iter().map(|extra| {
        let name = ident(&extra.ident);
        quote!(#name: BTreeMap::new())
    });
    let all = required.len() == structure.fields.len();
    let text = if all { "Takes every field." } else { "Takes the required fields; the others have setters." };
    let docs = docs(&[text.to_owned()]);
    format::method(quote! {
        #docs
        pub fn new(#(#arguments),*) -> Self { Self { #(#values,)* #(#extra,)* } }
    })
}

/// A setter of a field; `wrapped` if the value is kept in an `Option`.
fn setter(field: &Field, model: &Ident, wrapped: bool) -> String {
    let name = ident(&field.ident);
    let ty = input_type(field);
    let value = converted(field).unwrap_or_else(|| quote!(#name));
    let value = if wrapped { quote!(Some(#value)) } else { value };
    let docs = docs(&[format!("Sets [`{0}`](field@{model}::{0}).", field.ident)]);
    format::method(quote! {
        #docs
        pub fn #name(mut self, #name: #ty) -> Self {
            self.#name = #value;
            self
        }
    })
}

/// The type with which a value of the field is given.
fn input_type(field: &Field) -> TokenStream {
    let declared = ty(&field.ty);
    match (field.presence, &field.ty) {
        (Presence::RequiredNullable, _) => {
            let declared = ty(&field.declared());
            quote!(#declared)
        }
        (Presence::OptionalNullable, _) => quote!(impl Into<Field<#declared>>),
        (_, Type::String | Type::Base64 | Type::Union(_)) => quote!(impl Into<#declared>),
        (_, Type::Vec(items)) if **items == Type::String => quote!(impl IntoIterator<Item = impl Into<String>>),
        (_, Type::Vec(items)) => {
            let items = ty(items);
            quote!(impl IntoIterator<Item = #items>)
        }
        (_, Type::Box(inner)) => ty(inner),
        _ => declared,
    }
}

/// What is made of the value that is given; `None` if it is stored as it is.
fn converted(field: &Field) -> Option<TokenStream> {
    let name = ident(&field.ident);
    match (field.presence, &field.ty) {
        (Presence::RequiredNullable, _) => None,
        (Presence::OptionalNullable, _) | (_, Type::String | Type::Base64 | Type::Union(_)) => {
            Some(quote!(#name.into()))
        }
        (_, Type::Vec(items)) if **items == Type::String => Some(quote!(#name.into_iter().map(Into::into).collect())),
        (_, Type::Vec(_)) => Some(quote!(#name.into_iter().collect())),
        (_, Type::Box(_)) => Some(quote!(Box::new(#name))),
        _ => None,
    }
}

fn render_enum(model: &Model, variants: &[Variant]) -> ModelText {
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
    let one_line = format!("docwright_runtime::{macro_name}!({} {{ {} }});", model.ident, arms.join(", "));
    ModelText { items: vec![item], macros: vec![one_line], ..ModelText::default() }
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
