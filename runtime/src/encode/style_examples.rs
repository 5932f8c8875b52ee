//! Every row of the table "Style Examples" of OpenAPI 3.1 (section 4.8.12), and what it leaves open.
//!
//! Where versions of the table differ, it is read as RFC 6570 says, which the styles are defined by: the table of 3.1.0
//! separates the parts of a label by dots whether it is exploded or not. Signs that may not stand in a query are
//! percent-encoded, as 3.1.1 writes them.

use serde::Serialize;

use super::deep::deep;
use super::path::{self, PathStyle};
use super::plain::{Plain, plain};
use super::{cookie, header, query};

/// The object of the table. Its properties stand in this order there.
#[derive(Serialize)]
#[serde(rename_all = "UPPERCASE")]
struct Color {
    r: u8,
    g: u8,
    b: u8,
}

const STRING: &str = "blue";
const ARRAY: [&str; 3] = ["blue", "black", "brown"];
const OBJECT: Color = Color { r: 100, g: 200, b: 150 };
const NOTHING: &str = "(nothing)";

/// Checks a row: the empty string, a string, an array and an object.
#[track_caller]
fn check(write: impl Fn(Plain) -> Option<String>, expected: [&str; 4]) {
    let values = [plain(""), plain(STRING), plain(&ARRAY), plain(&OBJECT)];
    let written = values.map(|value| write(value.unwrap()).unwrap_or_else(|| NOTHING.to_owned()));
    assert_eq!(written, expected);
}

#[track_caller]
fn check_path(style: PathStyle, expected: [&str; 4]) {
    check(|value| Some(path::encode("color", style, value).unwrap()), expected);
}

#[track_caller]
fn check_joined(separator: char, expected: [&str; 4]) {
    check(|value| query::encode_joined("color", separator, value), expected);
}

#[test]
fn matrix() {
    let object = ";color=R,100,G,200,B,150";
    check_path(PathStyle::Matrix, [";color", ";color=blue", ";color=blue,black,brown", object]);
    let array = ";color=blue;color=black;color=brown";
    check_path(PathStyle::MatrixExploded, [";color", ";color=blue", array, ";R=100;G=200;B=150"]);
}

#[test]
fn label() {
    check_path(PathStyle::Label, [".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"]);
    check_path(PathStyle::LabelExploded, [".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"]);
}

#[test]
fn simple() {
    let (array, object, exploded) = ("blue,black,brown", "R,100,G,200,B,150", "R=100,G=200,B=150");
    check_path(PathStyle::Simple, ["", "blue", array, object]);
    check_path(PathStyle::SimpleExploded, ["", "blue", array, exploded]);
    let header = |explode| {
        move |value| {
            let header = header::encode("color", explode, value).unwrap();
            header.map(|(_, value)| value.to_str().unwrap().to_owned())
        }
    };
    check(header(false), ["", "blue", array, object]);
    check(header(true), ["", "blue", array, exploded]);
}

#[test]
fn form() {
    check_joined(',', ["color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"]);
    let array = "color=blue&color=black&color=brown";
    check(|value| query::encode("color", value), ["color=", "color=blue", array, "R=100&G=200&B=150"]);
}

#[test]
fn form_in_cookies() {
    let joined = |value| cookie::encode_joined("color", value).unwrap();
    check(joined, ["color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"]);
    let array = "color=blue; color=black; color=brown";
    let exploded = |value| cookie::encode("color", value).unwrap();
    check(exploded, ["color=", "color=blue", array, "R=100; G=200; B=150"]);
}

#[test]
fn delimited() {
    let (array, object) = ("color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150");
    check_joined(' ', ["color=", "color=blue", array, object]);
    let (array, object) = ("color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150");
    check_joined('|', ["color=", "color=blue", array, object]);
}

#[test]
fn deep_objects() {
    let written = query::encode_deep("color", &deep(&OBJECT).unwrap()).unwrap();
    assert_eq!(written, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150");
}

#[test]
fn what_has_no_items_is_not_written() {
    for empty in [plain(&[""; 0]).unwrap(), plain(&serde_json::json!({})).unwrap()] {
        assert_eq!(path::encode("color", PathStyle::Matrix, empty.clone()), Ok(String::new()));
        assert_eq!(path::encode("color", PathStyle::LabelExploded, empty.clone()), Ok(String::new()));
        assert_eq!(query::encode_joined("color", ',', empty.clone()), None);
        assert_eq!(query::encode("color", empty.clone()), None);
        assert_eq!(cookie::encode_joined("color", empty.clone()), Ok(None));
    }
    assert_eq!(query::encode_deep("color", &deep(&[""; 0]).unwrap()), None);
}

#[test]
fn signs_in_values_are_not_signs_between_them() {
    let list = || plain(&["a,b", "c.d", "e;f=g"]).unwrap();
    let path = |style| path::encode("q;", style, list()).unwrap();
    assert_eq!(path(PathStyle::Matrix), ";q%3B=a%2Cb,c.d,e%3Bf%3Dg");
    assert_eq!(path(PathStyle::MatrixExploded), ";q%3B=a%2Cb;q%3B=c.d;q%3B=e%3Bf%3Dg");
    assert_eq!(path(PathStyle::Label), ".a%2Cb,c.d,e%3Bf%3Dg");
    assert_eq!(cookie::encode_joined("q", list()).unwrap().unwrap(), "q=a%2Cb,c.d,e%3Bf=g");
}
