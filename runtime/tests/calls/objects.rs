//! Models as JSON objects, by the `object!` macro.

use std::collections::BTreeMap;

use docwright_runtime::{Field, Value, object, serde_json};

#[derive(Clone, Debug, PartialEq)]
struct Pet {
    id: i64,
    pet_name: String,
    chip: Option<String>,
    owner: Option<String>,
    vet: Field<String>,
}

object! { Pet
    required { id: "id", pet_name: "petName" | "pet_name" | "name", chip: "chip" }
    optional { owner: "owner", vet: "vet" }
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Open {
    name: Option<String>,
    properties: BTreeMap<String, i64>,
}

object! { Open optional { name: "name" } rest { properties } }

#[derive(Clone, Debug, Default, PartialEq)]
struct Empty {}

object! { Empty }

#[track_caller]
fn pet(json: &str) -> Pet {
    serde_json::from_str(json).unwrap()
}

#[track_caller]
fn fails(json: &str, expected: &str) {
    let error = serde_json::from_str::<Pet>(json).unwrap_err().to_string();
    assert!(error.starts_with(expected), "{error}");
}

#[test]
fn what_is_absent_is_not_written() {
    let rex = pet(r#"{"id": 1, "petName": "Rex", "chip": null}"#);
    let expected = Pet { id: 1, pet_name: "Rex".to_owned(), chip: None, owner: None, vet: Field::Absent };
    assert_eq!(rex, expected);
    assert_eq!(serde_json::to_string(&rex).unwrap(), r#"{"id":1,"petName":"Rex","chip":null}"#);
}

#[test]
fn absent_and_null_are_told_apart_where_they_differ() {
    let rex = pet(r#"{"id": 1, "petName": "Rex", "vet": null, "owner": null}"#);
    assert_eq!((&rex.vet, &rex.owner, &rex.chip), (&Field::Null, &None, &None));
    assert_eq!(serde_json::to_string(&rex).unwrap(), r#"{"id":1,"petName":"Rex","chip":null,"vet":null}"#);
}

#[test]
fn other_names_are_accepted_and_a_later_value_replaces_an_earlier_one() {
    assert_eq!(pet(r#"{"id": 1, "pet_name": "Rex"}"#).pet_name, "Rex");
    assert_eq!(pet(r#"{"id": 1, "name": "Rex", "petName": "Max", "id": 2}"#), pet(r#"{"id": 2, "petName": "Max"}"#));
}

#[test]
fn what_is_wrong_is_said_by_name() {
    fails(r#"{"id": 1}"#, "missing field `petName`");
    fails(r#"{"petName": "Rex"}"#, "missing field `id`");
    fails(r#"{"id": "one", "petName": "Rex"}"#, "invalid type: string \"one\", expected i64");
    fails(r#"[1, "Rex", null]"#, "invalid type: sequence, expected an object");
    fails("null", "invalid type: null, expected an object");
}

#[test]
fn properties_without_a_field_are_kept_only_by_an_open_model() {
    assert_eq!(pet(r#"{"id": 1, "petName": "Rex", "age": {"years": [3]}}"#), pet(r#"{"id": 1, "petName": "Rex"}"#));
    let open: Open = serde_json::from_str(r#"{"b": 2, "name": "Rex", "a": 1}"#).unwrap();
    assert_eq!(open.properties, BTreeMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)]));
    assert_eq!(serde_json::to_string(&open).unwrap(), r#"{"name":"Rex","a":1,"b":2}"#);
    assert_eq!(serde_json::from_str::<Empty>(r#"{"a": 1}"#).unwrap(), Empty {});
    assert_eq!(serde_json::to_string(&Empty {}).unwrap(), "{}");
}

#[test]
fn a_model_is_read_from_a_value_too() {
    let value: Value = serde_json::from_str(r#"{"id": 1, "petName": "Rex"}"#).unwrap();
    assert_eq!(serde_json::from_value::<Pet>(value).unwrap().pet_name, "Rex");
}
