//! `[security.‹scheme›]`.

use super::{Overrides, scheme_names};
use crate::api::{Api, Fact, OAuthFlow, Origin, Place, SchemeKind, SchemePlace, SecurityScheme};
use crate::diagnostic::{Code, Diagnostic};
use crate::settings::{SchemeSettings, SchemeType, Table};

impl Overrides {
    pub(super) fn security(&mut self, schemes: &Table<SchemeSettings>, api: &mut Api) {
        for (key, wanted) in schemes {
            let name = key.get_ref();
            let is_described = api.security_schemes.iter().any(|scheme| scheme.name == *name);
            if !is_described && (wanted.add || scheme_names(api).contains(name)) {
                api.security_schemes.push(SecurityScheme {
                    name: name.clone(),
                    kind: Fact::convention(SchemeKind::Bearer, "scheme without a description"),
                    prefix: Fact::convention(String::new(), "no prefix"),
                    span: self.span(key),
                });
            }
            match api.security_schemes.iter_mut().find(|scheme| scheme.name == *name) {
                Some(scheme) => self.scheme(wanted, scheme),
                None => self.unmatched(key, "security scheme", scheme_names(api).iter().map(String::as_str)),
            }
        }
    }

    fn scheme(&mut self, wanted: &SchemeSettings, scheme: &mut SecurityScheme) {
        if let Some(prefix) = &wanted.prefix {
            scheme.prefix = self.fact(prefix);
        }
        if let Some(kind) = &wanted.kind {
            let origin = self.origin(kind);
            match kind.get_ref() {
                SchemeType::Basic => scheme.kind = Fact { value: SchemeKind::Basic, origin },
                SchemeType::Bearer => scheme.kind = Fact { value: SchemeKind::Bearer, origin },
                SchemeType::OAuth2 => {
                    let flows = match &scheme.kind.value {
                        SchemeKind::OAuth2(flows) => flows.clone(),
                        _ => Vec::new(),
                    };
                    scheme.kind = Fact { value: SchemeKind::OAuth2(flows), origin };
                }
                // What it is made of follows below.
                SchemeType::ApiKey => self.api_key(wanted, scheme, origin),
            }
        } else if let Some(origin) = self.origin_of_key(wanted) {
            match scheme.kind.value {
                SchemeKind::ApiKey { .. } => self.api_key(wanted, scheme, origin),
                _ => self.misplaced(origin, "only an API key has `in` and `name`", "add `type = \"apiKey\"`"),
            }
        }
        self.flow(wanted, scheme);
    }

    fn origin_of_key(&self, wanted: &SchemeSettings) -> Option<Origin> {
        let name = wanted.name.as_ref().map(|name| self.origin(name));
        name.or(wanted.place.as_ref().map(|place| self.origin(place)))
    }

    fn api_key(&mut self, wanted: &SchemeSettings, scheme: &mut SecurityScheme, origin: Origin) {
        let known = match &scheme.kind.value {
            SchemeKind::ApiKey { place, name } => Some((*place, name.clone())),
            _ => None,
        };
        let place = match wanted.place.as_ref().map(|place| (*place.get_ref(), self.origin(place))) {
            Some((Place::Header, _)) => Some(SchemePlace::Header),
            Some((Place::Query, _)) => Some(SchemePlace::Query),
            Some((Place::Cookie, _)) => Some(SchemePlace::Cookie),
            Some((other, origin)) => {
                let message = format!("no API key is sent in the {other}");
                return self.misplaced(origin, &message, "use `header`, `query` or `cookie`");
            }
            None => known.as_ref().map(|(place, _)| *place),
        };
        let name = wanted.name.as_ref().map(|name| name.get_ref().clone()).or(known.map(|(_, name)| name));
        match (place, name) {
            (Some(place), Some(name)) => scheme.kind = Fact { value: SchemeKind::ApiKey { place, name }, origin },
            _ => {
                let message = "an API key needs to know where it is sent and under which name";
                self.misplaced(origin, message, "add `in` and `name`");
            }
        }
    }

    /// Corrects the flow that is meant: the one that is named, or the only one there is.
    fn flow(&mut self, wanted: &SchemeSettings, scheme: &mut SecurityScheme) {
        let origins = [
            wanted.flow.as_ref().map(|flow| self.origin(flow)),
            wanted.authorization_url.as_ref().map(|url| self.origin(url)),
            wanted.token_url.as_ref().map(|url| self.origin(url)),
            wanted.scopes.as_ref().map(|scopes| self.origin(scopes)),
        ];
        let Some(origin) = origins.into_iter().flatten().next() else { return };
        let SchemeKind::OAuth2(flows) = &mut scheme.kind.value else {
            let message = "only OAuth 2 has `flow`, `authorization_url`, `token_url` and `scopes`";
            return self.misplaced(origin, message, "add `type = \"oauth2\"`");
        };
        let at = match &wanted.flow {
            Some(grant) => match flows.iter().position(|flow| flow.grant == *grant.get_ref()) {
                Some(at) => at,
                None => {
                    let grant = *grant.get_ref();
                    let (authorization_url, token_url) = (String::new(), String::new());
                    flows.push(OAuthFlow { grant, authorization_url, token_url, scopes: Vec::new() });
                    flows.len() - 1
                }
            },
            None if flows.len() == 1 => 0,
            None => {
                let message = "which flow of this scheme is meant?";
                let help = "add `flow`: `clientCredentials`, `password`, `authorizationCode` or `implicit`";
                return self.misplaced(origin, message, help);
            }
        };
        let flow = &mut flows[at];
        if let Some(url) = &wanted.authorization_url {
            flow.authorization_url = url.get_ref().clone();
        }
        if let Some(url) = &wanted.token_url {
            flow.token_url = url.get_ref().clone();
        }
        if let Some(scopes) = &wanted.scopes {
            flow.scopes = scopes.get_ref().clone().into_iter().collect();
        }
        scheme.kind.origin = origin;
    }

    fn misplaced(&mut self, origin: Origin, message: &str, help: &str) {
        self.report.extend(origin.span().map(|span| Diagnostic::new(Code::Settings, span, message).help(help)));
    }
}
