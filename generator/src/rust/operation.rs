//! Operations: methods that prepare a call.

use super::{Expr, Ident, Pages, Type};

/// One operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The method.
    pub method: Ident,
    /// The type that the method gives back.
    pub call: Ident,
    /// What it does, one line of Markdown each.
    pub docs: Vec<String>,
    /// The same in a few words of Markdown; empty if the docs have none.
    pub summary: String,
    /// The verb in lower case, which is the runtime's constructor for it.
    pub verb: &'static str,
    /// The path template.
    pub path: String,
    /// The value of `Accept`, if it is not the one that decoding the answer implies.
    pub accept: Option<String>,
    /// Whether sending it twice does no more than sending it once, where its verb says otherwise.
    pub idempotent: Option<bool>,
    /// Which credentials it takes.
    pub security: Security,
    /// What must be given.
    pub arguments: Vec<Argument>,
    /// What may be given.
    pub setters: Vec<Setter>,
    /// The type of its result.
    pub output: Type,
    /// How the runtime makes the result.
    pub finish: Finish,
    /// How its answers come in pages, if they do.
    pub pages: Option<Pages>,
    /// What its events hold, if its answer may be a stream of them.
    pub events: Option<EventData>,
    /// Its documented error bodies.
    pub errors: Option<ErrorEnum>,
    /// The values of an example call: the arguments, then perhaps a setter with its value.
    pub example: Vec<Expr>,
    /// A setter that the example shows.
    pub example_setter: Option<(Ident, Expr)>,
}

/// An argument of a method.
#[derive(Clone, Debug)]
pub struct Argument {
    /// Its name.
    pub ident: Ident,
    /// The type of its value.
    pub ty: Type,
    /// How it is taken.
    pub passing: Passing,
    /// What becomes of it.
    pub send: Send,
}

/// A method of a call that gives something optional.
#[derive(Clone, Debug)]
pub struct Setter {
    /// What it means, one line of Markdown each.
    pub docs: Vec<String>,
    /// What it takes; the setter has the argument's name.
    pub argument: Argument,
}

/// How an argument is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passing {
    /// `value: T`
    Value,
    /// `value: &T`, of a string `&str`
    Borrow,
    /// `value: impl Into<T>`
    Into,
    /// `values: impl IntoIterator<Item = impl Into<T>>`
    Collect,
    /// `values: impl IntoIterator<Item = impl Borrow<T>>`
    Each,
}

/// What becomes of an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Send {
    /// It fills the hole of this name in the path.
    Path(String),
    /// It fills the hole of this name in the path, in this style.
    PathAs(String, PathStyle),
    /// It is sent in the query under this name.
    Query(String),
    /// It is sent in the query under this name, as one value with the sign between the items of a list.
    QueryJoined(String, char),
    /// It is sent in the query, each property with its key in brackets behind this name.
    QueryDeep(String),
    /// It is sent as this header.
    Header(String),
    /// It is sent as this header, each property with its name.
    HeaderExploded(String),
    /// It is sent as this cookie.
    Cookie(String),
    /// It is sent as this cookie, as one value.
    CookieJoined(String),
    /// It is the body, as JSON.
    Json,
    /// It is the body, as JSON under this media type.
    JsonAs(String),
    /// It is the body, as text of this media type.
    Text(String),
    /// It is the body as it is, of this media type.
    Body(String),
    /// It is this field of a URL-encoded form.
    Form(String),
    /// It is this field of a URL-encoded form, as one value with the sign between the items of a list.
    FormJoined(String, char),
    /// It is this field of a URL-encoded form, or its properties are fields of their own.
    FormExploded(String),
    /// It is in a URL-encoded form, each property with its key in brackets behind this name.
    FormDeep(String),
    /// It is this part of a multipart form.
    Part(String),
    /// It is this part of a multipart form, as one value with the sign between the items of a list.
    PartJoined(String, char),
    /// It is this file of a multipart form.
    File(String),
    /// It is these files of a multipart form.
    Files(String),
}

/// The style of a value in the path, if it is not the usual one; the words are those of the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants are the runtime's own words")]
pub enum PathStyle {
    SimpleExploded,
    Label,
    LabelExploded,
    Matrix,
    MatrixExploded,
}

/// What the data of server-sent events is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventData {
    /// Text.
    Text,
    /// JSON of this type.
    Json(Type),
}

/// How the runtime makes the result of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finish {
    /// There is none.
    Empty,
    /// From JSON.
    Json,
    /// From text.
    Text,
    /// From bytes.
    Bytes,
}

/// Which credentials an operation takes; the idents are those of schemes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Security {
    /// All that the client has of all that there are.
    All,
    /// All of these that the client has.
    Listed(Vec<Ident>),
    /// One of these combinations.
    Exactly(Vec<Vec<Ident>>),
}

impl Operation {
    /// What it takes, by argument or by setter.
    pub fn inputs(&self) -> impl Iterator<Item = &Argument> {
        self.arguments.iter().chain(self.setters.iter().map(|setter| &setter.argument))
    }

    /// The types of what it takes.
    pub fn input_types(&self) -> impl Iterator<Item = &Type> {
        self.inputs().map(|argument| &argument.ty)
    }

    /// The types of what it takes and gives.
    pub fn types(&self) -> impl Iterator<Item = &Type> {
        let errors = self.errors.iter().flat_map(|errors| &errors.variants).map(|variant| &variant.ty);
        let events = self.events.iter().filter_map(|events| match events {
            EventData::Json(data) => Some(data),
            EventData::Text => None,
        });
        let items = self.pages.iter().map(|pages| &pages.item);
        self.input_types().chain(errors).chain(events).chain(items).chain([&self.output])
    }
}

impl Security {
    /// Whether it names any scheme.
    pub fn mentions_any(&self) -> bool {
        match self {
            Security::All => true,
            Security::Listed(schemes) => !schemes.is_empty(),
            Security::Exactly(alternatives) => alternatives.iter().any(|all| !all.is_empty()),
        }
    }
}

/// The documented error bodies of one operation.
#[derive(Clone, Debug)]
pub struct ErrorEnum {
    /// Its type.
    pub ident: Ident,
    /// Its variants, from the most to the least particular status.
    pub variants: Vec<ErrorVariant>,
}

/// A documented error body.
#[derive(Clone, Debug)]
pub struct ErrorVariant {
    /// Its name.
    pub ident: Ident,
    /// What it means, one line of Markdown each.
    pub docs: Vec<String>,
    /// For which statuses it is.
    pub status: StatusPattern,
    /// The type of the body.
    pub ty: Type,
}

/// The statuses of a documented error body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusPattern {
    /// One.
    Code(u16),
    /// A hundred, from this one.
    Range(u16),
    /// All others.
    Any,
}
