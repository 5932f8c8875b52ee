//! An address as it may stand in a trace.

use std::fmt;

use http::Uri;

use super::SECRET_WORDS;

/// Shows an address without what may be secret in it: user info, every value of the query, and the arguments of the path
/// whose names sound like secrets.
pub(crate) struct Shown<'u> {
    uri: &'u Uri,
    /// The path template of the call.
    template: &'u str,
    is_redirect: bool,
}

/// What the OpenTelemetry conventions want in the place of a secret.
const REDACTED: &str = "REDACTED";

impl<'u> Shown<'u> {
    /// The address of a call, whose path ends as the template says, or that of a redirect, whose path may hold the
    /// arguments at any place.
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
        let Some(before) = before.filter(|_| !self.is_redirect) else { return write!(f, "/{REDACTED}") };
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
        self.write_path(f)?;
        let pairs = self.uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty());
        for (index, pair) in pairs.enumerate() {
            f.write_str(if index == 0 { "?" } else { "&" })?;
            match pair.split_once('=') {
                Some((name, _)) => write!(f, "{name}={REDACTED}")?,
                None => f.write_str(REDACTED)?,
            }
        }
        Ok(())
    }
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
        check("http://[::1]:80/x?a=s3cret&b[c]=&s3cret", "/x", "http://[::1]:80/x?a=REDACTED&b[c]=REDACTED&REDACTED");
    }

    #[test]
    fn arguments_that_sound_like_secrets_are_left_out_of_the_path() {
        check("https://a.example/users/7/keys", "/users/{id}/keys", "https://a.example/users/7/keys");
        check("https://a.example/v1/s3cret/x/7", "/{resetToken}/x/{id}", "https://a.example/v1/REDACTED/x/7");
        check("https://a.example/v1/k/s3cret.json", "/k/{API_Key}.json", "https://a.example/v1/k/REDACTED");
        check("https://a.example/s3cret", "/k/{key}", "https://a.example/REDACTED");
    }

    #[test]
    fn a_redirect_may_take_an_argument_anywhere() {
        check_redirect("https://b.example/else?s3cret", "/users/{id}", "https://b.example/else?REDACTED");
        check_redirect("https://b.example/s3cret/x", "/x/{token}", "https://b.example/REDACTED");
    }
}
