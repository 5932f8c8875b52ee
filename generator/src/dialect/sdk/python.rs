//! Python as words, and as blocks by their margin. Generated code is often not valid (a default with a quote in it ends
//! its own string), so that brackets are never counted over more than one statement.

/// A word of Python.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind<'t>,
    /// The column, of the first word on a line.
    pub(super) margin: Option<usize>,
}

/// What a word is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind<'t> {
    Word(&'t str),
    Number(&'t str),
    Text(String),
    Sign(char),
}

/// A statement with everything that is indented below it.
pub(super) type Block<'a, 't> = &'a [Token<'t>];

/// `class Name(Base):` and what stands in it.
pub(super) struct Class<'a, 't> {
    pub(super) name: &'t str,
    pub(super) bases: Vec<&'t str>,
    pub(super) body: Vec<Block<'a, 't>>,
}

/// Cuts a file into words; comments are left out.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    let mut line_start = Some(0);
    while let Some(c) = text[at..].chars().next() {
        let mut push = |kind| tokens.push(Token { kind, margin: line_start.take().map(|start| at - start) });
        let word_end = || at + text[at..].find(|c: char| !is_word(c)).unwrap_or(text.len() - at);
        match c {
            '\n' => {
                at += 1;
                line_start = Some(at);
            }
            '#' => at += text[at..].find('\n').unwrap_or(text.len() - at),
            '"' | '\'' => {
                let (value, end) = string(text, at, false);
                push(Kind::Text(value));
                at = end;
            }
            c if is_word(c) => {
                let end = word_end();
                let word = &text[at..end];
                let is_prefix = word.len() <= 2 && word.chars().all(|c| "rRbBuUfF".contains(c));
                if is_prefix && text[end..].starts_with(['"', '\'']) {
                    let (value, end) = string(text, end, word.contains(['r', 'R']));
                    push(Kind::Text(value));
                    at = end;
                } else {
                    push(if c.is_ascii_digit() { Kind::Number(word) } else { Kind::Word(word) });
                    at = end;
                }
            }
            c if c.is_whitespace() => at += c.len_utf8(),
            c => {
                push(Kind::Sign(c));
                at += c.len_utf8();
            }
        }
    }
    tokens
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The string that begins with the quote at byte `at`, and where it ends. One that does not end on its line is taken to
/// end there.
fn string(text: &str, at: usize, raw: bool) -> (String, usize) {
    let quote = &text[at..at + 1];
    let triple = quote.repeat(3);
    let is_triple = text[at..].starts_with(&triple);
    let end_mark = if is_triple { triple.as_str() } else { quote };
    let mut value = String::new();
    let mut at = at + end_mark.len();
    while let Some(c) = text[at..].chars().next() {
        if text[at..].starts_with(end_mark) {
            return (value, at + end_mark.len());
        }
        match c {
            '\n' if !is_triple => return (value, at),
            '\\' => {
                let (unescaped, end) = escape(text, at, raw);
                value.push_str(&unescaped);
                at = end;
            }
            c => {
                value.push(c);
                at += c.len_utf8();
            }
        }
    }
    (value, at)
}

/// What the backslash at byte `at` and what follows it stand for, and where they end.
fn escape(text: &str, at: usize, raw: bool) -> (String, usize) {
    let Some(c) = text[at + 1..].chars().next() else { return ("\\".to_owned(), at + 1) };
    let after = at + 1 + c.len_utf8();
    let plain = |value: &str| (value.to_owned(), after);
    let code = |length: usize| {
        let digits = text.get(after..after + length)?;
        let value = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
        Some((value.to_string(), after + length))
    };
    let literally = || (text[at..after].to_owned(), after);
    match c {
        _ if raw => literally(),
        'n' => plain("\n"),
        't' => plain("\t"),
        'r' => plain("\r"),
        '\n' => plain(""),
        '\\' | '\'' | '"' => plain(&text[at + 1..after]),
        'x' => code(2).unwrap_or_else(literally),
        'u' => code(4).unwrap_or_else(literally),
        'U' => code(8).unwrap_or_else(literally),
        _ => literally(),
    }
}

/// The statements at the margin of the first word.
pub(super) fn blocks<'a, 't>(tokens: Block<'a, 't>) -> Vec<Block<'a, 't>> {
    let Some(margin) = tokens.iter().find_map(|token| token.margin) else { return Vec::new() };
    let begins = |token: &Token<'_>| token.margin.is_some_and(|column| column <= margin) && !token.is_closing();
    let mut starts: Vec<usize> = (0..tokens.len()).filter(|&at| begins(&tokens[at])).collect();
    starts.push(tokens.len());
    starts.windows(2).map(|pair| &tokens[pair[0]..pair[1]]).collect()
}

/// Reads a block that is a class.
pub(super) fn class<'a, 't>(block: Block<'a, 't>) -> Option<Class<'a, 't>> {
    let [first, name, ..] = block else { return None };
    if first.word() != Some("class") {
        return None;
    }
    let body = 1 + block.iter().skip(1).position(|token| token.margin.is_some())?;
    let bases = block[2..body.max(2)].iter().filter_map(Token::word).collect();
    Some(Class { name: name.word()?, bases, body: blocks(&block[body..]) })
}

impl<'t> Token<'t> {
    pub(super) fn word(&self) -> Option<&'t str> {
        match self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    pub(super) fn is_closing(&self) -> bool {
        matches!(self.kind, Kind::Sign(')' | ']' | '}'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let words = tokens(text).into_iter().map(|token| match token.kind {
            Kind::Word(word) | Kind::Number(word) => word.to_owned(),
            Kind::Text(text) => format!("{text:?}"),
            Kind::Sign(sign) => sign.to_string(),
        });
        assert_eq!(words.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn files_are_words() {
        check("a['b-c'] = x.y  # z", r#"a [ "b-c" ] = x . y"#);
        check(r#"u"é" r'\d' b"" '\x41\u00e9\n\q'"#, r#""é" "\\d" "" "Aé\n\\q""#);
        check("\"\"\"a\n'b' \"\"\" -1.5", r#""a\n'b' " - 1 . 5"#);
    }

    #[test]
    fn broken_strings_end_with_their_line() {
        check("Field('it's', alias=\"a\")\nb", r#"Field ( "it" s ", alias=\"a\")" b"#);
        check("'a\\", r#""a\\""#);
    }

    #[test]
    fn blocks_follow_the_margin() {
        let body = "    \"\"\"Doc.\"\"\"\n    x = {\n        'a': 1,\n    }\n    def f(\n        self,\n    ):\n        pass\n";
        let text = format!("class A(B, C):\n{body}y = 1\n");
        let tokens = tokens(&text);
        let blocks = blocks(&tokens);
        assert_eq!(blocks.len(), 2);
        let class = class(blocks[0]).unwrap();
        assert_eq!((class.name, class.bases, class.body.len()), ("A", vec!["B", "C"], 3));
    }
}
