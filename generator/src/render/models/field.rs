//! The fields of a struct.

use proc_macro2::TokenStream;
use quote::quote;

use super::lines::ATTRIBUTE_WIDTH;
use super::ty;
use crate::render::format::{docs, ident};
use crate::rust::{Field, Presence, RenameRule};

/// What the arguments of an attribute may take of a line: it is indented, and `#[serde(` and `)]` stand around them.
const WIDTH: usize = ATTRIBUTE_WIDTH - "    #[serde()]".len();

/// A field with its attributes; `rule` names those that do not do so by themselves.
pub(super) fn declaration(field: &Field, rule: Option<RenameRule>) -> TokenStream {
    let (docs, name, declared) = (docs(&field.docs), ident(&field.ident), ty(&field.declared()));
    let attributes = attributes(field, rule);
    quote!(#docs #(#[serde(#attributes)])* pub #name: #declared)
}

/// What serde is told, in as few attributes as fit a line each.
fn attributes(field: &Field, rule: Option<RenameRule>) -> Vec<TokenStream> {
    let rename = field.needs_rename(rule).then_some(("rename", &field.wire_name));
    let named = rename.into_iter().chain(field.alias.iter().map(|alias| ("alias", alias)));
    let named = named.map(|(key, name)| assignment(key, name));
    let skip = |when| assignment("skip_serializing_if", when);
    let presence = match field.presence {
        Presence::Required | Presence::RequiredNullable => Vec::new(),
        // Serde takes an `Option` that is absent for `None` by itself.
        Presence::Optional => vec![skip("Option::is_none")],
        Presence::OptionalNullable => vec![(quote!(default), "default".len()), skip("Field::is_absent")],
    };
    let mut lines: Vec<(TokenStream, usize)> = Vec::new();
    for (tokens, width) in named.chain(presence) {
        match lines.last_mut() {
            Some((line, used)) if *used + 2 + width <= WIDTH => {
                line.extend(quote!(, #tokens));
                *used += 2 + width;
            }
            _ => lines.push((tokens, width)),
        }
    }
    lines.into_iter().map(|(line, _)| line).collect()
}

/// `key = "value"`, and how wide it is.
fn assignment(key: &str, value: &str) -> (TokenStream, usize) {
    let name = proc_macro2::Ident::new(key, proc_macro2::Span::call_site());
    let width = format!("{key} = {}", proc_macro2::Literal::string(value)).chars().count();
    (quote!(#name = #value), width)
}
