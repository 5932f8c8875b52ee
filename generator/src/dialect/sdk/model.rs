//! The classes of models: a table from documented names to wire names in LEG and PRI, fields with an alias in NXT.

use super::endpoint::allowed_values;
use super::literal::{self, Literal};
use super::python::{Block, Class, Token};
use crate::api::EnumValue;

/// What a class says of a model.
#[derive(Clone, Debug, Default)]
pub(super) struct Model {
    /// Documented names and wire names, in the order of the class.
    fields: Vec<(String, String)>,
    /// The wire names that NXT lists of a model; it gives unions fields that are none of theirs.
    listed: Option<Vec<String>>,
    allowed: Vec<(String, Vec<EnumValue>)>,
    members: Vec<(String, EnumValue)>,
    /// The members that are the values of an enumeration.
    chosen: Vec<String>,
    is_enum: bool,
    is_table: bool,
    is_flat: bool,
}

/// Reads a class; `None` if it is no model.
pub(super) fn read(class: &Class<'_, '_>) -> Option<Model> {
    let mut model = Model { is_enum: class.bases.contains(&"Enum"), ..Model::default() };
    let mut validated = None;
    for block in &class.body {
        match block {
            [at, ..] if at.is('@') => validated = validator(block),
            [def, name, ..] if def.word() == Some("def") => {
                if let Some(name) = name.word() {
                    model.read_method(name, validated.take(), block);
                }
            }
            [name, sign, rest @ ..] => {
                if let Some(name) = name.word() {
                    model.read_field(name, sign, rest);
                }
            }
            _ => {}
        }
    }
    (model.is_enum || model.is_table || model.listed.is_some()).then_some(model)
}

/// The field in `@field_validator('kind')`.
fn validator<'b>(block: Block<'b, '_>) -> Option<&'b str> {
    let is_validator = block.get(1).and_then(Token::word).is_some_and(|name| name.ends_with("validator"));
    block.get(3).filter(|_| is_validator).and_then(Token::text)
}

impl Model {
    /// A model whose properties are documented under their wire names, or an enumeration.
    pub(super) fn of_values(values: Vec<EnumValue>) -> Self {
        let members = values.into_iter().map(|value| (String::new(), value)).collect();
        Model { is_table: true, is_flat: true, chosen: vec![String::new()], members, ..Model::default() }
    }

    /// Whether its properties are documented under their wire names.
    pub(super) fn is_flat(&self) -> bool {
        self.is_flat
    }

    /// Adds a property that is documented under its wire name.
    pub(super) fn add(&mut self, name: &str, values: Vec<EnumValue>) {
        self.fields.push((name.to_owned(), name.to_owned()));
        self.allowed.extend(Some((name.to_owned(), values)).filter(|(_, values)| !values.is_empty()));
    }

    /// Gives the property that was added last another name.
    pub(super) fn rename_last(&mut self, name: &str) {
        let Some(last) = self.fields.last_mut() else { return };
        self.allowed.iter_mut().filter(|(known, _)| *known == last.0).for_each(|(known, _)| *known = name.to_owned());
        *last = (name.to_owned(), name.to_owned());
    }

    /// The documented name and wire name of every property.
    pub(super) fn properties(&self) -> impl Iterator<Item = (&str, &str)> {
        let is_listed = |wire: &String| self.listed.as_ref().is_none_or(|listed| listed.contains(wire));
        let fields = self.fields.iter().filter(move |(_, wire)| self.is_table || is_listed(wire));
        fields.filter(|(name, _)| !self.is_enum && !name.is_empty()).map(|(name, wire)| (name.as_str(), wire.as_str()))
    }

    /// The values that a property may have.
    pub(super) fn allowed(&self, property: &str) -> Option<Vec<EnumValue>> {
        self.allowed.iter().find(|(name, _)| name == property).map(|(_, values)| values.clone())
    }

    /// The values of an enumeration.
    pub(super) fn values(&self) -> Option<Vec<EnumValue>> {
        let chosen = self.members.iter().filter(|(name, _)| self.is_enum || self.chosen.contains(name));
        let values: Vec<EnumValue> = chosen.map(|(_, value)| value.clone()).collect();
        // PRI takes what is no object for a model with the one property `value`.
        let alone = if self.fields.is_empty() { self.allowed("value") } else { None };
        Some(values).filter(|values| !values.is_empty()).or(alone)
    }

    fn read_field(&mut self, name: &str, sign: &Token<'_>, rest: Block<'_, '_>) {
        if name.ends_with("__properties") {
            let equals = rest.iter().position(|token| token.is('=')).map_or(0, |at| at + 1);
            let listed = literal::parse(if sign.is('=') { rest } else { &rest[equals..] });
            self.listed = Some(listed.items().iter().filter_map(|item| item.text().map(str::to_owned)).collect());
        } else if sign.is('=') {
            match (name, literal::parse(rest)) {
                ("attribute_map", table) => {
                    self.is_table = true;
                    self.fields = table.texts();
                }
                ("allowed_values", table) => self.allowed.extend(allowed_values(&table)),
                ("allowable_values", list) => self.chosen = words(&list),
                (_, value) => self.members.extend(value.enum_value().map(|value| (name.to_owned(), value))),
            }
        } else if sign.is(':') {
            let alias = rest.windows(3).rev().find(|words| words[0].word() == Some("alias") && words[1].is('='));
            let wire = alias.and_then(|words| words[2].text()).or_else(|| swallowed_alias(rest)).unwrap_or(name);
            self.fields.push((name.to_owned(), wire.to_owned()));
        }
    }

    /// The values that a setter of LEG or a validator of NXT checks for.
    fn read_method(&mut self, name: &str, validated: Option<&str>, block: Block<'_, '_>) {
        let is = |token: &Token<'_>, word: &str| token.word() == Some(word);
        let values = match (validated, name.ends_with("_validate_enum")) {
            (Some(_), true) => block.windows(2).position(|pair| is(&pair[0], "not") && is(&pair[1], "in")),
            (None, _) => block.windows(2).position(|pair| is(&pair[0], "allowed_values") && pair[1].is('=')),
            _ => None,
        };
        let Some(at) = values else { return };
        let values = literal::parse(&block[at + 2..]).enum_values();
        if !values.is_empty() {
            self.allowed.push((validated.unwrap_or(name).to_owned(), values));
        }
    }
}

/// The alias of a field whose default has a quote in it, which turns all that follows into a string without an end.
fn swallowed_alias<'b>(field: Block<'b, '_>) -> Option<&'b str> {
    let (_, alias) = field.last()?.text()?.rsplit_once("alias=\"")?;
    alias.split_once('"').map(|(alias, _)| alias)
}

fn words(list: &Literal) -> Vec<String> {
    let word = |item: &Literal| match item {
        Literal::Word(word) => Some(word.clone()),
        _ => None,
    };
    list.items().iter().filter_map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::super::python::{blocks, class, tokens};
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], expected: &str) {
        let text = lines.join("\n    ") + "\n";
        let tokens = tokens(&text);
        let class = class(blocks(&tokens)[0]).unwrap();
        let show = |values: Option<Vec<EnumValue>>| {
            let values = values.unwrap_or_default().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
            if values.is_empty() { values } else { format!("({values})") }
        };
        let model = read(&class).unwrap_or_default();
        let properties = model.properties().map(|(name, wire)| format!("{name}={wire}{}", show(model.allowed(name))));
        let all: Vec<String> = properties.chain([show(model.values())]).filter(|text| !text.is_empty()).collect();
        assert_eq!(all.join(", "), expected);
    }

    #[test]
    fn older_models_have_tables() {
        let table = "attribute_map = {'a_b': 'aB', 'dup': 'Dup', 'dup': 'dup', '': '_'}";
        check(&["class Pet(object):", table], "a_b=aB, dup=Dup, dup=dup");
        let setter = ["@kind.setter", "def kind(self, kind):", "    allowed_values = [None,'x']  # noqa: E501"];
        check(&[&["class Pet(object):", "attribute_map = {'kind': 'Kind'}"], &setter[..]].concat(), "kind=Kind(\"x\")");
        let members = ["RED = 'red'", "_1 = '1'", "OTHER = 'other'"];
        let chosen = ["allowable_values = [RED, _1]", "attribute_map = {}"];
        check(&[&["class Color(object):"], &members[..], &chosen].concat(), "(\"red\" \"1\")");
    }

    #[test]
    fn prior_models_have_tables_of_values() {
        let values = "allowed_values = {('value',): {'A': 'a', 'B': 2}}";
        check(&["class Color(ModelSimple):", values, "attribute_map = {}"], "(\"a\" 2)");
        check(&["class Pet(ModelNormal):", values, "attribute_map = {'value': 'theValue'}"], "value=theValue(\"a\" 2)");
    }

    #[test]
    fn newer_models_have_fields() {
        let lines = [
            "class Pet(BaseModel):",
            "a: Optional[Annotated[str, Field(strict=True)]] = Field(default=None, alias='theA')",
            "b: str",
            "not_listed: int",
            "__properties: ClassVar[List[str]] = ['theA', 'b']",
            "@field_validator('b')",
            "def b_validate_enum(cls, value):",
            "    if value not in set(['m']):",
            "        raise ValueError('must be one of enum values')",
        ];
        check(&lines, "a=theA, b=b(\"m\")");
        check(&["class Color(str, Enum):", "RED = 'red'", "N = 'n'", "def f(self):", "    pass"], "(\"red\" \"n\")");
    }

    #[test]
    fn other_classes_are_no_models() {
        check(&["class Shape(BaseModel):", "actual_instance: Any = None"], "");
        check(&["class Configuration(object):", "host = 'x'"], "");
    }
}
