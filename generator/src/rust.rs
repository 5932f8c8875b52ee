//! The crate that will be written, with no decision left to make. No word of schemas, tags or pages.

mod expr;
mod model;
mod operation;
mod pages;
mod quickstart;
mod types;
mod union;

pub use expr::Expr;
pub use model::{Constructor, Extra, Field, Model, ModelKind, Module, Presence, Struct, Variant, VariantValue};
pub use operation::{
    Argument, ErrorEnum, ErrorVariant, EventData, Finish, Operation, Passing, PathStyle, Security, Send, Setter,
    StatusPattern,
};
pub use pages::{Access, PageStyle, Pages, Step};
pub use quickstart::{Input, Quickstart};
pub use types::Type;
pub use union::{Member, Shape};

use std::fmt;

/// A whole client crate.
#[derive(Clone, Debug)]
pub struct Package {
    /// Its name, as in `kleister-client`.
    pub name: String,
    /// Its name in code.
    pub ident: Ident,
    /// Its version.
    pub version: String,
    /// One line on what it is.
    pub description: String,
    /// Who publishes it.
    pub authors: Vec<String>,
    /// Its licence, as an SPDX expression.
    pub license: String,
    /// Further keys of its manifest that hold a text, with these.
    pub links: Vec<(&'static str, String)>,
    /// The words by which registries find it.
    pub keywords: Vec<String>,
    /// The categories in which registries list it.
    pub categories: Vec<String>,
    /// Where it takes the runtime from.
    pub runtime: Runtime,
    /// The API's name, for people.
    pub title: String,
    /// What the API is for, one line of Markdown each.
    pub docs: Vec<String>,
    /// What else its docs say of it as a whole.
    pub more_docs: Vec<String>,
    /// The server it calls unless told otherwise.
    pub server: Option<String>,
    /// How its users can show who they are.
    pub schemes: Vec<Scheme>,
    /// Its operations, by tag.
    pub apis: Vec<Api>,
    /// The call that shows what it is for; `None` if it has no operations.
    pub quickstart: Option<Quickstart>,
    /// Its models, in order of their names.
    pub models: Vec<Model>,
    /// The modules of its models, in order of their names; each model lies in one.
    pub modules: Vec<Module>,
    /// The packages beside the runtime that it depends on, in order of their names.
    pub dependencies: Vec<Dependency>,
}

/// A package that another depends on.
#[derive(Clone, Debug)]
pub struct Dependency {
    /// Its name.
    pub name: &'static str,
    /// The oldest version that will do.
    pub version: &'static str,
    /// Its features.
    pub features: &'static [&'static str],
    /// Whether its default features are wanted too.
    pub default_features: bool,
    /// The type of it that models hold, which users need too.
    pub exports: &'static str,
}

/// Where a generated crate takes the runtime from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Runtime {
    /// A published version.
    Version(String),
    /// A folder, as `Cargo.toml` should name it, and the version that is there.
    Path {
        /// The folder.
        path: String,
        /// The version.
        version: String,
    },
}

/// A Rust identifier. Only `lower::naming` makes one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ident(String);

/// The operations of one tag.
#[derive(Clone, Debug)]
pub struct Api {
    /// The type that has them as methods.
    pub handle: Ident,
    /// The method of the client that gives it, and the module it lives in.
    pub accessor: Ident,
    /// The tag, for people.
    pub title: String,
    /// Its operations.
    pub operations: Vec<Operation>,
}

/// A security scheme.
#[derive(Clone, Debug)]
pub struct Scheme {
    /// The function that makes a credential of it, and the method of the builder that takes one.
    pub function: Ident,
    /// The `static` that describes it to the runtime.
    pub constant: Ident,
    /// Its name in the docs.
    pub name: String,
    /// What it is.
    pub kind: SchemeKind,
    /// The function that makes a credential whose secret is asked for when it is needed.
    pub provided: Ident,
    /// The function that makes a credential which is computed from the request.
    pub signed: Ident,
    /// What it does, one line of Markdown each.
    pub docs: Vec<String>,
}

/// What a security scheme is to the runtime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// A key under a name of its own.
    ApiKey {
        /// `Header`, `Query` or `Cookie`.
        place: &'static str,
        /// The header's, query parameter's or cookie's name.
        name: String,
        /// What stands before the key.
        prefix: Option<String>,
    },
    /// User name and password.
    Basic,
    /// A bearer token.
    Bearer,
    /// A bearer token that the client may fetch by itself.
    OAuth2 {
        /// The flows that it can perform.
        flows: Vec<OAuthFlow>,
        /// What it asks for.
        scopes: Vec<String>,
    },
}

/// One way to fetch a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OAuthFlow {
    /// How a client proves that it may have one.
    pub grant: OAuthGrant,
    /// What hands out tokens.
    pub token_url: String,
    /// The function that makes a credential of it.
    pub function: Ident,
}

/// How a client proves that it may have a token (RFC 6749, sections 4.3, 4.4 and 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OAuthGrant {
    /// By its own name and secret.
    ClientCredentials,
    /// By a user's name and password.
    Password,
    /// By a token that a user got for it.
    RefreshToken,
}

impl Package {
    /// The operation of the quickstart, with its tag.
    pub fn shown(&self) -> Option<(&Quickstart, &Api, &Operation)> {
        let quickstart = self.quickstart.as_ref()?;
        let api = self.apis.get(quickstart.api)?;
        Some((quickstart, api, api.operations.get(quickstart.operation)?))
    }

    /// Whether dates are among what it takes and gives.
    pub fn has_dates(&self) -> bool {
        let operations = self.apis.iter().flat_map(|api| &api.operations);
        let types = operations.flat_map(Operation::types).cloned().chain(self.models.iter().flat_map(Model::types));
        types.into_iter().any(|ty| ty.walk().iter().any(|ty| matches!(ty, Type::Date | Type::DateTime)))
    }

    /// Whether any of its calls comes in pages.
    pub fn has_pages(&self) -> bool {
        self.apis.iter().flat_map(|api| &api.operations).any(|operation| operation.pages.is_some())
    }
}

impl Ident {
    /// Takes `text`, which must be an identifier and no keyword.
    pub(crate) fn from_checked(text: String) -> Self {
        Ident(text)
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
