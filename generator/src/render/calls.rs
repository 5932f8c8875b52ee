//! Operations: a method that prepares a call, the type of the call, and its setters.

use proc_macro2::TokenStream;
use quote::quote;

use super::format::{self, docs, ident};
use super::{example, types};
use crate::rust::{Api, Argument, EventData, Finish, Operation, Package, Passing, Security, Send, Setter, Type};

/// The method of the tag that prepares the call.
pub(super) fn render_method(package: &Package, api: &Api, operation: &Operation) -> String {
    let mut lines = operation.docs.clone();
    lines.extend(example::render(package, api, operation));
    let docs = docs(&lines);
    let (method, call) = (ident(&operation.method), ident(&operation.call));
    let models = quote!(models::);
    let arguments = operation.arguments.iter().map(|argument| {
        let (name, ty) = (ident(&argument.ident), types::argument(argument, &models));
        quote!(#name: #ty)
    });
    let description = description(operation);
    let sends = operation.arguments.iter().map(send);
    let finish = finish(operation.finish);
    let request = quote::format_ident!("{}", free_name(operation));
    let body = match operation.arguments.is_empty() {
        true => quote!(#call(rt::Request::new(self.client, &OPERATION).#finish)),
        false => quote! {
            let mut #request = rt::Request::new(self.client, &OPERATION);
            #(#request.#sends;)*
            #call(#request.#finish)
        },
    };
    format::method(quote! {
        #docs
        pub fn #method(self, #(#arguments),*) -> #call {
            static OPERATION: rt::Operation = #description;
            #body
        }
    })
}

/// What the request is called in the method: `request`, unless an argument is.
fn free_name(operation: &Operation) -> &'static str {
    let taken = |name: &&str| operation.arguments.iter().any(|argument| argument.ident.as_str() == *name);
    ["request", "call", "prepared"].into_iter().find(|name| !taken(name)).unwrap_or("rt_request")
}

/// The type of the call.
pub(super) fn render_call(api: &Api, operation: &Operation) -> String {
    let call = ident(&operation.call);
    let output = types::ty(&operation.output, &quote!(models::));
    let how = if operation.setters.is_empty() { "`.await` it" } else { "set what is optional, then `.await` it" };
    let docs = docs(&[format!("A call of [`{0}`]({1}::{0}): {how}.", operation.method, api.handle)]);
    format::flat_item(quote! {
        #docs
        #[derive(Debug)]
        #[must_use = "does nothing until awaited"]
        pub struct #call(Call<#output>);
    })
}

/// The macro calls that make the type a call, and one whose events can be read.
pub(super) fn render_macros(operation: &Operation) -> Vec<String> {
    let spelt = |ty: &Type| types::text(ty, &quote!(models::));
    let call = format!("docwright_runtime::call!({} -> {});", operation.call, spelt(&operation.output));
    let events = operation.events.as_ref().map(|events| match events {
        EventData::Text => format!("docwright_runtime::event_call!({});", operation.call),
        EventData::Json(data) => format!("docwright_runtime::event_call!({} -> {});", operation.call, spelt(data)),
    });
    [call].into_iter().chain(events).collect()
}

/// A setter of the call.
pub(super) fn render_setter(setter: &Setter) -> String {
    let docs = docs(&setter.docs);
    let name = ident(&setter.argument.ident);
    let ty = types::argument(&setter.argument, &quote!(models::));
    let send = send(&setter.argument);
    format::method(quote! {
        #docs
        pub fn #name(mut self, #name: #ty) -> Self {
            rt::request(&mut self.0).#send;
            self
        }
    })
}

/// `rt::Operation::get("/path").accept("…").security(&[…])`
fn description(operation: &Operation) -> TokenStream {
    let verb = quote::format_ident!("{}", operation.verb);
    let path = &operation.path;
    let accept = operation.accept.iter();
    let constants = |schemes: &[crate::rust::Ident]| {
        let schemes = schemes.iter().map(ident);
        quote!(&[#(&auth::#schemes),*])
    };
    let security = match &operation.security {
        Security::Listed(schemes) if schemes.is_empty() => quote!(),
        Security::Listed(schemes) => {
            let schemes = constants(schemes);
            quote!(.security(#schemes))
        }
        Security::Exactly(alternatives) => {
            let alternatives = alternatives.iter().map(|all| constants(all));
            quote!(.security_exactly(&[#(#alternatives),*]))
        }
    };
    let idempotent =
        operation.idempotent.map(|said| if said { quote!(.idempotent()) } else { quote!(.not_idempotent()) });
    quote!(rt::Operation::#verb(#path) #(.accept(#accept))* #security #idempotent)
}

/// The part of the request that an argument is.
fn send(argument: &Argument) -> TokenStream {
    let name = ident(&argument.ident);
    // What is borrowed already need not be borrowed again.
    let value = match argument.passing {
        Passing::Borrow => quote!(#name),
        Passing::Value => quote!(&#name),
        Passing::Into if matches!(argument.ty, Type::Bytes | Type::Body | Type::FilePart) => quote!(#name),
        Passing::Into => {
            let ty = types::ty(&argument.ty, &quote!(models::));
            quote!(&Into::<#ty>::into(#name))
        }
        // Files go on as they are; what is encoded has to be of one known type.
        Passing::Collect if matches!(argument.send, Send::Files(_)) => quote!(#name),
        Passing::Collect => quote!(&rt::strings(#name)),
        Passing::Each => {
            let item = types::item(&argument.ty, &quote!(models::));
            quote!(&rt::list::<#item>(#name))
        }
    };
    match &argument.send {
        Send::Path(wire) => quote!(path(#wire, #value)),
        Send::PathAs(wire, style) => {
            let style = quote::format_ident!("{style:?}");
            quote!(path_as(#wire, rt::PathStyle::#style, #value))
        }
        Send::Query(wire) => quote!(query(#wire, #value)),
        Send::QueryJoined(wire, separator) => quote!(query_joined(#wire, #separator, #value)),
        Send::QueryDeep(wire) => quote!(query_deep(#wire, #value)),
        Send::Header(wire) => quote!(header(#wire, #value)),
        Send::HeaderExploded(wire) => quote!(header_exploded(#wire, #value)),
        Send::Cookie(wire) => quote!(cookie(#wire, #value)),
        Send::CookieJoined(wire) => quote!(cookie_joined(#wire, #value)),
        Send::Json => quote!(json(#value)),
        Send::JsonAs(media_type) => quote!(json_as(#media_type, #value)),
        Send::Text(media_type) => quote!(text_as(#media_type, #value)),
        Send::Body(media_type) => quote!(body_as(#media_type, #value)),
        Send::Form(wire) => quote!(form(#wire, #value)),
        Send::FormJoined(wire, separator) => quote!(form_joined(#wire, #separator, #value)),
        Send::FormExploded(wire) => quote!(form_exploded(#wire, #value)),
        Send::FormDeep(wire) => quote!(form_deep(#wire, #value)),
        Send::Part(wire) => quote!(part(#wire, #value)),
        Send::PartJoined(wire, separator) => quote!(part_joined(#wire, #separator, #value)),
        Send::File(wire) => quote!(file(#wire, #value)),
        Send::Files(wire) => quote!(files(#wire, #value)),
    }
}

fn finish(finish: Finish) -> TokenStream {
    match finish {
        Finish::Empty => quote!(empty()),
        Finish::Json => quote!(decode()),
        Finish::Text => quote!(text()),
        Finish::Bytes => quote!(bytes()),
    }
}
