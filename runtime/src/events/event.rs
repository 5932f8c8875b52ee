//! One event.

/// A server-sent event (WHATWG HTML section 9.2.6). `data` is text, or what the docs say the text is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<T = String> {
    /// Its type; `message` unless the server says otherwise.
    pub event: String,
    /// Its data.
    pub data: T,
    /// The ID of the last event that had one, itself included; empty if none had.
    pub id: String,
}
