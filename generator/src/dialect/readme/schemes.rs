//! The section `Documentation For Authorization`: a heading for each scheme, with a list below it.

use std::sync::LazyLock;

use regex::Regex;

use super::{find, item};
use crate::api::{Fact, OAuthFlow, OAuthGrant, OtherScheme, SchemeKind, SchemePlace, SecurityScheme};
use crate::diagnostic::{Code, Diagnostic};
use crate::dialect::Reader;
use crate::dialect::operation::is_open_id;
use crate::dialect::text::{is_name, pattern, unescape};
use crate::markdown::{Document, Section};

/// Reads the security schemes below `Documentation For Authorization`: a heading each, with a list.
pub(super) fn read_schemes(document: &Document<'_>, reader: &mut Reader) {
    let is_start = |section: &Section<'_>| section.title.eq_ignore_ascii_case("Documentation For Authorization");
    let Some(start) = document.sections.iter().rposition(is_start) else { return };
    for section in &document.sections[start + 1..] {
        if section.title == "Author" || section.title.starts_with("Notes for ") {
            return;
        }
        let name = unescape(section.title).into_owned();
        if !is_name(&name) || !is_scheme(section) {
            continue;
        }
        let (kind, prefix) = read_kind(document, section, reader);
        reader.add_scheme(SecurityScheme { name, kind, prefix, span: section.heading });
    }
}

/// Whether a section below the heading is a scheme: READMEs that people have edited go on with sections of their own.
/// A scheme has nothing but its list, or nothing at all.
fn is_scheme(section: &Section<'_>) -> bool {
    static ITEM: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*[-*]\s+\*\*"));
    let is_frame = |text: &str| text.starts_with("<a ") || text.starts_with("Authentication schemes defined");
    let mut blocks = section.blocks.iter().filter(|block| !is_frame(block.text.trim_start()));
    blocks.next().is_none_or(|block| ITEM.is_match(block.text))
}

fn read_kind(document: &Document<'_>, section: &Section<'_>, reader: &mut Reader) -> (Fact<SchemeKind>, Fact<String>) {
    static TYPE: LazyLock<Regex> = LazyLock::new(|| item("Type"));
    static NAME: LazyLock<Regex> = LazyLock::new(|| item("API key parameter name"));
    static LOCATION: LazyLock<Regex> = LazyLock::new(|| item("Location"));
    static DISCOVERY: LazyLock<Regex> = LazyLock::new(|| item("OpenId Connect URL"));
    let value = |item: &Regex| find(document, section.body, item);
    let no_prefix = Fact::convention(String::new(), "no prefix");
    let Some(ty) = value(&TYPE) else {
        // Some kinds have no word in the templates. The examples of operations may have one.
        let kind = SchemeKind::Other(unlisted_kind(section.title));
        return (Fact::convention(kind, "scheme without a list"), no_prefix);
    };
    let kind = match ty.value.as_str() {
        "API key" => return (read_api_key(section, value(&NAME), value(&LOCATION), reader), no_prefix),
        "HTTP basic authentication" => SchemeKind::Basic,
        "OAuth" => SchemeKind::OAuth2(read_flow(document, section).into_iter().collect()),
        text if text.eq_ignore_ascii_case("OpenId Connect") => {
            let url = value(&DISCOVERY).map(|url| unescape(&url.value).into_owned()).unwrap_or_default();
            SchemeKind::Other(OtherScheme::OpenIdConnect(url))
        }
        text if text.starts_with("Bearer authentication") => SchemeKind::Bearer,
        "HTTP signature authentication" => SchemeKind::Other(OtherScheme::Http("signature".to_owned())),
        other => {
            let span = ty.origin.span().unwrap_or(section.heading);
            reader.report.push(
                Diagnostic::new(Code::SchemeNotStated, span, format!("`{other}` is no kind of authentication"))
                    .label("expected `API key`, `OAuth`, `Bearer authentication`, …"),
            );
            return (Fact::convention(SchemeKind::Other(OtherScheme::Unnamed), "unreadable kind"), no_prefix);
        }
    };
    (ty.with(kind), no_prefix)
}

fn read_api_key(
    section: &Section<'_>,
    name: Option<Fact<String>>,
    location: Option<Fact<String>>,
    reader: &mut Reader,
) -> Fact<SchemeKind> {
    let scheme = section.title.to_owned();
    let (Some(name), Some(location)) = (name.filter(|name| is_name(&name.value)), location) else {
        reader.report.push(
            Diagnostic::new(
                Code::SchemeNotStated,
                section.last_span(),
                format!("where the key of `{scheme}` goes is missing"),
            )
            .label("expected `- **API key parameter name**: …` and `- **Location**: …`"),
        );
        return Fact::convention(
            SchemeKind::ApiKey { place: SchemePlace::Header, name: scheme },
            "api key without a place",
        );
    };
    let place = match location.value.as_str() {
        "HTTP header" => SchemePlace::Header,
        "URL query string" => SchemePlace::Query,
        // The templates have no word for cookies.
        "" => SchemePlace::Cookie,
        other => {
            let span = location.origin.span().unwrap_or(section.heading);
            reader.report.push(
                Diagnostic::new(
                    Code::SchemeNotStated,
                    span,
                    format!("`{other}` is no place for the key of `{scheme}`"),
                )
                .label("expected `HTTP header`, `URL query string`, or nothing for a cookie"),
            );
            SchemePlace::Header
        }
    };
    name.with(SchemeKind::ApiKey { place, name: unescape(&name.value).into_owned() })
}

/// Reads the flow, where users agree to it, and what may be asked for. The words are those of Swagger 2.0.
fn read_flow(document: &Document<'_>, section: &Section<'_>) -> Option<OAuthFlow> {
    static FLOW: LazyLock<Regex> = LazyLock::new(|| item("Flow"));
    static URL: LazyLock<Regex> = LazyLock::new(|| item("Authorization URL"));
    static SCOPE: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?m)^\s*[-*][ \t]+\*\*([^*\n]+)\*\*:[ \t]*(.*?)[ \t\r]*$"));
    let grant = match find(document, section.body, &FLOW)?.value.as_str() {
        "implicit" => OAuthGrant::Implicit,
        "password" => OAuthGrant::Password,
        "application" => OAuthGrant::ClientCredentials,
        "accessCode" => OAuthGrant::AuthorizationCode,
        _ => return None,
    };
    let authorization_url =
        find(document, section.body, &URL).map(|url| unescape(&url.value).into_owned()).unwrap_or_default();
    let text = &document.text[section.body.start as usize..section.body.end as usize];
    let scopes = text.split_once("**Scopes**:").map_or("", |(_, scopes)| scopes);
    let scope = |found: regex::Captures<'_>| (unescape(&found[1]).into_owned(), unescape(&found[2]).into_owned());
    let scopes = SCOPE.captures_iter(scopes).map(scope).collect();
    Some(OAuthFlow { grant, authorization_url, token_url: String::new(), scopes })
}

/// What the name of a scheme without a list suggests.
fn unlisted_kind(name: &str) -> OtherScheme {
    let lower = name.to_lowercase();
    if is_open_id(name) {
        OtherScheme::OpenIdConnect(String::new())
    } else if ["tls", "certificate"].iter().any(|word| lower.contains(word)) {
        OtherScheme::MutualTls
    } else {
        OtherScheme::Unnamed
    }
}
