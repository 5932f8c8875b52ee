//! Enums that keep values newer than the docs.

use crate::generated::{Color, Level};

#[test]
fn known_values_become_their_variants() {
    assert_eq!(Color::from("red"), Color::Red);
    assert_eq!(Color::from("green".to_owned()), Color::Green);
    assert_eq!(serde_json::from_str::<Color>("\"green\"").unwrap(), Color::Green);
    assert_eq!(serde_json::from_str::<Color>("\"gr\\u0065en\"").unwrap(), Color::Green);
    assert_eq!(Level::from(-1), Level::Below);
    assert_eq!(serde_json::from_str::<Level>("1").unwrap(), Level::One);
    assert_eq!(serde_json::from_str::<Level>("-1").unwrap(), Level::Below);
}

#[test]
fn unknown_values_survive_a_round_trip() {
    let color: Color = serde_json::from_str("\"blue\"").unwrap();
    assert!(matches!(&color, Color::Unknown(value) if value.as_str() == Some("blue") && value.as_i64().is_none()));
    assert_eq!(color.as_str(), "blue");
    assert_eq!(color.to_string(), "blue");
    assert_eq!(serde_json::to_string(&color).unwrap(), "\"blue\"");

    let level: Level = serde_json::from_str("7").unwrap();
    assert!(matches!(&level, Level::Unknown(value) if value.as_i64() == Some(7) && value.to_string() == "7"));
    assert_eq!(level.as_i64(), 7);
    assert_eq!(format!("{level:03}"), "007");
    assert_eq!(serde_json::to_string(&level).unwrap(), "7");
}

#[test]
fn values_of_another_kind_are_refused() {
    assert!(serde_json::from_str::<Color>("5").is_err());
    assert!(serde_json::from_str::<Color>("null").is_err());
    assert!(serde_json::from_str::<Level>("\"1\"").is_err());
    assert!(serde_json::from_str::<Level>("18446744073709551615").is_err());
}

#[test]
fn enums_are_keys_of_maps() {
    let json = serde_json::to_string(&std::collections::BTreeMap::from([("k", Color::Red)])).unwrap();
    assert_eq!(json, r#"{"k":"red"}"#);
}
