//! How a service spells names of several words.

use std::fmt;

/// A spelling of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Deserialize)]
pub enum Convention {
    /// `page_size`, which is also how the docs spell every name.
    #[serde(rename = "snake_case")]
    Snake,
    /// `pageSize`.
    #[serde(rename = "camelCase")]
    Camel,
    /// `PageSize`.
    #[serde(rename = "PascalCase")]
    Pascal,
    /// `page-size`.
    #[serde(rename = "kebab-case")]
    Kebab,
}

impl Convention {
    /// Spells a name that the docs write in snake case.
    pub fn apply(self, documented: &str) -> String {
        let words = documented.split('_').filter(|word| !word.is_empty());
        match self {
            Convention::Snake => documented.to_owned(),
            Convention::Camel => {
                words.enumerate().map(|(at, word)| if at == 0 { word.to_owned() } else { capitalised(word) }).collect()
            }
            Convention::Pascal => words.map(capitalised).collect(),
            Convention::Kebab => words.collect::<Vec<_>>().join("-"),
        }
    }

    /// The convention that a name of several words follows; `None` if it has one word or follows none.
    pub fn of(name: &str) -> Option<Self> {
        let lower_or_digit = |c: char| c.is_lowercase() || c.is_ascii_digit();
        let inner_capital = name.chars().skip(1).any(char::is_uppercase);
        let plain = name.chars().all(char::is_alphanumeric);
        let starts_upper = name.chars().next().is_some_and(char::is_uppercase);
        if name.contains('_') && name.chars().all(|c| c == '_' || lower_or_digit(c)) {
            Some(Convention::Snake)
        } else if name.contains('-') && name.chars().all(|c| c == '-' || lower_or_digit(c)) {
            Some(Convention::Kebab)
        } else if plain && inner_capital && name.chars().any(char::is_lowercase) {
            Some(if starts_upper { Convention::Pascal } else { Convention::Camel })
        } else {
            None
        }
    }
}

impl fmt::Display for Convention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Convention::Snake => "snake_case",
            Convention::Camel => "camelCase",
            Convention::Pascal => "PascalCase",
            Convention::Kebab => "kebab-case",
        })
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conventions_spell() {
        let spell = |convention: Convention| convention.apply("new_page_size");
        assert_eq!(spell(Convention::Snake), "new_page_size");
        assert_eq!(spell(Convention::Camel), "newPageSize");
        assert_eq!(spell(Convention::Pascal), "NewPageSize");
        assert_eq!(spell(Convention::Kebab), "new-page-size");
    }

    #[test]
    fn conventions_are_recognised() {
        assert_eq!(Convention::of("page_size"), Some(Convention::Snake));
        assert_eq!(Convention::of("pageSize"), Some(Convention::Camel));
        assert_eq!(Convention::of("PageSize"), Some(Convention::Pascal));
        assert_eq!(Convention::of("page-size"), Some(Convention::Kebab));
        assert_eq!(Convention::of("X-Request-ID"), None);
        assert_eq!(Convention::of("page"), None);
        assert_eq!(Convention::of("ID"), None);
    }
}
