//! Parameters as arguments and setters.

use std::collections::BTreeMap;

use super::docs;
use super::models::Models;
use super::naming::{self, Scope};
use super::sends;
use crate::api::{Location, Parameter};
use crate::rust::{Argument, Passing, Send, Setter, Type};

/// The arguments and setters of one operation, in the making.
pub(super) struct Inputs {
    pub(super) scope: Scope,
    pub(super) arguments: Vec<Argument>,
    pub(super) setters: Vec<Setter>,
    /// What is to be said of the arguments: name and meaning.
    pub(super) meanings: Vec<(String, String)>,
}

/// Something that an operation sends.
pub(super) struct Input<'i> {
    /// The name that the docs use.
    pub(super) name: &'i str,
    pub(super) ty: Type,
    pub(super) send: Send,
    pub(super) required: bool,
    pub(super) description: &'i str,
    /// What else is to be said of it.
    pub(super) note: Option<String>,
}

impl Inputs {
    /// No inputs yet; their names must not be in `scope`.
    pub(super) fn new(scope: Scope) -> Self {
        Inputs { scope, arguments: Vec::new(), setters: Vec::new(), meanings: Vec::new() }
    }

    /// Adds what is sent: an argument if it is required, a setter if it is not.
    pub(super) fn add(&mut self, input: Input<'_>) {
        let Input { name, ty, send, required, description, note } = input;
        let ident = self.scope.claim(naming::snake(name));
        let argument = Argument { passing: passing(&ty), ident, ty, send };
        if required {
            let sentences = [docs::sentence(description), note.unwrap_or_default()];
            let meaning =
                sentences.iter().filter(|text| !text.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ");
            if !meaning.is_empty() {
                self.meanings.push((argument.ident.to_string(), meaning));
            }
            self.arguments.push(argument);
            return;
        }
        let mut docs = docs::paragraphs(description);
        if docs.is_empty() {
            docs.push(match argument.send {
                Send::Json | Send::JsonAs(_) | Send::Text(_) | Send::Body(_) => "The request body.".to_owned(),
                _ => format!("The parameter `{}`.", docs::code(name)),
            });
        }
        if let Some(note) = note {
            docs::add(&mut docs, &note);
        }
        self.setters.push(Setter { docs, argument });
    }

    /// Adds parameters: those in the path first, in the path's order, then the others in the docs' order.
    pub(super) fn add_parameters(
        &mut self,
        operation: &str,
        path: &[&str],
        parameters: &[Parameter],
        models: &mut Models<'_>,
    ) {
        let holes: BTreeMap<&str, usize> = path.iter().enumerate().map(|(at, hole)| (*hole, at)).collect();
        let position = |parameter: &Parameter| match parameter.location.value {
            Location::Path => holes.get(parameter.wire_name.value.as_str()).copied().unwrap_or(0),
            _ => path.len(),
        };
        let mut ordered: Vec<&Parameter> = parameters.iter().collect();
        ordered.sort_by_key(|parameter| position(parameter));
        for parameter in ordered {
            let ty = models.lower_kind(&parameter.schema.value.kind, &format!("{operation}_{}", parameter.name));
            let send = sends::of_parameter(parameter);
            let required = parameter.required.value || parameter.location.value == Location::Path;
            let note = docs::unproven(&parameter.name, &parameter.wire_name);
            let name = naming::unmarked(&parameter.name, &parameter.wire_name.value);
            let description = &parameter.description;
            self.add(Input { name, ty, send, required, description, note });
        }
    }
}

/// How a value of the type is best taken.
fn passing(ty: &Type) -> Passing {
    match ty {
        Type::Bool | Type::I32 | Type::I64 | Type::F32 | Type::F64 | Type::Unit => Passing::Value,
        Type::Date | Type::DateTime | Type::Uuid | Type::Decimal => Passing::Value,
        Type::Bytes | Type::Body | Type::FilePart | Type::Base64 | Type::Union(_) => Passing::Into,
        Type::Vec(items) if matches!(**items, Type::String | Type::FilePart) => Passing::Collect,
        // Several types can be turned into these bytes, so that an iterator would leave open which one is meant.
        Type::Vec(items) if **items == Type::Base64 => Passing::Borrow,
        Type::Vec(_) => Passing::Each,
        _ => Passing::Borrow,
    }
}
