//! What each credential adds to a request.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderName, HeaderValue, header};

use super::scheme::{Kind, Place};
use super::{Scheme, Secret};
use crate::encode::{Fault, cookie, header as encode_header, query};

/// One credential, encoded for its place. It holds the secret, so it has no `Debug`.
#[cfg_attr(test, derive(Debug, PartialEq, Eq))]
pub(super) enum Carried {
    /// A header of its own.
    Header(HeaderName, HeaderValue),
    /// A percent-encoded `name=value` of the query.
    Query(String),
    /// A pair of the `Cookie` header.
    Cookie(String),
}

/// Encodes a secret as its scheme says.
///
/// # Errors
///
/// If the secret holds what its place cannot carry. The fault names the scheme, never the secret.
pub(super) fn carry(scheme: &Scheme, secret: &Secret) -> Result<Carried, Fault> {
    let carried = match scheme.kind() {
        Kind::ApiKey { place, name, prefix } => api_key(place, name, prefix, secret.expose()),
        Kind::Basic => basic(secret.expose_user(), secret.expose()),
        Kind::Bearer | Kind::OAuth2(_) => authorization(["Bearer ", secret.expose()].concat()),
    };
    carried.map_err(|fault| fault.within("credential", scheme.name()))
}

fn api_key(place: Place, name: &str, prefix: Option<&str>, key: &str) -> Result<Carried, Fault> {
    let key = prefix.map_or_else(|| key.to_owned(), |prefix| format!("{prefix} {key}"));
    match place {
        Place::Query => Ok(Carried::Query(query::pair(name, &key))),
        Place::Cookie => cookie::pair(name, &key).map(Carried::Cookie),
        // Some docs describe a session cookie as an API key in the `Cookie` header: the key is then the whole pair.
        Place::Header if name.eq_ignore_ascii_case("cookie") => {
            encode_header::value(&key)?;
            Ok(Carried::Cookie(key))
        }
        Place::Header => {
            let (name, value) = encode_header::header(name, key)?;
            Ok(Carried::Header(name, encode_header::sensitive(value)))
        }
    }
}

/// RFC 7617 section 2: the first colon ends the user name, and neither part has control characters.
fn basic(user: &str, password: &str) -> Result<Carried, Fault> {
    if user.contains(':') {
        return Err(Fault::new("the user name holds a colon, which RFC 7617 section 2 does not allow"));
    }
    if user.chars().chain(password.chars()).any(char::is_control) {
        return Err(Fault::new("the user name or password holds a control character"));
    }
    authorization(format!("Basic {}", STANDARD.encode(format!("{user}:{password}"))))
}

fn authorization(value: String) -> Result<Carried, Fault> {
    let value = encode_header::sensitive(encode_header::value_of(value)?);
    Ok(Carried::Header(header::AUTHORIZATION, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    static OAUTH: Scheme = Scheme::oauth2("oauth").client_credentials("/token").scopes(&["read"]);
    static BASIC: Scheme = Scheme::basic("basicAuth");
    static BEARER: Scheme = Scheme::bearer("bearerAuth");
    static PREFIXED: Scheme = Scheme::api_key("bearer", Place::Header, "Authorization").prefix("Bearer");
    static HEADER: Scheme = Scheme::api_key("key", Place::Header, "X-API-Key");
    static QUERY: Scheme = Scheme::api_key("key", Place::Query, "api key");
    static COOKIE: Scheme = Scheme::api_key("session", Place::Cookie, "sid");
    static COOKIE_HEADER: Scheme = Scheme::api_key("session", Place::Header, "Cookie");

    #[track_caller]
    fn check(scheme: &'static Scheme, secret: &str, expected: &str) {
        check_carried(scheme, &Secret::new(secret), expected);
    }

    #[track_caller]
    fn check_basic(user: &str, password: &str, expected: &str) {
        check_carried(&BASIC, &Secret::basic(user, password), expected);
    }

    #[track_caller]
    fn check_carried(scheme: &Scheme, secret: &Secret, expected: &str) {
        let text = match carry(scheme, secret) {
            Ok(Carried::Header(name, value)) => {
                assert!(value.is_sensitive());
                format!("{name}: {}", String::from_utf8(value.as_bytes().to_owned()).unwrap())
            }
            Ok(Carried::Query(pair)) => format!("?{pair}"),
            Ok(Carried::Cookie(pair)) => format!("cookie {pair}"),
            Err(fault) => fault.to_string(),
        };
        assert_eq!(text, expected);
    }

    #[test]
    fn each_scheme_has_its_place() {
        check(&BEARER, "t0", "authorization: Bearer t0");
        check(&OAUTH, "t0", "authorization: Bearer t0");
        check(&PREFIXED, "t0", "authorization: Bearer t0");
        check(&HEADER, "k", "x-api-key: k");
        check(&QUERY, "a&b", "?api%20key=a%26b");
        check(&COOKIE, "a;b", "cookie sid=a%3Bb");
        check(&COOKIE_HEADER, "sid=1", "cookie sid=1");
    }

    #[test]
    fn basic_follows_rfc_7617() {
        check_basic("Aladdin", "open sesame", "authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        check_basic("test", "123£", "authorization: Basic dGVzdDoxMjPCow==");
        check_basic("a", "b:c", "authorization: Basic YTpiOmM=");
        check_basic(
            "a:b",
            "c",
            "credential `basicAuth`: the user name holds a colon, which RFC 7617 section 2 does not allow",
        );
        check_basic("a", "b\n", "credential `basicAuth`: the user name or password holds a control character");
    }

    #[test]
    fn secrets_cannot_end_their_header() {
        const REFUSED: &str = "the value holds CR, LF or another control character";
        check(&BEARER, "a\r\nX: 1", &format!("credential `bearerAuth`: {REFUSED}"));
        check(&HEADER, "a\n", &format!("credential `key`: header `X-API-Key`: {REFUSED}"));
        check(&COOKIE_HEADER, "a\r", &format!("credential `session`: {REFUSED}"));
    }
}
