//! What becomes of parameters and form fields: the call of the runtime that writes them in their style.

use crate::api::{Location, Parameter, Place, Serialization, Style};
use crate::rust::{PathStyle, Send};

/// How a parameter is sent.
pub(super) fn of_parameter(parameter: &Parameter) -> Send {
    let wire = parameter.wire_name.value.clone();
    let location = parameter.location.value;
    let serialization = parameter.serialization.as_ref().map(|fact| fact.value).unwrap_or_default();
    let (style, explode) = serialization.resolve(location.into());
    match location {
        Location::Path => match path_style(style, explode) {
            Some(style) => Send::PathAs(wire, style),
            None => Send::Path(wire),
        },
        Location::Query => match (style, separator(style, explode)) {
            (Style::DeepObject, _) => Send::QueryDeep(wire),
            (_, Some(separator)) => Send::QueryJoined(wire, separator),
            (_, None) => Send::Query(wire),
        },
        Location::Header if explode => Send::HeaderExploded(wire),
        Location::Header => Send::Header(wire),
        Location::Cookie if explode => Send::Cookie(wire),
        Location::Cookie => Send::CookieJoined(wire),
    }
}

/// How a field of a URL-encoded form is sent. Where nothing says it, lists are exploded and objects are JSON.
pub(super) fn of_field(wire: String, serialization: Option<Serialization>) -> Send {
    let Some(serialization) = serialization else { return Send::Form(wire) };
    let (style, explode) = serialization.resolve(Place::Form);
    match (style, separator(style, explode)) {
        (Style::DeepObject, _) => Send::FormDeep(wire),
        (_, Some(separator)) => Send::FormJoined(wire, separator),
        (_, None) => Send::FormExploded(wire),
    }
}

/// How a part of a multipart form is sent that is no file.
pub(super) fn of_part(wire: String, serialization: Option<Serialization>) -> Send {
    let (style, explode) = serialization.unwrap_or_default().resolve(Place::Form);
    match separator(style, explode) {
        Some(separator) => Send::PartJoined(wire, separator),
        None => Send::Part(wire),
    }
}

/// What stands between the items of a list that is sent as one value.
fn separator(style: Style, explode: bool) -> Option<char> {
    let separator = match style {
        Style::SpaceDelimited => ' ',
        Style::TabDelimited => '\t',
        Style::PipeDelimited => '|',
        Style::Form | Style::Simple | Style::Label | Style::Matrix | Style::DeepObject => ',',
    };
    (!explode).then_some(separator)
}

/// `None` for the style that a path has by default.
fn path_style(style: Style, explode: bool) -> Option<PathStyle> {
    match (style, explode) {
        (Style::Label, false) => Some(PathStyle::Label),
        (Style::Label, true) => Some(PathStyle::LabelExploded),
        (Style::Matrix, false) => Some(PathStyle::Matrix),
        (Style::Matrix, true) => Some(PathStyle::MatrixExploded),
        (_, true) => Some(PathStyle::SimpleExploded),
        (_, false) => None,
    }
}
