//! The token that is kept, and the one request for it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::answer::Token;
use super::flight::Flight;
use super::{Secret, TokenError};
use crate::BoxFuture;

/// What came of earlier token requests, and the one under way.
pub(super) struct Cache(Mutex<Held>);

struct Held {
    token: Option<Token>,
    refresh_token: Option<Secret>,
    request: Option<Arc<TokenRequest>>,
}

/// A token request that many calls wait for.
pub(super) type TokenRequest = Flight<Result<Token, TokenError>>;

/// What a call finds when it needs a token.
pub(super) enum Found {
    Token(Secret),
    Request(Arc<TokenRequest>),
}

/// Calls that need a token do not join a request that others began this long ago.
const GIVEN_UP_AFTER: Duration = Duration::from_secs(30);

impl Cache {
    pub(super) fn new(refresh_token: Option<Secret>) -> Self {
        Self(Mutex::new(Held { token: None, refresh_token, request: None }))
    }

    /// The token; or else the request that is under way, or the one that `begin` makes with the refresh token.
    pub(super) fn find(&self, begin: impl FnOnce(Option<Secret>) -> BoxFuture<Result<Token, TokenError>>) -> Found {
        let now = Instant::now();
        let mut held = self.lock();
        if let Some(token) = held.token.as_ref().filter(|token| token.is_fresh(now)) {
            return Found::Token(token.secret.clone());
        }
        let under_way = held.request.as_ref().filter(|request| now.duration_since(request.begun()) < GIVEN_UP_AFTER);
        let request = under_way.cloned().unwrap_or_else(|| Arc::new(Flight::new(begin(held.refresh_token.clone()))));
        held.request = Some(Arc::clone(&request));
        Found::Request(request)
    }

    /// Keeps what a request gave, and returns the refresh token if it is new. All who waited call it, and the first is
    /// heard.
    pub(super) fn settle(&self, request: &Arc<TokenRequest>, result: &Result<Token, TokenError>) -> Option<Secret> {
        let mut held = self.lock();
        held.request.take_if(|current| Arc::ptr_eq(current, request))?;
        let token = result.as_ref().ok()?;
        held.token = Some(token.clone());
        let before = std::mem::replace(&mut held.refresh_token, token.refresh_token.clone());
        token.refresh_token.clone().filter(|now| before.as_ref() != Some(now))
    }

    /// Forgets a token, unless there is a newer one. The two are told apart by identity: a server may issue the same
    /// token again, and of a thousand calls that it refused before one has to be enough.
    pub(super) fn forget(&self, token: &Secret) {
        self.lock().token.take_if(|held| held.secret.is_clone_of(token));
    }

    fn lock(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
