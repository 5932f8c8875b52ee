//! `collection`, or `style` and `explode`, of `[operations.‹id›.parameters.‹name›]`.

use super::Overrides;
use crate::api::{Fact, Operation, Origin, Place, Serialization, Style};
use crate::diagnostic::{Code, Diagnostic};
use crate::settings::ParameterSettings;

impl Overrides {
    /// Says how lists and objects are written in the parameter or form field called `name`.
    pub(super) fn serialization(&mut self, name: &str, wanted: &ParameterSettings, operation: &mut Operation) {
        let Some(fact) = self.wanted(wanted) else { return };
        let mut places = Vec::new();
        for parameter in operation.parameters.iter_mut().filter(|parameter| parameter.name == name) {
            parameter.serialization = Some(fact.clone());
            places.push(Place::from(parameter.location.value));
        }
        let is_field = operation.form_fields_mut().any(|field| field.name == name);
        if let Some(body) = operation.request_body.as_mut().filter(|_| is_field) {
            body.encoding.insert(name.to_owned(), fact);
            places.push(Place::Form);
        }
        places.iter().for_each(|place| self.check_style(wanted, *place));
    }

    fn wanted(&mut self, wanted: &ParameterSettings) -> Option<Fact<Serialization>> {
        let ParameterSettings { collection, style, explode, .. } = wanted;
        let (style_origin, explode_origin) =
            (style.as_ref().map(|style| self.origin(style)), explode.as_ref().map(|explode| self.origin(explode)));
        let in_openapi: Option<Origin> = style_origin.or(explode_origin);
        if let Some(collection) = collection {
            if in_openapi.is_some() {
                let message = "`collection` is another word for `style` and `explode`";
                self.report.push(
                    Diagnostic::new(Code::Settings, self.span(collection), message)
                        .help("say either the one or the others"),
                );
            }
            return Some(Fact { value: (*collection.get_ref()).into(), origin: self.origin(collection) });
        }
        let (style, explode) = (style.as_ref().map(|style| *style.get_ref()), explode.as_ref().map(|it| *it.get_ref()));
        in_openapi.map(|origin| Fact { value: Serialization { style, explode }, origin })
    }

    fn check_style(&mut self, wanted: &ParameterSettings, place: Place) {
        let Some(style) = wanted.style.as_ref().filter(|style| !style.get_ref().fits(place)) else { return };
        let known: Vec<String> = Style::of(place).iter().map(|style| format!("`{style}`")).collect();
        let message = format!("what is sent in the {place} cannot be written as `{}`", style.get_ref());
        let help = format!("OpenAPI has {} for it", known.join(", "));
        self.report.push(Diagnostic::new(Code::Settings, self.span(style), message).help(help));
    }
}
