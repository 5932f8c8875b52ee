//! The way to a server, straight or through a proxy.

use std::io::{self, ErrorKind, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use http::header::PROXY_AUTHORIZATION;
use http::uri::Scheme;
use http::{Request, Uri};
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector};
use tower_service::Service;

use super::tls::{self, Tls, ToProxy};
use crate::transport::proxy::{Rules, Via};
use crate::transport::{BoxError, BoxFuture};
use crate::{Body, Error};

pub(super) use crate::transport::Proxy as Setting;

/// Which server is called through which proxy.
#[derive(Clone)]
pub(super) struct Routes(Arc<Rules>);

impl Routes {
    pub(super) fn new(setting: &Setting) -> Result<Self, Error> {
        Ok(Self(Arc::new(setting.rules()?)))
    }

    /// Adds the credential for a proxy that forwards the request. One that opens a tunnel gets it there, and what goes
    /// through the tunnel is for the server alone.
    pub(super) fn authorize(&self, request: &mut Request<Body>) {
        if request.uri().scheme() == Some(&Scheme::HTTP) {
            if let Some(Via { credential: Some(credential), .. }) = self.0.proxy(request.uri()) {
                request.headers_mut().entry(PROXY_AUTHORIZATION).or_insert(credential);
            }
        }
    }

    pub(super) fn connector(&self, tcp: HttpConnector, tls: &Tls) -> Result<Routed, Error> {
        Ok(Routed { to_proxy: tls.to_proxy(tcp.clone())?, to_server: tcp, rules: self.0.clone() })
    }
}

/// A connector that ends at the server or at a proxy that forwards.
#[derive(Clone)]
pub(super) struct Routed {
    to_server: HttpConnector,
    to_proxy: ToProxy,
    rules: Arc<Rules>,
}

impl Service<Uri> for Routed {
    type Response = Link;
    type Error = BoxError;
    type Future = BoxFuture<Result<Link, BoxError>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        ready!(self.to_server.poll_ready(cx))?;
        self.to_proxy.poll_ready(cx).map_err(Into::into)
    }

    fn call(&mut self, server: Uri) -> Self::Future {
        let is_https = server.scheme() == Some(&Scheme::HTTPS);
        // Without TLS nothing may go through a tunnel; the connector refuses `https`.
        let via = self.rules.proxy(&server).filter(|_| cfg!(feature = "rustls") || !is_https);
        let Some(Via { proxy, credential }) = via else {
            let connecting = self.to_server.call(server);
            return Box::pin(async { Ok(Link { io: tls::unsecured(connecting.await?), forwards: false }) });
        };
        if !matches!(proxy.scheme_str(), Some("http" | "https")) {
            let error = io::Error::new(ErrorKind::Unsupported, "a SOCKS proxy cannot be used");
            return Box::pin(async { Err(error.into()) });
        }
        if !is_https {
            let connecting = self.to_proxy.call(proxy);
            return Box::pin(async { Ok(Link { io: connecting.await?, forwards: true }) });
        }
        let mut tunnel = Tunnel::new(proxy, self.to_proxy.clone());
        if let Some(credential) = credential {
            tunnel = tunnel.with_auth(credential);
        }
        let connecting = tunnel.call(server);
        Box::pin(async { Ok(Link { io: connecting.await?, forwards: false }) })
    }
}

/// An open connection.
pub(super) struct Link {
    io: <ToProxy as Service<Uri>>::Response,
    /// Whether a proxy forwards what is sent, and so wants to know where (RFC 9112 section 3.2.2).
    forwards: bool,
}

impl Connection for Link {
    fn connected(&self) -> Connected {
        self.io.connected().proxy(self.forwards)
    }
}

impl Read for Link {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: ReadBufCursor<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().io).poll_read(cx, buffer)
    }
}

impl Write for Link {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().io).poll_write(cx, bytes)
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().io).poll_flush(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().io).poll_shutdown(cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().io).poll_write_vectored(cx, bytes)
    }
}
