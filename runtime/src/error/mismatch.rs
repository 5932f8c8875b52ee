//! A JSON body that is not of the documented type.

use std::error::Error;
use std::fmt;

use super::json_path::path_at;

/// What serde_json has to say, without the text it quotes: a server that answers a login with another shape than
/// documented still answers with a secret, and errors end up in logs.
#[derive(Debug)]
pub(crate) struct Mismatch {
    message: String,
    path: String,
    line: usize,
    column: usize,
}

impl Mismatch {
    /// What is wrong with the JSON, and where.
    pub(crate) fn new(error: &serde_json::Error, json: &[u8]) -> Self {
        let (line, column) = (error.line(), error.column());
        let message = without_quoted_string(&error.to_string());
        Self { message, path: path_at(json, line, column), line, column }
    }

    /// Where the value is that is not as documented; empty for the whole body.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// Writes the end of a sentence, as in ` at items[3].name (line 2 column 12)`.
    pub(super) fn write_place(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, column, .. } = self;
        if path.is_empty() {
            return write!(f, " at line {line} column {column}");
        }
        write!(f, " at {path} (line {line} column {column})")
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for Mismatch {}

/// Takes the value out of `invalid type: string "value", expected …`; of all values only strings are quoted whole.
fn without_quoted_string(message: &str) -> String {
    let Some((before, quoted)) = message.split_once("string \"") else { return message.to_owned() };
    let mut escaped = false;
    let end = quoted.find(|character| {
        let ends = character == '"' && !escaped;
        escaped = character == '\\' && !escaped;
        ends
    });
    format!("{before}string{}", end.map_or("", |end| &quoted[end + 1..]))
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeOwned;

    use super::*;

    #[track_caller]
    fn check<T: DeserializeOwned>(json: &str, expected: &str) {
        let Err(error) = serde_json::from_str::<T>(json) else { panic!("{json} is of that type") };
        assert_eq!(Mismatch::new(&error, json.as_bytes()).to_string(), expected);
    }

    #[test]
    fn strings_of_the_body_are_left_out() {
        check::<i64>("\"s3cret\"", "invalid type: string, expected i64 at line 1 column 8");
        check::<Vec<i64>>(r#"["a\", \\"]"#, "invalid type: string, expected i64 at line 1 column 10");
        check::<i64>(r#""string \"a\"""#, "invalid type: string, expected i64 at line 1 column 14");
        check::<char>("\"s3cret\"", "invalid value: string, expected a character at line 1 column 8");
        check::<std::net::IpAddr>("\"s3cret\"", "invalid IP address syntax at line 1 column 8");
    }

    #[test]
    fn what_was_expected_is_kept() {
        check::<String>("5", "invalid type: integer `5`, expected a string at line 1 column 1");
        check::<Vec<String>>("[", "EOF while parsing a list at line 1 column 1");
        check::<bool>("nil", "expected ident at line 1 column 2");
    }
}
