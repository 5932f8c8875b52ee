//! Parameters as arguments and setters.

use super::docs;
use super::models::Models;
use super::naming::{self, Scope};
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

impl Inputs {
    pub(super) fn new() -> Self {
        Inputs { scope: Scope::of_setters(), arguments: Vec::new(), setters: Vec::new(), meanings: Vec::new() }
    }

    /// Adds what is sent: an argument if it is required, a setter if it is not.
    pub(super) fn add(&mut self, name: &str, ty: Type, send: Send, required: bool, description: &str) {
        self.add_noted(name, ty, send, required, description, None);
    }

    /// As [`Inputs::add`], with something more to say.
    fn add_noted(&mut self, name: &str, ty: Type, send: Send, required: bool, description: &str, note: Option<String>) {
        let ident = self.scope.claim(naming::snake(name));
        let sentences = [docs::sentence(description), note.clone().unwrap_or_default()];
        let meaning = sentences.iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(" ");
        let argument = Argument { passing: passing(&ty), ident, ty, send };
        if required {
            if !meaning.is_empty() {
                self.meanings.push((argument.ident.to_string(), meaning));
            }
            self.arguments.push(argument);
        } else {
            let mut docs = docs::paragraphs(description);
            if docs.is_empty() {
                let place = match argument.send {
                    Send::Json | Send::JsonAs(_) | Send::Text(_) | Send::Bytes(_) => "The request body.".to_owned(),
                    _ => format!("The parameter `{}`.", docs::code(name)),
                };
                docs.push(place);
            }
            if let Some(note) = note {
                docs::add(&mut docs, &note);
            }
            self.setters.push(Setter { docs, argument });
        }
    }

    /// Adds parameters: those in the path first, in the path's order, then the others in the docs' order.
    pub(super) fn add_parameters(&mut self, operation: &str, path: &[&str], parameters: &[Parameter], models: &mut Models<'_>) {
        let position = |parameter: &Parameter| match parameter.location.value {
            Location::Path => path.iter().position(|hole| *hole == parameter.wire_name.value).unwrap_or(0),
            _ => path.len(),
        };
        let mut ordered: Vec<&Parameter> = parameters.iter().collect();
        ordered.sort_by_key(|parameter| position(parameter));
        for parameter in ordered {
            let ty = models.lower_kind(&parameter.schema.value.kind, &format!("{operation}_{}", parameter.name));
            let wire = parameter.wire_name.value.clone();
            let send = match parameter.location.value {
                Location::Path => Send::Path(wire),
                Location::Query => Send::Query(wire),
                Location::Header => Send::Header(wire),
                Location::Cookie => Send::Cookie(wire),
            };
            let required = parameter.required.value || parameter.location.value == Location::Path;
            let note = docs::unproven(&parameter.name, &parameter.wire_name);
            self.add_noted(&parameter.name, ty, send, required, &parameter.description, note);
        }
    }
}

/// How a value of the type is best taken.
fn passing(ty: &Type) -> Passing {
    match ty {
        Type::Bool | Type::I32 | Type::I64 | Type::F32 | Type::F64 | Type::Date | Type::DateTime | Type::Unit => Passing::Value,
        Type::Bytes => Passing::Into,
        Type::Vec(items) if **items == Type::String => Passing::Collect,
        _ => Passing::Borrow,
    }
}
