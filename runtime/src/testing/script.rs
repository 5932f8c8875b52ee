//! What is to be answered.

use std::collections::VecDeque;

use http::Method;

use super::{Reply, SentRequest};
use crate::BoxError;

/// Replies that wait, and requests that were sent.
#[derive(Debug, Default)]
pub(super) struct Script {
    /// Replies for whatever comes, one each.
    pub(super) line: VecDeque<Reply>,
    routes: Vec<Route>,
    pub(super) sent: Vec<SentRequest>,
}

/// Replies for one method and path; at least one.
#[derive(Debug)]
struct Route {
    method: Method,
    path: String,
    last: Reply,
    before: VecDeque<Reply>,
}

impl Script {
    pub(super) fn add_route(&mut self, method: Method, path: String, reply: Reply) {
        match self.route(&method, &path) {
            Some(route) => {
                let before = std::mem::replace(&mut route.last, reply);
                route.before.push_back(before);
            }
            None => self.routes.push(Route { method, path, last: reply, before: VecDeque::new() }),
        }
    }

    pub(super) fn reply_to(&mut self, method: &Method, path: &str) -> Result<Reply, BoxError> {
        if let Some(route) = self.route(method, path) {
            return Ok(route.before.pop_front().unwrap_or_else(|| route.last.clone()));
        }
        self.line.pop_front().ok_or_else(|| format!("the script has no reply for {method} {path}").into())
    }

    fn route(&mut self, method: &Method, path: &str) -> Option<&mut Route> {
        self.routes.iter_mut().find(|route| route.method == *method && route.path == path)
    }
}
