//! Path templates: `/users/{id}/keys`.

use std::collections::BTreeSet;
use std::fmt;

/// A path with named holes, as in OpenAPI 3.1, section "Path Templating".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathTemplate {
    segments: Vec<Segment>,
}

/// A piece of a path template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Text that is sent as it is.
    Literal(String),
    /// The hole that the named path parameter fills.
    Parameter(String),
}

/// Why a text is no path template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadPath {
    /// It does not begin with a slash.
    NotAbsolute,
    /// A brace is not closed, or closes nothing.
    Braces,
    /// A hole has no name, or the same name twice.
    Name,
    /// It holds white space, a control character, a backslash, or `?` or `#`.
    Character,
}

impl PathTemplate {
    /// Parses `/users/{id}/keys`.
    ///
    /// # Errors
    /// When the text could not be sent as a path.
    pub fn parse(text: &str) -> Result<Self, BadPath> {
        if !text.starts_with('/') {
            return Err(BadPath::NotAbsolute);
        }
        let mut segments = Vec::new();
        let mut names = BTreeSet::new();
        let mut rest = text;
        while let Some(open) = rest.find('{') {
            let close = open + rest[open..].find('}').ok_or(BadPath::Braces)?;
            push_literal(&mut segments, &rest[..open])?;
            let name = &rest[open + 1..close];
            if name.contains('{') {
                return Err(BadPath::Braces);
            }
            if name.is_empty() || name.chars().any(char::is_control) || !names.insert(name) {
                return Err(BadPath::Name);
            }
            segments.push(Segment::Parameter(name.to_owned()));
            rest = &rest[close + 1..];
        }
        push_literal(&mut segments, rest)?;
        Ok(PathTemplate { segments })
    }

    /// Its pieces, in order.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The names of its holes, in order.
    pub fn parameters(&self) -> impl Iterator<Item = &str> + Clone {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Parameter(name) => Some(name.as_str()),
            Segment::Literal(_) => None,
        })
    }
}

fn push_literal(segments: &mut Vec<Segment>, text: &str) -> Result<(), BadPath> {
    if text.contains('}') {
        return Err(BadPath::Braces);
    }
    if text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '\\' | '?' | '#')) {
        return Err(BadPath::Character);
    }
    if !text.is_empty() {
        segments.push(Segment::Literal(text.to_owned()));
    }
    Ok(())
}

impl fmt::Display for PathTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.segments.iter().try_for_each(|segment| match segment {
            Segment::Literal(text) => f.write_str(text),
            Segment::Parameter(name) => write!(f, "{{{name}}}"),
        })
    }
}

impl fmt::Display for BadPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            BadPath::NotAbsolute => "does not begin with `/`",
            BadPath::Braces => "has a brace without its partner",
            BadPath::Name => "has a parameter without a name, or one twice",
            BadPath::Character => "holds a character that no path may hold",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<&[&str], BadPath>) {
        let got = PathTemplate::parse(text);
        let names = got.as_ref().map(|path| path.parameters().collect::<Vec<_>>()).map_err(|bad| *bad);
        assert_eq!(names.as_deref(), expected.as_ref().copied(), "{text}");
        if let Ok(path) = got {
            assert_eq!(path.to_string(), text);
        }
    }

    #[test]
    fn templates() {
        check("/", Ok(&[]));
        check("/auth/login", Ok(&[]));
        check("/users/{id}/keys", Ok(&["id"]));
        check("/x({a},{b})", Ok(&["a", "b"]));
        check("/jcr:content/cq:distribute@TypeHint", Ok(&[]));
        check("users", Err(BadPath::NotAbsolute));
        check("/a/{b", Err(BadPath::Braces));
        check("/a/b}", Err(BadPath::Braces));
        check("/a/{{b}}", Err(BadPath::Braces));
        check("/a/{}", Err(BadPath::Name));
        check("/a/{b}/{b}", Err(BadPath::Name));
        check("/a b", Err(BadPath::Character));
        check("/a\0", Err(BadPath::Character));
        check("/a?b=c", Err(BadPath::Character));
    }
}
