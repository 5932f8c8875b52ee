//! The call that a crate begins with: one that is easy to try.

use super::models;
use super::naming::{self, Scope};
use crate::rust::{Api, Argument, Expr, Finish, Ident, Input, Model, ModelKind, Operation, Passing, Quickstart, Type};

/// Chooses the call; `None` if there are no operations.
pub(super) fn lower_quickstart(apis: &[Api], models: &[Model]) -> Option<Quickstart> {
    let of_tag = |(tag, api): (usize, &'_ Api)| (0..api.operations.len()).map(move |at| (tag, at)).collect::<Vec<_>>();
    let places = apis.iter().enumerate().flat_map(of_tag);
    let (api, operation) = places.min_by_key(|(api, at)| trouble(&apis[*api].operations[*at]))?;
    let shown = &apis[api].operations[operation];
    let mut inputs = Inputs { scope: Scope::of_programs(), inputs: Vec::new() };
    let values = shown.arguments.iter().zip(&shown.example);
    let arguments = values.map(|(argument, value)| inputs.argument(argument, value)).collect();
    let setter = shown.example_setter.as_ref().map(|(name, value)| (name.clone(), inputs.value(value)));
    let shows = shown.output != Type::Unit && !is_secret(&shown.output, models);
    Some(Quickstart { api, operation, shows, inputs: inputs.inputs, arguments, setter })
}

/// How much stands between a reader and the first answer: what a call changes, what it does not give, what it asks for.
/// One that gives pages is preferred to one that gives as much at once.
fn trouble(operation: &Operation) -> impl Ord {
    let verb = match operation.verb {
        "get" => 0,
        "post" => 1,
        "delete" => 3,
        _ => 2,
    };
    let is_stream = operation.events.is_some() && operation.finish == Finish::Text;
    let gives = operation.output != Type::Unit && !is_stream;
    // Somebody who is sent here by a server, or who leaves, wants nothing of it.
    let is_passed_through =
        ["callback", "logout", "redirect"].iter().any(|word| operation.path.to_ascii_lowercase().contains(word));
    let arguments: usize = operation.arguments.iter().map(|argument| if is_simple(argument) { 1 } else { 4 }).sum();
    (verb, !gives, is_passed_through, arguments, operation.pages.is_none())
}

/// Whether people can type it.
fn is_simple(argument: &Argument) -> bool {
    match argument.passing {
        Passing::Value => true,
        Passing::Borrow => argument.ty == Type::String,
        Passing::Collect => argument.ty == Type::Vec(Box::new(Type::String)),
        Passing::Into | Passing::Each => false,
    }
}

/// Whether there is nothing in it but what `Debug` does not show.
fn is_secret(ty: &Type, models: &[Model]) -> bool {
    let Type::Model(ident) = ty else { return false };
    models.iter().find(|model| model.ident == *ident).is_some_and(|model| match &model.kind {
        ModelKind::Struct(structure) => {
            !structure.fields.is_empty() && structure.fields.iter().all(|field| field.secret)
        }
        _ => false,
    })
}

/// The inputs of a program, in the making.
struct Inputs {
    scope: Scope,
    inputs: Vec<Input>,
}

impl Inputs {
    fn argument(&mut self, argument: &Argument, value: &Expr) -> Expr {
        match (&argument.ty, argument.passing, value) {
            (Type::Bool | Type::Unit, ..) => value.clone(),
            // Text from the environment is owned.
            (_, Passing::Borrow, Expr::Secret(_)) => Expr::Borrow(Box::new(self.value(value))),
            (ty, Passing::Value, _) => {
                let name = argument.ident.as_str();
                Expr::Parsed(self.add(name, *ty == Type::Uuid && models::is_secret(name)))
            }
            // What is turned into several types says by its own which one is meant.
            (_, Passing::Into | Passing::Each, _) => value.clone(),
            _ => self.value(value),
        }
    }

    /// The value with variables in place of what callers put there.
    fn value(&mut self, value: &Expr) -> Expr {
        let of_setters = |inputs: &mut Self, setters: &[(Ident, Expr)]| {
            setters.iter().map(|(name, value)| (name.clone(), inputs.value(value))).collect()
        };
        match value {
            Expr::String(name) => Expr::Variable(self.add(name, false)),
            Expr::Secret(name) => Expr::Variable(self.add(name, true)),
            Expr::Borrow(inner) => Expr::Borrow(Box::new(self.value(inner))),
            Expr::List(items) => Expr::List(items.iter().map(|item| self.value(item)).collect()),
            Expr::New(model, arguments, setters) => {
                let arguments = arguments.iter().map(|argument| self.value(argument)).collect();
                Expr::New(model.clone(), arguments, of_setters(self, setters))
            }
            Expr::Build(model, setters) => Expr::Build(model.clone(), of_setters(self, setters)),
            _ => value.clone(),
        }
    }

    fn add(&mut self, name: &str, is_secret: bool) -> Ident {
        let ident = self.scope.claim(naming::snake(name));
        self.inputs.push(Input { ident: ident.clone(), is_secret });
        ident
    }
}
