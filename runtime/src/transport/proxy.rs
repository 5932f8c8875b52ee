//! Which proxy a request goes through.

use std::fmt;
use std::net::IpAddr;

use http::uri::Authority;
use http::{HeaderValue, Uri};
use hyper_util::client::proxy::matcher::Matcher;
use secrecy::{ExposeSecret as _, SecretString};

use crate::Error;
use crate::encode::percent::component;

/// The proxy of a [`HyperTransport`](super::HyperTransport): that of the environment unless another is set.
///
/// A proxy forwards requests to `http` servers (RFC 9112 section 3.2.2), and opens a tunnel to `https` servers (RFC 9110
/// section 9.3.6), through which it sees nothing but the name of the server. It is itself spoken to by TLS if its
/// address begins with `https`, for which the feature `rustls` is needed.
///
/// ```
/// use docwright_runtime::transport::{HyperTransport, Proxy};
///
/// # fn main() -> Result<(), docwright_runtime::Error> {
/// let proxy = Proxy::new("http://proxy.example.com:3128").basic_auth("ada", "correct horse").except("10.0.0.0/8");
/// let transport = HyperTransport::builder().proxy(proxy).build()?;
/// # drop(transport);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
pub struct Proxy(Choice);

#[derive(Clone, Default)]
enum Choice {
    #[default]
    Environment,
    None,
    Set {
        /// It may hold a password.
        url: SecretString,
        credential: Option<(String, SecretString)>,
        except: String,
    },
}

impl Proxy {
    /// The proxy of the environment, as curl reads it when the transport is built: `HTTP_PROXY` for `http` servers,
    /// `HTTPS_PROXY` for `https` servers, `ALL_PROXY` where that one is missing, each in capitals or not, except for the
    /// hosts of `NO_PROXY`. This is the default.
    ///
    /// An address that is not understood counts as missing, but a connection through a SOCKS proxy fails. A server on
    /// this machine, `localhost` or a loopback address, is never called through a proxy. A CGI program takes no proxy
    /// from the environment, where a request could have put it.
    pub fn from_env() -> Self {
        Self(Choice::Environment)
    }

    /// No proxy, whatever the environment says.
    pub fn none() -> Self {
        Self(Choice::None)
    }

    /// One proxy for all servers: `http` or `https`, perhaps a user name and password, a host, perhaps a port. An address
    /// of another kind is an error when the transport is built.
    pub fn new(url: impl Into<String>) -> Self {
        Self(Choice::Set { url: url.into().into(), credential: None, except: String::new() })
    }

    /// Sends a user name and password (RFC 7617) to a [`new`](Self::new) proxy, in place of those of its address. They
    /// go to no server.
    pub fn basic_auth(mut self, user: impl Into<String>, password: impl Into<String>) -> Self {
        if let Choice::Set { credential, .. } = &mut self.0 {
            *credential = Some((user.into(), password.into().into()));
        }
        self
    }

    /// Calls some servers without the [`new`](Self::new) proxy: host names, which cover their subdomains, IP addresses
    /// and networks such as `10.0.0.0/8`, with commas between them; `*` for all.
    pub fn except(mut self, hosts: impl Into<String>) -> Self {
        if let Choice::Set { except, .. } = &mut self.0 {
            *except = hosts.into();
        }
        self
    }

    /// Checks the setting, and reads the environment if it says so.
    ///
    /// # Errors
    ///
    /// A sentence that does not quote the address, which may hold a password.
    pub(super) fn rules(&self) -> Result<Rules, Error> {
        let matcher = match &self.0 {
            Choice::Environment => Matcher::from_env(),
            Choice::None => Matcher::builder().build(),
            Choice::Set { url, credential, except } => {
                let url = address(url.expose_secret(), credential.as_ref()).map_err(Error::builder)?;
                Matcher::builder().all(url).no(except).build()
            }
        };
        Ok(Rules { matcher, spare_loopback: matches!(self.0, Choice::Environment) })
    }
}

/// Names the kind of setting. Its address may hold a password.
impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Choice::Environment => "Proxy(environment)",
            Choice::None => "Proxy(none)",
            Choice::Set { .. } => "Proxy(set)",
        })
    }
}

/// A setting that was checked.
pub(super) struct Rules {
    matcher: Matcher,
    spare_loopback: bool,
}

/// A proxy to go through.
pub(super) struct Via {
    pub(super) proxy: Uri,
    /// A value of `Proxy-Authorization`.
    pub(super) credential: Option<HeaderValue>,
}

impl Rules {
    /// The proxy in front of a server, if there is one.
    pub(super) fn proxy(&self, server: &Uri) -> Option<Via> {
        if self.spare_loopback && server.host().is_some_and(is_loopback) {
            return None;
        }
        let intercept = self.matcher.intercept(server)?;
        Some(Via { proxy: intercept.uri().clone(), credential: intercept.basic_auth().cloned() })
    }
}

/// The address with the credential in it, which is where it is looked for.
fn address(url: &str, credential: Option<&(String, SecretString)>) -> Result<String, &'static str> {
    let uri: Uri = url.parse().map_err(|_| "the address of the proxy is malformed")?;
    let scheme = match uri.scheme_str() {
        Some("https") if cfg!(not(feature = "rustls")) => {
            return Err("a proxy that speaks TLS needs the feature `rustls` of docwright-runtime");
        }
        Some(scheme @ ("http" | "https")) => scheme,
        _ => return Err("the address of the proxy does not begin with `http://` or `https://`"),
    };
    let authority = uri.authority().map_or("", Authority::as_str);
    match credential {
        None => Ok(format!("{scheme}://{authority}")),
        Some((user, _)) if user.contains(':') => {
            Err("the user name for the proxy holds a colon, which RFC 7617 section 2 does not allow")
        }
        Some((user, password)) => {
            let host = authority.rsplit('@').next().unwrap_or_default();
            Ok(format!("{scheme}://{}:{}@{host}", component(user), component(password.expose_secret())))
        }
    }
}

fn is_loopback(host: &str) -> bool {
    let name = host.trim_start_matches('[').trim_end_matches(']');
    match name.parse::<IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => name.eq_ignore_ascii_case("localhost"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(proxy: &Proxy, server: &str, expected: &str) {
        let via = proxy.rules().unwrap().proxy(&server.parse().unwrap());
        let text = via.map_or_else(
            || "direct".to_owned(),
            |via| {
                let credential = via.credential.map(|value| format!(" {}", value.to_str().unwrap()));
                format!("{}{}", via.proxy, credential.unwrap_or_default())
            },
        );
        assert_eq!(text, expected);
    }

    #[track_caller]
    fn check_refused(proxy: &Proxy, expected: &str) {
        let error = proxy.rules().err().unwrap();
        assert!(error.is_builder());
        assert!(error.to_string().contains(expected), "{error}");
        assert!(!format!("{proxy:?} {error} {error:?}").contains("s3cret"));
    }

    #[test]
    fn one_proxy_stands_before_all_servers_but_the_excepted() {
        let proxy = Proxy::new("http://proxy.example:3128").except("b.example, 10.0.0.0/8");
        for server in ["http://a.example", "https://a.example", "http://127.0.0.1:80", "http://notb.example"] {
            check(&proxy, server, "http://proxy.example:3128/");
        }
        for server in ["http://b.example", "https://x.b.example/y", "http://10.1.2.3"] {
            check(&proxy, server, "direct");
        }
        check(&proxy.except("*"), "http://a.example", "direct");
        check(&Proxy::none(), "http://a.example", "direct");
    }

    #[test]
    fn a_credential_is_taken_from_the_address_or_the_setting() {
        let proxy = Proxy::new("http://ada:a%40b@proxy.example");
        check(&proxy, "http://a.example", "http://proxy.example/ Basic YWRhOmFAYg==");
        check(&proxy.basic_auth("a d a", "@:/"), "http://a.example", "http://proxy.example/ Basic YSBkIGE6QDov");
    }

    #[test]
    fn other_addresses_are_refused() {
        check_refused(&Proxy::new("socks5://ada:s3cret@proxy.example"), "does not begin with `http://`");
        check_refused(&Proxy::new("ada:s3cret@proxy.example:3128"), "does not begin with `http://`");
        check_refused(&Proxy::new("http://a b/s3cret"), "malformed");
        check_refused(&Proxy::new(""), "malformed");
        check_refused(&Proxy::new("http://proxy.example").basic_auth("a:b", "s3cret"), "holds a colon");
    }

    #[test]
    fn loopback_addresses_are_known() {
        for host in ["localhost", "LOCALHOST", "127.0.0.1", "127.8.9.1", "[::1]"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in ["localhost.example", "10.0.0.1", "[::2]", "127.example"] {
            assert!(!is_loopback(host), "{host}");
        }
    }
}
