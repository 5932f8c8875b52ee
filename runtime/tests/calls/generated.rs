//! A client in the words of generated code: whatever compiles here must compile for as long as the major version lasts.
//! It is one file, although it is long, so that all of those words can be seen at once.

use std::borrow::Borrow;

use docwright_runtime::http::StatusCode;
use docwright_runtime::{Body, Bytes, Call, ErrorBody, Field, UnknownMember, UnknownValue, Value, rt};
use serde::{Deserialize, Serialize};

/// The functions that make credentials.
pub(crate) mod auth {
    use docwright_runtime::{Credential, CredentialProvider, Signer, rt};

    pub(crate) static BEARER: rt::Scheme =
        rt::Scheme::api_key("bearer", rt::Place::Header, "Authorization").prefix("Bearer");
    pub(crate) static SESSION: rt::Scheme = rt::Scheme::api_key("session", rt::Place::Cookie, "sid");
    pub(crate) static QUERY: rt::Scheme = rt::Scheme::api_key("queryKey", rt::Place::Query, "api_key");
    pub(crate) static HEADER: rt::Scheme = rt::Scheme::api_key("headerKey", rt::Place::Header, "X-API-Key");
    pub(crate) static BASIC: rt::Scheme = rt::Scheme::basic("basicAuth");
    pub(crate) static TOKEN: rt::Scheme = rt::Scheme::bearer("bearerAuth");

    pub(crate) static OAUTH: rt::Scheme = rt::Scheme::oauth2("petAuth")
        .client_credentials("/oauth/token")
        .password("https://login.example.com/token")
        .refresh("refresh")
        .scopes(&["read:keys", "write:keys"]);

    pub(crate) fn oauth(token: impl Into<String>) -> Credential {
        rt::secret(&OAUTH, token)
    }

    pub(crate) fn oauth_client_credentials(id: impl Into<String>, secret: impl Into<String>) -> Credential {
        rt::client_credentials(&OAUTH, id, secret)
    }

    pub(crate) fn oauth_password(user: impl Into<String>, password: impl Into<String>) -> Credential {
        rt::password(&OAUTH, user, password)
    }

    pub(crate) fn oauth_refresh_token(refresh_token: impl Into<String>) -> Credential {
        rt::refresh_token(&OAUTH, refresh_token)
    }

    pub(crate) fn oauth_provided(provider: impl CredentialProvider) -> Credential {
        rt::provided(&OAUTH, provider)
    }

    pub(crate) fn header_signed(signer: impl Signer) -> Credential {
        rt::signed(&HEADER, signer)
    }

    pub(crate) fn basic_provided(provider: impl CredentialProvider) -> Credential {
        rt::provided(&BASIC, provider)
    }

    pub(crate) fn session_provided(provider: impl CredentialProvider) -> Credential {
        rt::provided(&SESSION, provider)
    }

    pub(crate) fn bearer(key: impl Into<String>) -> Credential {
        rt::secret(&BEARER, key)
    }

    pub(crate) fn session(key: impl Into<String>) -> Credential {
        rt::secret(&SESSION, key)
    }

    pub(crate) fn query(key: impl Into<String>) -> Credential {
        rt::secret(&QUERY, key)
    }

    pub(crate) fn header(key: impl Into<String>) -> Credential {
        rt::secret(&HEADER, key)
    }

    pub(crate) fn basic(user: impl Into<String>, password: impl Into<String>) -> Credential {
        rt::basic(&BASIC, user, password)
    }

    pub(crate) fn token(token: impl Into<String>) -> Credential {
        rt::secret(&TOKEN, token)
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Client {
    inner: rt::Client,
}

#[derive(Debug)]
pub(crate) struct ClientBuilder(rt::ClientBuilder);

docwright_runtime::client_builder!(ClientBuilder -> Client);

impl Client {
    pub(crate) fn builder() -> ClientBuilder {
        ClientBuilder(rt::ClientBuilder::new(
            "https://api.example.com/v1",
            concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
        ))
    }

    pub(crate) fn keys(&self) -> Keys<'_> {
        Keys { client: &self.inner }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Key {
    pub(crate) name: String,
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub(crate) note: Field<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Color {
    Red,
    Green,
    Unknown(UnknownValue),
}

docwright_runtime::string_enum!(Color { Red => "red", Green => "green" });

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    One,
    Below,
    Unknown(UnknownValue),
}

docwright_runtime::integer_enum!(Level { One => 1, Below => -1 });

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Card {
    pub(crate) kind: String,
    pub(crate) number: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Transfer {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) kind: Option<String>,
    pub(crate) account: String,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Payment {
    Card(Box<Card>),
    Transfer(Box<Transfer>),
    String(String),
    List(Vec<Payment>),
    Unknown(UnknownMember),
}

docwright_runtime::union!(Payment {
    Card(Card) => rt::Shape::When("kind", &["card"], &rt::Shape::Object(&["kind", "number"], &[])),
    Transfer(Transfer) => rt::Shape::When("kind", &["iban", "sepa"], &rt::Shape::Object(
        &["account"],
        &["kind"],
    )),
    String(String) from &str => rt::Shape::String,
    List(Vec<Payment>) => rt::Shape::List(&rt::Shape::Any),
});

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Branch {
    pub(crate) left: Node,
    pub(crate) right: Node,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Leaf {
    pub(crate) size: i64,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    Branch(Box<Branch>),
    Leaf(Box<Leaf>),
    String(String),
    Unknown(UnknownMember),
}

docwright_runtime::union!(Node {
    Branch(Branch) => rt::Shape::Object(&["left", "right"], &[]),
    Leaf(Leaf) => rt::Shape::Open(&["size"], &[]),
    String(String) from &str => rt::Shape::String,
});

#[derive(Clone, Copy, Debug)]
pub(crate) struct Keys<'c> {
    client: &'c rt::Client,
}

impl Keys<'_> {
    pub(crate) fn list(self) -> ListKeys {
        static OPERATION: rt::Operation =
            rt::Operation::get("/keys").accept("application/json, text/plain; charset=utf-8").security(&[
                &auth::BEARER,
                &auth::SESSION,
                &auth::QUERY,
                &auth::HEADER,
                &auth::BASIC,
                &auth::TOKEN,
                &auth::OAUTH,
            ]);
        ListKeys(rt::Request::new(self.client, &OPERATION).decode())
    }

    pub(crate) fn create(self, key: &Key) -> CreateKey {
        static OPERATION: rt::Operation = rt::Operation::post("/keys");
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.json(key);
        CreateKey(request.decode())
    }

    pub(crate) fn delete(self, id: &str) -> DeleteKey {
        static OPERATION: rt::Operation =
            rt::Operation::delete("/keys/{id}").security_exactly(&[&[&auth::HEADER, &auth::SESSION], &[&auth::QUERY]]);
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.path("id", id);
        DeleteKey(request.empty())
    }

    pub(crate) fn rotate(self) -> RotateKeys {
        static OPERATION: rt::Operation = rt::Operation::post("/keys/rotate");
        RotateKeys(rt::Request::new(self.client, &OPERATION).empty())
    }

    pub(crate) fn import(self, csv: &str) -> ImportKeys {
        static OPERATION: rt::Operation = rt::Operation::post("/keys/import").security(&[&auth::OAUTH]);
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.text_as("text/csv", csv);
        ImportKeys(request.empty())
    }

    pub(crate) fn export(self) -> ExportKeys {
        static OPERATION: rt::Operation = rt::Operation::get("/keys.txt").accept("text/plain");
        ExportKeys(rt::Request::new(self.client, &OPERATION).text())
    }

    pub(crate) fn watch(self) -> WatchKeys {
        static OPERATION: rt::Operation = rt::Operation::get("/keys/events").accept("text/event-stream");
        WatchKeys(rt::Request::new(self.client, &OPERATION).text())
    }

    pub(crate) fn archive(self) -> ArchiveKeys {
        static OPERATION: rt::Operation = rt::Operation::get("/keys.zip");
        ArchiveKeys(rt::Request::new(self.client, &OPERATION).bytes())
    }
}

#[must_use = "does nothing until awaited"]
#[derive(Debug)]
pub(crate) struct ListKeys(Call<Vec<Key>>);
docwright_runtime::call!(ListKeys -> Vec<Key>);

impl ListKeys {
    pub(crate) fn page(mut self, page: i64) -> Self {
        rt::request(&mut self.0).query("page", &page);
        self
    }

    pub(crate) fn colors(mut self, colors: &[Color]) -> Self {
        rt::request(&mut self.0).query("color", colors);
        self
    }

    pub(crate) fn levels(mut self, levels: impl IntoIterator<Item = impl Borrow<i64>>) -> Self {
        rt::request(&mut self.0).query("level", &rt::list::<i64>(levels));
        self
    }

    pub(crate) fn shades(mut self, shades: impl IntoIterator<Item = impl Borrow<Color>>) -> Self {
        rt::request(&mut self.0).query("shade", &rt::list::<Color>(shades));
        self
    }

    pub(crate) fn ids(mut self, ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        rt::request(&mut self.0).query("ids", &rt::strings(ids));
        self
    }

    pub(crate) fn trace(mut self, trace: &str) -> Self {
        rt::request(&mut self.0).header("X-Trace", trace);
        self
    }

    pub(crate) fn accept(mut self, accept: &str) -> Self {
        rt::request(&mut self.0).header("Accept", accept);
        self
    }

    pub(crate) fn theme(mut self, theme: &str) -> Self {
        rt::request(&mut self.0).cookie("theme", theme);
        self
    }
}

#[must_use = "does nothing until awaited"]
#[derive(Debug)]
pub(crate) struct CreateKey(Call<Value>);
docwright_runtime::call!(CreateKey -> Value);

impl CreateKey {
    pub(crate) fn body(mut self, key: &Key) -> Self {
        rt::request(&mut self.0).json(key);
        self
    }

    pub(crate) fn change(mut self, change: impl FnOnce(&mut rt::Request)) -> Self {
        change(rt::request(&mut self.0));
        self
    }
}

#[must_use = "does nothing until awaited"]
#[derive(Debug)]
pub(crate) struct DeleteKey(Call<()>);
docwright_runtime::call!(DeleteKey -> ());

impl DeleteKey {
    pub(crate) fn change(mut self, change: impl FnOnce(&mut rt::Request)) -> Self {
        change(rt::request(&mut self.0));
        self
    }
}

#[must_use = "does nothing until awaited"]
#[derive(Debug)]
pub(crate) struct RotateKeys(Call<()>);
docwright_runtime::call!(RotateKeys -> ());

#[must_use = "does nothing until awaited"]
#[derive(Debug)]
pub(crate) struct ImportKeys(Call<()>);
docwright_runtime::call!(ImportKeys -> ());

impl ImportKeys {
    pub(crate) fn stream(mut self, body: Body) -> Self {
        rt::request(&mut self.0).body_as("text/csv", body);
        self
    }
}

#[must_use = "does nothing until awaited"]
#[derive(Debug)]
pub(crate) struct ExportKeys(Call<String>);
docwright_runtime::call!(ExportKeys -> String);

#[must_use = "does nothing until awaited"]
#[derive(Debug)]
pub(crate) struct ArchiveKeys(Call<Bytes>);
docwright_runtime::call!(ArchiveKeys -> Bytes);

#[must_use = "does nothing until awaited"]
#[derive(Debug)]
pub(crate) struct WatchKeys(Call<String>);
docwright_runtime::call!(WatchKeys -> String);
docwright_runtime::event_call!(WatchKeys -> Key);

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Problem {
    pub(crate) message: String,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ListKeysError {
    Unauthorized(Problem),
    Server(Vec<Problem>),
}

impl ErrorBody for ListKeysError {
    fn decode(status: StatusCode, raw: &Bytes) -> Option<Self> {
        match status.as_u16() {
            401 => rt::body(raw).map(Self::Unauthorized),
            500..=599 => rt::body(raw).map(Self::Server),
            _ => None,
        }
    }
}
