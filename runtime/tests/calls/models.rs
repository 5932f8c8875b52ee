//! The test that generated crates have of their models: what it passes, and what it finds.

use std::collections::BTreeMap;

use docwright_runtime::rt::{Model, check_models};
use docwright_runtime::{Base64, DateTime, Field, UnknownMember, UnknownValue, Value, rt};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Pet {
    #[serde(rename = "petName")]
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    photo: Option<Base64>,
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    seen: Field<DateTime>,
    chip: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    friends: Option<Vec<Friend>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    more: Option<Value>,
    #[serde(flatten)]
    rest: BTreeMap<String, Value>,
}

const PET: Model = Model::new::<Pet>(
    "Pet",
    "object(petName: string, photo?: byte, seen?: date-time?, chip: integer32?, friends?: [Friend], more?: any, *: any)",
);

#[derive(Clone, Debug, PartialEq)]
enum Friend {
    Pet(Box<Pet>),
    Color(Color),
    Number(f64),
    Unknown(UnknownMember),
}

docwright_runtime::union!(Friend {
    Pet(Pet) => rt::Shape::Open(&["petName", "chip"], &["photo", "seen", "friends"]),
    Color(Color) => rt::Shape::Strings(&["red"]),
    Number(f64) => rt::Shape::Number,
});

const FRIEND: Model = Model::new::<Friend>("Friend", "(Pet | Color | number)");

#[derive(Clone, Debug, PartialEq)]
enum Color {
    Red,
    Unknown(UnknownValue),
}

docwright_runtime::string_enum!(Color { Red => "red" });

const COLOR: Model = Model::new::<Color>("Color", r#"enum("red")"#);

#[derive(PartialEq, Serialize, Deserialize)]
struct Endless {
    next: Box<Endless>,
}

#[derive(PartialEq, Serialize, Deserialize)]
struct Plain {
    value: Option<i64>,
}

#[track_caller]
fn check_found<T: DeserializeOwned + Serialize + PartialEq>(notation: &'static str, expected: &str) {
    let failures = check_models(&[Model::new::<T>("Model", notation)]);
    assert_eq!(failures.len(), 1, "{failures:?}");
    assert!(failures[0].starts_with("Model: ") && failures[0].contains(expected), "{failures:?}");
}

#[test]
fn models_that_keep_everything_pass() {
    assert_eq!(check_models(&[PET, FRIEND, COLOR]), [""; 0]);
}

#[test]
fn a_model_that_would_have_to_contain_itself_has_no_values() {
    assert_eq!(check_models(&[Model::new::<Endless>("Endless", "object(next: Endless)")]), [""; 0]);
}

#[test]
fn what_cannot_be_read_is_found() {
    check_found::<Plain>("object(value: string)", "invalid type: string");
    check_found::<Pet>("object(name: string, chip: integer32?)", "missing field `petName`");
}

#[test]
fn what_is_lost_is_found() {
    check_found::<Plain>("object(value: integer, other?: boolean)", "is written as");
    check_found::<Plain>("object(value: integer, *: any)", "is written as");
    check_found::<Plain>("object(value?: integer)", "is written as");
    check_found::<Pet>("object(petName: string, chip: integer32?, photo?: byte?)", "is written as");
}

#[test]
fn values_that_are_newer_than_the_docs_must_be_kept() {
    #[derive(PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Closed {
        Red,
    }
    check_found::<Closed>(r#"enum("red")"#, "unknown variant");
    #[derive(PartialEq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Strict {
        value: i64,
    }
    check_found::<Strict>("object(value: integer)", "unknown field");
}

#[test]
fn a_notation_that_cannot_be_read_is_found() {
    check_found::<Plain>("object(", "cannot be read");
}
