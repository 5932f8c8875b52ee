//! A request made anew for the next page of its answer.

mod link;

use percent_encoding::percent_decode_str;

use super::Request;
use super::arguments::Arguments;
use crate::encode::path;

impl Request {
    /// The single value of a query parameter that is set.
    pub(crate) fn query_value(&self, name: &str) -> Option<String> {
        let (_, value) = self.query.get(name).ok()??.split_once('=')?;
        Some(percent_decode_str(value).decode_utf8_lossy().into_owned())
    }

    /// Takes the query of a link to the next page in place of its own; `false` if the link leads elsewhere.
    pub(crate) fn follow(&mut self, link: &str) -> bool {
        let value = |name: &str| Ok(self.path.get(name)?.map(String::as_str));
        let Ok(path) = path::fill("", self.operation.path, value) else { return false };
        let Some(query) = link::query(link, &path) else { return false };
        self.query = Arguments::default();
        // No parameter is called so, so that a setter would add to it.
        self.query.set("", Ok(Some(query.to_owned())));
        true
    }
}
