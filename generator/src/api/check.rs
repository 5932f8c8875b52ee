//! Makes an [`Api`] complete and consistent, and says what it lacks.

mod examples;
mod uses;

use std::collections::BTreeSet;

use self::examples::check_examples;
use self::uses::first_uses;
use super::ledger;
use super::{
    Api, Fact, Location, Operation, Origin, OtherScheme, Parameter, Schema, SchemeKind, SchemePlace, SecurityScheme,
    Shape,
};
use crate::diagnostic::{Code, Diagnostic};

/// Checks everything; what is missing is added as the least that can be true.
pub fn check(api: &mut Api) -> Vec<Diagnostic> {
    let mut report = Vec::new();
    check_server(api, &mut report);
    for operation in &mut api.operations {
        check_path(operation, &mut report);
    }
    check_schemes(api, &mut report);
    check_examples(api, &mut report);
    check_schemas(api, &mut report);
    report
}

/// Of two operations with the same verb and path, a listed one wins over one that the README does not list: docs keep
/// pages that are out of date. With `only_listed`, every operation that is not listed is left out.
pub fn keep_listed(api: &mut Api, only_listed: bool, report: &mut Vec<Diagnostic>) {
    let call = |operation: &Operation| (operation.method.value, operation.path.value.to_string());
    let listed: BTreeSet<_> = api.operations.iter().filter(|operation| operation.listed).map(call).collect();
    api.operations.retain(|operation| {
        let outdone = !operation.listed && listed.contains(&call(operation));
        if outdone {
            let message =
                format!("`{}` has the verb and path of an operation that the README lists", operation.id.value);
            report.push(Diagnostic::new(Code::Duplicate, operation.span, message).label("left out"));
        }
        operation.listed || !outdone && !only_listed
    });
}

/// An error for every fact that only convention speaks for.
pub fn deny_conventions(api: &Api) -> Vec<Diagnostic> {
    let error = |doubt: ledger::Entry| {
        let message = format!("nothing proves the {} of `{}`: `{}` is assumed", doubt.aspect, doubt.item, doubt.value);
        let help = "confirm or correct it in spec.toml; `docwright doubts --toml` writes what is assumed";
        Diagnostic::new(Code::Unproven, doubt.span, message).help(help)
    };
    ledger::doubts(api).into_iter().map(error).collect()
}

fn check_server(api: &mut Api, report: &mut Vec<Diagnostic>) {
    let Some(server) = &api.server else { return };
    let Some(span) = server.origin.span() else { return };
    let rest = server.value.strip_prefix("https://").or_else(|| server.value.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split('/').next().unwrap_or(""));
    let clean = !server
        .value
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '\\' | '<' | '>' | '{' | '}'));
    if host.is_some_and(|host| !host.is_empty() && !host.contains(['@', '?', '#'])) && clean {
        return;
    }
    report.push(
        Diagnostic::new(
            Code::BadServer,
            span,
            format!("`{}` is no absolute http or https URL", server.value.escape_debug()),
        )
        .label("clients will have to name the server themselves")
        .help("state it in spec.toml: `[api]` `server = \"https://…\"`"),
    );
    api.server = None;
}

/// Every hole of a path needs a parameter to fill it, and nothing else may claim to be in the path.
fn check_path(operation: &mut Operation, report: &mut Vec<Diagnostic>) {
    let in_path = |parameter: &&Parameter| parameter.location.value == Location::Path;
    let filled: BTreeSet<String> =
        operation.parameters.iter().filter(in_path).map(|parameter| parameter.wire_name.value.clone()).collect();
    for hole in operation.path.value.parameters().filter(|hole| !filled.contains(*hole)) {
        let span = operation.path.origin.span().unwrap_or(operation.span);
        report.push(
            Diagnostic::new(
                Code::MissingParameter,
                span,
                format!("no row of `{}` describes `{{{hole}}}`", operation.id.value),
            )
            .label("taken to be a string"),
        );
        operation.parameters.push(Parameter {
            name: hole.to_owned(),
            wire_name: Fact::stated(hole.to_owned(), span),
            location: Fact::implied(Location::Path, span, "path template"),
            serialization: None,
            schema: Fact::convention(Schema::string(), "path parameter without a row"),
            required: Fact::stated(true, span),
            default: None,
            description: String::new(),
            linked: false,
            span,
        });
    }
    let holes: BTreeSet<&str> = operation.path.value.parameters().collect();
    for parameter in &mut operation.parameters {
        if parameter.location.value == Location::Path && !holes.contains(parameter.wire_name.value.as_str()) {
            let message =
                format!("the path of `{}` has no place for `{}`", operation.id.value, parameter.wire_name.value);
            report.push(Diagnostic::new(Code::BadPath, parameter.span, message).label("sent in the query instead"));
            parameter.location = Fact::convention(Location::Query, "no place in the path");
        }
    }
}

/// Every scheme that an operation names must be known, and it must be known where its key goes.
fn check_schemes(api: &mut Api, report: &mut Vec<Diagnostic>) {
    let mut known: BTreeSet<String> = api.security_schemes.iter().map(|scheme| scheme.name.clone()).collect();
    for operation in &api.operations {
        let span = operation.security.origin.span().unwrap_or(operation.span);
        for name in operation.security.value.schemes() {
            if !known.insert(name.to_owned()) {
                continue;
            }
            let kind = SchemeKind::ApiKey { place: SchemePlace::Header, name: name.to_owned() };
            api.security_schemes.push(SecurityScheme {
                name: name.to_owned(),
                kind: Fact::convention(kind, "scheme without a description"),
                prefix: Fact::convention(String::new(), "no prefix"),
                span,
            });
        }
    }
    for scheme in &mut api.security_schemes {
        let advice = format!("state it in spec.toml: `[security.{}]` with `type`, `in` and `name`", scheme.name);
        match &scheme.kind {
            Fact { value: SchemeKind::ApiKey { .. }, origin: Origin::Convention { .. } } => {
                guess_key(scheme);
                let guess = describe(&scheme.kind.value, &scheme.prefix.value);
                let message = format!("the docs do not say where the key of `{}` goes", scheme.name);
                report.push(Diagnostic::new(Code::SchemeNotStated, scheme.span, message).label(guess).help(advice));
            }
            // Its tokens are sent as those of OAuth 2 are; only getting one is up to the caller.
            Fact { value: SchemeKind::Other(OtherScheme::OpenIdConnect(_)), .. } => {}
            Fact { value: SchemeKind::Other(kind), .. } => {
                let message = format!("`{}` is {kind}, which clients cannot perform by themselves", scheme.name);
                report.push(Diagnostic::new(Code::SchemeUnsupported, scheme.span, message).help(advice));
            }
            _ => {}
        }
    }
}

/// The best guess at an API key of which only the scheme's name is known.
fn guess_key(scheme: &mut SecurityScheme) {
    let name = scheme.name.to_lowercase();
    let (header, prefix) = if name.contains("bearer") || name.contains("jwt") {
        ("Authorization", "Bearer")
    } else if name.contains("authorization") {
        ("Authorization", "")
    } else if name.contains("cookie") {
        ("Cookie", "")
    } else {
        (scheme.name.as_str(), "")
    };
    let kind = SchemeKind::ApiKey { place: SchemePlace::Header, name: header.to_owned() };
    scheme.prefix.offer(Fact::convention(prefix.to_owned(), "name of the scheme"));
    scheme.kind = Fact::convention(kind, "name of the scheme");
}

fn describe(kind: &SchemeKind, prefix: &str) -> String {
    match kind {
        SchemeKind::ApiKey { name, .. } if prefix.is_empty() => format!("guessed from its name: the header `{name}`"),
        SchemeKind::ApiKey { name, .. } => format!("guessed from its name: the header `{name}`, after `{prefix}`"),
        _ => String::new(),
    }
}

fn check_schemas(api: &Api, report: &mut Vec<Diagnostic>) {
    let uses = first_uses(api);
    for schema in api.schemas.values().filter(|schema| !schema.origin.is_proven()) {
        let Some(span) = schema.origin.span().or_else(|| uses.get(schema.name.as_str()).copied()) else { continue };
        let known = match schema.shape {
            Shape::Object { .. } => "its fields are those that examples show",
            _ => "taken to be an open JSON object",
        };
        let message = format!("`{}` has no page", schema.name);
        report.push(
            Diagnostic::new(Code::ModelWithoutPage, span, message)
                .label(known)
                .help("add its page, or state its properties in spec.toml"),
        );
    }
}
