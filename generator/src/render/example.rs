//! The example in the docs of an operation.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::format::ident;
use super::types;
use crate::rust::{Api, Expr, Finish, Ident, Operation, Package, Type};

/// The lines of the example, with the fence around them.
pub(super) fn render(package: &Package, api: &Api, operation: &Operation) -> Vec<String> {
    let mut lines = vec![String::new(), "# Examples".to_owned(), String::new(), "```no_run".to_owned()];
    let crate_name = &package.ident;
    lines
        .push(format!("# async fn example(client: {crate_name}::Client) -> Result<(), Box<dyn std::error::Error>> {{"));
    let uses = imports_of(package, operation);
    if !uses.is_empty() {
        lines.extend(uses);
        lines.push(String::new());
    }
    lines.extend(body(statement(api, operation)));
    if has_answer(operation) {
        lines.push("# let _ = answer;".to_owned());
    }
    lines.extend(["# Ok(())".to_owned(), "# }".to_owned(), "```".to_owned()]);
    lines
}

/// The call, awaited; its answer, where there is one, is called so. Events are read as they come.
pub(super) fn statement(api: &Api, operation: &Operation) -> TokenStream {
    let (accessor, method) = (ident(&api.accessor), ident(&operation.method));
    let arguments = operation.example.iter().map(expr);
    let setter = operation.example_setter.iter().map(|(name, value)| {
        let (name, value) = (ident(name), expr(value));
        quote!(.#name(#value))
    });
    let call = quote!(client.#accessor().#method(#(#arguments),*) #(#setter)*);
    match operation.output {
        _ if is_stream(operation) => quote! {
            let mut events = #call.events();
            while let Some(event) = events.try_next().await? {
                println!("{event:?}");
            }
        },
        Type::Unit => quote!(#call.await?;),
        _ => quote!(let answer = #call.await?;),
    }
}

/// Whether the call gives an answer that is called so.
pub(super) fn has_answer(operation: &Operation) -> bool {
    operation.output != Type::Unit && !is_stream(operation)
}

/// What the call needs beside the client.
pub(super) fn imports_of(package: &Package, operation: &Operation) -> Vec<String> {
    let setter = operation.example_setter.iter().map(|(_, value)| value);
    let values: Vec<&Expr> = operation.example.iter().chain(setter).collect();
    imports(&package.ident, &values)
}

/// The operation that is the easiest to try: one that changes nothing and gives something, with as few arguments as may
/// be.
pub(super) fn simplest(package: &Package) -> Option<(&Api, &Operation)> {
    let calls = package.apis.iter().flat_map(|api| api.operations.iter().map(move |operation| (api, operation)));
    calls.min_by_key(|(_, operation)| (operation.verb != "get", !has_answer(operation), operation.arguments.len()))
}

/// The lines of an example that reads the items of all pages.
pub(super) fn render_items(package: &Package, api: &Api, operation: &Operation) -> Vec<String> {
    let (accessor, method, crate_name) = (ident(&api.accessor), ident(&operation.method), &package.ident);
    let arguments = operation.example.iter().map(expr);
    let mut lines = ["", "# Examples", "", "```no_run"].map(str::to_owned).to_vec();
    lines
        .push(format!("# async fn example(client: {crate_name}::Client) -> Result<(), Box<dyn std::error::Error>> {{"));
    let uses = imports(crate_name, &operation.example.iter().collect::<Vec<_>>());
    if !uses.is_empty() {
        lines.extend(uses);
        lines.push(String::new());
    }
    lines.extend(body(quote!(let mut items = client.#accessor().#method(#(#arguments),*).items();)));
    let rest = [
        "while let Some(item) = items.try_next().await? {",
        "    println!(\"{item:?}\");",
        "}",
        "# Ok(())",
        "# }",
        "```",
    ];
    lines.extend(rest.map(str::to_owned));
    lines
}

/// The lines that begin the crate's own docs: a client, and the first call that gives something.
pub(super) fn quickstart(package: &Package) -> Vec<String> {
    let shown = simplest(package).filter(|(_, operation)| operation.arguments.is_empty());
    let mut lines = vec![format!("use {}::Client;", package.ident)];
    lines.extend(shown.into_iter().flat_map(|(_, operation)| imports_of(package, operation)));
    lines.push(String::new());
    let server = package.server.as_deref().unwrap_or("https://api.example.com");
    let credential = package.schemes.first().map(|scheme| {
        let function = ident(&scheme.function);
        if scheme.kind == crate::rust::SchemeKind::Basic {
            quote!(.#function("user", "password"))
        } else {
            quote!(.#function("secret"))
        }
    });
    lines.extend(body(quote!(let client = Client::builder().base_url(#server) #credential.build()?;)));
    if let Some((api, operation)) = shown {
        lines.extend(body(statement(api, operation)));
        if has_answer(operation) {
            lines.push("println!(\"{answer:?}\");".to_owned());
        }
    }
    lines
}

/// Whether there is nothing but events in the answer.
fn is_stream(operation: &Operation) -> bool {
    operation.events.is_some() && operation.finish == Finish::Text
}

/// The statement as formatted lines.
fn body(statement: TokenStream) -> Vec<String> {
    let text = super::format::item(quote!(fn x() { #statement }));
    super::format::inside(&text).map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned()).collect()
}

fn imports(crate_name: &Ident, values: &[&Expr]) -> Vec<String> {
    let all: Vec<&Expr> = values.iter().flat_map(|value| value.walk()).collect();
    let mut uses = Vec::new();
    if all.contains(&&Expr::EmptyMap) {
        uses.push("use std::collections::BTreeMap;".to_owned());
    }
    let models: BTreeSet<&str> = all.iter().filter_map(|value| value.model()).map(Ident::as_str).collect();
    let types: BTreeSet<&str> = all.iter().filter_map(|value| type_of(value)).collect();
    for (path, names) in [("::models", models), ("", types)] {
        match names.into_iter().collect::<Vec<_>>().as_slice() {
            [] => {}
            [only] => uses.push(format!("use {crate_name}{path}::{only};")),
            many => uses.push(format!("use {crate_name}{path}::{{{}}};", many.join(", "))),
        }
    }
    uses
}

/// The type that a value names, if it is no model.
fn type_of(value: &Expr) -> Option<&'static str> {
    match value {
        Expr::NilUuid | Expr::ParseAs(_, Type::Uuid) => Some("Uuid"),
        Expr::ParseAs(_, Type::Decimal) => Some("Decimal"),
        Expr::ParseAs(_, ty) => ty.runtime_name(),
        Expr::Null => Some("Value"),
        _ => None,
    }
}

fn expr(value: &Expr) -> TokenStream {
    match value {
        Expr::String(text) => quote!(#text),
        Expr::Integer(number) => {
            let number = proc_macro2::Literal::i64_unsuffixed(*number);
            quote!(#number)
        }
        Expr::Float(number) => {
            let number = proc_macro2::Literal::f64_unsuffixed(*number);
            quote!(#number)
        }
        Expr::Bool => quote!(true),
        Expr::None => quote!(None),
        Expr::Null => quote!(Value::Null),
        Expr::EmptyMap => quote!(BTreeMap::new()),
        Expr::Parse(text) => quote!(#text.parse()?),
        Expr::ParseAs(text, ty) => {
            let ty = types::ty(ty, &quote!());
            quote!(#text.parse::<#ty>()?)
        }
        Expr::NilUuid => quote!(Uuid::nil()),
        Expr::Bytes(text) => {
            let bytes = proc_macro2::Literal::byte_string(text.as_bytes());
            quote!(#bytes)
        }
        Expr::Into(inner) => {
            let inner = expr(inner);
            quote!(#inner.into())
        }
        Expr::Vec(items) => {
            let items = items.iter().map(expr);
            quote!(vec![#(#items),*])
        }
        Expr::List(items) => {
            let items = items.iter().map(expr);
            quote!([#(#items),*])
        }
        Expr::New(model, arguments, setters) => {
            let model = ident(model);
            let arguments = arguments.iter().map(expr);
            let setters = self::setters(setters);
            quote!(#model::new(#(#arguments),*) #setters)
        }
        Expr::Build(model, setters) => {
            let model = ident(model);
            let setters = self::setters(setters);
            quote!(#model::builder() #setters.build()?)
        }
        Expr::Variant(model, variant) => {
            let (model, variant) = (ident(model), ident(variant));
            quote!(#model::#variant)
        }
        Expr::From(model, inner) => {
            let (model, inner) = (ident(model), expr(inner));
            quote!(#model::from(#inner))
        }
        Expr::Member(model, variant, inner) => {
            let (model, variant, inner) = (ident(model), ident(variant), expr(inner));
            quote!(#model::#variant(#inner))
        }
        Expr::Borrow(inner) => {
            let inner = expr(inner);
            quote!(&#inner)
        }
        Expr::Todo => quote!(todo!()),
    }
}

fn setters(setters: &[(Ident, Expr)]) -> TokenStream {
    let setters = setters.iter().map(|(name, value)| {
        let (name, value) = (ident(name), expr(value));
        quote!(.#name(#value))
    });
    quote!(#(#setters)*)
}
