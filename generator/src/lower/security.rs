//! Security schemes as credentials.

use super::docs;
use super::naming::{self, Scope};
use crate::api::{Api, OAuthGrant as Grant, OtherScheme, Requirement, SchemeKind as Kind, SchemePlace, SecurityScheme};
use crate::rust::{Ident, OAuthFlow, OAuthGrant, Scheme, SchemeKind, Security};

/// Every scheme that the runtime can perform.
pub(super) fn lower_schemes(api: &Api) -> Vec<Scheme> {
    let mut scope = Scope::of_credentials();
    let lowered = api.security_schemes.iter().filter_map(|scheme| Some((scheme, lower_kind(scheme)?)));
    // The schemes' own names come before those that are made of them.
    let named: Vec<_> =
        lowered.map(|(scheme, kind)| (scheme, kind, scope.claim(naming::snake(&scheme.name)))).collect();
    named.into_iter().map(|(scheme, kind, function)| lower_scheme(scheme, kind, function, &mut scope)).collect()
}

/// What an operation requires, of the schemes that there are.
pub(super) fn lower_requirement(requirement: &Requirement, schemes: &[Scheme]) -> Security {
    let constant = |name: &String| find(schemes, name).map(|scheme| scheme.constant.clone());
    match requirement {
        Requirement::Listed(names) => {
            let listed: Vec<Ident> = names.iter().filter_map(constant).collect();
            let is_all = schemes.len() > 1 && schemes.iter().all(|scheme| listed.contains(&scheme.constant));
            if is_all { Security::All } else { Security::Listed(listed) }
        }
        Requirement::Exactly(alternatives) => {
            let whole = |all: &Vec<String>| all.iter().map(constant).collect::<Option<Vec<Ident>>>();
            Security::Exactly(alternatives.iter().filter_map(whole).collect())
        }
    }
}

/// What to tell a reader about the credentials of an operation; `None` where there are none.
pub(super) fn describe(requirement: &Requirement, schemes: &[Scheme]) -> Option<String> {
    let link = |name: &String| find(schemes, name).map(|scheme| format!("[`{0}`](crate::auth::{0})", scheme.function));
    match requirement {
        Requirement::Listed(names) => {
            let links: Vec<String> = names.iter().filter_map(link).collect();
            match links.as_slice() {
                [] => None,
                [only] => Some(format!("Authentication: {only}.")),
                [first @ .., last] => Some(format!(
                    "Authentication: {} and {last}, each if the client has it; the docs do not say whether one suffices.",
                    first.join(", ")
                )),
            }
        }
        Requirement::Exactly(alternatives) => {
            let all = |all: &Vec<String>| all.iter().filter_map(link).collect::<Vec<_>>().join(" and ");
            let any: Vec<String> = alternatives.iter().map(all).filter(|text| !text.is_empty()).collect();
            (!any.is_empty()).then(|| format!("Authentication: {}.", any.join(", or ")))
        }
    }
}

fn find<'s>(schemes: &'s [Scheme], name: &str) -> Option<&'s Scheme> {
    schemes.iter().find(|scheme| scheme.name == name)
}

fn lower_scheme(
    scheme: &SecurityScheme,
    (mut kind, text): (SchemeKind, String),
    function: Ident,
    scope: &mut Scope,
) -> Scheme {
    let mut docs = docs::lines(&text);
    if !scheme.kind.origin.is_proven() {
        docs::add(&mut docs, "The docs do not say how it is sent: this is a guess from its name.");
    }
    let mut extended = |ending: &str| scope.claim(naming::snake(&format!("{}_{ending}", scheme.name)));
    if let (SchemeKind::OAuth2 { flows, .. }, Kind::OAuth2(documented)) = (&mut kind, &scheme.kind.value) {
        for flow in documented.iter().filter(|flow| !flow.token_url.is_empty()) {
            let (grant, ending) = match flow.grant {
                Grant::ClientCredentials => (OAuthGrant::ClientCredentials, "client_credentials"),
                Grant::Password => (OAuthGrant::Password, "password"),
                Grant::AuthorizationCode => (OAuthGrant::RefreshToken, "refresh_token"),
                // It hands out tokens to browsers alone.
                Grant::Implicit => continue,
            };
            flows.push(OAuthFlow { grant, token_url: flow.token_url.clone(), function: extended(ending) });
        }
    }
    let (provided, signed) = (extended("from"), extended("signed"));
    let (constant, name) = (naming::constant(function.as_str()), scheme.name.clone());
    Scheme { function, constant, name, kind, provided, signed, docs }
}

/// What the runtime does for a scheme, and how docs describe it; `None` if it can do nothing.
fn lower_kind(scheme: &SecurityScheme) -> Option<(SchemeKind, String)> {
    Some(match &scheme.kind.value {
        Kind::ApiKey { place, name } => {
            let prefix = (!scheme.prefix.value.is_empty()).then(|| scheme.prefix.value.clone());
            let (place, word) = match place {
                SchemePlace::Header => ("Header", "header"),
                SchemePlace::Query => ("Query", "query parameter"),
                SchemePlace::Cookie => ("Cookie", "cookie"),
            };
            let after = prefix.as_ref().map(|prefix| format!(", after `{}`", docs::code(prefix))).unwrap_or_default();
            let text = if place == "Header" && name.eq_ignore_ascii_case("cookie") {
                // The runtime sends it as it is: such docs do not name the cookie.
                "A cookie with its name, as in `session=4f2a`, sent in the header `Cookie`.".to_owned()
            } else {
                format!("An API key, sent in the {word} `{}`{after}.", docs::code(name))
            };
            (SchemeKind::ApiKey { place, name: name.clone(), prefix }, text)
        }
        Kind::Basic => (SchemeKind::Basic, "User name and password, sent as HTTP basic authentication.".to_owned()),
        Kind::Bearer => (SchemeKind::Bearer, "A token, sent as HTTP bearer authentication.".to_owned()),
        Kind::OAuth2(flows) => {
            let mut scopes: Vec<String> = Vec::new();
            for (scope, _) in flows.iter().flat_map(|flow| &flow.scopes) {
                if !scopes.contains(scope) {
                    scopes.push(scope.clone());
                }
            }
            let text = "An OAuth 2 access token, sent as HTTP bearer authentication.".to_owned();
            (SchemeKind::OAuth2 { flows: Vec::new(), scopes }, text)
        }
        Kind::Other(OtherScheme::OpenIdConnect(url)) => {
            let by = if url.is_empty() { String::new() } else { format!(" of the provider at `{}`", docs::code(url)) };
            (SchemeKind::Bearer, format!("An OpenID Connect access token{by}, sent as HTTP bearer authentication."))
        }
        Kind::Other(_) => return None,
    })
}
