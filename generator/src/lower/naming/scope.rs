//! Names that are taken or spoken for.

use std::collections::{BTreeMap, BTreeSet};

use super::{numbered, with_ending};
use crate::rust::Ident;

/// Types that a model's file uses by their bare name.
const MODEL_FILE_TYPES: &[&str] = &[
    "BTreeMap",
    "Base64",
    "Box",
    "Bytes",
    "Date",
    "DateTime",
    "Decimal",
    "Default",
    "Err",
    "Field",
    "From",
    "Into",
    "IntoIterator",
    "None",
    "Ok",
    "Option",
    "Result",
    "Some",
    "String",
    "UnknownMember",
    "UnknownValue",
    "Uuid",
    "Value",
    "Vec",
];

/// Types and traits that a tag's file uses by their bare name.
const CALL_FILE_TYPES: &[&str] = &[
    "BTreeMap",
    "Base64",
    "Body",
    "Borrow",
    "Box",
    "Bytes",
    "Date",
    "DateTime",
    "Decimal",
    "FilePart",
    "Into",
    "IntoIterator",
    "Option",
    "Some",
    "String",
    "Uuid",
    "Value",
    "Vec",
];

/// Hands out identifiers, each once; equality ignores case, because modules become files.
#[derive(Clone, Debug, Default)]
pub(in crate::lower) struct Scope {
    taken: BTreeSet<String>,
    /// The next number for a name that is taken.
    numbers: BTreeMap<String, usize>,
    reserved: &'static [&'static str],
    ending: &'static str,
}

impl Scope {
    /// A scope in which a `reserved` name gets `ending`.
    fn reserving(reserved: &'static [&'static str], ending: &'static str) -> Self {
        Scope { reserved, ending, ..Scope::default() }
    }

    /// The types of models.
    pub(in crate::lower) fn of_models() -> Self {
        Self::reserving(MODEL_FILE_TYPES, "Model")
    }

    /// The types in a tag's file, and the modules of tags.
    pub(in crate::lower) fn of_calls() -> Self {
        Self::reserving(CALL_FILE_TYPES, "Call")
    }

    /// The methods of the client that give tags.
    pub(in crate::lower) fn of_tags() -> Self {
        Self::reserving(&["builder"], "_api")
    }

    /// The setters of a call, and the arguments of the method that makes it. A call whose answer may be a stream of
    /// events has one more method of its own.
    pub(in crate::lower) fn of_setters(has_events: bool) -> Self {
        const RESERVED: &[&str] = &["send", "send_blocking", "pages", "items", "events"];
        Self::reserving(if has_events { RESERVED } else { &RESERVED[..4] }, "_parameter")
    }

    /// The fields of a struct.
    pub(in crate::lower) fn of_fields() -> Self {
        Self::reserving(&["new", "builder", "build", "clone"], "_field")
    }

    /// The credentials of a client, which are methods of its builder.
    pub(in crate::lower) fn of_credentials() -> Self {
        const BUILDER: &[&str] = &[
            "all",
            "allow_plain_http_credentials",
            "attempt_timeout",
            "base_url",
            "build",
            "credential",
            "default_header",
            "max_body_size",
            "max_redirects",
            "read_timeout",
            "retry",
            "retry_budget",
            "timeout",
            "transport",
            "user_agent",
        ];
        Self::reserving(BUILDER, "_credential")
    }

    /// The variables of the runnable example.
    pub(in crate::lower) fn of_programs() -> Self {
        Self::reserving(&["arguments", "builder", "client"], "_argument")
    }

    /// `wanted`, or, if it is reserved or taken, the nearest name that is not.
    pub(in crate::lower) fn claim(&mut self, wanted: Ident) -> Ident {
        let wanted = if self.reserved.contains(&wanted.as_str()) { with_ending(&wanted, self.ending) } else { wanted };
        let mut ident = wanted.clone();
        while !self.taken.insert(ident.as_str().to_lowercase()) {
            let number = self.numbers.entry(wanted.to_string()).or_insert(1);
            *number += 1;
            ident = numbered(&wanted, *number);
        }
        ident
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::naming::{pascal, snake};

    #[test]
    fn a_scope_hands_out_each_name_once() {
        let mut scope = Scope::default();
        let names: Vec<_> = ["id", "ID", "id"].iter().map(|name| scope.claim(snake(name)).to_string()).collect();
        assert_eq!(names, ["id", "id_2", "id_3"]);
        assert_eq!(Scope::of_models().claim(pascal("Date")).as_str(), "DateModel");
        assert_eq!(Scope::of_setters(false).claim(snake("send")).as_str(), "send_parameter");
        assert_eq!(Scope::of_setters(false).claim(snake("sendBlocking")).as_str(), "send_blocking_parameter");
        assert_eq!(Scope::of_setters(false).claim(snake("items")).as_str(), "items_parameter");
        assert_eq!(Scope::of_setters(false).claim(snake("events")).as_str(), "events");
        assert_eq!(Scope::of_setters(true).claim(snake("events")).as_str(), "events_parameter");
    }
}
