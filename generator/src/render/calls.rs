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
    format::method(quote! {
        #docs
        pub fn #method(self, #(#arguments),*) -> #call {
            static OPERATION: rt::Operation = #description;
            rt::Draft::new(self.0, &OPERATION) #(.#sends)* .#finish(#call)
        }
    })
}

/// The macro calls that make the type of the call, with a line per optional parameter, and let its events be read.
/// rustfmt leaves alone what stands in their braces.
pub(super) fn render_macros(api: &Api, operation: &Operation) -> Vec<String> {
    let spelt = |ty: &Type| types::text(ty, &quote!(models::));
    let (method, name, output) = (&operation.method, &operation.call, spelt(&operation.output));
    let call = format!("{}::{method} => {name} -> {output}", api.handle);
    let mut lines = match operation.setters.as_slice() {
        [] => vec![format!("docwright_runtime::call!({call});")],
        setters => {
            let setters =
                setters.iter().flat_map(render_setter).map(|line| format!("        {line}").trim_end().to_owned());
            let [open, inner, close] = ["docwright_runtime::call! {", "    ", "    }\n}"];
            [open.to_owned(), format!("{inner}{call} {{")]
                .into_iter()
                .chain(setters)
                .chain([close.to_owned()])
                .collect()
        }
    };
    lines.extend(operation.events.as_ref().map(|events| match events {
        EventData::Text => format!("docwright_runtime::event_call!({name});"),
        EventData::Json(data) => format!("docwright_runtime::event_call!({name} -> {});", spelt(data)),
    }));
    lines
}

/// `page: i64 => query("page", &page);`, with its docs.
fn render_setter(setter: &Setter) -> Vec<String> {
    let Argument { ident: name, .. } = &setter.argument;
    let docs = setter.docs.iter().map(|line| format!("/// {line}").trim_end().to_owned());
    let ty = format::ty(&types::argument(&setter.argument, &quote!(models::)));
    docs.chain([format!("{name}: {ty} => {};", format::expression(&send(&setter.argument)))]).collect()
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
        Security::All => quote!(.security(auth::ALL)),
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
        Finish::Empty => quote!(empty),
        Finish::Json => quote!(decode),
        Finish::Text => quote!(text),
        Finish::Bytes => quote!(bytes),
    }
}
