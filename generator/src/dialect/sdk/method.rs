//! Methods of LEG and NXT, which send a parameter in a statement: `query_params.append(('pageSize', page_size))`.

use std::collections::BTreeMap;

use super::literal;
use super::python::{Block, Token};
use crate::api::{Collection, Place};
use crate::names::{OperationNames, ParameterNames, unplaced};

/// Reads a method that prepares a request: the operation's name and its parameters.
pub(super) fn read(block: Block<'_, '_>) -> Option<(String, OperationNames)> {
    let is_async = block.first()?.word() == Some("async");
    let block = if is_async { &block[1..] } else { block };
    let (Some("def"), Some(name)) = (block.first()?.word(), block.get(1)?.word()) else { return None };
    let (id, arguments) = match name.strip_prefix('_').and_then(|name| name.strip_suffix("_serialize")) {
        Some(id) => (id, signature(block)),
        None => (name.strip_suffix("_with_http_info")?, listed(block)?),
    };
    let mut method = Method { arguments, ..Method::default() };
    (2..block.len()).for_each(|at| method.statement(&block[at..]));
    Some((id.to_owned(), method.finish()))
}

/// The arguments before those that every method has.
fn signature<'t>(block: Block<'_, 't>) -> Vec<String> {
    let arguments = block.iter().skip(3).take_while(|token| !token.is_closing()).filter_map(Token::word);
    arguments
        .take_while(|name| !matches!(*name, "_request_auth" | "_request_timeout"))
        .skip(1)
        .map(str::to_owned)
        .collect()
}

/// `all_params = ['id', 'name']`, in older sources.
fn listed(block: Block<'_, '_>) -> Option<Vec<String>> {
    let is_list =
        |tokens: &&[Token<'_>]| matches!(tokens[0].word(), Some("all_params" | "_all_params")) && tokens[1].is('=');
    let at = block.windows(2).position(|tokens| is_list(&tokens))?;
    Some(literal::parse(&block[at + 2..]).items().iter().filter_map(|item| item.text().map(str::to_owned)).collect())
}

#[derive(Default)]
struct Method {
    /// What the caller may give; anything else that is sent is the SDK's own.
    arguments: Vec<String>,
    sent: BTreeMap<String, (Place, Option<String>)>,
    /// By wire name.
    formats: BTreeMap<String, Collection>,
    sends_cookies: bool,
}

impl Method {
    /// Reads the statement that the tokens begin with, if it is one that sends something.
    fn statement(&mut self, tokens: Block<'_, '_>) {
        let Some(name) = tokens[0].word() else { return };
        let place = match name.strip_prefix('_').unwrap_or(name) {
            "path_params" => Place::Path,
            "query_params" => Place::Query,
            "header_params" => Place::Header,
            "cookie_params" => Place::Cookie,
            "form_params" | "files" | "local_var_files" => Place::Form,
            "body_params" => Place::Body,
            "collection_formats" => return self.format(tokens),
            _ => return,
        };
        self.sends_cookies |= place == Place::Cookie;
        match tokens {
            // `path_params['petId'] = pet_id`
            [_, open, wire, close, equals, value @ ..] if open.is('[') && close.is(']') && equals.is('=') => {
                if let Some(wire) = wire.text() {
                    self.send(place, Some(wire), value);
                }
            }
            // `body_params = pet`
            [_, equals, value @ ..] if equals.is('=') && place == Place::Body => self.send(place, None, value),
            // `query_params.append(('pageSize', page_size))`, or `.extend(….explode_query_object('filter', filter))`
            [_, dot, verb, rest @ ..] if dot.is('.') && matches!(verb.word(), Some("append" | "extend")) => {
                let call = &rest[..rest.len().min(12)];
                let pair = call.windows(2).position(|pair| pair[0].text().is_some() && pair[1].is(','));
                if let Some(at) = pair {
                    self.send(place, rest[at].text(), &rest[at + 2..]);
                }
            }
            _ => {}
        }
    }

    fn send(&mut self, place: Place, wire: Option<&str>, value: Block<'_, '_>) {
        let name = match value {
            // `local_var_params['pet_id']`; the variable has had several names.
            [_, open, name, ..] if open.is('[') && name.text().is_some() => name.text(),
            [name, ..] => name.word(),
            [] => None,
        };
        if let Some(name) = name.filter(|name| self.arguments.iter().any(|argument| argument == name)) {
            self.sent.entry(name.to_owned()).or_insert((place, wire.map(str::to_owned)));
        }
    }

    /// `collection_formats['tags'] = 'csv'`, or all of them as one map.
    fn format(&mut self, tokens: Block<'_, '_>) {
        let start = tokens.len().min(12);
        let Some(equals) = tokens[..start].iter().position(|token| token.is('=')) else { return };
        let value = literal::parse(&tokens[equals + 1..]);
        let one = tokens
            .get(2)
            .and_then(Token::text)
            .zip(value.text())
            .map(|(wire, format)| (wire.to_owned(), format.to_owned()));
        let formats = value.texts().into_iter().chain(one);
        self.formats.extend(formats.filter_map(|(wire, format)| Some((wire, collection(&format)?))));
    }

    fn finish(self) -> OperationNames {
        let mut names = OperationNames::default();
        for argument in self.arguments {
            let parameter = match self.sent.get(&argument) {
                Some((place, wire)) => {
                    let is_plain = !matches!(place, Place::Form | Place::Body);
                    let format = wire.as_ref().filter(|_| is_plain).and_then(|wire| self.formats.get(wire));
                    ParameterNames {
                        place: Some(unplaced(*place)),
                        wire: wire.clone().map(unplaced),
                        collection: format.copied().map(unplaced),
                        values: None,
                    }
                }
                // These SDKs take cookies as arguments and never send them.
                None if !self.sends_cookies => {
                    ParameterNames { place: Some(unplaced(Place::Cookie)), ..ParameterNames::default() }
                }
                None => continue,
            };
            names.parameters.insert(unplaced(argument), parameter);
        }
        names
    }
}

/// The format that the generators call by this name.
pub(super) fn collection(format: &str) -> Option<Collection> {
    Some(match format {
        "csv" => Collection::Csv,
        "ssv" | "space" => Collection::Ssv,
        "tsv" | "tab" => Collection::Tsv,
        "pipes" | "pipe" => Collection::Pipes,
        "multi" => Collection::Multi,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::python::{blocks, tokens};
    use super::*;
    use crate::names::Names;

    /// The lines of `names.toml` for a method.
    #[track_caller]
    fn check(method: &[&str], expected: &[&str]) {
        let method = method.join("\n");
        let tokens = tokens(&method);
        let (id, names) = read(blocks(&tokens)[0]).unwrap_or_default();
        let names = Names { operations: [(unplaced(id), names)].into(), ..Names::default() };
        assert_eq!(names.to_toml().lines().skip(2).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn older_methods_list_what_they_take() {
        check(
            &[
                "def find_with_http_info(self, **kwargs):",
                "    all_params = ['_from', 'x_tags', 'file', 'body', 'token']",
                "    all_params.append('async_req')",
                "    query_params.append(('from', params['_from']))",
                "    header_params['X-Tags'] = local_var_params['x_tags']",
                "    collection_formats['X-Tags'] = 'csv'",
                "    header_params['Accept'] = self.api_client.select_header_accept(['a/b'])",
                "    local_var_files['theFile'] = local_var_params['file']",
                "    body_params = None",
                "    body_params = local_var_params['body']",
            ],
            &[
                "[operations.find.parameters]",
                "_from = { in = \"query\", wire = \"from\" }",
                "body = { in = \"body\" }",
                "file = { in = \"form\", wire = \"theFile\" }",
                "token = { in = \"cookie\" }",
                "x_tags = { in = \"header\", wire = \"X-Tags\", collection = \"csv\" }",
            ],
        );
    }

    #[test]
    fn newer_methods_take_names_of_their_own() {
        check(
            &[
                "def _find_serialize(",
                "    self,",
                "    ids,",
                "    since,",
                "    near,",
                "    _request_auth,",
                ") -> RequestSerialized:",
                "    _collection_formats: Dict[str, str] = {",
                "        'theIds': 'pipes',",
                "    }",
                "    _query_params.append(('theIds', ids))",
                "    _query_params.append(",
                "        (",
                "            'since',",
                "            since.strftime(self.api_client.configuration.date_format)",
                "        )",
                "    )",
                "    _query_params.extend(self.api_client.explode_query_object('near', near))",
                "    _header_params['Content-Type'] = _content_type",
            ],
            &[
                "[operations.find.parameters]",
                "ids = { in = \"query\", wire = \"theIds\", collection = \"pipes\" }",
                "near = { in = \"query\", wire = \"near\" }",
                "since = { in = \"query\", wire = \"since\" }",
            ],
        );
    }

    #[test]
    fn other_methods_send_nothing() {
        for method in ["def find(self):\n    query_params.append(('a', a))", "def _x_serialize", "def", "x = 1"] {
            let tokens = tokens(method);
            assert!(read(blocks(&tokens)[0]).is_none_or(|(_, names)| names.parameters.is_empty()), "{method}");
        }
    }
}
