//! Endpoints of PRI, which list their parameters in tables: `attribute_map`, `location_map`, `collection_format_map`.

use super::literal::{self, Literal};
use super::method::collection;
use super::python::{Block, Token};
use crate::api::{EnumValue, Place};
use crate::names::{OperationNames, ParameterNames, unplaced};

/// Reads every endpoint of a statement: the operation's name and its parameters.
pub(super) fn read(block: Block<'_, '_>) -> Vec<(String, OperationNames)> {
    let key = |at: usize| block.get(at + 1).filter(|next| next.is(':')).and_then(|_| block[at].text());
    let mut found: Vec<(String, OperationNames)> = Vec::new();
    for at in 0..block.len() {
        let value = block.get(at + 2..).unwrap_or_default();
        if key(at) == Some("operation_id") {
            let id = value.first().and_then(Token::text).unwrap_or_default();
            found.push((id.to_owned(), OperationNames::default()));
        } else if let (Some(table), Some((_, names))) = (key(at), found.last_mut()) {
            read_table(table, value, names);
        }
    }
    found
}

fn read_table(table: &str, value: Block<'_, '_>, names: &mut OperationNames) {
    match table {
        "attribute_map" => fill(names, value, |parameter, wire| parameter.wire = Some(unplaced(wire.to_owned()))),
        "location_map" => fill(names, value, |parameter, location| parameter.place = place(location).map(unplaced)),
        "collection_format_map" => fill(names, value, |parameter, format| {
            let is_form = parameter.place.as_ref().is_some_and(|place| *place.get_ref() == Place::Form);
            parameter.collection = collection(format).filter(|_| !is_form).map(unplaced);
        }),
        "allowed_values" => {
            for (name, values) in allowed_values(&literal::parse(value)) {
                names.parameters.entry(unplaced(name)).or_default().values = Some(unplaced(values));
            }
        }
        _ => {}
    }
}

fn fill(names: &mut OperationNames, value: Block<'_, '_>, set: impl Fn(&mut ParameterNames, &str)) {
    for (name, value) in literal::parse(value).texts() {
        set(names.parameters.entry(unplaced(name)).or_default(), &value);
    }
}

/// `{('kind',): {'A': "a"}}`
pub(super) fn allowed_values(table: &Literal) -> Vec<(String, Vec<EnumValue>)> {
    let entry = |(key, values): &(Literal, Literal)| match key.items() {
        [name] => Some((name.text()?.to_owned(), values.enum_values())),
        _ => None,
    };
    table.entries().iter().filter_map(entry).filter(|(_, values)| !values.is_empty()).collect()
}

fn place(location: &str) -> Option<Place> {
    Some(match location {
        "path" => Place::Path,
        "query" => Place::Query,
        "header" => Place::Header,
        "cookie" => Place::Cookie,
        "form" => Place::Form,
        "body" => Place::Body,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::python::tokens;
    use super::*;

    #[test]
    fn endpoints_list_their_parameters() {
        let text = "self.find_endpoint = _Endpoint(settings={'operation_id': 'find', 'auth': []}, root_map={\n\
            'allowed_values': {('tags',): {'A': \"a\"}},\n\
            'attribute_map': {'tags': 'theTags', 'file': 'theFile'},\n\
            'location_map': {'tags': 'query', 'file': 'form', 'pet': 'body'},\n\
            'collection_format_map': {'tags': 'multi', 'file': 'csv'}}, api_client=c)\n\
            self.next = _Endpoint(settings={'operation_id': 'next'})";
        let tokens = tokens(text);
        let found = read(&tokens);
        let counts: Vec<_> = found.iter().map(|(id, names)| (id.as_str(), names.parameters.len())).collect();
        assert_eq!(counts, [("find", 3), ("next", 0)]);
        let tags = &found[0].1.parameters[&unplaced("tags".to_owned())];
        assert_eq!(tags.wire, Some(unplaced("theTags".to_owned())));
        assert_eq!(tags.collection, collection("multi").map(unplaced));
        assert_eq!(tags.values, Some(unplaced(vec![EnumValue::String("a".to_owned())])));
        let file = &found[0].1.parameters[&unplaced("file".to_owned())];
        assert_eq!((file.place.clone(), file.collection.clone()), (Some(unplaced(Place::Form)), None));
    }
}
