//! An address as it may stand in a trace.

use std::fmt;

use http::Uri;

use super::SECRET_WORDS;

/// Shows an address without what may be secret in it: user info, every value of the query, and the arguments of the path
/// whose names sound like secrets. Of a redirect it shows scheme, host and port alone: the rest came in a header.
pub(crate) struct Shown<'u> {
    uri: &'u Uri,
    /// The path template of the call.
    template: &'u str,
    is_redirect: bool,
}

/// What the OpenTelemetry conventions want in the place of a secret.
const REDACTED: &str = "REDACTED";

/// In bytes. What is longer is rather a value than the name of one.
const LONGEST_NAME: usize = 40;

impl<'u> Shown<'u> {
    /// The address of a call, whose path ends as the template says, or that of a redirect, which may hold a secret
    /// anywhere.
    pub(crate) fn new(uri: &'u Uri, template: &'u str, is_redirect: bool) -> Self {
        Self { uri, template, is_redirect }
    }

    fn write_path(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.uri.path();
        if !has_secret(self.template) {
            return f.write_str(path);
        }
        // A template begins with a slash, as paths do.
        let before = path.split('/').count().checked_sub(self.template.split('/').count());
        let Some(before) = before else { return write!(f, "/{REDACTED}") };
        let mut templates = self.template.split('/').skip(1);
        for (index, segment) in path.split('/').enumerate().skip(1) {
            let template = if index > before { templates.next().unwrap_or_default() } else { "" };
            write!(f, "/{}", if has_secret(template) { REDACTED } else { segment })?;
        }
        Ok(())
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.uri.scheme_str().unwrap_or_default(), self.uri.host().unwrap_or_default())?;
        if let Some(port) = self.uri.port() {
            write!(f, ":{port}")?;
        }
        if self.is_redirect {
            return write!(f, "/{REDACTED}");
        }
        self.write_path(f)?;
        let pairs = self.uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty());
        for (index, pair) in pairs.enumerate() {
            f.write_str(if index == 0 { "?" } else { "&" })?;
            match name(pair) {
                Some(name) => write!(f, "{name}={REDACTED}")?,
                None => f.write_str(REDACTED)?,
            }
        }
        Ok(())
    }
}

/// The name in a pair of a query, if it certainly is one. A link to the next page brings its own query, which may be a
/// value alone; in base64 that would end with `=` (RFC 4648 section 4).
fn name(pair: &str) -> Option<&str> {
    let (name, value) = pair.split_once('=')?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"$-._[]".contains(&byte);
    let is_name = (1..=LONGEST_NAME).contains(&name.len()) && name.bytes().all(is_plain);
    (is_name && !value.trim_start_matches('=').is_empty()).then_some(name)
}

/// Whether one of the parameters in a template sounds like a secret.
fn has_secret(template: &str) -> bool {
    let names = template.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    names.map(str::to_ascii_lowercase).any(|name| SECRET_WORDS.iter().any(|word| name.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(uri: &str, template: &str, expected: &str) {
        assert_eq!(Shown::new(&uri.parse().unwrap(), template, false).to_string(), expected);
    }

    #[track_caller]
    fn check_redirect(uri: &str, template: &str, expected: &str) {
        assert_eq!(Shown::new(&uri.parse().unwrap(), template, true).to_string(), expected);
    }

    #[test]
    fn values_of_a_query_and_user_info_are_left_out() {
        check("https://a.example/v1/x", "/x", "https://a.example/v1/x");
        check("https://ada:s3cret@a.example:8443/x?", "/x", "https://a.example:8443/x");
        check(
            "http://[::1]:80/x?a=s3cret&b[c]=s3cret&s3cret",
            "/x",
            "http://[::1]:80/x?a=REDACTED&b[c]=REDACTED&REDACTED",
        );
    }

    #[test]
    fn a_pair_of_a_query_without_a_plain_name_is_left_out_whole() {
        let long = format!("{}=x", "s3cret".repeat(7));
        for pair in ["czNjcmV0IQ==", "czNjcmV0ISE=", "=s3cret", "s3+cret/=x", "s3cret%21=x", "=", &long] {
            let expected = "https://a.example/x?$top=REDACTED&REDACTED&page.size=REDACTED";
            check(&format!("https://a.example/x?$top=1&{pair}&page.size=2"), "/x", expected);
        }
    }

    #[test]
    fn arguments_that_sound_like_secrets_are_left_out_of_the_path() {
        check("https://a.example/users/7/keys", "/users/{id}/keys", "https://a.example/users/7/keys");
        check("https://a.example/v1/s3cret/x/7", "/{resetToken}/x/{id}", "https://a.example/v1/REDACTED/x/7");
        check("https://a.example/v1/k/s3cret.json", "/k/{API_Key}.json", "https://a.example/v1/k/REDACTED");
        check("https://a.example/s3cret", "/k/{key}", "https://a.example/REDACTED");
    }

    #[test]
    fn of_a_redirect_nothing_is_shown_below_the_origin() {
        check_redirect("https://ada:s3cret@b.example:8443/d/s3cret/file", "/x", "https://b.example:8443/REDACTED");
        check_redirect("https://b.example/users/7?s3cret=7", "/users/{id}", "https://b.example/REDACTED");
        check_redirect("https://b.example", "/x/{token}", "https://b.example/REDACTED");
    }
}
