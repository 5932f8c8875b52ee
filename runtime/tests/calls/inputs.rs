//! How generated models are made and shown: `input!`, `setters!` and `redacted_debug!`.

use std::collections::BTreeMap;

use docwright_runtime::{Base64, Field, Value, input, redacted_debug, setters};

#[derive(Clone, Debug, PartialEq)]
struct Pet {
    name: String,
    photo: Base64,
    nicknames: Vec<String>,
    years: Vec<Vec<i64>>,
    mother: Box<Parent>,
    chip: Option<String>,
    weight: Option<f64>,
    tags: Option<Vec<String>>,
    sizes: Option<Vec<Vec<i64>>>,
    notes: Field<Vec<i64>>,
    father: Option<Box<Parent>>,
    more: Option<BTreeMap<String, Vec<Value>>>,
    rest: BTreeMap<String, Value>,
}

input!(Pet {
    new(
        name: impl Into<String>, photo: impl Into<Base64>, nicknames: impl IntoIterator<Item = impl Into<String>>,
        years: impl IntoIterator<Item = Vec<i64>>, mother: Parent => Box::new, chip: Option<String>,
    ),
    weight(f64),
    tags(impl IntoIterator<Item = impl Into<String>>),
    sizes(impl IntoIterator<Item = Vec<i64>>),
    notes(impl Into<Field<Vec<i64>>>),
    father(Parent => Box::new),
    more(BTreeMap<String, Vec<Value>>),
    ..rest
});

#[derive(Clone, Debug, Default, PartialEq)]
struct Parent {
    name: Option<String>,
    rest: BTreeMap<String, Value>,
}

input!(Parent { new(), name(impl Into<String>), ..rest });

#[derive(Debug, PartialEq)]
struct Owner {
    name: String,
}

input!(Owner { new(name: impl Into<String>) });

#[derive(Default)]
struct OwnerBuilder {
    name: Option<String>,
    chip: Option<Option<i64>>,
}

setters!(OwnerBuilder -> Owner { name(impl Into<String>), chip(Option<i64>) });

fn pet() -> Pet {
    Pet::new("Rex", b"photo".to_vec(), ["R", "Roxy"], [vec![2023], vec![2024]], Parent::new(), Some("7".to_owned()))
}

#[test]
fn new_takes_what_is_required() {
    let pet = pet();
    assert_eq!((pet.name.as_str(), pet.chip.as_deref()), ("Rex", Some("7")));
    assert_eq!(pet.photo, Base64::from(b"photo".to_vec()));
    assert_eq!(pet.nicknames, ["R", "Roxy"]);
    assert_eq!(pet.years, [[2023], [2024]]);
    assert_eq!(*pet.mother, Parent::default());
    assert_eq!(Owner::new("Ada"), Owner { name: "Ada".to_owned() });
}

#[test]
fn new_leaves_everything_else_empty() {
    let pet = pet();
    assert_eq!((pet.weight, pet.tags, pet.sizes, pet.father, pet.more), (None, None, None, None, None));
    assert!(pet.notes.is_absent());
    assert!(pet.rest.is_empty());
}

#[test]
fn setters_turn_what_they_take_into_what_is_kept() {
    let more = BTreeMap::from([("a".to_owned(), vec![Value::Null])]);
    let pet =
        pet().weight(12.5).tags(["good"]).sizes([vec![1, 2]]).father(Parent::new().name("Max")).more(more.clone());
    assert_eq!((pet.weight, pet.more), (Some(12.5), Some(more)));
    assert_eq!(pet.tags.unwrap(), ["good"]);
    assert_eq!(pet.sizes.unwrap(), [[1, 2]]);
    assert_eq!(pet.father.unwrap().name.unwrap(), "Max");
}

#[test]
fn a_nullable_field_can_be_given_null() {
    assert_eq!(pet().notes(vec![1]).notes, Field::Value(vec![1]));
    assert_eq!(pet().notes(None).notes, Field::Null);
    assert_eq!(pet().notes(vec![1]).notes(Field::Absent).notes, Field::Absent);
}

#[test]
fn a_builder_tells_null_from_what_was_not_set() {
    let builder = OwnerBuilder::default().name("Ada");
    assert_eq!((builder.name.as_deref(), builder.chip), (Some("Ada"), None));
    assert_eq!(OwnerBuilder::default().chip(None).chip, Some(None));
}

#[test]
fn what_is_redacted_is_not_shown() {
    #[allow(dead_code, reason = "shown or hidden")]
    struct Login {
        user: &'static str,
        password: Option<&'static str>,
    }
    redacted_debug!(Login { user, password => [redacted], .. });
    let shown = format!("{:?}", Login { user: "ada", password: Some("hidden") });
    assert_eq!(shown, r#"Login { user: "ada", password: [redacted], .. }"#);
}
