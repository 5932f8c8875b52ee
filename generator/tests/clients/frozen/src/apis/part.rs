//! Operations tagged `Part`.
// Written by docwright; changes made here are lost when it runs again.

use std::collections::BTreeMap;

use docwright_runtime::{Bytes, Call, Date, DateTime, ErrorBody, Value, http::StatusCode, rt};

use crate::auth;
use crate::models;

/// Operations tagged `Part`, from [`Client::part`](crate::Client::part).
#[derive(Clone, Copy, Debug)]
pub struct Part<'c> {
    client: &'c rt::Client,
}

impl<'c> Part<'c> {
    pub(crate) fn new(client: &'c rt::Client) -> Self {
        Self { client }
    }

    /// List the parts of a store.
    ///
    /// `GET /stores/{store}/parts`
    ///
    /// - `store`: The store.
    ///
    /// Authentication: [`header_key`](crate::auth::header_key), [`query_key`](crate::auth::query_key) and [`cookie_key`](crate::auth::cookie_key), each if the client has it; the docs do not say whether one suffices.
    ///
    /// # Statuses
    ///
    /// - `200`: The parts.
    /// - `404`: There is no such store.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: frozen_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = client.part().list_parts("store").await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_parts(self, store: &str) -> ListParts {
        static OPERATION: rt::Operation = rt::Operation::get("/stores/{store}/parts")
            .accept("application/json")
            .security(&[&auth::HEADER_KEY, &auth::QUERY_KEY, &auth::COOKIE_KEY]);
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.path("store", store);
        ListParts(request.decode())
    }

    /// Add a part.
    ///
    /// `POST /parts`
    ///
    /// - `part`: The part.
    ///
    /// Authentication: [`login`](crate::auth::login) and [`header_key`](crate::auth::header_key), or [`token`](crate::auth::token).
    ///
    /// # Statuses
    ///
    /// - `201`: Added.
    /// - `409`: There is one.
    /// - `4XX`: Refused.
    /// - Any other status: Failed.
    ///
    /// # Errors
    ///
    /// [`Error::documented`](crate::Error::documented) gives the body of a documented failure as [`AddPartError`].
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: frozen_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use frozen_client::models::Part;
    ///
    /// let answer = client.part().add_part(&Part::new(1, "name")).await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn add_part(self, part: &models::Part) -> AddPart {
        static OPERATION: rt::Operation = rt::Operation::post("/parts")
            .accept("application/json")
            .security_exactly(&[&[&auth::LOGIN, &auth::HEADER_KEY], &[&auth::TOKEN]]);
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.json(part);
        AddPart(request.decode())
    }

    /// Change a part.
    ///
    /// `PATCH /parts/{id}`
    ///
    /// - `id`: The part.
    ///
    /// Authentication: [`oauth`](crate::auth::oauth).
    ///
    /// # Statuses
    ///
    /// - `200`: Changed.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: frozen_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use frozen_client::models::PartPatch;
    ///
    /// let answer = client
    ///     .part()
    ///     .patch_part(1)
    ///     .part_patch(&PartPatch::new().name("name").note("note"))
    ///     .await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn patch_part(self, id: i64) -> PatchPart {
        static OPERATION: rt::Operation =
            rt::Operation::patch("/parts/{id}").accept("application/json").security(&[&auth::OAUTH]);
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.path("id", &id);
        PatchPart(request.decode())
    }

    /// Remove a part.
    ///
    /// `DELETE /parts/{id}`
    ///
    /// - `id`: The part.
    ///
    /// Authentication: [`prefixed`](crate::auth::prefixed).
    ///
    /// # Statuses
    ///
    /// - `204`: Removed.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: frozen_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// client.part().remove_part(1).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn remove_part(self, id: i64) -> RemovePart {
        static OPERATION: rt::Operation = rt::Operation::delete("/parts/{id}").security(&[&auth::PREFIXED]);
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.path("id", &id);
        RemovePart(request.empty())
    }

    /// Name a part.
    ///
    /// `GET /parts/{id}/name`
    ///
    /// - `id`: The part.
    ///
    /// # Statuses
    ///
    /// - `200`: The name.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: frozen_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = client.part().part_name(1).await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn part_name(self, id: i64) -> PartName {
        static OPERATION: rt::Operation = rt::Operation::get("/parts/{id}/name").accept("text/plain");
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.path("id", &id);
        PartName(request.text())
    }

    /// Show a part.
    ///
    /// `GET /parts/{id}/image`
    ///
    /// - `id`: The part.
    ///
    /// # Statuses
    ///
    /// - `200`: The image.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: frozen_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = client.part().part_image(1).await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn part_image(self, id: i64) -> PartImage {
        static OPERATION: rt::Operation = rt::Operation::get("/parts/{id}/image").accept("application/octet-stream");
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.path("id", &id);
        PartImage(request.bytes())
    }

    /// Store an image.
    ///
    /// `PUT /parts/{id}/image`
    ///
    /// - `id`: The part.
    /// - `body`: The image.
    ///
    /// # Statuses
    ///
    /// - `204`: Stored.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: frozen_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// client.part().put_image(1, "body").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn put_image(self, id: i64, body: impl Into<Bytes>) -> PutImage {
        static OPERATION: rt::Operation = rt::Operation::put("/parts/{id}/image");
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.path("id", &id);
        request.bytes_as("application/octet-stream", body);
        PutImage(request.empty())
    }

    /// Store a note.
    ///
    /// `PUT /parts/{id}/note`
    ///
    /// - `id`: The part.
    /// - `body`: The note.
    ///
    /// # Statuses
    ///
    /// - `204`: Stored.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: frozen_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// client.part().put_note(1, "body").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn put_note(self, id: i64, body: &str) -> PutNote {
        static OPERATION: rt::Operation = rt::Operation::put("/parts/{id}/note");
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.path("id", &id);
        request.text_as("text/plain", body);
        PutNote(request.empty())
    }

    /// Sign in.
    ///
    /// `POST /sign-in`
    ///
    /// - `user`: Who.
    /// - `password`: Proof.
    ///
    /// # Statuses
    ///
    /// - `200`: Welcome.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: frozen_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = client.part().sign_in("user", "password").await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn sign_in(self, user: &str, password: &str) -> SignIn {
        static OPERATION: rt::Operation = rt::Operation::post("/sign-in").accept("application/json");
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.form("user", user);
        request.form("password", password);
        SignIn(request.decode())
    }

    /// Upload a file.
    ///
    /// `POST /uploads`
    ///
    /// - `title`: What it is.
    /// - `file`: The file.
    ///
    /// # Statuses
    ///
    /// - `200`: Stored.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: frozen_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = client.part().upload("title", "file").await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn upload(self, title: &str, file: impl Into<Bytes>) -> Upload {
        static OPERATION: rt::Operation = rt::Operation::post("/uploads").accept("application/json");
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.part("title", title);
        request.file_part("file", "file", "application/octet-stream", file);
        Upload(request.decode())
    }

    /// Ask for a part.
    ///
    /// `HEAD /parts/{id}`
    ///
    /// - `id`: The part.
    ///
    /// # Statuses
    ///
    /// - `200`: It is there.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: frozen_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// client.part().head_part(1).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn head_part(self, id: i64) -> HeadPart {
        static OPERATION: rt::Operation = rt::Operation::head("/parts/{id}");
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.path("id", &id);
        HeadPart(request.empty())
    }
}

/// A call of [`list_parts`](Part::list_parts): set what is optional, then `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct ListParts(Call<Vec<models::Part>>);

docwright_runtime::call!(ListParts -> Vec<models::Part>);

impl ListParts {
    /// Which page.
    pub fn page(mut self, page: i64) -> Self {
        rt::request(&mut self.0).query("page", &page);
        self
    }

    /// Only with these tags.
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        rt::request(&mut self.0).query("tags", &rt::strings(tags));
        self
    }

    /// Only in these states.
    pub fn states(mut self, states: &[models::ListPartsStates]) -> Self {
        rt::request(&mut self.0).query_joined("states", '|', states);
        self
    }

    /// Follows the call.
    pub fn x_trace(mut self, x_trace: &str) -> Self {
        rt::request(&mut self.0).header("X-Trace", x_trace);
        self
    }

    /// Who calls.
    pub fn session(mut self, session: &str) -> Self {
        rt::request(&mut self.0).cookie("session", session);
        self
    }

    /// Not older.
    pub fn since(mut self, since: DateTime) -> Self {
        rt::request(&mut self.0).query("since", &since);
        self
    }

    /// Of this day.
    pub fn day(mut self, day: Date) -> Self {
        rt::request(&mut self.0).query("day", &day);
        self
    }

    /// Names match whole.
    pub fn exact(mut self, exact: bool) -> Self {
        rt::request(&mut self.0).query("exact", &exact);
        self
    }
}

/// A call of [`add_part`](Part::add_part): `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct AddPart(Call<models::Part>);

docwright_runtime::call!(AddPart -> models::Part);

/// What a failed [`add_part`](Part::add_part) answers, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AddPartError {
    /// `409`: There is one.
    Conflict(models::Problem),
    /// `4XX`: Refused.
    ClientError(models::Problem),
    /// Any other status: Failed.
    Other(models::Problem),
}

impl ErrorBody for AddPartError {
    fn decode(status: StatusCode, raw: &Bytes) -> Option<Self> {
        match status.as_u16() {
            409 => rt::body(raw).map(Self::Conflict),
            400..=499 => rt::body(raw).map(Self::ClientError),
            _ => rt::body(raw).map(Self::Other),
        }
    }
}

/// A call of [`patch_part`](Part::patch_part): set what is optional, then `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct PatchPart(Call<models::Part>);

docwright_runtime::call!(PatchPart -> models::Part);

impl PatchPart {
    /// What changes.
    pub fn part_patch(mut self, part_patch: &models::PartPatch) -> Self {
        rt::request(&mut self.0).json_as("application/merge-patch+json", part_patch);
        self
    }
}

/// A call of [`remove_part`](Part::remove_part): `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct RemovePart(Call<()>);

docwright_runtime::call!(RemovePart -> ());

/// A call of [`part_name`](Part::part_name): `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct PartName(Call<String>);

docwright_runtime::call!(PartName -> String);

/// A call of [`part_image`](Part::part_image): `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct PartImage(Call<Bytes>);

docwright_runtime::call!(PartImage -> Bytes);

/// A call of [`put_image`](Part::put_image): `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct PutImage(Call<()>);

docwright_runtime::call!(PutImage -> ());

/// A call of [`put_note`](Part::put_note): `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct PutNote(Call<()>);

docwright_runtime::call!(PutNote -> ());

/// A call of [`sign_in`](Part::sign_in): set what is optional, then `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct SignIn(Call<BTreeMap<String, String>>);

docwright_runtime::call!(SignIn -> BTreeMap<String, String>);

impl SignIn {
    /// For longer.
    pub fn remember(mut self, remember: bool) -> Self {
        rt::request(&mut self.0).form("remember", &remember);
        self
    }
}

/// A call of [`upload`](Part::upload): set what is optional, then `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct Upload(Call<Value>);

docwright_runtime::call!(Upload -> Value);

impl Upload {
    /// A small one.
    pub fn preview(mut self, preview: impl Into<Bytes>) -> Self {
        rt::request(&mut self.0).file_part("preview", "preview", "application/octet-stream", preview);
        self
    }

    /// Words.
    pub fn labels(mut self, labels: impl IntoIterator<Item = impl Into<String>>) -> Self {
        rt::request(&mut self.0).part("labels", &rt::strings(labels));
        self
    }
}

/// A call of [`head_part`](Part::head_part): `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct HeadPart(Call<()>);

docwright_runtime::call!(HeadPart -> ());
