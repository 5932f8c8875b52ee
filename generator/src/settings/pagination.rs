//! `pagination` of `[operations.‹id›]`.

use serde::de::IntoDeserializer;
use serde::de::value::Error as Unknown;
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::shorthand::{self, Shorthand};
use crate::api::PageKind;

/// How answers come in pages, or the style alone, or `false` if they do not. What is not said is inferred.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, remote = "Self")]
pub struct PaginationSettings {
    /// Says that there are no pages.
    #[serde(skip)]
    pub none: bool,
    /// How the next page is asked for.
    pub style: Option<PageKind>,
    /// The parameter that takes the number of a page.
    pub page: Option<Spanned<String>>,
    /// The parameter that takes how many items are left out.
    pub offset: Option<Spanned<String>>,
    /// The parameter that takes a cursor.
    pub cursor: Option<Spanned<String>>,
    /// The parameter that limits a page.
    pub size: Option<Spanned<String>>,
    /// The number of the first page or item.
    pub first: Option<i64>,
    /// Where the items are in an answer; empty if it is the list itself.
    pub items: Option<Spanned<String>>,
    /// Where the next cursor, or a link to the next page, is.
    pub next: Option<Spanned<String>>,
    /// Where the number of the page is.
    pub current: Option<Spanned<String>>,
    /// Where it is said whether another page follows.
    pub more: Option<Spanned<String>>,
    /// Where it is said whether this is the last page.
    pub last: Option<Spanned<String>>,
    /// Where the number of all items is.
    pub total: Option<Spanned<String>>,
    /// Where the number of all pages is.
    pub pages: Option<Spanned<String>>,
}

impl PaginationSettings {
    /// The style that is said, by name or by its parameter.
    pub fn kind(&self) -> Option<PageKind> {
        let by_parameter = [
            (self.page.is_some(), PageKind::Page),
            (self.offset.is_some(), PageKind::Offset),
            (self.cursor.is_some(), PageKind::Cursor),
        ];
        self.style.or_else(|| by_parameter.into_iter().find(|(is_said, _)| *is_said).map(|(_, style)| style))
    }
}

impl<'de> Deserialize<'de> for PaginationSettings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        shorthand::deserialize(deserializer)
    }
}

impl Shorthand for PaginationSettings {
    const EXPECTED: &'static str = "`false`, `\"page\"`, `\"offset\"`, `\"cursor\"`, `\"link\"`, or a table";

    fn from_text(text: &str) -> Result<Self, String> {
        let style = PageKind::deserialize(text.into_deserializer()).map_err(|error: Unknown| error.to_string())?;
        Ok(PaginationSettings { style: Some(style), ..PaginationSettings::default() })
    }

    fn from_bool(value: bool) -> Result<Self, String> {
        match value {
            false => Ok(PaginationSettings { none: true, ..PaginationSettings::default() }),
            true => Err(format!("expected {}", Self::EXPECTED)),
        }
    }

    fn from_table<'de, D: Deserializer<'de>>(table: D) -> Result<Self, D::Error> {
        PaginationSettings::deserialize(table)
    }
}
