//! Example code: what a fence shows besides what the tables say.

mod literal;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use self::literal::{Argument, Literal};
use super::Family;
use super::python::wire_name;
use super::text::{pattern, unique};
use crate::api::{ExampleProperty, Fact};
use crate::markdown::Block;
use crate::source::Span;

/// What one example shows.
#[derive(Clone, Debug, Default)]
pub(super) struct Example {
    /// The models that it imports.
    pub(super) imports: Vec<Fact<String>>,
    /// The names of the arguments that its calls pass.
    pub(super) arguments: Vec<String>,
    /// What its constructor calls show of models.
    pub(super) properties: Vec<ExampleProperty>,
    /// Variables and what is assigned to them.
    pub(super) assignments: Vec<Assignment>,
    /// The first assignment to each variable.
    first: BTreeMap<String, usize>,
    constructed: BTreeSet<String>,
}

/// `name = value`.
#[derive(Clone, Debug)]
pub(super) struct Assignment {
    pub(super) name: String,
    value: Literal,
    span: Span,
}

/// Reads the example of the operation called `operation`.
pub(super) fn read(block: &Block<'_>, operation: &str) -> Example {
    let mut example = Example::default();
    read_imports(block, &mut example);
    read_assignments(block, &mut example);
    read_calls(block, operation, &mut example);
    example
}

impl Example {
    /// Whether it constructs a value of the model `name`.
    pub(super) fn constructs(&self, name: &str) -> bool {
        self.constructed.contains(name)
    }

    /// The wire name of the parameter `name`, which only PRI shows: `x_trace = "X-Trace_example"`. The other families
    /// write the documented name there.
    pub(super) fn wire_name(&self, name: &str, family: Family) -> Option<Fact<String>> {
        if family != Family::Prior {
            return None;
        }
        let assignment = &self.assignments[*self.first.get(name)?];
        let wire = assignment.value.first_string()?.strip_suffix("_example")?;
        let letters = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
        (letters(wire) == letters(name) && !wire.is_empty())
            .then(|| Fact::implied(wire.to_owned(), assignment.span, "string in the example"))
    }

    /// The keys of the dictionary assigned to `name`: TAG writes `query_params = {'apikey': …}`.
    pub(super) fn keys(&self, name: &str) -> Vec<&str> {
        let assigned = self.assignments.iter().filter(|assignment| assignment.name == name);
        unique(assigned.flat_map(|assignment| assignment.value.keys()))
    }
}

fn read_imports(block: &Block<'_>, example: &mut Example) {
    static IMPORT: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?m)^from [\w.]+\.models?\.[\w.]+ import (\w+)[ \t\r]*$"));
    for name in IMPORT.captures_iter(block.text).filter_map(|found| found.get(1)) {
        let span = block.span.part(name.start(), name.end());
        example.imports.push(Fact::evidence(name.as_str().to_owned(), span, "import in the example"));
    }
}

fn read_assignments(block: &Block<'_>, example: &mut Example) {
    static ASSIGNMENT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?m)^[ \t]*(\w+) = "));
    let mut done = 0;
    for found in ASSIGNMENT.captures_iter(block.text) {
        let (Some(whole), Some(name)) = (found.get(0), found.get(1)) else { continue };
        // What stands inside a value that was read already is one of its arguments.
        if whole.start() < done || matches!(name.as_str(), "configuration" | "api_instance" | "api_response" | "host") {
            continue;
        }
        let Some((value, end)) = literal::parse(block.text, whole.end()) else { continue };
        done = end;
        keep_constructors(&value, block, example);
        let span = block.span.part(whole.end(), end);
        let name = name.as_str().to_owned();
        example.first.entry(name.clone()).or_insert(example.assignments.len());
        example.assignments.push(Assignment { name, value, span });
    }
}

/// Keeps the arguments of every constructor call in `value`.
fn keep_constructors(value: &Literal, block: &Block<'_>, example: &mut Example) {
    if let Some(model) = value.model() {
        example.constructed.insert(model.to_owned());
    }
    for Argument { name, value: argument, start, end } in value.arguments() {
        if let (Some(model), Some(name)) = (value.model(), name) {
            let span = block.span.part(*start, *end);
            example.properties.push(ExampleProperty {
                model: model.to_owned(),
                name: name.clone(),
                // Every family that shows arguments marks reserved words as PRI does, TAG too.
                wire_name: wire_name(name, Family::Prior, span),
                schema: argument.schema(),
                span,
            });
        }
        keep_constructors(argument, block, example);
    }
}

/// Reads the argument names in `api_instance.login_user(auth_login, page=page)`.
fn read_calls(block: &Block<'_>, operation: &str, example: &mut Example) {
    let call = format!(".{operation}(");
    let calls = block.text.match_indices(&call).filter_map(|(at, _)| match literal::parse(block.text, at + 1) {
        Some((Literal::Call { arguments, .. }, _)) => Some(arguments),
        _ => None,
    });
    let name = |argument: Argument| argument.name.or_else(|| argument.value.word().map(str::to_owned));
    example.arguments = unique(calls.flatten().filter_map(name));
}
