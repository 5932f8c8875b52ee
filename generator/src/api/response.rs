//! Responses: what an operation answers, by status.

use std::fmt;

use super::{Fact, Schema};

/// A body of one media type.
#[derive(Clone, Debug)]
pub struct Content {
    /// The media type, perhaps with parameters: `text/plain; charset=utf-8`.
    pub media_type: Fact<String>,
    /// What it holds; `None` where the docs do not say.
    pub schema: Option<Fact<Schema>>,
}

/// One documented response.
#[derive(Clone, Debug)]
pub struct Response {
    /// Which statuses it is for.
    pub status: Fact<Status>,
    /// What it means, as Markdown; may be empty.
    pub description: String,
    /// The headers that the docs name.
    pub headers: Vec<Header>,
    /// Its body, by media type; empty where the docs give none.
    pub content: Vec<Content>,
}

/// A header of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Its name.
    pub name: String,
    /// What it means; may be empty.
    pub description: String,
}

/// The statuses that a response is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// One status code.
    Code(u16),
    /// A hundred of them: `4` is `4XX`.
    Range(u8),
    /// Every status that is not documented otherwise.
    Default,
}

impl Status {
    /// Reads `200`, `4XX`, or `0` or `default`.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "0" || text.eq_ignore_ascii_case("default") {
            return Some(Status::Default);
        }
        let bytes = text.as_bytes();
        if bytes.len() != 3 || !(b'1'..=b'5').contains(&bytes[0]) {
            return None;
        }
        if bytes[1..].eq_ignore_ascii_case(b"xx") {
            return Some(Status::Range(bytes[0] - b'0'));
        }
        text.parse().ok().map(Status::Code)
    }

    /// The first digit of the codes it is for; `None` for the default.
    pub fn class(self) -> Option<u16> {
        match self {
            Status::Code(code) => Some(code / 100),
            Status::Range(class) => Some(class.into()),
            Status::Default => None,
        }
    }

    pub(super) fn first(self) -> u16 {
        match self {
            Status::Code(code) => code,
            Status::Range(class) => u16::from(class) * 100,
            Status::Default => u16::MAX,
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Status::Code(code) => write!(f, "{code}"),
            Status::Range(class) => write!(f, "{class}XX"),
            Status::Default => f.write_str("default"),
        }
    }
}
