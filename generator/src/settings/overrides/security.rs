//! `[security.‹scheme›]`.

use super::{Overrides, scheme_names};
use crate::api::{Api, Fact, Origin, SchemeKind, SchemePlace, SecurityScheme};
use crate::diagnostic::{Code, Diagnostic};
use crate::settings::{Place, Scheme, SchemeType, Table};

impl Overrides {
    pub(super) fn security(&mut self, schemes: &Table<Scheme>, api: &mut Api) {
        for (key, wanted) in schemes {
            let span = self.span(key);
            let named = api
                .operations
                .iter()
                .any(|operation| operation.security.value.schemes().contains(&key.get_ref().as_str()));
            if named && api.security_schemes.iter().all(|scheme| scheme.name != *key.get_ref()) {
                api.security_schemes.push(SecurityScheme {
                    name: key.get_ref().clone(),
                    kind: Fact::convention(SchemeKind::Bearer, "scheme without a description"),
                    prefix: Fact::convention(String::new(), "no prefix"),
                    span,
                });
            }
            match api.security_schemes.iter_mut().find(|scheme| scheme.name == *key.get_ref()) {
                Some(scheme) => {
                    if let Some(prefix) = &wanted.prefix {
                        scheme.prefix = self.fact(prefix);
                    }
                    let kind = self.kind(wanted, &scheme.kind);
                    scheme.kind = kind.unwrap_or_else(|| scheme.kind.clone());
                }
                None => self.unmatched(key, "security scheme", scheme_names(api).iter().map(String::as_str)),
            }
        }
    }

    /// The kind that the keys of a scheme make of the documented one.
    fn kind(&mut self, wanted: &Scheme, documented: &Fact<SchemeKind>) -> Option<Fact<SchemeKind>> {
        let origin = wanted.kind.as_ref().map(|kind| self.origin(kind));
        let origin = origin
            .or(wanted.name.as_ref().map(|name| self.origin(name)))
            .or(wanted.place.as_ref().map(|place| self.origin(place)))?;
        let is_key = matches!(documented.value, SchemeKind::ApiKey { .. });
        let kind = match wanted.kind.as_ref().map(|kind| *kind.get_ref()) {
            Some(SchemeType::Basic) => SchemeKind::Basic,
            Some(SchemeType::Bearer) => SchemeKind::Bearer,
            Some(SchemeType::OAuth2) => SchemeKind::OAuth2(Vec::new()),
            Some(SchemeType::ApiKey) => return self.api_key(wanted, documented, origin),
            None if is_key => return self.api_key(wanted, documented, origin),
            None => {
                let span = origin.span()?;
                let message = "only an API key has `in` and `name`";
                self.report.push(Diagnostic::new(Code::Settings, span, message).help("add `type = \"apiKey\"`"));
                return None;
            }
        };
        Some(Fact { value: kind, origin })
    }

    fn api_key(&mut self, wanted: &Scheme, documented: &Fact<SchemeKind>, origin: Origin) -> Option<Fact<SchemeKind>> {
        let known = match &documented.value {
            SchemeKind::ApiKey { place, name } => Some((*place, name.clone())),
            _ => None,
        };
        let place = match wanted.place.as_ref().map(|place| (*place.get_ref(), self.span(place))) {
            Some((Place::Header, _)) => Some(SchemePlace::Header),
            Some((Place::Query, _)) => Some(SchemePlace::Query),
            Some((Place::Cookie, _)) => Some(SchemePlace::Cookie),
            Some((Place::Path, span)) => {
                let message = "no API key is sent in the path";
                self.report
                    .push(Diagnostic::new(Code::Settings, span, message).help("use `header`, `query` or `cookie`"));
                None
            }
            None => known.as_ref().map(|(place, _)| *place),
        };
        let name = wanted.name.as_ref().map(|name| name.get_ref().clone()).or(known.map(|(_, name)| name));
        match (place, name) {
            (Some(place), Some(name)) => Some(Fact { value: SchemeKind::ApiKey { place, name }, origin }),
            _ => {
                let span = origin.span()?;
                let message = "an API key needs to know where it is sent and under which name";
                self.report.push(Diagnostic::new(Code::Settings, span, message).help("add `in` and `name`"));
                None
            }
        }
    }
}
