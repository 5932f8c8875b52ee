//! Decides what pages do not say, one rule per function. Votes on evidence; reads no text of a page.

mod bodies;
mod convention;
mod examples;
mod locations;
mod nullable;
pub mod pagination;
mod responses;
#[cfg(test)]
mod support;
mod wire_names;

pub use convention::Convention;
pub use pagination::infer_pagination;

use super::Api;

/// Applies every rule, each building on the ones before it.
pub fn infer(api: &mut Api) {
    for operation in &mut api.operations {
        locations::infer_path_parameters(operation);
        bodies::infer_body(operation);
        locations::infer_headers(operation);
        responses::infer_success(operation);
        responses::infer_errors(operation);
    }
    examples::infer_schemas(api);
    nullable::infer_nulls(api);
    wire_names::infer_conventions(api);
}

/// A name without case and separators, by which names in different spellings are compared.
pub(crate) fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert_eq!(letters(name), expected, "{name}");
    }

    #[test]
    fn letters_are_what_all_spellings_share() {
        check("pet_id", "petid");
        check("petID", "petid");
        check("Pet-Id", "petid");
        check("filter[pet.id]", "filterpetid");
        check("2fa", "2fa");
        check("_", "");
    }
}
