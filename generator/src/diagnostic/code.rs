//! The stable names of findings.

use std::fmt;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; the client is as good as without it.
    Note,
    /// A fact is missing, damaged or guessed: the client may lack something or be wrong somewhere.
    Warning,
    /// Nothing is generated.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $id:literal, $severity:ident;)*) => {
        /// A kind of finding. Its name is stable: scripts may look for it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)*
        }

        impl Code {
            /// Every code there is.
            pub const ALL: &[Code] = &[$(Code::$variant),*];

            /// The name, as in `warning[missing-section]`.
            pub fn id(self) -> &'static str {
                match self { $(Code::$variant => $id,)* }
            }

            /// How much a finding of this kind matters.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// No page of the tree documents an operation.
    NoOperations = "no-operations", Error;
    /// A page that is neither an API page, a model page nor the README.
    UnknownPage = "unknown-page", Note;
    /// An API page whose dialect cannot be told.
    UnknownDialect = "unknown-dialect", Error;
    /// An operation has no section where the dialect always has one.
    MissingSection = "missing-section", Warning;
    /// An operation or page ends before the links that close it.
    CutShort = "cut-short", Warning;
    /// The summary table lists an operation that has no section on the page.
    MissingOperation = "missing-operation", Warning;
    /// An operation has a section but no row in the summary table: verb and path are taken from the README.
    MissingSummaryRow = "missing-summary-row", Warning;
    /// Verb and path of an operation are stated nowhere: it is left out.
    OperationLost = "operation-lost", Warning;
    /// A table lacks its heading or delimiter row.
    DamagedTable = "damaged-table", Warning;
    /// A table has no rows.
    EmptyTable = "empty-table", Warning;
    /// A row lacks a cell or holds something the dialect never writes there.
    MalformedRow = "malformed-row", Warning;
    /// A type that no dialect writes.
    UnknownType = "unknown-type", Warning;
    /// A note that no dialect writes.
    UnknownNote = "unknown-note", Warning;
    /// A parameter that the signature, the example or the path names has no row.
    MissingParameter = "missing-parameter", Warning;
    /// A property that an example shows has no row on the model's page.
    MissingProperty = "missing-property", Warning;
    /// A response that the page speaks of has no row.
    MissingResponse = "missing-response", Warning;
    /// Two operations, or two models, have the same name.
    Duplicate = "duplicate", Warning;
    /// A verb that HTTP does not have.
    UnknownMethod = "unknown-method", Warning;
    /// A status code that HTTP does not have.
    UnknownStatus = "unknown-status", Warning;
    /// A path that is no path template.
    BadPath = "bad-path", Warning;
    /// A server address that is no absolute http or https URL.
    BadServer = "bad-server", Warning;
    /// A type names a model that has no page; its fields come from examples, or it is an open JSON object.
    ModelWithoutPage = "model-without-page", Note;
    /// The README's table does not list an operation.
    Unlisted = "unlisted", Note;
    /// The docs do not say where a credential goes.
    SchemeNotStated = "scheme-not-stated", Warning;
    /// A kind of authentication that the runtime cannot perform by itself.
    SchemeUnsupported = "scheme-unsupported", Warning;
    /// A request body of a kind that cannot be written yet: the operation is left out.
    BodyUnsupported = "body-unsupported", Warning;
    /// A name that is empty or holds characters no name can have.
    BadName = "bad-name", Warning;
    /// A media type that HTTP would not accept.
    BadMediaType = "bad-media-type", Warning;
    /// A fact that only convention speaks for, where that is denied.
    Unproven = "unproven", Error;
    /// `spec.toml` is not valid TOML, or a key or value of it is not known.
    Settings = "settings", Error;
    /// An override in `spec.toml` matches nothing in the docs.
    UnmatchedOverride = "unmatched-override", Error;
    /// `names.toml` is not valid TOML, or a key or value of it is not known.
    Names = "names", Error;
    /// A name in `names.toml` that no page documents.
    UnmatchedName = "unmatched-name", Warning;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
