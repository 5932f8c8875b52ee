//! The way to a server without proxies.

use http::Request;
use hyper_util::client::legacy::connect::HttpConnector;

use super::tls::Tls;
use crate::{Body, Error};

pub(super) type Routed = HttpConnector;

/// Without the feature `proxy` there is nothing to set.
#[derive(Debug, Default)]
pub(super) struct Setting;

/// There is one way.
#[derive(Clone)]
pub(super) struct Routes;

impl Routes {
    pub(super) fn new(_: &Setting) -> Result<Self, Error> {
        Ok(Self)
    }

    pub(super) fn authorize(&self, _: &mut Request<Body>) {}

    pub(super) fn connector(&self, tcp: HttpConnector, _: &Tls) -> Result<Routed, Error> {
        Ok(tcp)
    }
}
