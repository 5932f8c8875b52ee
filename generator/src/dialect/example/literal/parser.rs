//! How literals are written.

use super::{Argument, Literal};

/// How deep values may nest. Real examples stay below ten.
const MAX_DEPTH: u8 = 64;

/// Reads one value.
pub(super) struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Parser<'t> {
    /// The value that begins at byte `at` of `text`, and where it ends.
    pub(super) fn read(text: &'t str, at: usize) -> Option<(Literal, usize)> {
        let mut parser = Parser { text, at };
        let value = parser.value(MAX_DEPTH)?;
        Some((value, parser.at))
    }

    fn value(&mut self, depth: u8) -> Option<Literal> {
        let depth = depth.checked_sub(1)?;
        self.skip_blanks();
        match self.peek()? {
            '"' | '\'' => self.string().map(Literal::String),
            '[' => self.sequence('[', ']', depth).map(Literal::List),
            '{' => self.dict(depth),
            c if c.is_ascii_digit() || c == '-' => self.number(),
            c if c.is_alphabetic() || c == '_' => self.word(depth),
            _ => None,
        }
    }

    fn string(&mut self) -> Option<String> {
        let quote = self.next()?;
        let mut text = String::new();
        loop {
            match self.next()? {
                '\\' => text.push(self.next()?),
                '\n' => return None,
                c if c == quote => return Some(text),
                c => text.push(c),
            }
        }
    }

    fn number(&mut self) -> Option<Literal> {
        let rest = &self.text[self.at..];
        let length =
            rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+'))).unwrap_or(rest.len());
        let number = &rest[..length];
        self.at += length;
        if number.parse::<i128>().is_ok() {
            Some(Literal::Integer)
        } else {
            number.parse::<f64>().ok().map(|_| Literal::Float)
        }
    }

    fn word(&mut self, depth: u8) -> Option<Literal> {
        let rest = &self.text[self.at..];
        let length = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.'))).unwrap_or(rest.len());
        let name = rest[..length].to_owned();
        self.at += length;
        let bare = self.peek() != Some('(');
        match name.as_str() {
            "True" | "False" if bare => return Some(Literal::Boolean),
            "None" if bare => return Some(Literal::None),
            _ => {}
        }
        let arguments = if bare { Vec::new() } else { self.sequence('(', ')', depth)? };
        let date = self.text[self.at..].starts_with(".date()");
        if date {
            self.at += ".date()".len();
        }
        Some(Literal::Call { name, arguments, bare, date })
    }

    /// Reads `(a, b=c, )` or `[a, b, ]`.
    fn sequence(&mut self, open: char, close: char, depth: u8) -> Option<Vec<Argument>> {
        let mut items = Vec::new();
        self.expect(open)?;
        while !self.take(close) {
            items.push(self.argument(depth)?);
            if !self.take(',') {
                self.expect(close)?;
                break;
            }
        }
        Some(items)
    }

    fn argument(&mut self, depth: u8) -> Option<Argument> {
        self.skip_blanks();
        let start = self.at;
        let mut value = self.value(depth)?;
        let mut name = None;
        if self.take('=') {
            name = value.word().map(str::to_owned);
            value = self.value(depth)?;
        }
        Some(Argument { name, value, start, end: self.at })
    }

    fn dict(&mut self, depth: u8) -> Option<Literal> {
        let mut entries = Vec::new();
        self.expect('{')?;
        while !self.take('}') {
            let key = self.value(depth)?;
            // PRI writes `{ name=value }` where the type is unknown.
            if !self.take(':') {
                self.expect('=')?;
            }
            entries.push((key, self.argument(depth)?));
            if !self.take(',') {
                self.expect('}')?;
                break;
            }
        }
        Some(Literal::Dict(entries))
    }

    fn take(&mut self, wanted: char) -> bool {
        self.skip_blanks();
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    fn expect(&mut self, wanted: char) -> Option<()> {
        self.take(wanted).then_some(())
    }

    /// Passes over white space and comments.
    fn skip_blanks(&mut self) {
        loop {
            let rest = &self.text[self.at..];
            let blanks = rest.len() - rest.trim_start().len();
            self.at += blanks;
            if !self.text[self.at..].starts_with('#') {
                return;
            }
            self.at += self.text[self.at..].find('\n').unwrap_or(self.text.len() - self.at);
        }
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }
}
