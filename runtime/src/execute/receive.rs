//! Reading an answer into memory.

use std::pin::pin;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::HeaderMap;
use http::header::CONTENT_LENGTH;
use http_body::{Body as _, Frame};
use http_body_util::BodyExt as _;

use crate::clock::{self, Missed};
use crate::{Body, BoxError};

/// Why a body was not read to its end.
pub(super) enum Unread {
    Broken(BoxError),
    TooLarge,
    Missed(Missed),
}

/// Reads a body of at most so many bytes, which may pause for so long.
pub(super) async fn receive(
    headers: &HeaderMap,
    body: &mut Body,
    most: usize,
    longest_pause: Duration,
) -> Result<Bytes, Unread> {
    if declared_length(headers, body) > most as u64 {
        return Err(Unread::TooLarge);
    }
    let mut first = Bytes::new();
    let mut all = BytesMut::new();
    // A body that knows its end is not asked for more.
    while !body.is_end_stream() {
        let Some(frame) = next_frame(body, longest_pause).await? else { break };
        let Ok(data) = frame.into_data() else { continue };
        let received = if all.is_empty() { first.len() } else { all.len() };
        if data.len() > most - received {
            return Err(Unread::TooLarge);
        }
        // Most bodies come in one piece, which is kept as it is.
        if first.is_empty() {
            first = data;
            continue;
        }
        if all.is_empty() {
            all.extend_from_slice(&first);
        }
        all.extend_from_slice(&data);
    }
    Ok(if all.is_empty() { first } else { all.freeze() })
}

/// The bytes that are to come, as far as the answer tells; 0 if it does not.
fn declared_length(headers: &HeaderMap, body: &Body) -> u64 {
    // The answer to HEAD gives the length that the answer to GET would have (RFC 9110 section 8.6).
    if body.is_end_stream() {
        return 0;
    }
    if let Some(length) = body.size_hint().exact() {
        return length;
    }
    let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok()).unwrap_or(0);
    body.size_hint().lower().max(length)
}

async fn next_frame(body: &mut Body, longest_pause: Duration) -> Result<Option<Frame<Bytes>>, Unread> {
    let frame = clock::within(longest_pause, pin!(body.frame())).await.map_err(Unread::Missed)?;
    frame.transpose().map_err(Unread::Broken)
}
