//! Operations with pages, in the words of generated code.

use docwright_runtime::{Call, Field, rt};
use serde::{Deserialize, Serialize};

pub(super) static KEY: rt::Scheme = rt::Scheme::api_key("key", rt::Place::Header, "X-Key");

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Pet {
    pub(super) id: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct PetPage {
    pub(super) data: Option<Vec<Pet>>,
    pub(super) meta: Option<Meta>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Meta {
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub(super) next: Field<String>,
    pub(super) number: Option<i64>,
    pub(super) more: Option<bool>,
    pub(super) last: Option<bool>,
    pub(super) total: Option<i64>,
    pub(super) pages: Option<i32>,
}

pub(super) struct Pets {
    pub(super) client: rt::Client,
}

impl Pets {
    pub(super) fn by_page(&self) -> ByPage {
        static OPERATION: rt::Operation = rt::Operation::get("/pets").security(&[&KEY]);
        ByPage(rt::Request::new(&self.client, &OPERATION).decode())
    }

    pub(super) fn by_number(&self) -> ByNumber {
        static OPERATION: rt::Operation = rt::Operation::get("/pets");
        ByNumber(rt::Request::new(&self.client, &OPERATION).decode())
    }

    pub(super) fn by_offset(&self) -> ByOffset {
        static OPERATION: rt::Operation = rt::Operation::get("/pets");
        ByOffset(rt::Request::new(&self.client, &OPERATION).decode())
    }

    pub(super) fn by_cursor(&self) -> ByCursor {
        static OPERATION: rt::Operation = rt::Operation::get("/pets");
        ByCursor(rt::Request::new(&self.client, &OPERATION).decode())
    }

    pub(super) fn by_link(&self, owner: &str) -> ByLink {
        static OPERATION: rt::Operation = rt::Operation::get("/{owner}/pets");
        let mut request = rt::Request::new(&self.client, &OPERATION);
        request.path("owner", owner);
        ByLink(request.decode())
    }
}

#[must_use = "does nothing until awaited"]
#[derive(Debug)]
pub(super) struct ByPage(Call<PetPage>);
docwright_runtime::call!(ByPage -> PetPage);

docwright_runtime::pages! {
    /// The pets of all pages.
    ByPage: PetPage => Pet,
    page("page", |page| page.data.as_mut())
        .first(1)
        .size("size")
        .more(|page| rt::text(&page.meta.as_ref()?.more))
        .last(|page| rt::text(&page.meta.as_ref()?.last))
        .total(|page| rt::text(&page.meta.as_ref()?.total))
        .pages(|page| rt::text(&page.meta.as_ref()?.pages))
}

impl ByPage {
    pub(super) fn kind(mut self, kind: &str) -> Self {
        rt::request(&mut self.0).query("kind", kind);
        self
    }

    pub(super) fn page(mut self, page: i64) -> Self {
        rt::request(&mut self.0).query("page", &page);
        self
    }

    pub(super) fn size(mut self, size: i64) -> Self {
        rt::request(&mut self.0).query("size", &size);
        self
    }
}

/// As [`ByPage`], of a server that says in an answer which page it is, and nothing else.
#[must_use = "does nothing until awaited"]
#[derive(Debug)]
pub(super) struct ByNumber(Call<PetPage>);
docwright_runtime::call!(ByNumber -> PetPage);

docwright_runtime::pages! {
    /// The pets of all pages.
    ByNumber: PetPage => Pet,
    page("page", |page| page.data.as_mut())
        .current(|page| rt::text(&page.meta.as_ref()?.number))
}

#[must_use = "does nothing until awaited"]
#[derive(Debug)]
pub(super) struct ByOffset(Call<Vec<Pet>>);
docwright_runtime::call!(ByOffset -> Vec<Pet>);

docwright_runtime::pages! {
    /// The pets of all pages.
    ByOffset: Vec<Pet> => Pet,
    offset("skip", rt::whole)
        .size("limit")
}

impl ByOffset {
    pub(super) fn skip(mut self, skip: i64) -> Self {
        rt::request(&mut self.0).query("skip", &skip);
        self
    }

    pub(super) fn limit(mut self, limit: i64) -> Self {
        rt::request(&mut self.0).query("limit", &limit);
        self
    }
}

#[must_use = "does nothing until awaited"]
#[derive(Debug)]
pub(super) struct ByCursor(Call<PetPage>);
docwright_runtime::call!(ByCursor -> PetPage);

docwright_runtime::pages! {
    /// The pets of all pages.
    ByCursor: PetPage => Pet,
    cursor("after", |page| rt::text(&page.meta.as_ref()?.next), |page| page.data.as_mut())
        .more(|page| rt::text(&page.meta.as_ref()?.more))
}

impl ByCursor {
    pub(super) fn after(mut self, after: &str) -> Self {
        rt::request(&mut self.0).query("after", after);
        self
    }
}

#[must_use = "does nothing until awaited"]
#[derive(Debug)]
pub(super) struct ByLink(Call<PetPage>);
docwright_runtime::call!(ByLink -> PetPage);

docwright_runtime::pages! {
    /// The pets of all pages.
    ByLink: PetPage => Pet,
    link(|page| rt::text(&page.meta.as_ref()?.next), |page| page.data.as_mut())
}

impl ByLink {
    pub(super) fn kind(mut self, kind: &str) -> Self {
        rt::request(&mut self.0).query("kind", kind);
        self
    }
}
