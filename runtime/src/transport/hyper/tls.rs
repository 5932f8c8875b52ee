//! TLS by rustls: whom it trusts, and who it says it is.

use std::fmt;
use std::sync::Arc;

use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use rustls::crypto::ring;
use rustls::pki_types::pem::{self, PemObject as _};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ClientConfig, RootCertStore};

use super::HyperTransportBuilder;
use super::routes::Routed;
use crate::Error;
use crate::transport::BoxError;

pub(super) type Secured = HttpsConnector<Routed>;

#[cfg(feature = "proxy")]
pub(super) type ToProxy = HttpsConnector<hyper_util::client::legacy::connect::HttpConnector>;

/// The certificates of the settings.
pub(super) struct Tls {
    roots: Vec<CertificateDer<'static>>,
    with_mozilla_roots: bool,
    identity: Option<Identity>,
}

/// A chain that begins with our own certificate, and its key.
type Identity = (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>);

/// These settings need the feature `rustls`.
impl HyperTransportBuilder {
    /// Trusts every certificate of a PEM text (RFC 7468) as a root, beside the Mozilla roots and those added before.
    pub fn root_certificates_pem(mut self, pem: impl AsRef<[u8]>) -> Self {
        self.tls = self.tls.and_then(|mut tls| {
            tls.roots.extend(certificates(pem.as_ref())?);
            Ok(tls)
        });
        self
    }

    /// Trusts a DER certificate (RFC 5280) as a root, beside the Mozilla roots and those added before.
    pub fn root_certificate_der(mut self, der: impl Into<Vec<u8>>) -> Self {
        if let Ok(tls) = &mut self.tls {
            tls.roots.push(der.into().into());
        }
        self
    }

    /// Trusts only the roots that were added, in place of the Mozilla roots.
    pub fn without_mozilla_roots(mut self) -> Self {
        if let Ok(tls) = &mut self.tls {
            tls.with_mozilla_roots = false;
        }
        self
    }

    /// Gives servers that ask for a client certificate this one: its chain, our own certificate first, and its private
    /// key in PKCS #8, PKCS #1 or SEC1, each a PEM text (RFC 7468). A text that holds both can be given twice.
    pub fn client_certificate_pem(mut self, chain: impl AsRef<[u8]>, key: impl AsRef<[u8]>) -> Self {
        self.tls = self.tls.and_then(|mut tls| {
            let key = PrivateKeyDer::from_pem_slice(key.as_ref());
            let key = key.map_err(|source| refused("the client key is not PEM", source))?;
            tls.identity = Some((certificates(chain.as_ref())?, key));
            Ok(tls)
        });
        self
    }
}

impl Default for Tls {
    fn default() -> Self {
        Self { roots: Vec::new(), with_mozilla_roots: true, identity: None }
    }
}

impl Tls {
    /// A connector that speaks TLS to `https` servers.
    pub(super) fn secure(&self, routed: Routed) -> Result<Secured, Error> {
        let schemes =
            HttpsConnectorBuilder::new().with_tls_config(self.config(self.identity.as_ref())?).https_or_http();
        #[cfg(feature = "http2")]
        let versions = schemes.enable_all_versions();
        #[cfg(not(feature = "http2"))]
        let versions = schemes.enable_http1();
        Ok(versions.wrap_connector(routed))
    }

    /// A connector that speaks TLS to `https` proxies. It is as anonymous there as without TLS.
    #[cfg(feature = "proxy")]
    pub(super) fn to_proxy(&self, tcp: hyper_util::client::legacy::connect::HttpConnector) -> Result<ToProxy, Error> {
        let schemes = HttpsConnectorBuilder::new().with_tls_config(self.config(None)?).https_or_http();
        Ok(schemes.enable_http1().wrap_connector(tcp))
    }

    fn config(&self, identity: Option<&Identity>) -> Result<ClientConfig, Error> {
        let cannot = |source: rustls::Error| refused("TLS cannot be set up", source);
        // The provider is named, since the default one of a process is ambiguous once another crate brings a second.
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let config =
            config.with_safe_default_protocol_versions().map_err(cannot)?.with_root_certificates(self.store()?);
        match identity {
            None => Ok(config.with_no_client_auth()),
            Some((chain, key)) => config
                .with_client_auth_cert(chain.clone(), key.clone_key())
                .map_err(|source| refused("the client certificate and its key cannot be used", source)),
        }
    }

    fn store(&self) -> Result<RootCertStore, Error> {
        let mut store = RootCertStore::empty();
        if self.with_mozilla_roots {
            store.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        }
        for root in &self.roots {
            store.add(root.clone()).map_err(|source| refused("a root certificate cannot be read", source))?;
        }
        if store.is_empty() {
            return Err(Error::builder("no root certificate is left to trust: add one"));
        }
        Ok(store)
    }
}

/// Counts certificates and says whether there is a key, never which.
impl fmt::Debug for Tls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tls")
            .field("roots", &self.roots.len())
            .field("with_mozilla_roots", &self.with_mozilla_roots)
            .field("with_client_certificate", &self.identity.is_some())
            .finish()
    }
}

/// A connection to a server without TLS, as the connector to a proxy would return it.
#[cfg(feature = "proxy")]
pub(super) fn unsecured<S>(stream: S) -> hyper_rustls::MaybeHttpsStream<S> {
    hyper_rustls::MaybeHttpsStream::Http(stream)
}

fn certificates(text: &[u8]) -> Result<Vec<CertificateDer<'static>>, Error> {
    let certificates = CertificateDer::pem_slice_iter(text).collect::<Result<Vec<_>, pem::Error>>();
    let certificates = certificates.map_err(|source| refused("a certificate is not PEM", source))?;
    if certificates.is_empty() {
        return Err(Error::builder("there is no certificate in the PEM text"));
    }
    Ok(certificates)
}

fn refused(message: &str, source: impl Into<BoxError>) -> Error {
    Error::builder(message).with_source(source)
}
