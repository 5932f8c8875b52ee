//! Tokens as text. Items and methods are formatted one by one, because templates put the blank lines between them.

use proc_macro2::TokenStream;
use quote::quote;

use super::layout::{one_line, relayout};

/// An item as text, without a line break at the end.
pub(super) fn item(tokens: TokenStream) -> String {
    let item = match syn::parse2::<syn::Item>(tokens) {
        Ok(item) => item,
        // Tokens are made by `quote!` from checked identifiers and literals: this is a fault of ours, and the
        // generated crate should say so instead of the generator dying.
        Err(error) => syn::Item::Verbatim(error.into_compile_error()),
    };
    let file = syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
    prettyplease::unparse(&file).trim_end().to_owned()
}

/// A method as text, indented as inside an `impl`.
pub(super) fn method(tokens: TokenStream) -> String {
    let text = item(quote!(impl X { #tokens }));
    let inside = text.strip_prefix("impl X {\n").and_then(|rest| rest.strip_suffix("\n}"));
    relayout(inside.unwrap_or(&text))
}

/// An item without a block of members, as text: a static, a function, a tuple struct.
pub(super) fn flat_item(tokens: TokenStream) -> String {
    relayout(&item(tokens))
}

/// A type on one line, for the inside of a macro call.
pub(super) fn ty(tokens: &TokenStream) -> String {
    between("type X = ", &item(quote!(type X = #tokens;)))
}

/// An expression on one line, for the inside of a macro call.
pub(super) fn expression(tokens: &TokenStream) -> String {
    between("const X: () = ", &item(quote!(const X: () = #tokens;)))
}

fn between(before: &str, text: &str) -> String {
    let line = one_line(text);
    line.strip_prefix(before).and_then(|rest| rest.strip_suffix(';')).unwrap_or(&line).to_owned()
}

/// Statements as lines, indented as inside a function.
pub(super) fn statements(tokens: TokenStream) -> Vec<String> {
    inside(&relayout(&item(quote!(fn x() { #tokens })))).map(str::to_owned).collect()
}

/// The lines between the first and the last one: the body of a function.
pub(super) fn inside(function: &str) -> impl Iterator<Item = &str> {
    let length = function.lines().count();
    function.lines().take(length.saturating_sub(1)).skip(1)
}

/// Lines of documentation as attributes, which are printed as `///`.
pub(super) fn docs(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote!(#(#[doc = #lines])*)
}

/// An identifier.
pub(super) fn ident(ident: &crate::rust::Ident) -> proc_macro2::Ident {
    proc_macro2::Ident::new(ident.as_str(), proc_macro2::Span::call_site())
}
