//! Values that stand in the sources as they are.

use super::python::{Block, Kind, Token};
use crate::api::EnumValue;

/// How deep values may nest. Real ones stay below five.
const MAX_DEPTH: usize = 16;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Literal {
    Text(String),
    Integer(i64),
    Word(String),
    /// A list, tuple or set.
    List(Vec<Literal>),
    Map(Vec<(Literal, Literal)>),
    /// Anything else.
    Other,
}

/// The value that the tokens begin with.
pub(super) fn parse(tokens: Block<'_, '_>) -> Literal {
    Parser { tokens, at: 0 }.value(MAX_DEPTH)
}

impl Literal {
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Literal::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn items(&self) -> &[Literal] {
        match self {
            Literal::List(items) => items,
            _ => &[],
        }
    }

    pub(super) fn entries(&self) -> &[(Literal, Literal)] {
        match self {
            Literal::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The entries of a map from text to text.
    pub(super) fn texts(&self) -> Vec<(String, String)> {
        let text = |(key, value): &(Literal, Literal)| Some((key.text()?.to_owned(), value.text()?.to_owned()));
        self.entries().iter().filter_map(text).collect()
    }

    /// The values of an enumeration: those of a list, or what the names of a map stand for. `None` among them says that
    /// the value may be null, which is no value of its own. There are none if one of them cannot be read: a list that
    /// lacks a value is worse than no list.
    pub(super) fn enum_values(&self) -> Vec<EnumValue> {
        let values: Vec<&Literal> = match self {
            Literal::Map(entries) => entries.iter().map(|(_, value)| value).collect(),
            other => other.items().iter().collect(),
        };
        let mut known = Vec::new();
        for value in values.into_iter().filter(|value| !matches!(value, Literal::Word(word) if word == "None")) {
            match value.enum_value() {
                Some(value) if known.contains(&value) => {}
                Some(value) => known.push(value),
                None => return Vec::new(),
            }
        }
        known
    }

    pub(super) fn enum_value(&self) -> Option<EnumValue> {
        match self {
            Literal::Text(text) => Some(EnumValue::String(text.clone())),
            Literal::Integer(number) => Some(EnumValue::Integer(*number)),
            _ => None,
        }
    }
}

struct Parser<'a, 't> {
    tokens: Block<'a, 't>,
    at: usize,
}

impl<'a, 't> Parser<'a, 't> {
    fn value(&mut self, depth: usize) -> Literal {
        let Some(token) = self.next() else { return Literal::Other };
        match &token.kind {
            Kind::Text(text) => Literal::Text(text.clone()),
            Kind::Number(digits) if !self.peek_is('.') => digits.parse().map_or(Literal::Other, Literal::Integer),
            Kind::Sign('-') => match self.next().map(|token| &token.kind) {
                Some(Kind::Number(digits)) if !self.peek_is('.') => {
                    digits.parse().map_or(Literal::Other, |number: i64| Literal::Integer(-number))
                }
                _ => Literal::Other,
            },
            Kind::Sign('[' | '(' | '{') if depth > 0 => self.collection(depth - 1),
            Kind::Word("set" | "frozenset") if self.peek_is('(') => match self.value(depth) {
                Literal::List(mut items) if items.len() == 1 => items.pop().unwrap_or(Literal::Other),
                other => other,
            },
            Kind::Word(word) if !self.peek_is('(') && !self.peek_is('.') => Literal::Word((*word).to_owned()),
            _ => Literal::Other,
        }
    }

    /// Everything up to the closing bracket.
    fn collection(&mut self, depth: usize) -> Literal {
        let (mut items, mut entries) = (Vec::new(), Vec::new());
        while let Some(token) = self.tokens.get(self.at) {
            if token.is_closing() {
                self.at += 1;
                break;
            }
            let value = self.value(depth);
            if self.peek_is(':') {
                self.at += 1;
                let of_key = self.value(depth);
                let whole = self.skip_rest();
                entries.push((value, if whole { of_key } else { Literal::Other }));
            } else {
                let whole = self.skip_rest();
                items.push(if whole { value } else { Literal::Other });
            }
        }
        if entries.is_empty() && !items.is_empty() { Literal::List(items) } else { Literal::Map(entries) }
    }

    /// Goes on behind the comma, or to the bracket that closes this collection; whether there was nothing else before.
    fn skip_rest(&mut self) -> bool {
        let mut open = 0_usize;
        let start = self.at;
        while let Some(token) = self.tokens.get(self.at) {
            match token.kind {
                Kind::Sign(',') if open == 0 => {
                    self.at += 1;
                    return self.at == start + 1;
                }
                Kind::Sign('[' | '(' | '{') => open += 1,
                _ if token.is_closing() && open == 0 => return self.at == start,
                _ if token.is_closing() => open -= 1,
                _ => {}
            }
            self.at += 1;
        }
        self.at == start
    }

    fn next(&mut self) -> Option<&'a Token<'t>> {
        let token = self.tokens.get(self.at)?;
        self.at += 1;
        Some(token)
    }

    fn peek_is(&self, sign: char) -> bool {
        self.tokens.get(self.at).is_some_and(|token| token.is(sign))
    }
}

#[cfg(test)]
mod tests {
    use super::super::python::tokens;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let values = parse(&tokens(text)).enum_values();
        assert_eq!(values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "), expected);
    }

    #[test]
    fn enumerations_are_lists_sets_tuples_and_maps() {
        check("['a', \"b\", None]  # noqa", "\"a\", \"b\"");
        check("set(['a', 'a'])", "\"a\"");
        check("(1, -2,)", "1, -2");
        check("(1, 1.5)", "");
        check("{'None': None, 'A': \"a\", '1': 1,}", "\"a\", 1");
        check("[f(1, [2]), 3]", "");
        check("['a', 'it's', 'b']", "");
        check("[1, 2", "1, 2");
    }

    #[test]
    fn keys_may_be_tuples() {
        let Literal::Map(entries) = parse(&tokens("{('kind',): {'A': 1}}")) else { return assert_eq!("a map", "") };
        assert_eq!(entries[0].0.items(), [Literal::Text("kind".to_owned())]);
        assert_eq!(entries[0].1.enum_values(), [EnumValue::Integer(1)]);
    }

    #[test]
    fn deep_values_are_given_up() {
        assert_eq!(parse(&tokens(&"[".repeat(100_000))).items().len(), 1);
        assert_eq!(parse(&tokens(&"-".repeat(1_000_000))), Literal::Other);
        assert_eq!(parse(&tokens(&"set(".repeat(100_000))), Literal::Other);
    }
}
