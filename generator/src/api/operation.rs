//! Operations: what can be asked of the API.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::{Content, Fact, Pagination, PathTemplate, Property, Response, Schema, SchemaKind, Serialization, Status};
use crate::source::Span;

/// One operation: a verb on a path.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The name under which the docs list it.
    pub id: Fact<String>,
    /// The name that the listed one was made of: generators cannot use every name.
    pub operation_id: Fact<String>,
    /// The tag that it is filed under.
    pub tag: Fact<String>,
    /// Further tags that it is filed under, too.
    pub other_tags: Vec<Fact<String>>,
    /// The verb.
    pub method: Fact<Method>,
    /// The path below the server.
    pub path: Fact<PathTemplate>,
    /// One line on what it does; may be empty.
    pub summary: String,
    /// What it does, as Markdown; may be empty.
    pub description: String,
    /// Its parameters, required ones as the docs order them.
    pub parameters: Vec<Parameter>,
    /// Its request body.
    pub request_body: Option<RequestBody>,
    /// What the docs give as its result: the body of the lowest successful status. `None` is "nothing documented".
    pub returns: Option<Fact<Schema>>,
    /// The media types that its responses may have.
    pub accepts: Vec<Fact<String>>,
    /// Its documented responses, in the docs' order.
    pub responses: Vec<Response>,
    /// Whether sending it twice does no more than sending it once, where something says so; its verb tells otherwise
    /// (RFC 9110, section 9.2.2).
    pub idempotent: Option<Fact<bool>>,
    /// How its answers come in pages, or that they do not, where something says it.
    pub pagination: Option<Fact<Option<Pagination>>>,
    /// Which security schemes it takes.
    pub security: Fact<Requirement>,
    /// Models that the docs name as possible bodies of its errors, without saying of which.
    pub error_candidates: Vec<Fact<String>>,
    /// Whether the README lists it; true where no README lists anything.
    pub listed: bool,
    /// Where it is documented: its heading.
    pub span: Span,
}

/// The verbs of HTTP that OpenAPI knows (OpenAPI 3.1, section "Path Item Object").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants are the verbs themselves")]
pub enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
}

/// One parameter.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The name that the docs use.
    pub name: String,
    /// The name that is sent.
    pub wire_name: Fact<String>,
    /// Where it is sent.
    pub location: Fact<Location>,
    /// How a list or an object is written, where something says it; otherwise it is written as OpenAPI's defaults are.
    pub serialization: Option<Fact<Serialization>>,
    /// Its type.
    pub schema: Fact<Schema>,
    /// Whether it must be given.
    pub required: Fact<bool>,
    /// What the server takes when it is not given, as the docs write it.
    pub default: Option<Fact<String>>,
    /// What it means, as Markdown; may be empty.
    pub description: String,
    /// Whether its type is written as a link to a page, as the type of a body is.
    pub linked: bool,
    /// Where it is documented: its row.
    pub span: Span,
}

/// Where a parameter is sent (OpenAPI 3.1, section "Parameter Locations").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants are OpenAPI's own words")]
pub enum Location {
    Path,
    Query,
    Header,
    Cookie,
}

/// The body of a request.
#[derive(Clone, Debug)]
pub struct RequestBody {
    /// The name that the docs give it; empty where they give none.
    pub name: String,
    /// Whether it must be sent.
    pub required: Fact<bool>,
    /// The media types it may have, in the docs' order, with their schemas where known.
    pub content: Vec<Content>,
    /// How lists and objects are written in fields of its form, by documented name, where something says it (OpenAPI
    /// 3.1, section "Encoding Object").
    pub encoding: BTreeMap<String, Fact<Serialization>>,
    /// What it means, as Markdown; may be empty.
    pub description: String,
}

/// Which credentials an operation takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// Schemes by name, without a word on whether all, one or none of them is needed.
    Listed(Vec<String>),
    /// Alternatives of combinations: one inner list must be fulfilled whole.
    Exactly(Vec<Vec<String>>),
}

impl Operation {
    /// The response whose body is the result: the one for the lowest successful status (a range counts as its first),
    /// or, where none is documented, the default one.
    pub fn success(&self) -> Option<&Response> {
        let successful = |response: &&Response| matches!(response.status.value.class(), Some(2));
        let lowest = self.responses.iter().filter(successful).min_by_key(|response| response.status.value.first());
        lowest.or_else(|| self.responses.iter().find(|response| response.status.value == Status::Default))
    }

    /// The fields of its form, once for each media type that the form may have.
    pub fn form_fields_mut(&mut self) -> impl Iterator<Item = &mut Property> {
        let contents = self.request_body.iter_mut().flat_map(|body| &mut body.content);
        contents.filter_map(|content| content.schema.as_mut()).flat_map(|schema| match &mut schema.value.kind {
            SchemaKind::Object(fields) => fields.as_mut_slice(),
            _ => &mut [],
        })
    }

    /// Leaves out the fields of its form that are not to be kept.
    pub fn retain_form_fields(&mut self, keep: impl Fn(&Property) -> bool) {
        let contents = self.request_body.iter_mut().flat_map(|body| &mut body.content);
        for schema in contents.filter_map(|content| content.schema.as_mut()) {
            if let SchemaKind::Object(fields) = &mut schema.value.kind {
                fields.retain(&keep);
            }
        }
    }
}

impl Requirement {
    /// Every scheme it names, each once, in order.
    pub fn schemes(&self) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        let all: Vec<&String> = match self {
            Requirement::Listed(listed) => listed.iter().collect(),
            Requirement::Exactly(alternatives) => alternatives.iter().flatten().collect(),
        };
        all.into_iter().map(String::as_str).filter(|name| seen.insert(*name)).collect()
    }
}

impl Method {
    /// Reads a verb, in upper or lower case.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text.to_ascii_uppercase().as_str() {
            "GET" => Method::Get,
            "PUT" => Method::Put,
            "POST" => Method::Post,
            "DELETE" => Method::Delete,
            "OPTIONS" => Method::Options,
            "HEAD" => Method::Head,
            "PATCH" => Method::Patch,
            "TRACE" => Method::Trace,
            _ => return None,
        })
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Method::Get => "GET",
            Method::Put => "PUT",
            Method::Post => "POST",
            Method::Delete => "DELETE",
            Method::Options => "OPTIONS",
            Method::Head => "HEAD",
            Method::Patch => "PATCH",
            Method::Trace => "TRACE",
        })
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Location::Path => "path",
            Location::Query => "query",
            Location::Header => "header",
            Location::Cookie => "cookie",
        })
    }
}

impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Requirement::Listed(names) => match names.as_slice() {
                [] => f.write_str("none"),
                [only] => f.write_str(only),
                many => write!(f, "{} (and/or not stated)", many.join(", ")),
            },
            Requirement::Exactly(alternatives) => {
                let any: Vec<String> = alternatives.iter().map(|all| all.join(" and ")).collect();
                f.write_str(&any.join(" or "))
            }
        }
    }
}
