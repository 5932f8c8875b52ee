//! Unions: the enum, and the macro call that says what its members look like.

use quote::quote;

use super::{lines, ty};
use crate::render::format::{self, docs, ident};
use crate::render::{layout, types};
use crate::rust::{Member, Model, Shape, Type};

/// The items of a union.
pub(super) fn render(model: &Model, members: &[Member]) -> Vec<String> {
    let name = ident(&model.ident);
    let item_docs = docs(&model.docs);
    let variants = members.iter().map(|member| {
        let (docs, name, ty) = (docs(&member.docs), ident(&member.ident), ty(&member.ty));
        quote!(#docs #name(#ty))
    });
    let item = format::item(quote! {
        #item_docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that fits none of these.
            Unknown(UnknownMember),
        }
    });
    let mut lines = vec![format!("docwright_runtime::union!({} {{", model.ident)];
    for member in members {
        let (held, from) = match &member.ty {
            Type::Box(inner) => (&**inner, ""),
            Type::String => (&member.ty, " from &str"),
            ty => (ty, ""),
        };
        let held = types::text(held, &quote!());
        lines.extend(layout_shape(format!("{}({held}){from} => ", member.ident), &member.shape, ",", 4));
    }
    lines.push("});".to_owned());
    vec![lines::join(&item), lines.join("\n")]
}

/// A shape between what stands before and behind it, on as many lines as it needs.
fn layout_shape(before: String, shape: &Shape, behind: &str, indent: usize) -> Vec<String> {
    let line = format!("{}{before}{}{behind}", " ".repeat(indent), one_line(shape));
    if line.len() <= layout::MAX_WIDTH {
        return vec![line];
    }
    let head = format!("{before}rt::Shape::{}", name(shape));
    let around = |open: &str, inner: Vec<String>, close: &str| {
        let pad = " ".repeat(indent);
        let (first, last) = (format!("{pad}{head}{open}"), format!("{pad}{close}{behind}"));
        [first].into_iter().chain(inner).chain([last]).collect()
    };
    match shape {
        Shape::Nullable(inner) | Shape::List(inner) | Shape::Map(inner) => {
            layout_shape(format!("{head}(&"), inner, &format!("){behind}"), indent)
        }
        Shape::When(property, values, inner) => {
            let values = list(&strings(values));
            layout_shape(format!("{head}({}, {values}, &", literal(property)), inner, &format!("){behind}"), indent)
        }
        Shape::Object { required, optional, .. } => {
            let inner = [required, optional].into_iter().flat_map(|names| layout_list(&strings(names), indent + 4));
            around("(", inner.collect(), ")")
        }
        Shape::AnyOf(shapes) => {
            let inner = shapes.iter().flat_map(|shape| layout_shape(String::new(), shape, ",", indent + 4));
            around("(&[", inner.collect(), "])")
        }
        Shape::Strings(values) => around("(&[", layout::fill(&strings(values), indent + 4), "])"),
        Shape::Integers(values) => around("(&[", layout::fill(&integers(values), indent + 4), "])"),
        _ => vec![line],
    }
}

fn layout_list(items: &[String], indent: usize) -> Vec<String> {
    let pad = " ".repeat(indent);
    let line = format!("{pad}{},", list(items));
    if line.len() <= layout::MAX_WIDTH {
        return vec![line];
    }
    let inner = layout::fill(items, indent + 4);
    [format!("{pad}&[")].into_iter().chain(inner).chain([format!("{pad}],")]).collect()
}

fn one_line(shape: &Shape) -> String {
    let arguments = match shape {
        Shape::Any | Shape::Boolean | Shape::Integer | Shape::Number | Shape::String | Shape::Format => String::new(),
        Shape::Strings(values) => format!("({})", list(&strings(values))),
        Shape::Integers(values) => format!("({})", list(&integers(values))),
        Shape::Nullable(inner) | Shape::List(inner) | Shape::Map(inner) => format!("(&{})", one_line(inner)),
        Shape::Object { required, optional, .. } => {
            format!("({}, {})", list(&strings(required)), list(&strings(optional)))
        }
        Shape::When(property, values, inner) => {
            let property = literal(property);
            format!("({property}, {}, &{})", list(&strings(values)), one_line(inner))
        }
        Shape::AnyOf(shapes) => format!("({})", list(&shapes.iter().map(one_line).collect::<Vec<_>>())),
    };
    format!("rt::Shape::{}{arguments}", name(shape))
}

/// The runtime's name for it.
fn name(shape: &Shape) -> &'static str {
    match shape {
        Shape::Any => "Any",
        Shape::Boolean => "Boolean",
        Shape::Integer => "Integer",
        Shape::Number => "Number",
        Shape::String => "String",
        Shape::Format => "Format",
        Shape::Strings(_) => "Strings",
        Shape::Integers(_) => "Integers",
        Shape::Nullable(_) => "Nullable",
        Shape::List(_) => "List",
        Shape::Map(_) => "Map",
        Shape::Object { open: false, .. } => "Object",
        Shape::Object { open: true, .. } => "Open",
        Shape::When(..) => "When",
        Shape::AnyOf(_) => "AnyOf",
    }
}

fn list(items: &[String]) -> String {
    format!("&[{}]", items.join(", "))
}

fn strings(values: &[String]) -> Vec<String> {
    values.iter().map(|text| literal(text)).collect()
}

fn integers(values: &[i64]) -> Vec<String> {
    values.iter().map(i64::to_string).collect()
}

fn literal(text: &str) -> String {
    quote!(#text).to_string()
}
