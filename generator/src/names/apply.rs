//! Offers the names to what the docs say.

use toml::Spanned;

use super::{EVIDENCE, Names, OperationNames, ParameterNames, PropertyNames, SchemaNames, Table};
use crate::api::infer::letters;
use crate::api::{
    Api, Collection, EnumValue, Fact, NamedSchema, Operation, Origin, Property, Schema, SchemaKind, Serialization,
    Shape, StringFormat, Wanted,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::settings::{MOST_SUGGESTIONS, did_you_mean};
use crate::source::{Docs, PageId, Span};

/// Offers every fact of `names` to `api`; says which of them are about nothing that the pages document.
pub fn apply(docs: &Docs, names: &Names, api: &mut Api) -> Vec<Diagnostic> {
    let Some((page, _)) = docs.names() else { return Vec::new() };
    let mut applier = Applier { page, report: Vec::new() };
    applier.operations(&names.operations, api);
    applier.schemas(&names.schemas, api);
    applier.report
}

struct Applier {
    page: PageId,
    report: Vec<Diagnostic>,
}

impl Applier {
    fn operations(&mut self, wanted: &Table<OperationNames>, api: &mut Api) {
        for (key, names) in wanted {
            let (class, id) =
                key.get_ref().rsplit_once('.').map_or((None, key.get_ref().as_str()), |(class, id)| (Some(class), id));
            let mut called = api.operations.iter_mut().filter(|operation| operation.id.value == id).peekable();
            let is_known = called.peek().is_some();
            match called.find(|operation| class.is_none_or(|class| is_filed_under(operation, class))) {
                Some(operation) => self.operation(names, operation),
                // Pages that repeat a name have it once, as the docs' reader has said already.
                None if is_known => {}
                None => {
                    drop(called);
                    self.unmatched(
                        key,
                        "operation",
                        id,
                        api.operations.iter().map(|operation| operation.id.value.as_str()),
                    );
                }
            }
        }
    }

    fn operation<'n>(&mut self, names: &'n OperationNames, operation: &mut Operation) {
        let wanted = |(name, parameter): (&'n Spanned<String>, &ParameterNames)| {
            let place = parameter.place.as_ref()?;
            Some(Wanted { name: name.get_ref(), place: *place.get_ref(), origin: self.origin(place) })
        };
        let places: Vec<Wanted<'n>> = names.parameters.iter().filter_map(wanted).collect();
        operation.settle(&places);
        for (key, parameter) in &names.parameters {
            self.parameter(key, parameter, operation);
        }
    }

    fn parameter(&mut self, key: &Spanned<String>, names: &ParameterNames, operation: &mut Operation) {
        let name = key.get_ref();
        if let Some(parameter) = operation.parameters.iter_mut().find(|parameter| parameter.name == *name) {
            if let Some(wire) = &names.wire {
                self.spell(&mut parameter.wire_name, wire.get_ref(), self.origin(wire));
            }
            if let Some(fact) = names.collection.as_ref().map(|collection| self.serialization(collection)) {
                parameter.serialization.get_or_insert_with(|| fact.clone()).offer(fact);
            }
            self.narrow(&mut parameter.schema, names.values.as_ref());
            return;
        }
        let mut is_known = operation.request_body.as_ref().is_some_and(|body| body.name == *name);
        for field in operation.form_fields_mut().filter(|field| field.name == *name) {
            is_known = true;
            if let Some(wire) = &names.wire {
                self.spell(&mut field.wire_name, wire.get_ref(), self.origin(wire));
            }
            self.narrow(&mut field.schema, names.values.as_ref());
        }
        if let (Some(body), Some(collection)) = (&mut operation.request_body, &names.collection)
            && is_known
            && body.name != *name
        {
            let fact = self.serialization(collection);
            body.encoding.entry(name.clone()).or_insert_with(|| fact.clone()).offer(fact);
        }
        if !is_known {
            let mut known: Vec<String> = operation.parameters.iter().map(|parameter| parameter.name.clone()).collect();
            known.extend(operation.form_fields_mut().map(|field| field.name.clone()));
            let of = format!("parameter of `{}`", operation.id.value);
            self.unmatched(key, &of, name, known.iter().map(String::as_str));
        }
    }

    fn schemas(&mut self, wanted: &Table<SchemaNames>, api: &mut Api) {
        for (key, names) in wanted {
            match api.schemas.get_mut(key.get_ref()) {
                Some(schema) => self.schema(names, schema),
                None => self.unmatched(key, "schema", key.get_ref(), api.schemas.keys().map(String::as_str)),
            }
        }
    }

    fn schema(&mut self, names: &SchemaNames, schema: &mut NamedSchema) {
        if let Some(values) =
            names.values.as_ref().filter(|values| !values.get_ref().is_empty() && may_be_enum(&schema.shape))
        {
            schema.shape = Shape::Enum(values.get_ref().clone());
            if let Origin::Convention { .. } = schema.origin {
                schema.origin = self.origin(values);
            }
        }
        let Shape::Object { properties, .. } = &mut schema.shape else { return };
        for (key, wanted) in &names.properties {
            let mut called: Vec<&mut Property> =
                properties.iter_mut().filter(|property| property.name == *key.get_ref()).collect();
            if called.is_empty() {
                let known: Vec<&str> = properties.iter().map(|property| property.name.as_str()).collect();
                self.unmatched(key, &format!("property of `{}`", schema.name), key.get_ref(), known.into_iter());
            } else {
                self.properties(wanted, &mut called);
            }
        }
    }

    /// The properties that are documented under one name take its wire names in turn.
    fn properties(&self, names: &PropertyNames, called: &mut [&mut Property]) {
        if let Some(wires) = &names.wire {
            for (property, wire) in called.iter_mut().zip(&wires.get_ref().0) {
                self.spell(&mut property.wire_name, wire, self.origin(wires));
            }
        }
        if let [only] = called {
            self.narrow(&mut only.schema, names.values.as_ref());
        }
    }

    /// A name that a page implies is right in its letters: case and signs may be among what the page cannot show.
    fn spell(&self, name: &mut Fact<String>, wire: &str, origin: Origin) {
        let is_implied = matches!(name.origin, Origin::Implied { .. });
        if is_implied && name.value != wire && letters(&name.value) == letters(wire) {
            *name = Fact { value: wire.to_owned(), origin };
        } else {
            name.offer(Fact { value: wire.to_owned(), origin });
        }
    }

    /// A page that says `string` is right, and says less: the values are all that the string may be.
    fn narrow(&self, schema: &mut Fact<Schema>, values: Option<&Spanned<Vec<EnumValue>>>) {
        let Some(values) = values else { return };
        if let Some(narrowed) = narrowed(&schema.value, values.get_ref()) {
            *schema = Fact { value: narrowed, origin: self.origin(values) };
        }
    }

    fn serialization(&self, collection: &Spanned<Collection>) -> Fact<Serialization> {
        Fact { value: (*collection.get_ref()).into(), origin: self.origin(collection) }
    }

    fn origin<T>(&self, value: &Spanned<T>) -> Origin {
        Origin::Evidence { span: self.span(value), kind: EVIDENCE }
    }

    fn span<T>(&self, value: &Spanned<T>) -> Span {
        Span::new(self.page, value.span().start, value.span().end)
    }

    /// Reports a key that names nothing; `known` are the names there are.
    fn unmatched<'k>(&mut self, key: &Spanned<String>, what: &str, name: &str, known: impl Iterator<Item = &'k str>) {
        let message = format!("no page documents a {what} called `{name}`").replace(" a operation", " an operation");
        let diagnostic = Diagnostic::new(Code::UnmatchedName, self.span(key), message).label("of no use");
        let known = known.take(if self.report.len() < MOST_SUGGESTIONS { usize::MAX } else { 0 });
        self.report.push(match did_you_mean(name, known) {
            Some(word) => diagnostic.help(format!("did you mean `{word}`?")),
            None => diagnostic.help("the pages and the sources may be of different versions of the SDK"),
        });
    }
}

/// Whether the operation's page is that of the class.
fn is_filed_under(operation: &Operation, class: &str) -> bool {
    let tag = operation.tag.value.as_str();
    class == tag || class.strip_suffix("Api").is_some_and(|class| class == tag)
}

fn may_be_enum(shape: &Shape) -> bool {
    match shape {
        Shape::Unknown => true,
        Shape::Alias(schema) => {
            matches!(schema.kind, SchemaKind::Any | SchemaKind::String(StringFormat::Plain) | SchemaKind::Integer(_))
        }
        Shape::Object { properties, .. } => properties.is_empty(),
        Shape::Enum(_) => false,
    }
}

/// The schema with nothing but these values in it; `None` if they are no values of it, or the pages name some.
fn narrowed(schema: &Schema, values: &[EnumValue]) -> Option<Schema> {
    let strings = values.iter().all(|value| matches!(value, EnumValue::String(_)));
    let integers = values.iter().all(|value| matches!(value, EnumValue::Integer(_)));
    let kind = match &schema.kind {
        _ if values.is_empty() => return None,
        SchemaKind::String(StringFormat::Plain) if strings => SchemaKind::Enum(values.to_vec()),
        SchemaKind::Integer(_) if integers => SchemaKind::Enum(values.to_vec()),
        SchemaKind::Array(items) => SchemaKind::Array(Box::new(narrowed(items, values)?)),
        _ => return None,
    };
    Some(Schema { kind, nullable: schema.nullable })
}
