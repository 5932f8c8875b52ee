//! The call that a crate begins with: in its docs, and as a program that takes what it needs from whoever runs it.

use proc_macro2::TokenStream;
use quote::quote;

use super::example::{self, Shown};
use super::format::{self, ident};
use super::layout::{self, MAX_WIDTH};
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
    /// The arguments on its command line, as names of variables and as users see them.
    pub(super) arguments: Vec<Argument>,
    /// The lines that take them from there, and end if they are not those.
    pub(super) taken: Vec<String>,
    /// The secrets that it passes on, from the environment.
    pub(super) secrets: Vec<Secret>,
    /// Its imports, as rustfmt orders them, with an empty line between groups.
    pub(super) imports: Vec<String>,
    /// The client, as the program names it.
    pub(super) client: String,
    /// The call, indented.
    pub(super) statement: Vec<String>,
    /// Whether an answer is to be printed. Pages and events are printed as they come.
    pub(super) prints: bool,
    /// Whether nothing of the answer can be seen.
    pub(super) is_silent: bool,
}

/// Something that a call needs, from the command line.
pub(in crate::render) struct Argument {
    /// The variable in the program.
    pub(super) variable: String,
    /// What users see.
    pub(super) name: String,
}

/// A secret that a call needs, from the environment.
pub(in crate::render) struct Secret {
    /// The variable in the program.
    pub(super) variable: String,
    /// The variable in the environment.
    pub(super) name: String,
    /// The lines that take it from there.
    pub(super) taken: Vec<String>,
}

/// A credential from the environment.
pub(in crate::render) struct CredentialVariables {
    /// The builder's method that takes it.
    pub(super) function: String,
    /// The variables that hold it: one, or two for user and password.
    pub(super) variables: Vec<String>,
    /// Whether there are two.
    pub(super) is_basic: bool,
    /// The lines that take the password from the environment.
    pub(super) password: Vec<String>,
    /// What it is.
    pub(super) meaning: String,
}

/// Makes the program; `None` for a crate without operations.
pub(in crate::render) fn render(package: &Package) -> Option<Program> {
    let (quickstart, api, operation) = package.shown()?;
    let (arguments, setter) = (&quickstart.arguments, quickstart.setter.as_ref());
    let shown = Shown { arguments, setter, ..Shown::of(api, operation) };
    let prefix = package.ident.as_str().trim_end_matches("_client").to_uppercase();
    let mut imports = shown.imports(package);
    let (client_import, client) = client(package, Some(shown));
    imports.extend(client_import);
    imports.push("use std::env;".to_owned());
    imports.sort_by_key(|line| (!line.starts_with("use std::"), line.clone()));
    let own = imports.partition_point(|line| line.starts_with("use std::"));
    imports.insert(own, String::new());
    let prints = quickstart.shows && shown.has_answer();
    let (secrets, arguments): (Vec<_>, Vec<_>) = quickstart.inputs.iter().partition(|input| input.is_secret);
    let upper = |variable: &str| variable.trim_start_matches("r#").to_uppercase();
    let argument = |variable: String| Argument { name: upper(&variable), variable };
    let arguments: Vec<Argument> = arguments.iter().map(|input| argument(input.ident.to_string())).collect();
    let credentials: Vec<_> = package.schemes.iter().map(|scheme| credential(scheme, &prefix)).collect();
    let is_credential = |name: &String| credentials.iter().any(|credential| credential.variables.contains(name));
    let secret = |variable: String| {
        let name = format!("{prefix}_{}", upper(&variable));
        let name = if is_credential(&name) { format!("{name}_ARGUMENT") } else { name };
        Secret { taken: take(&variable, &name, 4), name, variable }
    };
    Some(Program {
        call: shown.title(),
        server: format!("{prefix}_SERVER"),
        server_meaning: match package.server {
            Some(_) => "The server, if it is not the documented one.",
            None => "The server; the docs name none.",
        },
        taken: take_arguments(&arguments),
        arguments,
        secrets: secrets.iter().map(|input| secret(input.ident.to_string())).collect(),
        credentials,
        imports,
        client,
        statement: statement(shown, quickstart.shows),
        prints,
        is_silent: !prints && shown.reading().is_empty(),
    })
}

/// The lines that begin the crate's own docs: a client, and the call.
pub(in crate::render) fn quickstart(package: &Package) -> Vec<String> {
    let shown = package.shown().map(|(quickstart, api, operation)| (quickstart, Shown::of(api, operation)));
    let (import, client) = client(package, shown.as_ref().map(|(_, shown)| *shown));
    let mut lines = Vec::from_iter(import);
    lines.extend(shown.iter().flat_map(|(_, shown)| shown.imports(package)));
    lines.push(String::new());
    let server = package.server.as_deref().unwrap_or("https://api.example.com");
    let credential = package.schemes.first().map(|scheme| {
        let function = ident(&scheme.function);
        if scheme.kind == SchemeKind::Basic {
            quote!(.#function("user", "password"))
        } else {
            quote!(.#function("secret"))
        }
    });
    let client: TokenStream = client.parse().unwrap_or_default();
    lines.extend(example::body(quote!(let client = #client::builder().base_url(#server) #credential.build()?;)));
    if let Some((quickstart, shown)) = shown {
        lines.extend(shown.lines());
        if quickstart.shows && shown.has_answer() {
            lines.push("println!(\"{answer:?}\");".to_owned());
        }
    }
    lines
}

/// The import of the client and its name, which has the crate before it where the call needs a model called `Client`.
fn client(package: &Package, shown: Option<Shown<'_>>) -> (Option<String>, String) {
    let path = format!("{}::Client", package.ident);
    match shown.is_some_and(|shown| shown.names("Client")) {
        true => (None, path),
        false => (Some(format!("use {path};")), "Client".to_owned()),
    }
}

/// The call in the program, whose answer is bound only to be printed.
fn statement(shown: Shown<'_>, shows: bool) -> Vec<String> {
    let call = shown.call();
    let is_kept = shows || !shown.has_answer();
    let statement = if is_kept { shown.first_statement() } else { quote!(#call.await?;) };
    let rest = shown.reading().iter().map(|line| format!("    {line}"));
    format::statements(statement).into_iter().chain(rest).collect()
}

/// `let [a, b] = …`, of what stands on the command line.
fn take_arguments(arguments: &[Argument]) -> Vec<String> {
    if arguments.is_empty() {
        return Vec::new();
    }
    let variables: Vec<&str> = arguments.iter().map(|argument| argument.variable.as_str()).collect();
    let mut lines = vec!["    let arguments: Vec<String> = env::args().skip(1).collect();".to_owned()];
    lines.extend(layout::let_else(&variables, "arguments.as_slice()", 4));
    let mut usage = "        return Err(\"usage: quickstart".to_owned();
    for Argument { name, .. } in arguments {
        if usage.len() + name.len() + " \".into());".len() > MAX_WIDTH {
            lines.push(format!("{usage} \\"));
            usage = format!("                    {name}");
        } else {
            usage.push_str(&format!(" {name}"));
        }
    }
    // Behind text of several lines, rustfmt wants a line of its own for what is done with it.
    match usage.starts_with("        return") {
        true => lines.push(format!("{usage}\".into());")),
        false => lines.extend([format!("{usage}\""), "            .into());".to_owned()]),
    }
    lines.push("    };".to_owned());
    lines
}

/// `let variable = …`, of what the environment has under `name`.
fn take(variable: &str, name: &str, indent: usize) -> Vec<String> {
    let value = format!("env::var(\"{name}\").map_err(|_| \"{name} is not set\")?;");
    let pad = " ".repeat(indent);
    let line = format!("{pad}let {variable} = {value}");
    if line.len() <= layout::width_for(&line) {
        vec![line]
    } else {
        vec![format!("{pad}let {variable} ="), format!("{pad}    {value}")]
    }
}

fn credential(scheme: &Scheme, prefix: &str) -> CredentialVariables {
    let name = format!("{prefix}_{}", scheme.constant);
    let is_basic = scheme.kind == SchemeKind::Basic;
    let password = if is_basic { take("password", &format!("{name}_PASSWORD"), 8) } else { Vec::new() };
    CredentialVariables {
        password,
        function: scheme.function.to_string(),
        variables: if is_basic { vec![format!("{name}_USER"), format!("{name}_PASSWORD")] } else { vec![name] },
        is_basic,
        meaning: scheme.docs.first().cloned().unwrap_or_default(),
    }
}
