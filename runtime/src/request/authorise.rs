//! The credentials of a call, anew for every request that goes out.

use http::{HeaderMap, StatusCode};

use super::{Prepared, Request};
use crate::auth::{Authorisation, Credential, Scheme, Unsigned, authorise, select};
use crate::{Body, Error};

impl Request {
    /// Adds the credentials of the call to a request that was built for it, which may by now go to another address.
    ///
    /// # Errors
    ///
    /// If a credential cannot be had or may not be sent ([`Error::is_auth`]), or cannot be encoded
    /// ([`Error::is_request`]).
    pub(crate) async fn authorise(
        &self,
        prepared: &Prepared,
        http: &mut http::Request<Body>,
    ) -> Result<Authorisation<'_>, Error> {
        let context = &self.client.shared().context;
        let fixed: Vec<_> = self.fixed().cloned().collect();
        let unsigned = Unsigned { http, bytes: prepared.bytes(), fixed: &fixed };
        let authorised = authorise(self.credentials(), context, unsigned).await;
        authorised.map_err(|error| error.with_origin(self.origin(Some(prepared))))
    }

    /// The credentials that the operation lists and the call has, and the signer of all operations.
    fn credentials(&self) -> impl Iterator<Item = &Credential> + Clone {
        let schemes = select(self.operation.security, |scheme| self.credential(Some(scheme)).is_some());
        schemes.iter().filter_map(|scheme| self.credential(Some(scheme))).chain(self.credential(None))
    }

    fn credential(&self, scheme: Option<&Scheme>) -> Option<&Credential> {
        self.options().credential(&self.client.shared().credentials, scheme)
    }
}

impl Prepared {
    /// Reports the first 401 of a call to whoever supplied its credentials, and returns whether the call is to be
    /// authorised and sent again.
    pub(crate) fn renew(&self, authorisation: &Authorisation<'_>, status: StatusCode, headers: &HeaderMap) -> bool {
        status == StatusCode::UNAUTHORIZED
            && self.is_first_refusal()
            && authorisation.refused(headers)
            && self.is_replayable()
    }
}
