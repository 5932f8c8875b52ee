//! The test of a generated crate's models: JSON that fits a model is read and written again, and nothing may be lost.
//!
//! The crate describes each model in a line of [`notation`]; [`sample`] makes values that fit, the same ones each time.

mod notation;
mod sample;

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use notation::{Kind, Type};
use sample::{Random, Sampler};

/// How many values of each model are tried.
const SAMPLES: usize = 24;

/// A model and what it looks like.
#[derive(Clone, Copy, Debug)]
pub struct Model {
    name: &'static str,
    notation: &'static str,
    rewrite: fn(&[u8]) -> Result<Vec<u8>, String>,
}

impl Model {
    /// The model `T`, by its name in other models' notation, and its own notation.
    pub const fn new<T: DeserializeOwned + Serialize + PartialEq>(name: &'static str, notation: &'static str) -> Self {
        Self { name, notation, rewrite: rewrite::<T> }
    }
}

/// What is wrong with the models: a line for each that loses something.
pub fn check_models(models: &[Model]) -> Vec<String> {
    let mut types = BTreeMap::new();
    let mut failures = Vec::new();
    for model in models {
        match notation::parse(model.notation) {
            Some(ty) => drop(types.insert(model.name, ty)),
            None => failures.push(format!("{}: `{}` cannot be read", model.name, model.notation)),
        }
    }
    let known = models.iter().filter_map(|model| Some((model, types.get(model.name)?)));
    failures
        .extend(known.filter_map(|(model, ty)| Some(format!("{}: {}", model.name, check(model, ty, &types).err()?))));
    failures
}

fn check(model: &Model, ty: &Type, types: &BTreeMap<&str, Type>) -> Result<(), String> {
    let mut random = Random::seeded(model.name);
    for _ in 0..SAMPLES {
        // A model that would have to contain itself has no values.
        let Some(json) = Sampler::new(types, &mut random).value(ty) else { return Ok(()) };
        let again = rewritten(model, &json)?;
        if !is_same(&json, &again) {
            return Err(format!("{json} is written as {again}"));
        }
        let more = with_more(ty, json);
        let without = rewritten(model, &more)?;
        if !is_same(&again, &without) {
            return Err(format!("{more} is written as {without}"));
        }
    }
    Ok(())
}

/// The object with what makes no difference: a property that nobody knows, and null where that means absent.
fn with_more(ty: &Type, mut json: Value) -> Value {
    let (Kind::Object { fields, rest }, Value::Object(object)) = (&ty.kind, &mut json) else { return json };
    for field in fields.iter().filter(|field| field.optional && !field.ty.nullable && field.ty.kind != Kind::Any) {
        object.entry(&field.name).or_insert(Value::Null);
    }
    if rest.is_none() {
        object.insert(sample::NEWER.to_owned(), Value::from(vec![1]));
    }
    json
}

fn rewritten(model: &Model, json: &Value) -> Result<Value, String> {
    let again = (model.rewrite)(json.to_string().as_bytes()).map_err(|error| format!("{json}: {error}"))?;
    serde_json::from_slice(&again).map_err(|error| format!("{json}: {error}"))
}

/// Reads, writes, and reads again.
fn rewrite<T: DeserializeOwned + Serialize + PartialEq>(json: &[u8]) -> Result<Vec<u8>, String> {
    let value: T = serde_json::from_slice(json).map_err(|error| error.to_string())?;
    let again = serde_json::to_vec(&value).map_err(|error| error.to_string())?;
    match serde_json::from_slice::<T>(&again) {
        Ok(second) if second == value => Ok(again),
        Ok(_) => Err(format!("another value is read from {}", String::from_utf8_lossy(&again))),
        Err(error) => Err(format!("{}: {error}", String::from_utf8_lossy(&again))),
    }
}

/// Whether both are the same JSON, in which 1 and 1.0 are the same number.
fn is_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| is_same(a, b)))
        }
        _ => a == b,
    }
}
