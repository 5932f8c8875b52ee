//! The example of a documented failure, in the docs of the crate.

use proc_macro2::TokenStream;
use quote::quote;

use super::example::{self, Shown};
use super::format::ident;
use crate::rust::{ErrorEnum, Operation, Package};

/// The lines of the example: a call with as few values as may be, the one that the crate begins with if there are
/// several. Empty if no call has a documented failure.
pub(super) fn example(package: &Package) -> Vec<String> {
    let shown = package.shown().map(|(_, api, operation)| (api, operation));
    let calls = package.apis.iter().flat_map(|api| api.operations.iter().map(move |operation| (api, operation)));
    let calls = shown.into_iter().chain(calls);
    let known = calls.filter_map(|(api, operation)| Some((api, operation, operation.errors.as_ref()?)));
    let size = |operation: &Operation| operation.example.iter().map(|value| value.walk().len()).sum::<usize>();
    let Some((api, operation, errors)) = known.min_by_key(|(_, operation, _)| size(operation)) else {
        return Vec::new();
    };
    let shown = Shown { setter: None, ..Shown::of(api, operation) };
    let mut lines = vec![format!("use {}::apis::{}::{};", package.ident, api.accessor, errors.ident)];
    lines.extend(shown.imports(package));
    lines.push(String::new());
    lines.extend(example::body(statement(shown, errors)));
    lines
}

fn statement(shown: Shown<'_>, errors: &ErrorEnum) -> TokenStream {
    let (call, name) = (shown.call(), ident(&errors.ident));
    let variant = errors.variants.first().map(|variant| ident(&variant.ident));
    quote! {
        if let Err(error) = #call.await {
            match error.documented::<#name>() {
                Some(#name::#variant(problem)) => println!("{problem:?}"),
                _ => return Err(error.into()),
            }
        }
    }
}
