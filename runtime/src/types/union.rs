//! Unions: enums with a variant per member, and one more that keeps what no member can hold.

mod captured;
mod fit;
mod level;
mod shape;

use serde::de::{DeserializeOwned, Deserializer, Error};

use super::UnknownMember;
use crate::Value;
use crate::error::Mismatch;
use captured::Captured;
use fit::Fit;

pub use shape::Shape;

/// What [`union!`](crate::union) says of an enum.
pub trait Union: Sized + 'static {
    /// The members, in the docs' order.
    const MEMBERS: &'static [Member<Self>];

    /// The variant that keeps what no member can hold.
    fn unknown(value: UnknownMember) -> Self;
}

/// One member of a union.
#[derive(Debug)]
pub struct Member<U> {
    /// What its values look like.
    pub shape: Shape,
    /// Reads one.
    pub read: fn(&str) -> serde_json::Result<U>,
}

/// Reads a union: the member that the value's discriminator names or, without one, that its shape fits best. It fails
/// only where the value is no JSON.
pub fn deserialize_union<'de, U: Union, D: Deserializer<'de>>(deserializer: D) -> Result<U, D::Error> {
    let json = Captured::read(deserializer)?;
    read(&json).map_err(D::Error::custom)
}

/// The variant of the union that holds `value`.
pub fn union_of<U: Union>(value: Value) -> U {
    read(&value.to_string()).unwrap_or_else(|_| U::unknown(UnknownMember::new(value, None)))
}

/// Reads a value of one member.
///
/// # Errors
/// When it is none.
pub fn member<T: DeserializeOwned>(json: &str) -> serde_json::Result<T> {
    // From bytes, as bodies are: what reads them is compiled once.
    serde_json::from_slice(json.as_bytes())
}

fn read<U: Union>(json: &str) -> serde_json::Result<U> {
    let shapes: Vec<&Shape> = U::MEMBERS.iter().map(|member| &member.shape).collect();
    let mut failure = None;
    for at in candidates(json, &shapes)? {
        match (U::MEMBERS[at].read)(json) {
            Ok(value) => return Ok(value),
            // What the likeliest lacks says most.
            Err(error) => failure = failure.or_else(|| Some(Mismatch::new(&error, json.as_bytes()))),
        }
    }
    Ok(U::unknown(UnknownMember::new(serde_json::from_str(json)?, failure)))
}

/// The members that the value can be, the likeliest first. An object or array is none of those that it fits less than the
/// best.
fn candidates(json: &str, shapes: &[&Shape]) -> serde_json::Result<Vec<usize>> {
    let level = level::read(json)?;
    let fits = shapes.iter().enumerate().filter_map(|(at, shape)| Some((Fit::of(shape, &level)?, at)));
    let mut fits: Vec<_> = fits.collect();
    // Stable: among equals the first in the docs' order wins.
    fits.sort_by(|(a, _), (b, _)| b.cmp(a));
    if level.is_container() {
        let best = fits.first().map(|(fit, _)| *fit);
        fits.retain(|(fit, _)| Some(*fit) == best);
    }
    Ok(fits.into_iter().map(|(_, at)| at).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CAT: Shape = Shape::Object(&["name"], &["lives", "owner"]);
    const DOG: Shape = Shape::Object(&["name"], &["breed", "owner"]);
    const EGG: Shape = Shape::Object(&[], &["size"]);

    #[track_caller]
    fn check(shapes: &[Shape], json: &str, expected: &[usize]) {
        let shapes: Vec<&Shape> = shapes.iter().collect();
        assert_eq!(candidates(json, &shapes).unwrap(), expected, "{json}");
    }

    #[test]
    fn the_kind_of_json_decides_first() {
        let shapes = [Shape::Boolean, Shape::String, Shape::Number, CAT, Shape::List(&Shape::String)];
        check(&shapes, "true", &[0]);
        check(&shapes, "\"true\"", &[1]);
        check(&shapes, "-1.5e3", &[2]);
        check(&shapes, r#"{"name": 1}"#, &[3]);
        check(&shapes, r#"["a"]"#, &[4]);
        check(&shapes, "null", &[]);
    }

    #[test]
    fn of_numbers_the_narrowest_is_tried_first() {
        let shapes = [Shape::Number, Shape::Integer, Shape::Integers(&[1, 2])];
        check(&shapes, "1", &[2, 1, 0]);
        check(&shapes, "3", &[1, 0, 2]);
        check(&shapes, "1.0", &[0]);
        check(&shapes, "99999999999999999999", &[1, 0, 2]);
    }

    #[test]
    fn of_texts_the_narrowest_is_tried_first() {
        let shapes = [Shape::String, Shape::Format, Shape::Strings(&["all", "none"])];
        check(&shapes, "\"all\"", &[2, 1, 0]);
        check(&shapes, "\"a\\u006cl\"", &[2, 1, 0]);
        check(&shapes, "\"2024-01-31\"", &[1, 0, 2]);
        check(&[Shape::Strings(&["all"]), Shape::Boolean], "\"newer\"", &[0]);
    }

    #[test]
    fn an_object_is_the_member_that_knows_most_of_it() {
        check(&[CAT, DOG, EGG], r#"{"name": "a", "lives": 9}"#, &[0]);
        check(&[CAT, DOG, EGG], r#"{"name": "a", "breed": 9, "x": 1}"#, &[1]);
        check(&[EGG, CAT], r#"{"name": "a", "size": 9}"#, &[0, 1]);
        check(&[CAT, DOG, EGG], r#"{"breed": "a"}"#, &[]);
        check(&[CAT, DOG, EGG], "{}", &[2]);
    }

    #[test]
    fn an_object_that_nobody_knows_is_none_of_them() {
        check(&[EGG, CAT], r#"{"newer": 1}"#, &[]);
        check(&[EGG, Shape::Open(&[], &["size"])], r#"{"newer": 1}"#, &[1]);
        check(&[Shape::Map(&Shape::Integer), EGG], r#"{"newer": 1}"#, &[0]);
        check(&[Shape::Map(&Shape::Integer), EGG], r#"{"newer": "1"}"#, &[]);
        check(&[Shape::Map(&Shape::Integer), EGG], r#"{"size": 1}"#, &[1]);
    }

    #[test]
    fn of_equal_members_one_that_keeps_the_rest_is_better() {
        check(&[EGG, Shape::Open(&["size"], &[])], r#"{"size": 1, "x": 2}"#, &[1]);
        check(&[EGG, Shape::Object(&["size"], &[])], r#"{"size": 1, "x": 2}"#, &[0, 1]);
    }

    #[test]
    fn of_equal_members_the_first_that_can_be_read_wins() {
        check(&[EGG, CAT, DOG], r#"{"name": "a", "owner": 9}"#, &[1, 2]);
        check(&[DOG, CAT], r#"{"name": "a", "owner": 9}"#, &[0, 1]);
    }

    #[test]
    fn a_discriminator_outweighs_everything() {
        let shapes = [Shape::When("kind", &["cat"], &CAT), Shape::When("kind", &["dog", "hound"], &DOG)];
        check(&shapes, r#"{"kind": "hound", "name": "a", "lives": 9}"#, &[1]);
        check(&shapes, r#"{"kind": "cat"}"#, &[0]);
        check(&shapes, r#"{"kind": "axolotl", "name": "a"}"#, &[]);
        check(&shapes, r#"{"name": "a", "breed": 9}"#, &[1]);
        check(&shapes, r#"{"kind": null, "name": "a"}"#, &[0, 1]);
    }

    #[test]
    fn an_array_is_the_member_whose_items_fit() {
        let shapes = [Shape::List(&Shape::Integer), Shape::List(&Shape::Number), Shape::List(&CAT), Shape::List(&DOG)];
        check(&shapes, "[1, 2]", &[0]);
        check(&shapes, "[1, 2.5]", &[1]);
        check(&shapes, r#"[{"name": 1}, {"name": 2, "breed": 3}]"#, &[3]);
        check(&shapes, r#"[{"name": 1}, 2]"#, &[]);
        check(&shapes, "[]", &[0, 1, 2, 3]);
    }

    #[test]
    fn a_list_of_unions_may_hold_what_is_newer() {
        let shapes = [CAT, Shape::List(&Shape::AnyOf(&[CAT, Shape::String])), Shape::List(&Shape::Boolean)];
        check(&shapes, r#"[{"newer": 1}, "a"]"#, &[1]);
        check(&shapes, "[true]", &[2]);
    }

    #[test]
    fn a_union_in_a_union_fits_as_its_members_do() {
        let shapes = [EGG, Shape::AnyOf(&[CAT, Shape::String])];
        check(&shapes, "\"a\"", &[1]);
        check(&shapes, r#"{"name": 1, "size": 2, "lives": 3}"#, &[1]);
        check(&shapes, r#"{"size": 2}"#, &[0]);
        check(&[Shape::Any, Shape::AnyOf(&[CAT, Shape::String])], "\"a\"", &[1, 0]);
    }
}
