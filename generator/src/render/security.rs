//! Security schemes: a `static` for the runtime, functions that make credentials, a setter of the client's builder.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::format::{self, docs, ident};
use crate::rust::{OAuthFlow, OAuthGrant, Package, Scheme, SchemeKind, Security};

/// The text of a scheme, by parts.
pub(in crate::render) struct SchemeText {
    pub(super) constant: String,
    pub(super) functions: Vec<String>,
    pub(super) setter: String,
}

/// Renders every scheme of the package.
pub(super) fn render(package: &Package) -> Vec<SchemeText> {
    package.schemes.iter().map(render_scheme).collect()
}

/// The list of every scheme, for the operations that list them all.
pub(super) fn render_all(package: &Package) -> Option<String> {
    let mut operations = package.apis.iter().flat_map(|api| &api.operations);
    let constants = package.schemes.iter().map(|scheme| ident(&scheme.constant));
    let is_used = operations.any(|operation| operation.security == Security::All);
    is_used.then(|| format::flat_item(quote!(pub(crate) const ALL: &[&rt::Scheme] = &[#(&#constants),*];)))
}

fn render_scheme(scheme: &Scheme) -> SchemeText {
    let (function, constant) = (ident(&scheme.function), ident(&scheme.constant));
    let description = describe(scheme);
    let (parameters, values, make) = match scheme.kind {
        SchemeKind::Basic => {
            (quote!(user: impl Into<String>, password: impl Into<String>), quote!(user, password), quote!(rt::basic))
        }
        SchemeKind::ApiKey { .. } => (quote!(key: impl Into<String>), quote!(key), quote!(rt::secret)),
        SchemeKind::Bearer | SchemeKind::OAuth2 { .. } => {
            (quote!(token: impl Into<String>), quote!(token), quote!(rt::secret))
        }
    };
    let function_docs = docs(&scheme.docs);
    let same = format!("The same as `credential` with [`auth::{0}`](crate::auth::{0}).", scheme.function);
    let setter_docs = docs(&[scheme.docs.as_slice(), &[String::new(), same]].concat());
    let mut functions = vec![format::flat_item(quote! {
        #function_docs
        pub fn #function(#parameters) -> Credential { #make(&#constant, #values) }
    })];
    if let SchemeKind::OAuth2 { flows, .. } = &scheme.kind {
        functions.extend(flows.iter().map(|flow| render_flow(flow, scheme)));
    }
    functions.extend([render_provided(scheme), render_signed(scheme)]);
    SchemeText {
        constant: format::flat_item(quote!(pub(crate) static #constant: rt::Scheme = #description;)),
        functions,
        setter: format::method(quote! {
            #setter_docs
            pub fn #function(self, #parameters) -> Self { self.credential(auth::#function(#values)) }
        }),
    }
}

/// `rt::Scheme::api_key("key", rt::Place::Header, "X-Key")`
fn describe(scheme: &Scheme) -> TokenStream {
    let name = &scheme.name;
    match &scheme.kind {
        SchemeKind::ApiKey { place, name: key, prefix } => {
            let place = format_ident!("{place}");
            let prefix = prefix.iter();
            quote!(rt::Scheme::api_key(#name, rt::Place::#place, #key) #(.prefix(#prefix))*)
        }
        SchemeKind::Basic => quote!(rt::Scheme::basic(#name)),
        SchemeKind::Bearer => quote!(rt::Scheme::bearer(#name)),
        SchemeKind::OAuth2 { flows, scopes } => {
            let flows = flows.iter().map(|flow| {
                let setter = match flow.grant {
                    OAuthGrant::ClientCredentials => quote!(client_credentials),
                    OAuthGrant::Password => quote!(password),
                    OAuthGrant::RefreshToken => quote!(refresh),
                };
                let url = &flow.token_url;
                quote!(.#setter(#url))
            });
            let scopes = (!scopes.is_empty()).then(|| quote!(.scopes(&[#(#scopes),*])));
            quote!(rt::Scheme::oauth2(#name) #(#flows)* #scopes)
        }
    }
}

/// The function that makes a credential which fetches its tokens by itself.
fn render_flow(flow: &OAuthFlow, scheme: &Scheme) -> String {
    let (function, constant) = (ident(&flow.function), ident(&scheme.constant));
    let (what, make, names): (_, _, &[&str]) = match flow.grant {
        OAuthGrant::ClientCredentials => ("the client's own name and secret", "client_credentials", &["id", "secret"]),
        OAuthGrant::Password => ("a user's name and password", "password", &["user", "password"]),
        OAuthGrant::RefreshToken => ("a refresh token", "refresh_token", &["refresh_token"]),
    };
    let (make, names) = (format_ident!("{make}"), names.iter().map(|name| format_ident!("{name}")).collect::<Vec<_>>());
    let docs =
        docs(&[format!("As [`{}`], with tokens that are fetched by {what} and renewed in time.", scheme.function)]);
    format::flat_item(quote! {
        #docs
        pub fn #function(#(#names: impl Into<String>),*) -> Credential { rt::#make(&#constant, #(#names),*) }
    })
}

fn render_provided(scheme: &Scheme) -> String {
    let (function, constant) = (ident(&scheme.provided), ident(&scheme.constant));
    let docs = docs(&[format!("As [`{}`], with a secret that is asked for when it is needed.", scheme.function)]);
    format::flat_item(quote! {
        #docs
        pub fn #function(provider: impl CredentialProvider) -> Credential { rt::provided(&#constant, provider) }
    })
}

fn render_signed(scheme: &Scheme) -> String {
    let (function, constant) = (ident(&scheme.signed), ident(&scheme.constant));
    let docs = docs(&[format!(
        "In place of [`{}`], what a [`Signer`] computes from each request of the operations that list the scheme.",
        scheme.function
    )]);
    format::flat_item(quote! {
        #docs
        pub fn #function(signer: impl Signer) -> Credential { rt::signed(&#constant, signer) }
    })
}
