//! Which credentials an operation takes.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::Group;
use crate::api::{Fact, OtherScheme, Requirement, SchemeKind, SchemePlace, SecurityScheme};
use crate::diagnostic::{Code, Diagnostic};
use crate::dialect::Reader;
use crate::dialect::text::{link_names, pattern, unique};
use crate::source::Span;

/// Reads the section `Authorization`, and learns from the bullets of the example what kinds the schemes are.
pub(in crate::dialect) fn read_security(group: &Group<'_, '_>, reader: &mut Reader) -> Fact<Requirement> {
    let kinds = read_scheme_bullets(group, reader);
    let Some(section) = group.expect_section("Authorization", reader) else {
        return Fact::convention(Requirement::Listed(Vec::new()), "no authorization documented");
    };
    let Some(block) = section.prose().next() else {
        reader.report.push(
            Diagnostic::new(
                Code::MissingSection,
                section.heading,
                format!("the authorization of `{}` is missing", group.name),
            )
            .label("expected scheme links or `No authorization required`"),
        );
        return Fact::convention(Requirement::Listed(Vec::new()), "no authorization documented");
    };
    let names: Vec<String> = unique(link_names(block.text)).into_iter().map(str::to_owned).collect();
    if names.is_empty() && !block.text.contains("No authorization required") {
        reader.report.push(
            Diagnostic::new(
                Code::MalformedRow,
                block.span,
                format!("the authorization of `{}` cannot be read", group.name),
            )
            .label("expected scheme links or `No authorization required`"),
        );
    }
    if !kinds.is_empty() {
        for name in names.iter().filter(|name| !kinds.contains(*name)) {
            add_unnamed_scheme(name, block.span, reader);
        }
    }
    Fact::stated(Requirement::Listed(names), block.span)
}

/// The examples have a bullet for each scheme of a kind that the generators know. What else operations list is OpenID
/// Connect if it says so, else another scheme of HTTP: schemes that are neither are not listed with operations.
fn add_unnamed_scheme(name: &str, span: Span, reader: &mut Reader) {
    let kind = if is_open_id(name) {
        OtherScheme::OpenIdConnect(String::new())
    } else {
        OtherScheme::Http(http_scheme(name).to_owned())
    };
    reader.add_scheme(SecurityScheme {
        name: name.to_owned(),
        kind: Fact::implied(SchemeKind::Other(kind), span, "no authentication bullet"),
        prefix: Fact::convention(String::new(), "no prefix"),
        span,
    });
}

/// Whether a scheme is called as if it were OpenID Connect.
pub(in crate::dialect) fn is_open_id(name: &str) -> bool {
    let name = name.to_lowercase();
    ["openid", "open_id", "oidc"].iter().any(|word| name.contains(word))
}

/// The registered scheme of HTTP that a name speaks of; empty for none.
fn http_scheme(name: &str) -> &'static str {
    let lower = name.to_lowercase();
    let known = ["negotiate", "digest", "hoba", "mutual", "vapid", "scram-sha-1", "scram-sha-256"];
    match known.into_iter().find(|known| lower.contains(known)) {
        Some(known) => known,
        // RFC 4559 carries Kerberos by way of SPNEGO.
        None if lower.contains("kerberos") || lower.contains("spnego") => "negotiate",
        None => "",
    }
}

/// Reads `* Api Key Authentication (bearer):`. It tells the kind of a scheme, not where its key goes. Gives back the
/// names that have such a bullet.
fn read_scheme_bullets(group: &Group<'_, '_>, reader: &mut Reader) -> BTreeSet<String> {
    static BULLET: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?m)^\* (Basic|Bearer|Api Key|OAuth|HTTP Signature)(?: \([^()]*\))? Authentication \(([^()]+)\):?\s*$",
        )
    });
    let mut names = BTreeSet::new();
    let Some(section) = group.section("Example") else { return names };
    for block in section.prose() {
        for found in BULLET.captures_iter(block.text) {
            let Some(place) = found.get(0) else { continue };
            let span = block.span.part(place.start(), place.end());
            let name = found[2].to_owned();
            names.insert(name.clone());
            let kind = match &found[1] {
                "Basic" => SchemeKind::Basic,
                "Bearer" => SchemeKind::Bearer,
                "OAuth" => SchemeKind::OAuth2(Vec::new()),
                "Api Key" => SchemeKind::ApiKey { place: SchemePlace::Header, name: name.clone() },
                _ => SchemeKind::Other(OtherScheme::Http("signature".to_owned())),
            };
            // Only the kind is known of a key: where it goes is a guess from the scheme's name.
            let kind = match kind {
                SchemeKind::ApiKey { .. } => Fact::convention(kind, "api key without a place"),
                kind => Fact::implied(kind, span, "authentication bullet"),
            };
            reader.add_scheme(SecurityScheme {
                name,
                kind,
                prefix: Fact::convention(String::new(), "no prefix"),
                span,
            });
        }
    }
    names
}
