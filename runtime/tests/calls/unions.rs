//! Unions: decided by discriminator, else by shape; what fits no member is kept.

use std::collections::BTreeMap;

use docwright_runtime::{UnknownMember, Value, rt};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::generated::{Card, Leaf, Node, Payment, Transfer};

fn read<T: DeserializeOwned>(json: &Value) -> T {
    serde_json::from_slice(json.to_string().as_bytes()).unwrap()
}

#[track_caller]
fn check(json: Value, expected: impl Into<Payment>) {
    let payment: Payment = read(&json);
    assert_eq!(payment, expected.into());
    assert_eq!(serde_json::to_value(&payment).unwrap(), json);
}

#[track_caller]
fn check_unknown(json: Value) {
    let payment: Payment = read(&json);
    assert_eq!(serde_json::to_value(&payment).unwrap(), json);
    assert_eq!(payment, Payment::from(json.clone()));
    let unknown = unknown(payment);
    assert_eq!(unknown.as_value(), &json);
    assert_eq!(unknown.reason(), None);
    assert_eq!(unknown.into_value(), json);
}

#[track_caller]
fn unknown(payment: Payment) -> UnknownMember {
    match payment {
        Payment::Unknown(unknown) => unknown,
        member => unreachable!("{member:?} is a member"),
    }
}

fn card(number: &str) -> Card {
    Card { kind: "card".to_owned(), number: number.to_owned() }
}

#[test]
fn the_discriminator_decides() {
    check(json!({"kind": "card", "number": "1"}), card("1"));
    check(json!({"kind": "iban", "account": "2"}), Transfer { kind: Some("iban".to_owned()), account: "2".to_owned() });
}

#[test]
fn without_a_discriminator_the_shape_decides() {
    check(json!({"account": "2"}), Transfer { kind: None, account: "2".to_owned() });
    check(json!("cash"), "cash");
    check(json!(["cash", {"kind": "card", "number": "1"}]), vec![Payment::from("cash"), card("1").into()]);
}

#[test]
fn what_fits_no_member_is_kept() {
    check_unknown(json!({"kind": "crypto", "number": "1", "account": "2"}));
    check_unknown(json!({"other": [1, {"a": null}]}));
    check_unknown(json!(1.5));
    check_unknown(json!(null));
}

#[test]
fn a_member_that_cannot_be_read_is_kept_with_the_reason() {
    let check = |json: Value, reason: &str| {
        let payment: Payment = read(&json);
        assert_eq!(serde_json::to_value(&payment).unwrap(), json);
        let unknown = unknown(payment);
        assert!(unknown.reason().unwrap().starts_with(reason), "{unknown:?}");
    };
    check(json!({"kind": "card"}), "missing field `number`");
    check(json!({"kind": "card", "number": {"s3cret": 5}}), "invalid type: map, expected a string");
    check(json!({"kind": "sepa", "account": ["s3cret"]}), "invalid type: sequence, expected a string");
}

#[test]
fn what_is_kept_is_not_shown() {
    let payment: Payment = read(&json!({"kind": "card", "number": 5, "cvc": "s3cret"}));
    let shown = format!("{payment:?}");
    assert!(shown.starts_with("Unknown(UnknownMember { kind: object, reason: "), "{shown}");
    assert!(!shown.contains("s3cret"), "{shown}");
}

#[test]
fn a_union_in_a_list_never_fails_the_list() {
    let payments: Vec<Option<Payment>> = read(&json!(["cash", null, 5, {"kind": "card", "number": "1"}]));
    assert_eq!(payments[0], Some("cash".into()));
    assert_eq!(payments[1], None);
    assert!(matches!(payments[2], Some(Payment::Unknown(_))));
    assert_eq!(payments[3], Some(card("1").into()));
}

#[test]
fn text_that_is_no_json_is_an_error() {
    assert!(serde_json::from_str::<Payment>("{\"kind\": \"card\", }").is_err());
    assert!(serde_json::from_str::<Payment>("").is_err());
    assert!(serde_json::from_str::<Payment>("\"\\ud800\"").is_err());
}

#[test]
fn values_come_from_wherever_serde_reads() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Open {
        id: i64,
        #[serde(flatten)]
        rest: BTreeMap<String, Payment>,
    }
    let json = json!({"id": 1, "a": "cash", "b": {"kind": "card", "number": "1"}, "c": 5});
    let open: Open = read(&json);
    assert_eq!(open.rest["b"], card("1").into());
    assert!(matches!(open.rest["c"], Payment::Unknown(_)));
    assert_eq!(serde_json::from_value::<Open>(json.clone()).unwrap(), open);
    assert_eq!(serde_json::from_reader::<_, Open>(json.to_string().as_bytes()).unwrap(), open);
    assert_eq!(serde_json::to_value(&open).unwrap(), json);
}

#[test]
fn a_union_may_contain_itself() {
    let json = json!({"left": {"left": "a", "right": {"size": 1}}, "right": {"left": {"size": 2}, "right": "b"}});
    let node: Node = read(&json);
    let Node::Branch(branch) = &node else { panic!("{node:?} is no branch") };
    let Node::Branch(left) = &branch.left else { panic!("{:?} is no branch", branch.left) };
    assert_eq!(left.right, Leaf { size: 1 }.into());
    assert_eq!(serde_json::to_value(&node).unwrap(), json);
}

#[test]
fn a_value_that_is_nested_too_deeply_is_refused() {
    let deep = |levels: usize| format!("{}\"a\"{}", "{\"left\":".repeat(levels), ",\"right\":\"b\"}".repeat(levels));
    let node: Node = serde_json::from_str(&deep(100)).unwrap();
    assert!(matches!(node, Node::Branch(_)));
    assert!(serde_json::from_str::<Node>(&deep(200)).is_err());
    assert!(serde_json::from_str::<Node>(&deep(100_000)).is_err());
}

#[test]
fn a_newer_value_can_be_sent() {
    let payment = Payment::from(json!({"kind": "crypto"}));
    assert_eq!(serde_json::to_string(&payment).unwrap(), r#"{"kind":"crypto"}"#);
    assert_eq!(Payment::from(json!("cash")), rt::union_of(json!("cash")));
    assert_eq!(Payment::from(json!("cash")), Payment::String("cash".to_owned()));
}
