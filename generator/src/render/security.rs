//! Security schemes: a `static` for the runtime, a function that makes a credential, a setter of the client's builder.

use quote::{format_ident, quote};

use super::format::{self, docs, ident};
use crate::rust::{Package, Scheme, SchemeKind};

/// The text of a scheme, by parts.
pub(in crate::render) struct SchemeText {
    pub(super) constant: String,
    pub(super) function: String,
    pub(super) setter: String,
}

/// Renders every scheme of the package.
pub(super) fn render(package: &Package) -> Vec<SchemeText> {
    package.schemes.iter().map(render_scheme).collect()
}

fn render_scheme(scheme: &Scheme) -> SchemeText {
    let (function, constant, name) = (ident(&scheme.function), ident(&scheme.constant), &scheme.name);
    let description = match &scheme.kind {
        SchemeKind::ApiKey { place, name: key, prefix } => {
            let place = format_ident!("{place}");
            let prefix = prefix.iter();
            quote!(rt::Scheme::api_key(#name, rt::Place::#place, #key) #(.prefix(#prefix))*)
        }
        SchemeKind::Basic => quote!(rt::Scheme::basic(#name)),
        SchemeKind::Bearer => quote!(rt::Scheme::bearer(#name)),
    };
    let is_basic = scheme.kind == SchemeKind::Basic;
    let (parameters, values) = if is_basic {
        (quote!(user: impl Into<String>, password: impl Into<String>), quote!(user, password))
    } else if matches!(scheme.kind, SchemeKind::ApiKey { .. }) {
        (quote!(key: impl Into<String>), quote!(key))
    } else {
        (quote!(token: impl Into<String>), quote!(token))
    };
    let make = if is_basic { quote!(rt::basic) } else { quote!(rt::secret) };
    let function_docs = docs(&scheme.docs);
    let setter_docs = docs(&[format!("Takes a credential: [`auth::{0}`](crate::auth::{0}).", scheme.function)]);
    SchemeText {
        constant: format::flat_item(quote!(pub(crate) static #constant: rt::Scheme = #description;)),
        function: format::flat_item(quote! {
            #function_docs
            pub fn #function(#parameters) -> Credential { #make(&#constant, #values) }
        }),
        setter: format::method(quote! {
            #setter_docs
            pub fn #function(self, #parameters) -> Self { self.credential(auth::#function(#values)) }
        }),
    }
}
