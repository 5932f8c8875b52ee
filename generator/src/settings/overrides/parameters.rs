//! `[operations.‹id›.parameters.‹name›]`: parameters and fields of forms.

use toml::Spanned;

use super::Overrides;
use crate::api::{Fact, Location, Operation, Parameter, Schema, Wanted};
use crate::diagnostic::{Code, Diagnostic};
use crate::settings::{ParameterSettings, Table};

/// The facts that parameters and form fields share.
struct Facts<'o> {
    wire_name: &'o mut Fact<String>,
    schema: &'o mut Fact<Schema>,
    required: &'o mut Fact<bool>,
    default: &'o mut Option<Fact<String>>,
}

impl Overrides {
    pub(super) fn parameters<'s>(&mut self, parameters: &'s Table<ParameterSettings>, operation: &mut Operation) {
        for (key, _) in parameters.iter().filter(|(_, wanted)| wanted.add) {
            if !is_known(operation, key.get_ref()) {
                operation.parameters.push(self.new_parameter(key));
            }
        }
        let place = |(key, wanted): (&'s Spanned<String>, &ParameterSettings)| {
            let place = wanted.place.as_ref()?;
            Some(Wanted { name: key.get_ref(), place: *place.get_ref(), origin: self.origin(place) })
        };
        let places: Vec<Wanted<'s>> = parameters.iter().filter_map(place).collect();
        operation.settle(&places);
        for (key, wanted) in parameters {
            self.parameter(key, wanted, operation);
        }
    }

    fn parameter(&mut self, key: &Spanned<String>, wanted: &ParameterSettings, operation: &mut Operation) {
        let name = key.get_ref();
        let is_body = operation.request_body.as_ref().is_some_and(|body| body.name == *name);
        if !is_known(operation, name) {
            let known: Vec<String> = known_names(operation);
            return self.unmatched(key, "parameter", known.iter().map(String::as_str));
        }
        if wanted.skip {
            return skip(operation, name);
        }
        self.serialization(name, wanted, operation);
        let mut facts = facts(operation, name);
        if facts.is_empty() && is_body && !says_only_where(wanted) {
            let message = format!("`{name}` is the body of this operation");
            let help = "say it in the table `body` of the operation";
            self.report.push(Diagnostic::new(Code::Settings, self.span(key), message).help(help));
        }
        facts.iter_mut().for_each(|facts| self.correct(wanted, facts));
    }

    fn correct(&self, wanted: &ParameterSettings, facts: &mut Facts<'_>) {
        if let Some(wire) = &wanted.wire {
            *facts.wire_name = self.fact(wire);
        }
        if let Some(required) = &wanted.required {
            *facts.required = self.fact(required);
        }
        if let Some(ty) = &wanted.ty {
            *facts.schema = Fact { value: ty.get_ref().0.clone(), origin: self.origin(ty) };
        }
        if let Some(values) = &wanted.values {
            *facts.schema = self.enumeration(values, &facts.schema.value);
        }
        if let Some(default) = &wanted.default {
            *facts.default = Some(self.fact(default));
        }
    }

    /// A parameter that only `spec.toml` knows of: its key is its name on the wire, too.
    fn new_parameter(&self, key: &Spanned<String>) -> Parameter {
        Parameter {
            name: key.get_ref().clone(),
            wire_name: self.fact(key),
            location: Fact::convention(Location::Query, "neither path nor body"),
            serialization: None,
            schema: Fact::convention(Schema::string(), "no type given"),
            required: Fact::convention(false, "not said to be required"),
            default: None,
            description: String::new(),
            linked: false,
            span: self.span(key),
        }
    }
}

fn says_only_where(wanted: &ParameterSettings) -> bool {
    let ParameterSettings { wire, required, ty, values, collection, style, explode, default, .. } = wanted;
    wire.is_none()
        && required.is_none()
        && ty.is_none()
        && values.is_none()
        && collection.is_none()
        && style.is_none()
        && explode.is_none()
        && default.is_none()
}

/// The parameter of that name, or the form field, once for each media type of the form.
fn facts<'o>(operation: &'o mut Operation, name: &str) -> Vec<Facts<'o>> {
    if operation.parameters.iter().any(|parameter| parameter.name == name) {
        let called = operation.parameters.iter_mut().filter(|parameter| parameter.name == name);
        let of = |parameter: &'o mut Parameter| Facts {
            wire_name: &mut parameter.wire_name,
            schema: &mut parameter.schema,
            required: &mut parameter.required,
            default: &mut parameter.default,
        };
        return called.map(of).collect();
    }
    let fields = operation.form_fields_mut().filter(|field| field.name == name);
    let facts = fields.map(|field| Facts {
        wire_name: &mut field.wire_name,
        schema: &mut field.schema,
        required: &mut field.required,
        default: &mut field.default,
    });
    facts.collect()
}

fn skip(operation: &mut Operation, name: &str) {
    operation.parameters.retain(|parameter| parameter.name != name);
    operation.retain_form_fields(|field| field.name != name);
    operation.request_body.take_if(|body| body.name == name);
}

fn is_known(operation: &mut Operation, name: &str) -> bool {
    known_names(operation).iter().any(|known| known == name)
}

fn known_names(operation: &mut Operation) -> Vec<String> {
    let mut names: Vec<String> = operation.parameters.iter().map(|parameter| parameter.name.clone()).collect();
    names.extend(operation.form_fields_mut().map(|field| field.name.clone()));
    names.extend(operation.request_body.as_ref().map(|body| body.name.clone()).filter(|name| !name.is_empty()));
    names
}
