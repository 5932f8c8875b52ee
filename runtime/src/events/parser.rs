//! From bytes to events (WHATWG HTML sections 9.2.5 and 9.2.6).

use std::collections::VecDeque;
use std::fmt;
use std::mem;
use std::time::Duration;

use super::Event;

/// Reads a stream of bytes in pieces of any size: where they are cut makes no difference.
pub(super) struct Parser {
    /// The line that has begun.
    line: Vec<u8>,
    /// Whether the stream has not ended a line yet: a byte order mark may stand before the first one.
    at_first_line: bool,
    /// Whether the last byte was CR, which an LF belongs to.
    after_cr: bool,
    /// The lines of data, each with LF at its end.
    data: String,
    event: String,
    id: String,
    last_event_id: String,
    retry: Option<Duration>,
    limit: usize,
}

/// An event is larger than this many bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooLarge(usize);

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an event is larger than {} bytes", self.0)
    }
}

impl std::error::Error for TooLarge {}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

impl Parser {
    /// A parser for a stream that goes on after the event of this ID. Larger events than `limit` are refused.
    pub(super) fn new(last_event_id: String, limit: usize) -> Self {
        Self {
            line: Vec::new(),
            at_first_line: true,
            after_cr: false,
            data: String::new(),
            event: String::new(),
            id: last_event_id.clone(),
            last_event_id,
            retry: None,
            limit,
        }
    }

    /// Reads a piece and adds the events that it completes.
    pub(super) fn read(&mut self, mut bytes: &[u8], events: &mut VecDeque<Event>) -> Result<(), TooLarge> {
        if !bytes.is_empty() && mem::take(&mut self.after_cr) {
            bytes = bytes.strip_prefix(b"\n").unwrap_or(bytes);
        }
        while let Some(end) = bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n')) {
            self.add(&bytes[..end])?;
            self.end_line(events);
            self.after_cr = bytes[end] == b'\r' && end + 1 == bytes.len();
            bytes = bytes[end..].strip_prefix(b"\r\n").unwrap_or(&bytes[end + 1..]);
        }
        self.add(bytes)
    }

    /// The ID of the last event that had one.
    pub(super) fn last_event_id(&self) -> &str {
        &self.last_event_id
    }

    /// How long the server asks to wait before a new connection, if it has.
    pub(super) fn retry(&self) -> Option<Duration> {
        self.retry
    }

    fn add(&mut self, bytes: &[u8]) -> Result<(), TooLarge> {
        if self.line.len() + self.data.len() + bytes.len() > self.limit {
            return Err(TooLarge(self.limit));
        }
        self.line.extend_from_slice(bytes);
        Ok(())
    }

    fn end_line(&mut self, events: &mut VecDeque<Event>) {
        let bytes = mem::take(&mut self.line);
        let mut line = bytes.as_slice();
        if mem::take(&mut self.at_first_line) {
            line = line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line);
        }
        if line.is_empty() {
            events.extend(self.dispatch());
        } else {
            // A character never reaches over the end of a line, so lines can be decoded one by one.
            self.field(&String::from_utf8_lossy(line));
        }
        // The room is used again.
        self.line = bytes;
        self.line.clear();
    }

    fn field(&mut self, line: &str) {
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match name {
            "data" => {
                self.data.push_str(value);
                self.data.push('\n');
            }
            "event" => value.clone_into(&mut self.event),
            "id" if !value.contains('\0') => value.clone_into(&mut self.id),
            "retry" if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) => {
                // What is too long for the number is too long to wait for.
                self.retry = Some(Duration::from_millis(value.parse().unwrap_or(u64::MAX)));
            }
            // Comments begin with the colon, so they are fields without a name.
            _ => {}
        }
    }

    /// The event that an empty line completes. Without data there is none, but its ID counts.
    fn dispatch(&mut self) -> Option<Event> {
        self.id.clone_into(&mut self.last_event_id);
        let event = mem::take(&mut self.event);
        let mut data = mem::take(&mut self.data);
        data.pop()?;
        let event = if event.is_empty() { "message".to_owned() } else { event };
        Some(Event { event, data, id: self.id.clone() })
    }
}

#[cfg(test)]
mod tests;
