//! The runnable example of a crate: one call, with the server and the credentials from the environment.

use proc_macro2::TokenStream;
use quote::quote;

use super::example;
use super::format::{self, ident};
use crate::rust::{Package, Scheme, SchemeKind, Type};

/// The program, by parts.
pub(in crate::render) struct Program {
    /// What it calls: `client.pets().list()`.
    pub(super) call: String,
    /// The variables that it reads, with what they hold.
    pub(super) variables: Vec<(String, String)>,
    /// Its imports, as rustfmt orders them.
    pub(super) imports: Vec<String>,
    /// The function `main`.
    pub(super) main: String,
}

/// Renders the program; `None` for a crate without operations.
pub(in crate::render) fn render(package: &Package) -> Option<Program> {
    let (api, operation) = example::simplest(package)?;
    let prefix = package.ident.as_str().trim_end_matches("_client").to_uppercase();
    let server = format!("{prefix}_SERVER");
    let meaning = match package.server {
        Some(_) => "The server, if it is not the documented one.",
        None => "The server; the docs name none.",
    };
    let mut variables = vec![(server.clone(), meaning.to_owned())];
    let mut credentials = Vec::new();
    for scheme in &package.schemes {
        let (names, statement) = credential(scheme, &prefix);
        variables.extend(names.into_iter().map(|name| (name, scheme.docs[0].clone())));
        credentials.push(statement);
    }
    let mut imports = example::imports_of(package, operation);
    imports.push(format!("use {}::Client;", package.ident));
    imports.push("use std::env;".to_owned());
    // Those of the standard library have a group of their own.
    imports.sort_by_key(|line| (!line.starts_with("use std::"), line.clone()));
    let own = imports.partition_point(|line| line.starts_with("use std::"));
    imports.insert(own, String::new());
    let statement = example::statement(api, operation);
    let print = (operation.output != Type::Unit).then(|| quote!(println!("{answer:#?}");));
    let main = quote! {
        #[tokio::main(flavor = "current_thread")]
        async fn main() -> Result<(), Box<dyn std::error::Error>> {
            let mut builder = Client::builder();
            if let Ok(url) = env::var(#server) {
                builder = builder.base_url(url);
            }
            #(#credentials)*
            let client = builder.build()?;
            #statement
            #print
            Ok(())
        }
    };
    let arguments = if operation.arguments.is_empty() { "" } else { "…" };
    let call = format!("client.{}().{}({arguments})", api.accessor, operation.method);
    Some(Program { call, variables, imports, main: format::item(main) })
}

/// The variables that hold a credential, and the statement that uses it.
fn credential(scheme: &Scheme, prefix: &str) -> (Vec<String>, TokenStream) {
    let function = ident(&scheme.function);
    let name = format!("{prefix}_{}", scheme.constant);
    if scheme.kind == SchemeKind::Basic {
        let (user, password) = (format!("{name}_USER"), format!("{name}_PASSWORD"));
        let statement = quote! {
            if let (Ok(user), Ok(password)) = (env::var(#user), env::var(#password)) {
                builder = builder.#function(user, password);
            }
        };
        return (vec![user, password], statement);
    }
    let statement = quote! {
        if let Ok(secret) = env::var(#name) {
            builder = builder.#function(secret);
        }
    };
    (vec![name], statement)
}
