//! Models of the operations tagged `Keeper`.
// Written by docwright; changes made here are lost when it runs again.

use std::collections::BTreeMap;

use docwright_runtime::{Base64, Date, DateTime, Field, UnknownMember, UnknownValue, Value, rt};
use uuid::Uuid;

use super::shared::Name;

/// The schema `Box` of the API.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BoxModel {
    /// The property `box`.
    ///
    /// The docs do not say whether it is always there.
    pub box_: Option<Box<BoxModel>>,
}

docwright_runtime::object! { BoxModel optional { box_: "box" } }

docwright_runtime::input!(BoxModel { new(), box_(BoxModel => Box::new) });

/// The schema `Clone` of the API.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Clone {
    /// The property `debug`.
    ///
    /// The docs do not say whether it is always there.
    pub debug: Option<BTreeMap<String, i64>>,
}

docwright_runtime::object! { Clone optional { debug: "debug" } }

docwright_runtime::input!(Clone { new(), debug(BTreeMap<String, i64>) });

/// The schema `DateTime` of the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DateTimeModel {
    /// The property `at`.
    pub at: DateTime,
}

docwright_runtime::object! { DateTimeModel required { at: "at" } }

docwright_runtime::input!(DateTimeModel { new(at: DateTime) });

/// The schema `Field` of the API.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FieldModel {
    /// The property `field`.
    ///
    /// The docs do not say whether it is always there.
    pub field: Field<String>,
}

docwright_runtime::object! { FieldModel optional { field: "field" } }

docwright_runtime::input!(FieldModel { new(), field(impl Into<Field<String>>) });

/// The schema `File` of the API.
pub type File = Base64;

/// The schema `Keeper` of the API.
///
/// The docs name it without describing it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Keeper {
    /// The property `firstAid2Passed`.
    ///
    /// The docs do not say whether it is always there.
    pub first_aid2_passed: Option<bool>,
    /// The property `former_name`.
    ///
    /// The docs do not say whether it is always there.
    pub former_name: Option<String>,
    /// The property `hiredOn`.
    pub hired_on: Date,
    /// The property `houseIDs`.
    ///
    /// The docs do not say whether it is always there.
    pub house_ids: Option<Vec<Uuid>>,
    /// The property `lastSeen`.
    ///
    /// The docs do not say whether it is always there.
    pub last_seen: Field<DateTime>,
    /// The property `name`.
    pub name: Name,
    /// The property `names`.
    ///
    /// The docs do not say whether it is always there.
    pub names: Option<Names>,
    /// The property `substitute`.
    ///
    /// The docs do not say whether it is always there.
    pub substitute: Option<Box<Keeper>>,
    /// The property `type`.
    pub type_: String,
    /// What else is there: properties that the docs do not name.
    pub additional_properties: BTreeMap<String, Value>,
}

docwright_runtime::object! { Keeper
    required { hired_on: "hiredOn", name: "name", type_: "type" }
    optional {
        first_aid2_passed: "firstAid2Passed", former_name: "former_name", house_ids: "houseIDs", last_seen: "lastSeen",
        names: "names", substitute: "substitute",
    }
    rest { additional_properties }
}

docwright_runtime::input!(Keeper {
    new(hired_on: Date, name: Name, type_: impl Into<String>),
    first_aid2_passed(bool),
    former_name(impl Into<String>),
    house_ids(impl IntoIterator<Item = Uuid>),
    last_seen(impl Into<Field<DateTime>>),
    names(Names),
    substitute(Keeper => Box::new),
    ..additional_properties
});

/// The schema `Names` of the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Names {
    /// The property `box`.
    pub box_: BoxModel,
    /// The property `clone`.
    ///
    /// The docs do not say whether it is always there.
    pub clone_field: Option<Clone>,
    /// The property `date_time`.
    ///
    /// The docs do not say whether it is always there.
    pub date_time: Option<DateTimeModel>,
    /// The property `field`.
    pub field: Option<FieldModel>,
    /// The property `file`.
    ///
    /// The docs do not say whether it is always there.
    pub file: Option<File>,
    /// The property `options`.
    pub options: BTreeMap<String, OptionModel>,
    /// The property `result`.
    ///
    /// The docs do not say whether it is always there.
    pub result: Field<ResultModel>,
    /// The property `string`.
    pub string: StringModel,
    /// The property `value`.
    pub value: ValueModel,
    /// The property `vec`.
    pub vec: Vec<VecModel>,
}

docwright_runtime::object! { Names
    required { box_: "box", field: "field", options: "options", string: "string", value: "value", vec: "vec" }
    optional { clone_field: "clone", date_time: "date_time", file: "file", result: "result" }
}

impl Names {
    /// Begins a value field by field: there are too many required ones to tell them apart as arguments.
    pub fn builder() -> NamesBuilder {
        Default::default()
    }
}

/// Makes values of [`Names`] field by field.
#[derive(Clone, Debug, Default)]
pub struct NamesBuilder {
    box_: Option<BoxModel>,
    clone_field: Option<Clone>,
    date_time: Option<DateTimeModel>,
    field: Option<Option<FieldModel>>,
    file: Option<File>,
    options: Option<BTreeMap<String, OptionModel>>,
    result: Field<ResultModel>,
    string: Option<StringModel>,
    value: Option<ValueModel>,
    vec: Option<Vec<VecModel>>,
}

docwright_runtime::setters!(NamesBuilder -> Names {
    box_(BoxModel),
    clone_field(Clone),
    date_time(DateTimeModel),
    field(Option<FieldModel>),
    file(File),
    options(BTreeMap<String, OptionModel>),
    result(impl Into<Field<ResultModel>>),
    string(impl Into<StringModel>),
    value(ValueModel),
    vec(impl IntoIterator<Item = VecModel>),
});

impl NamesBuilder {
    /// The value.
    ///
    /// # Errors
    ///
    /// When a required field was not set; the error names it.
    pub fn build(self) -> Result<Names, docwright_runtime::Error> {
        Ok(Names {
            box_: rt::required(self.box_, "Names.box_")?,
            clone_field: self.clone_field,
            date_time: self.date_time,
            field: rt::required(self.field, "Names.field")?,
            file: self.file,
            options: rt::required(self.options, "Names.options")?,
            result: self.result,
            string: rt::required(self.string, "Names.string")?,
            value: rt::required(self.value, "Names.value")?,
            vec: rt::required(self.vec, "Names.vec")?,
        })
    }
}

/// The schema `Option` of the API.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OptionModel {
    /// The property `option`.
    ///
    /// The docs do not say whether it is always there.
    pub option: Option<i64>,
}

docwright_runtime::object! { OptionModel optional { option: "option" } }

docwright_runtime::input!(OptionModel { new(), option(i64) });

/// The schema `Result` of the API.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResultModel {
    /// `ok`
    Ok,
    /// `err`
    Err,
    /// A value that the docs do not name.
    Unknown(UnknownValue),
}

docwright_runtime::string_enum!(ResultModel { Ok => "ok", Err => "err" });

/// The schema `String` of the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum StringModel {
    /// A string.
    String(String),
    /// An integer.
    Integer(i64),
    /// A value that fits none of these.
    Unknown(UnknownMember),
}

docwright_runtime::union!(StringModel {
    String(String) from &str => rt::Shape::String,
    Integer(i64) => rt::Shape::Integer,
});

/// The schema `Value` of the API.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ValueModel {
    /// The property `value`.
    ///
    /// The docs do not say whether it is always there.
    pub value: Option<Value>,
}

docwright_runtime::object! { ValueModel optional { value: "value" } }

docwright_runtime::input!(ValueModel { new(), value(Value) });

/// The schema `Vec` of the API.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct VecModel {
    /// The property `items`.
    ///
    /// The docs do not say whether it is always there.
    pub items: Option<Vec<String>>,
}

docwright_runtime::object! { VecModel optional { items: "items" } }

docwright_runtime::input!(VecModel { new(), items(impl IntoIterator<Item = impl Into<String>>) });
