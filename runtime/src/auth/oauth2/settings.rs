//! What a token request says.

use std::cmp::Reverse;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::Secret;
use crate::encode::form;

/// The parts that are the same in every token request.
#[derive(Clone)]
pub(super) struct Settings {
    pub(super) token_url: String,
    pub(super) grant: Grant,
    /// The id of the client and its secret, if it has one.
    pub(super) client: Option<(String, Option<Secret>)>,
    pub(super) secret_in_body: bool,
    /// Separated by spaces; empty if none are asked for.
    pub(super) scopes: String,
    pub(super) parameters: Vec<(String, Secret)>,
}

/// What a token is given for.
#[derive(Clone)]
pub(crate) enum Grant {
    /// RFC 6749 section 4.4.
    ClientCredentials,
    /// RFC 6749 section 4.3: user name and password.
    Password(Secret),
    /// RFC 6749 section 6.
    RefreshToken(Secret),
}

impl Settings {
    pub(super) fn new(token_url: String, grant: Grant) -> Self {
        let (scopes, parameters) = (String::new(), Vec::new());
        Self { token_url, grant, client: None, secret_in_body: false, scopes, parameters }
    }

    /// The body of a request for a token, `application/x-www-form-urlencoded` (RFC 6749 appendix B).
    pub(super) fn form(&self, grant: &Grant) -> String {
        let mut fields = vec![("grant_type", grant.name())];
        match grant {
            Grant::ClientCredentials => {}
            Grant::Password(secret) => {
                fields.extend([("username", secret.expose_user()), ("password", secret.expose())]);
            }
            Grant::RefreshToken(secret) => fields.push(("refresh_token", secret.expose())),
        }
        // A token that came by password is refreshed with the scopes it has.
        let is_renewal = matches!((grant, &self.grant), (Grant::RefreshToken(_), Grant::Password(_)));
        if !self.scopes.is_empty() && !is_renewal {
            fields.push(("scope", &self.scopes));
        }
        match &self.client {
            Some((id, Some(secret))) if self.secret_in_body => {
                fields.extend([("client_id", id.as_str()), ("client_secret", secret.expose())]);
            }
            Some((id, None)) => fields.push(("client_id", id)),
            Some((_, Some(_))) | None => {}
        }
        for (name, value) in &self.parameters {
            // A parameter may be sent once (RFC 6749 section 3.2), and the user knows better.
            fields.retain(|(set, _)| set != name);
            fields.push((name, value.expose()));
        }
        let pair = |(name, value): (&str, &str)| format!("{}={}", form::escape(name), form::escape(value));
        fields.into_iter().map(pair).collect::<Vec<_>>().join("&")
    }

    /// The value of `Authorization`, for a client that authenticates by it: id and secret are encoded as in a form
    /// before they are joined (RFC 6749 section 2.3.1).
    pub(super) fn authorization(&self) -> Option<String> {
        let (id, secret) = self.client.as_ref().filter(|_| !self.secret_in_body)?;
        let secret = secret.as_ref()?.expose();
        let pair = format!("{}:{}", form::escape(id), form::escape(secret));
        Some(format!("Basic {}", STANDARD.encode(pair)))
    }

    /// Takes everything out of a text of the server that was sent to it. Short texts cannot be told from words.
    pub(super) fn redact(&self, grant: &Grant, text: &str) -> String {
        let client = self.client.iter().filter_map(|(_, secret)| secret.as_ref());
        let sent = client.chain(self.grant.secret()).chain(grant.secret());
        let sent = sent.chain(self.parameters.iter().map(|(_, value)| value));
        let plain = sent.flat_map(|secret| [secret.expose(), secret.expose_user()]);
        let encoded = self.authorization().map(|value| value.replacen("Basic ", "", 1));
        let mut spelt: Vec<String> =
            plain.flat_map(|secret| [secret.to_owned(), form::escape(secret)]).chain(encoded).collect();
        // A secret may hold another one.
        spelt.sort_unstable_by_key(|secret| Reverse(secret.len()));
        let spelt = spelt.iter().filter(|secret| secret.len() > 2);
        spelt.fold(text.to_owned(), |text, secret| text.replace(secret, "[redacted]"))
    }
}

impl Grant {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::ClientCredentials => "client_credentials",
            Self::Password(_) => "password",
            Self::RefreshToken(_) => "refresh_token",
        }
    }

    fn secret(&self) -> Option<&Secret> {
        match self {
            Self::ClientCredentials => None,
            Self::Password(secret) | Self::RefreshToken(secret) => Some(secret),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(grant: Grant) -> Settings {
        Settings::new("/token".to_owned(), grant)
    }

    #[test]
    fn the_client_is_encoded_before_it_is_joined() {
        let client = Some(("a:b".to_owned(), Some(Secret::new("c d+é"))));
        let settings = Settings { client, ..settings(Grant::ClientCredentials) };
        let expected = STANDARD.encode("a%3Ab:c+d%2B%C3%A9");
        assert_eq!(settings.authorization(), Some(format!("Basic {expected}")));
        assert_eq!(settings.form(&settings.grant), "grant_type=client_credentials");
    }

    #[test]
    fn a_parameter_is_sent_once() {
        let parameters = vec![("scope".to_owned(), Secret::new("a,b")), ("x".to_owned(), Secret::new("1"))];
        let settings = Settings { parameters, scopes: "a b".to_owned(), ..settings(Grant::ClientCredentials) };
        assert_eq!(settings.form(&settings.grant), "grant_type=client_credentials&scope=a%2Cb&x=1");
    }

    #[test]
    fn what_was_sent_is_taken_out_of_texts() {
        let client = Some(("id".to_owned(), Some(Secret::new("s3 cret"))));
        let settings = Settings { client, ..settings(Grant::Password(Secret::basic("ada", "pass ada"))) };
        let basic = settings.authorization().unwrap();
        let text = format!("s3 cret, s3+cret, {basic}, ada:pass ada, old, id");
        let expected = "[redacted], [redacted], Basic [redacted], [redacted]:[redacted], [redacted], id";
        assert_eq!(settings.redact(&Grant::RefreshToken(Secret::new("old")), &text), expected);
    }
}
