//! Server-sent events (WHATWG HTML section 9.2).

mod event;
mod json;
mod parser;
mod reconnect;
mod stream;

pub use event::Event;
pub use json::Events;
pub use stream::EventStream;
