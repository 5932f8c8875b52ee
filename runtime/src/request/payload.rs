//! The body of a request before it is bytes.

use std::mem;

use http::HeaderValue;
use serde::Serialize;

use super::arguments::Arguments;
use crate::body::Outgoing;
use crate::encode::form::{self, FieldValue};
use crate::encode::multipart::{self, Part};
use crate::encode::{Fault, header};

/// A body and its media type.
#[derive(Default)]
pub(super) enum Payload {
    /// No body and no `Content-Type`.
    #[default]
    Nothing,
    /// A body as it is.
    Body(Result<(HeaderValue, Outgoing), Fault>),
    /// `application/x-www-form-urlencoded`.
    Form(Arguments<Vec<FieldValue>>),
    /// `multipart/form-data`.
    Multipart(Arguments<Vec<Part>>),
}

impl Payload {
    pub(super) fn json(media_type: &str, value: &(impl Serialize + ?Sized)) -> Self {
        match serde_json::to_vec(value) {
            Ok(json) => Self::body(media_type, Outgoing::Bytes(json.into())),
            // The message of serde_json is left out: a `Serialize` may have quoted the value in it.
            Err(_) => Self::Body(Err(Fault::new("the body cannot be written as JSON"))),
        }
    }

    pub(super) fn body(media_type: &str, body: Outgoing) -> Self {
        let media_type = header::value(media_type).map_err(|fault| fault.within("header", "Content-Type"));
        Self::Body(media_type.map(|media_type| (media_type, body)))
    }

    /// Whether it can be sent more than once. What cannot be encoded is not sent at all.
    pub(super) fn is_replayable(&self) -> bool {
        match self {
            Self::Nothing | Self::Form(_) | Self::Body(Err(_)) => true,
            Self::Body(Ok((_, body))) => body.is_replayable(),
            Self::Multipart(parts) => {
                parts.all().map_or(true, |all| all.iter().flat_map(|(_, parts)| *parts).all(Part::is_replayable))
            }
        }
    }

    /// Changes the fields of a form, which replaces a body of another kind.
    pub(super) fn change_form(&mut self, change: impl FnOnce(&mut Arguments<Vec<FieldValue>>)) {
        let mut fields = match mem::take(self) {
            Self::Form(fields) => fields,
            Self::Nothing | Self::Body(_) | Self::Multipart(_) => Arguments::default(),
        };
        change(&mut fields);
        *self = Self::Form(fields);
    }

    /// Changes the parts of a multipart body, which replaces a body of another kind.
    pub(super) fn change_multipart(&mut self, change: impl FnOnce(&mut Arguments<Vec<Part>>)) {
        let mut parts = match mem::take(self) {
            Self::Multipart(parts) => parts,
            Self::Nothing | Self::Body(_) | Self::Form(_) => Arguments::default(),
        };
        change(&mut parts);
        *self = Self::Multipart(parts);
    }

    /// The `Content-Type` and the body; `None` if there is none.
    ///
    /// # Errors
    ///
    /// The first fault of its fields.
    pub(super) fn encode(&self) -> Result<Option<(HeaderValue, Outgoing)>, Fault> {
        match self {
            Self::Nothing => Ok(None),
            Self::Body(body) => body.clone().map(Some),
            Self::Form(fields) => {
                let fields = fields.all()?;
                let pairs = fields.iter().flat_map(|(name, values)| values.iter().map(|value| (*name, value)));
                let content_type = HeaderValue::from_static("application/x-www-form-urlencoded");
                Ok(Some((content_type, Outgoing::Bytes(form::urlencoded(pairs).into()))))
            }
            Self::Multipart(parts) => {
                let parts: Vec<_> = parts.all()?.into_iter().flat_map(|(_, parts)| parts.iter().cloned()).collect();
                let (content_type, body) = multipart::encode(&parts);
                Ok(Some((header::value(content_type)?, body)))
            }
        }
    }
}
