//! What one page says. Pages are read apart from each other, on whatever thread is free: nothing that a page says may
//! depend on what was read before it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::readme::Lists;
use super::tag::Part;
use crate::api::{Evidence, Fact, Info, NamedSchema, Operation, Schema, SecurityScheme};
use crate::diagnostic::Diagnostic;

/// What reading a page has gathered so far.
#[derive(Debug, Default)]
pub(super) struct Reader {
    /// What the READMEs of the tree list: they say again what other pages may have lost.
    pub(super) readme: Arc<Lists>,
    pub(super) report: Vec<Diagnostic>,
    pub(super) info: Info,
    pub(super) server: Option<Fact<String>>,
    /// What the page says of security schemes; several may be about one.
    pub(super) schemes: Vec<SecurityScheme>,
    pub(super) operations: Vec<Owner<Operation>>,
    pub(super) models: Vec<Owner<Described>>,
    pub(super) evidence: Evidence,
    /// The names of operations that the page lists or describes, whether they can be read or not.
    pub(super) mentioned: BTreeSet<String>,
    /// How much text the schemas took of the operation or model that is being read.
    pub(super) bytes_read: usize,
    /// What stands in the operation or model that is being read.
    in_place: Vec<Described>,
}

/// An operation or a model.
#[derive(Debug)]
pub(super) struct Owner<T> {
    pub(super) value: T,
    /// The schemas that stand in it, each after those that stand in it.
    pub(super) in_place: Vec<Described>,
}

/// A schema, called as its page or its place is.
#[derive(Debug)]
pub(super) struct Described {
    pub(super) schema: NamedSchema,
    /// What it is composed of, if it is composed of several: its shape may then depend on other pages.
    pub(super) parts: Vec<Part>,
}

impl Reader {
    /// A reader of a page; `readme` is what the READMEs of its tree list.
    pub(super) fn new(readme: &Arc<Lists>) -> Self {
        Reader { readme: Arc::clone(readme), ..Reader::default() }
    }

    /// Adds an operation, with everything that was found to stand in it.
    pub(super) fn add_operation(&mut self, operation: Operation) {
        let in_place = self.take_in_place();
        self.operations.push(Owner { value: operation, in_place });
    }

    /// Adds the schema that the page is about, with everything that was found to stand in it.
    pub(super) fn add_model(&mut self, schema: NamedSchema, parts: Vec<Part>) {
        let in_place = self.take_in_place();
        self.models.push(Owner { value: Described { schema, parts }, in_place });
    }

    fn take_in_place(&mut self) -> Vec<Described> {
        self.bytes_read = 0;
        std::mem::take(&mut self.in_place)
    }

    /// Adds a schema that stands in what is being read, and is called after its place. Only all pages together tell
    /// whether that name is free, so that what is given back refers to its handle.
    pub(super) fn add_in_place(&mut self, schema: NamedSchema, parts: Vec<Part>) -> Schema {
        self.in_place.push(Described { schema, parts });
        Schema::reference(handle(self.in_place.len() - 1))
    }

    /// Offers what the page says of a security scheme.
    pub(super) fn add_scheme(&mut self, scheme: SecurityScheme) {
        self.schemes.push(scheme);
    }

    /// Takes `url` for the server, unless the page has named one.
    pub(super) fn offer_server(&mut self, url: Fact<String>) {
        self.server.get_or_insert(url);
    }
}

/// What stands for the name of the schema `at` of those in one owner. No name on a page is like it: what links lead to
/// ends before a `#`.
fn handle(at: usize) -> String {
    format!("#{at}")
}

/// The schema that a reference means: which of those in its owner, if it is a handle.
pub(super) fn of_handle(name: &str) -> Option<usize> {
    name.strip_prefix('#')?.parse().ok()
}
