//! The example in the docs of an operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::format::{self, ident};
use super::values::{expr, imports};
use crate::rust::{Api, Expr, Finish, Ident, Operation, Package, Type};

/// A call with values for its arguments.
#[derive(Clone, Copy)]
pub(super) struct Shown<'p> {
    pub(super) api: &'p Api,
    pub(super) operation: &'p Operation,
    pub(super) arguments: &'p [Expr],
    pub(super) setter: Option<&'p (Ident, Expr)>,
    /// Whether the items of all its pages are read.
    pub(super) reads_pages: bool,
}

/// The lines of the example, with the fence around them.
pub(super) fn render(package: &Package, api: &Api, operation: &Operation) -> Vec<String> {
    let shown = Shown { reads_pages: false, ..Shown::of(api, operation) };
    let mut lines = shown.lines();
    if shown.has_answer() {
        lines.push("# let _ = answer;".to_owned());
    }
    fenced(package, shown, lines)
}

/// The lines of an example that reads the items of all pages.
pub(super) fn render_items(package: &Package, api: &Api, operation: &Operation) -> Vec<String> {
    let shown = Shown { setter: None, ..Shown::of(api, operation) };
    fenced(package, shown, shown.lines())
}

impl<'p> Shown<'p> {
    /// The call with the values that stand for those of callers. If it comes in pages, all of them are read.
    pub(super) fn of(api: &'p Api, operation: &'p Operation) -> Self {
        let reads_pages = operation.pages.is_some();
        Shown { api, operation, arguments: &operation.example, setter: operation.example_setter.as_ref(), reads_pages }
    }

    /// The call and what reads its answer.
    pub(super) fn lines(self) -> Vec<String> {
        let reading = self.reading().iter().map(|line| (*line).to_owned());
        body(self.first_statement()).into_iter().chain(reading).collect()
    }

    /// The call, awaited; its answer, where there is one, is called so. Items and events are awaited later.
    pub(super) fn first_statement(self) -> TokenStream {
        let call = self.call();
        match self.operation.output {
            _ if self.reads_pages => quote!(let mut items = #call.items();),
            _ if self.is_stream() => quote!(let mut events = #call.events();),
            Type::Unit => quote!(#call.await?;),
            _ => quote!(let answer = #call.await?;),
        }
    }

    /// What reads an answer that comes piece by piece.
    pub(super) fn reading(self) -> &'static [&'static str] {
        if self.reads_pages {
            &["while let Some(item) = items.try_next().await? {", "    println!(\"{item:?}\");", "}"]
        } else if self.is_stream() {
            &["while let Some(event) = events.try_next().await? {", "    println!(\"{event:?}\");", "}"]
        } else {
            &[]
        }
    }

    /// Whether the call gives an answer that is called so.
    pub(super) fn has_answer(self) -> bool {
        self.operation.output != Type::Unit && !self.is_stream() && !self.reads_pages
    }

    /// What the call needs beside the client.
    pub(super) fn imports(self, package: &Package) -> Vec<String> {
        imports(&package.ident, &self.values())
    }

    /// Whether it needs a model of this name.
    pub(super) fn names(self, model: &str) -> bool {
        let mut all = self.values().into_iter().flat_map(Expr::walk);
        all.any(|value| value.model().is_some_and(|named| named.as_str() == model))
    }

    fn values(self) -> Vec<&'p Expr> {
        self.arguments.iter().chain(self.setter.map(|(_, value)| value)).collect()
    }

    /// The call in prose, as `client.pets().find(…)`.
    pub(super) fn title(self) -> String {
        let arguments = if self.operation.arguments.is_empty() { "" } else { "…" };
        format!("client.{}().{}({arguments})", self.api.accessor, self.operation.method)
    }

    pub(super) fn call(self) -> TokenStream {
        let (accessor, method) = (ident(&self.api.accessor), ident(&self.operation.method));
        let arguments = self.arguments.iter().map(expr);
        let setter = self.setter.map(|(name, value)| {
            let (name, value) = (ident(name), expr(value));
            quote!(.#name(#value))
        });
        quote!(client.#accessor().#method(#(#arguments),*) #setter)
    }

    /// Whether there is nothing but events in the answer.
    fn is_stream(self) -> bool {
        self.operation.events.is_some() && self.operation.finish == Finish::Text
    }
}

/// The statement as formatted lines.
pub(super) fn body(statement: TokenStream) -> Vec<String> {
    let text = format::item(quote!(fn x() { #statement }));
    format::inside(&text).map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned()).collect()
}

fn fenced(package: &Package, shown: Shown<'_>, body: Vec<String>) -> Vec<String> {
    let crate_name = &package.ident;
    let mut lines = ["", "# Examples", "", "```no_run"].map(str::to_owned).to_vec();
    lines
        .push(format!("# async fn example(client: {crate_name}::Client) -> Result<(), Box<dyn std::error::Error>> {{"));
    let uses = shown.imports(package);
    if !uses.is_empty() {
        lines.extend(uses);
        lines.push(String::new());
    }
    lines.extend(body);
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    lines
}
