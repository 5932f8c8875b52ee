//! Values that fit a model, different ones but the same each time.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::notation::{Kind, Type};

/// A key and a value that no docs name.
pub(super) const NEWER: &str = "newer than the docs";

/// A value has about so many parts.
const MOST_PARTS: usize = 200;
/// What is nested deeper would contain itself without end.
const MAX_DEPTH: usize = 24;

/// Numbers that look random (the generator SplitMix64).
pub(super) struct Random(u64);

impl Random {
    /// Begins anew for each name (the hash FNV-1a).
    pub(super) fn seeded(name: &str) -> Self {
        let hash = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        Self(name.bytes().fold(0xcbf2_9ce4_8422_2325, hash))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.next() % many == 0
    }

    fn pick<'t, T>(&mut self, all: &'t [T]) -> Option<&'t T> {
        let count = u64::try_from(all.len()).ok().filter(|count| *count > 0)?;
        all.get(usize::try_from(self.next() % count).ok()?)
    }

    fn text<'t>(&mut self, all: &[&'t str]) -> &'t str {
        self.pick(all).copied().unwrap_or_default()
    }
}

/// Makes one value.
pub(super) struct Sampler<'s> {
    types: &'s BTreeMap<&'s str, Type>,
    random: &'s mut Random,
    parts: usize,
    /// Not within a union: which member a value is may depend on null, which another takes for absent.
    with_null: bool,
}

impl<'s> Sampler<'s> {
    pub(super) fn new(types: &'s BTreeMap<&'s str, Type>, random: &'s mut Random) -> Self {
        Self { types, random, parts: 0, with_null: true }
    }

    /// A value of the type; `None` if it would have to contain itself.
    pub(super) fn value(&mut self, ty: &Type) -> Option<Value> {
        self.deeper(ty, 0)
    }

    fn deeper(&mut self, ty: &Type, depth: usize) -> Option<Value> {
        self.parts += 1;
        if ty.nullable && self.with_null && (self.random.one_in(5) || self.is_full()) {
            return Some(Value::Null);
        }
        if depth > MAX_DEPTH {
            return None;
        }
        Some(match &ty.kind {
            Kind::Any => self.any(),
            Kind::Boolean => self.random.one_in(2).into(),
            Kind::Integer => i64::from_ne_bytes(self.random.next().to_ne_bytes()).into(),
            Kind::Integer32 => (self.random.next() >> 33).into(),
            // With six digits at most, so that 32 bits are written as 64 are.
            Kind::Number => ((self.random.next() >> 53) as f64 / 4.0).into(),
            Kind::String => self.random.text(&["", "two words", "é\u{1F600}", "\"\\\n", "{}"]).into(),
            Kind::Date => self.random.text(&["2024-02-29", "1970-01-01", "9999-12-31"]).into(),
            Kind::DateTime => self.random.text(&["2024-02-29T23:59:59Z", "1969-07-20T20:17:40.5Z"]).into(),
            Kind::Uuid => {
                let (high, low) = (self.random.next(), self.random.next());
                let (a, b, c) = (high >> 32, high >> 16 & 0xffff, high & 0xffff);
                format!("{a:08x}-{b:04x}-{c:04x}-{:04x}-{:012x}", low >> 48, low & 0xffff_ffff_ffff).into()
            }
            Kind::Decimal => self.random.text(&["0", "12.50", "-79228162514264337593543950335"]).into(),
            Kind::Byte => self.random.text(&["", "AA==", "/+8=", "aGVsbG8g"]).into(),
            Kind::Named(name) => return self.deeper(self.types.get(name.as_str())?, depth + 1),
            Kind::List(items) => {
                let count = self.count();
                // What cannot be made is left out: the list is shorter then.
                (0..count).filter_map(|_| self.deeper(items, depth + 1)).collect()
            }
            Kind::Map(values) => Value::Object(self.entries(values, depth)),
            Kind::Union(members) => self.member(members, depth).unwrap_or_else(|| json!({ NEWER: [1, "x"] })),
            Kind::Enum(values) if self.random.one_in(4) => match values.first() {
                Some(Value::Number(_)) => i64::MAX.into(),
                _ => NEWER.into(),
            },
            Kind::Enum(values) => self.random.pick(values)?.clone(),
            Kind::Object { fields, rest } => {
                let mut object = Map::new();
                for field in fields {
                    if field.optional && (self.is_full() || self.random.one_in(3)) {
                        continue;
                    }
                    match self.deeper(&field.ty, depth + 1) {
                        // Of what may be anything, null is as good as nothing.
                        Some(Value::Null) if field.optional && !field.ty.nullable => {}
                        Some(value) => drop(object.insert(field.name.clone(), value)),
                        None if field.optional => {}
                        None => return None,
                    }
                }
                if let Some(rest) = rest {
                    object.append(&mut self.entries(rest, depth));
                }
                object.into()
            }
        })
    }

    /// `None` for one that is newer than the docs.
    fn member(&mut self, members: &[Type], depth: usize) -> Option<Value> {
        if self.is_full() || self.random.one_in(6) {
            return None;
        }
        let member = self.random.pick(members)?;
        let with_null = std::mem::replace(&mut self.with_null, false);
        let value = self.deeper(member, depth + 1);
        self.with_null = with_null;
        value
    }

    fn entries(&mut self, values: &Type, depth: usize) -> Map<String, Value> {
        let count = self.count();
        (0..count).filter_map(|at| Some((format!("{NEWER} {at}"), self.deeper(values, depth + 1)?))).collect()
    }

    fn any(&mut self) -> Value {
        let all = [json!(true), json!(-1), json!(0.5), json!("text"), json!([1, {}]), json!({"a": {"b": ["c"]}})];
        match self.random.pick(&all) {
            Some(value) if !self.with_null || !self.random.one_in(7) => value.clone(),
            _ => Value::Null,
        }
    }

    fn count(&mut self) -> usize {
        if self.is_full() { 0 } else { usize::from(self.random.one_in(2)) + usize::from(self.random.one_in(2)) }
    }

    fn is_full(&self) -> bool {
        self.parts > MOST_PARTS
    }
}
