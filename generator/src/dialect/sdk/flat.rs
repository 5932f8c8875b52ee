//! Models of the flat ancestor of TAG (`python-experimental` 5.4 to 6.1): a class in the class for every property. Its
//! pages write wire names, but not that they do.

use super::literal;
use super::model::Model;
use super::python::{Block, Class, Token};
use crate::api::EnumValue;

/// Reads a class; `None` if it is no such model.
pub(super) fn read(class: &Class<'_, '_>) -> Option<Model> {
    let is_base = |block: &Block<'_, '_>| block[0].word().is_some_and(|word| word.ends_with("Schema"));
    // Only models have a text that says what they are; the schemas of an operation's own parts have none.
    let documented = class.body.iter().position(|block| block[0].text().is_some())?;
    let bases = &class.body[..documented];
    if !bases.iter().any(is_base) {
        return None;
    }
    let chosen = bases.iter().flat_map(|block| enum_values(block));
    let mut model = Model::of_values(chosen.collect());
    for block in &class.body {
        // `locals()["display-name"] = display_name` says under which name the class before it is known.
        if let (Some("locals"), Some(name)) = (block[0].word(), block.get(4).and_then(Token::text)) {
            model.rename_last(name);
        } else if let Some(name) = property(block).filter(|name| !name.starts_with('_')) {
            model.add(name, enum_values(block));
        }
    }
    Some(model)
}

/// The name that the statement gives a schema.
fn property<'t>(block: Block<'_, 't>) -> Option<&'t str> {
    let [first, second, third, ..] = block else { return None };
    match (first.word()?, second.word()) {
        ("class", Some(name)) => Some(name),
        // `def owner(cls) -> typing.Type['Owner']:` stands for a schema that is defined later.
        ("def", Some(name)) => block.iter().take(12).any(|token| token.word() == Some("Type")).then_some(name),
        (name, None) if second.is('=') && third.word().is_some() => Some(name),
        _ => None,
    }
}

/// The keys of `enum_value_to_name={"red": "RED"}`, unless they belong to a property of the schema.
fn enum_values(block: Block<'_, '_>) -> Vec<EnumValue> {
    let at = block.windows(2).position(|pair| pair[0].word() == Some("enum_value_to_name") && pair[1].is('='));
    let Some(at) = at else { return Vec::new() };
    let names = literal::parse(&block[at + 2..]);
    names.entries().iter().filter_map(|(value, _)| value.enum_value()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::python::{blocks, class, tokens};
    use super::*;

    #[test]
    fn properties_are_classes_in_the_class() {
        let text = [
            "class Pet(",
            "    DictSchema",
            "):",
            "    \"\"\"A pet.\"\"\"",
            "    _required_property_names = set(('kind_name',))",
            "    ownerName = StrSchema",
            "    class kind_name(",
            "        _SchemaEnumMaker(",
            "            enum_value_to_name={",
            "                \"big\": \"BIG\",",
            "            }",
            "        ),",
            "        StrSchema",
            "    ):",
            "        pass",
            "    locals()[\"kind-name\"] = kind_name",
            "    del locals()['kind_name']",
            "    @classmethod",
            "    @property",
            "    def owner(cls) -> typing.Type['Owner']:",
            "        return Owner",
            "    def __new__(cls, *args):",
            "        pass",
        ];
        let text = text.join("\n");
        let tokens = tokens(&text);
        let model = read(&class(blocks(&tokens)[0]).unwrap()).unwrap();
        let names: Vec<_> = model.properties().collect();
        assert_eq!(names, [("ownerName", "ownerName"), ("kind-name", "kind-name"), ("owner", "owner")]);
        assert_eq!(model.allowed("kind-name"), Some(vec![EnumValue::String("big".to_owned())]));
        assert_eq!(model.values(), None);
    }
}
