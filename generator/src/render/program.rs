//! The runnable example of a crate: one call, with the server and the credentials from the environment.

use quote::quote;

use super::{example, format};
use crate::rust::{Package, Scheme, SchemeKind};

/// The program, by parts.
pub(in crate::render) struct Program {
    /// What it calls: `client.pets().list()`.
    pub(super) call: String,
    /// The variable that holds the server.
    pub(super) server: String,
    /// What to say of that variable.
    pub(super) server_meaning: &'static str,
    /// Where it takes credentials from.
    pub(super) credentials: Vec<CredentialVariables>,
    /// Its imports, as rustfmt orders them, with an empty line between groups.
    pub(super) imports: Vec<String>,
    /// The call, indented.
    pub(super) statement: Vec<String>,
    /// Whether the call gives something.
    pub(super) has_answer: bool,
}

/// A credential from the environment.
pub(in crate::render) struct CredentialVariables {
    /// The builder's method that takes it.
    pub(super) function: String,
    /// The variables that hold it: one, or two for user and password.
    pub(super) variables: Vec<String>,
    /// Whether there are two.
    pub(super) is_basic: bool,
    /// What it is.
    pub(super) meaning: String,
}

/// Makes the program; `None` for a crate without operations.
pub(in crate::render) fn render(package: &Package) -> Option<Program> {
    let (api, operation) = example::simplest(package)?;
    let prefix = package.ident.as_str().trim_end_matches("_client").to_uppercase();
    let mut imports = example::imports_of(package, operation);
    imports.push(format!("use {}::Client;", package.ident));
    imports.push("use std::env;".to_owned());
    imports.sort_by_key(|line| (!line.starts_with("use std::"), line.clone()));
    let own = imports.partition_point(|line| line.starts_with("use std::"));
    imports.insert(own, String::new());
    let arguments = if operation.arguments.is_empty() { "" } else { "…" };
    let statement = example::statement(api, operation);
    Some(Program {
        call: format!("client.{}().{}({arguments})", api.accessor, operation.method),
        server: format!("{prefix}_SERVER"),
        server_meaning: match package.server {
            Some(_) => "The server, if it is not the documented one.",
            None => "The server; the docs name none.",
        },
        credentials: package.schemes.iter().map(|scheme| credential(scheme, &prefix)).collect(),
        imports,
        statement: format::statements(quote!(#statement)),
        has_answer: example::has_answer(operation),
    })
}

fn credential(scheme: &Scheme, prefix: &str) -> CredentialVariables {
    let name = format!("{prefix}_{}", scheme.constant);
    let is_basic = scheme.kind == SchemeKind::Basic;
    CredentialVariables {
        function: scheme.function.to_string(),
        variables: if is_basic { vec![format!("{name}_USER"), format!("{name}_PASSWORD")] } else { vec![name] },
        is_basic,
        meaning: scheme.docs.first().cloned().unwrap_or_default(),
    }
}
