//! From the credentials of a call to what one request carries.

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, Uri, header};
use http_body::Body as _;

use super::apply::{Carried, carry};
use super::credential::Source;
use super::{Credential, CredentialProvider, ProviderContext, Secret, Signer};
use crate::encode::{Fault, cookie, header as encode_header};
use crate::error::Kind;
use crate::{Body, BoxError, Error};

/// A request that credentials are to be added to.
pub(crate) struct Unsigned<'r> {
    pub(crate) http: &'r mut http::Request<Body>,
    /// The body again, unless it is a stream.
    pub(crate) bytes: Option<&'r Bytes>,
    /// The headers that no credential replaces, since the call itself sets them.
    pub(crate) fixed: &'r [HeaderName],
}

/// The credentials of a request that may be better the next time. It holds secrets, so it has no `Debug`.
pub(crate) struct Authorisation<'c>(Vec<Renewable<'c>>);

enum Renewable<'c> {
    /// A provider and what it gave.
    Provider(&'c dyn CredentialProvider, Secret),
    Signer(&'c dyn Signer),
}

/// Adds secrets and then signatures to a request; nothing if it goes to another origin than that of the client.
///
/// # Errors
///
/// If a secret would go over plain HTTP, if a provider or a signer fails, or if a secret cannot be encoded.
pub(crate) async fn authorise<'c>(
    credentials: impl Iterator<Item = &'c Credential> + Clone,
    context: &ProviderContext,
    mut request: Unsigned<'_>,
) -> Result<Authorisation<'c>, Error> {
    let mut renewable = Vec::new();
    let mut all = credentials.clone().peekable();
    if all.peek().is_none() || !context.is_own_origin(request.http.uri()) {
        return Ok(Authorisation(renewable));
    }
    context.check_own_private().map_err(|refusal| Error::new(Kind::Auth(refusal)))?;
    let (mut secrets, mut is_signed) = (Vec::new(), false);
    for credential in all {
        let provided;
        let secret = match credential.source() {
            Source::Fixed(secret) => secret,
            Source::Provided(provider) => {
                let asked = Arc::clone(provider).secret(context.clone()).await;
                provided = asked.map_err(|source| failed(credential, source))?;
                renewable.push(Renewable::Provider(&**provider, provided.clone()));
                &provided
            }
            Source::Signed(_) => {
                is_signed = true;
                continue;
            }
        };
        if let Some(scheme) = credential.scheme() {
            secrets.push(carry(scheme, secret).map_err(malformed)?);
        }
    }
    request.add(secrets).map_err(malformed)?;
    if !is_signed {
        return Ok(Authorisation(renewable));
    }
    for credential in credentials {
        if let Source::Signed(signer) = credential.source() {
            let signed = Arc::clone(signer).sign(request.as_signed()).await;
            let signature = signed.map_err(|source| failed(credential, source))?.into_carried();
            let added = signature.and_then(|signature| request.add(signature));
            added.map_err(|fault| malformed(fault.within("credential", credential.name())))?;
            renewable.push(Renewable::Signer(&**signer));
        }
    }
    Ok(Authorisation(renewable))
}

impl Authorisation<'_> {
    /// Tells providers and signers that the server answered 401, and returns whether one of them may do better now.
    pub(crate) fn refused(&self, answer: &HeaderMap) -> bool {
        let refused = |renewable: &Renewable<'_>| match renewable {
            Renewable::Provider(provider, secret) => provider.refused(secret),
            Renewable::Signer(signer) => signer.refused(answer),
        };
        // Counted, so that all of them are told, whatever the first one says.
        self.0.iter().filter(|renewable| refused(renewable)).count() > 0
    }
}

impl Unsigned<'_> {
    /// Adds what credentials carry, in place of default headers.
    fn add(&mut self, carried: Vec<Carried>) -> Result<(), Fault> {
        for carried in &carried {
            match carried {
                Carried::Header(..) => {}
                Carried::Cookie(pair) => self.add_cookie(pair)?,
                Carried::Query(pair) => self.add_query(pair)?,
            }
        }
        // Two schemes may want the same header, of which there can be one: the first listed is inserted last.
        for carried in carried.into_iter().rev() {
            match carried {
                Carried::Header(name, value) if !self.fixed.contains(&name) => {
                    self.http.headers_mut().insert(name, value);
                }
                Carried::Header(..) | Carried::Cookie(_) | Carried::Query(_) => {}
            }
        }
        Ok(())
    }

    /// All cookies are one header (RFC 6265 section 5.4).
    fn add_cookie(&mut self, pair: &str) -> Result<(), Fault> {
        if self.fixed.contains(&header::COOKIE) {
            return Ok(());
        }
        let value = match self.http.headers().get(header::COOKIE) {
            Some(set) => encode_header::value([set.as_bytes(), pair.as_bytes()].join(cookie::SEPARATOR.as_bytes())),
            None => encode_header::value(pair),
        }?;
        self.http.headers_mut().insert(header::COOKIE, encode_header::sensitive(value));
        Ok(())
    }

    fn add_query(&mut self, pair: &str) -> Result<(), Fault> {
        let uri = self.http.uri();
        let separator = if uri.query().is_some() { '&' } else { '?' };
        let address: Uri = format!("{uri}{separator}{pair}")
            .parse()
            .map_err(|_| Fault::new("the address is too long or malformed"))?;
        *self.http.uri_mut() = address;
        Ok(())
    }

    /// The request as a signer sees it.
    fn as_signed(&self) -> http::Request<Option<Bytes>> {
        // A redirect may have taken the body away.
        let is_empty = self.http.body().size_hint().exact() == Some(0);
        let mut request = http::Request::new(if is_empty { Some(Bytes::new()) } else { self.bytes.cloned() });
        *request.method_mut() = self.http.method().clone();
        *request.uri_mut() = self.http.uri().clone();
        *request.headers_mut() = self.http.headers().clone();
        request
    }
}

fn malformed(fault: Fault) -> Error {
    Error::new(Kind::Request(fault))
}

fn failed(credential: &Credential, source: BoxError) -> Error {
    Error::new(Kind::Auth(format!("no credential for `{}`", credential.name()))).with_source(source)
}

#[cfg(test)]
mod tests {
    use super::super::{Place, Scheme};
    use super::*;
    use crate::retry::{Backoff, Retries};
    use crate::{BoxFuture, Transport};

    static KEY: Scheme = Scheme::api_key("key", Place::Query, "key");
    static SESSION: Scheme = Scheme::api_key("session", Place::Cookie, "sid");
    static TOKEN: Scheme = Scheme::bearer("token");

    struct Unused;

    impl Transport for Unused {
        fn send(&self, _: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, BoxError>> {
            Box::pin(async { Err("nothing is sent here".into()) })
        }
    }

    /// Adds three credentials to a request for an address, and returns address and headers.
    async fn authorised(address: &str, fixed: &[HeaderName]) -> (String, Vec<String>) {
        let base_url = "https://a.example/v1".parse().unwrap();
        let retries = Arc::new(Retries::new(Arc::new(Backoff::none()), 0));
        let context = ProviderContext::new(Arc::new(Unused), base_url, None, false, retries);
        let credentials = [&KEY, &SESSION, &TOKEN].map(|scheme| Credential::secret(scheme, "s".into()));
        let mut http = http::Request::new(Body::empty());
        *http.uri_mut() = address.parse().unwrap();
        let request = Unsigned { http: &mut http, bytes: None, fixed };
        authorise(credentials.iter(), &context, request).await.unwrap();
        let mut names: Vec<_> = http.headers().keys().map(ToString::to_string).collect();
        names.sort_unstable();
        (http.uri().to_string(), names)
    }

    #[tokio::test]
    async fn credentials_go_to_the_origin_of_the_client() {
        let (uri, headers) = authorised("https://A.example:443/v2/x?y=1", &[]).await;
        assert_eq!(uri, "https://A.example:443/v2/x?y=1&key=s");
        assert_eq!(headers, ["authorization", "cookie"]);
    }

    #[tokio::test]
    async fn credentials_go_to_no_other_origin() {
        for address in
            ["http://a.example/v1/x", "https://a.example:444/v1/x", "https://b.a.example/", "http://localhost/"]
        {
            assert_eq!(authorised(address, &[]).await, (address.to_owned(), Vec::new()));
        }
    }

    #[tokio::test]
    async fn credentials_do_not_replace_what_the_call_sets() {
        let fixed = [header::AUTHORIZATION, header::COOKIE];
        let (uri, headers) = authorised("https://a.example/x", &fixed).await;
        assert_eq!((uri.as_str(), headers.len()), ("https://a.example/x?key=s", 0));
    }
}
