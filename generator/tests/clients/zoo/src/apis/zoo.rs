//! Operations tagged `Zoo`.
// Written by docwright; changes made here are lost when it runs again.

use std::borrow::Borrow;

use docwright_runtime::{Base64, Bytes, Call, ErrorBody, http::StatusCode, rt};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::models;

/// Operations tagged `Zoo`, from [`Client::zoo`](crate::Client::zoo).
#[derive(Clone, Copy, Debug)]
pub struct Zoo<'c> {
    client: &'c rt::Client,
}

impl<'c> Zoo<'c> {
    pub(crate) fn new(client: &'c rt::Client) -> Self {
        Self { client }
    }

    /// Put an animal.
    ///
    /// `PUT /animals/{id}`
    ///
    /// - `id`: Which.
    /// - `price`: For how much.
    /// - `animal`: The animal.
    ///
    /// # Statuses
    ///
    /// - `200`: Put.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use zoo_client::models::Cat;
    /// use zoo_client::Uuid;
    ///
    /// let answer = client
    ///     .zoo()
    ///     .put_animal(Uuid::nil(), "1.50".parse()?, Cat::new(Uuid::nil(), "kind"))
    ///     .await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn put_animal(
        self,
        id: Uuid,
        price: Decimal,
        animal: impl Into<models::Animal>,
    ) -> PutAnimal {
        static OPERATION: rt::Operation =
            rt::Operation::put("/animals/{id}").accept("application/json");
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.path("id", &id);
        request.query("price", &price);
        request.json(&Into::<models::Animal>::into(animal));
        PutAnimal(request.decode())
    }

    /// List animals.
    ///
    /// `GET /animals`
    ///
    /// # Statuses
    ///
    /// - `200`: All of them.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = client.zoo().list_animals().await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_animals(self) -> ListAnimals {
        static OPERATION: rt::Operation = rt::Operation::get("/animals").accept("application/json");
        ListAnimals(rt::Request::new(self.client, &OPERATION).decode())
    }

    /// Find something.
    ///
    /// `GET /find/{key}`
    ///
    /// - `key`: A number or a name.
    ///
    /// # Statuses
    ///
    /// - `200`: Found.
    /// - `404`: Not found.
    ///
    /// # Errors
    ///
    /// [`Error::documented`](crate::Error::documented) gives the body of a documented failure as [`FindError`].
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = client.zoo().find("key").await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn find(self, key: impl Into<models::FindKey>) -> Find {
        static OPERATION: rt::Operation =
            rt::Operation::get("/find/{key}").accept("application/json");
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.path("key", &Into::<models::FindKey>::into(key));
        Find(request.decode())
    }

    /// Put a house.
    ///
    /// `PUT /house`
    ///
    /// - `house`: The house.
    ///
    /// # Statuses
    ///
    /// - `204`: Put.
    /// - Any other status.
    ///
    /// # Errors
    ///
    /// [`Error::documented`](crate::Error::documented) gives the body of a documented failure as [`PutHouseError`].
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use zoo_client::models::{Branch, BranchKind, House, Tree};
    /// use zoo_client::Value;
    ///
    /// client
    ///     .zoo()
    ///     .put_house(
    ///         &House::new(
    ///             "name".into(),
    ///             b"plan".into(),
    ///             [b"plans".into()],
    ///             [vec!["rooms".into()]],
    ///             Tree::from(
    ///                 Branch::new(
    ///                     BranchKind::Branch,
    ///                     Tree::from(Value::Null),
    ///                     Tree::from(Value::Null),
    ///                 ),
    ///             ),
    ///         ),
    ///     )
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn put_house(self, house: &models::House) -> PutHouse {
        static OPERATION: rt::Operation = rt::Operation::put("/house").accept("application/json");
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.json(house);
        PutHouse(request.empty())
    }
}

/// A call of [`put_animal`](Zoo::put_animal): set what is optional, then `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct PutAnimal(Call<models::Animal>);

docwright_runtime::call!(PutAnimal -> models::Animal);

impl PutAnimal {
    /// A small picture.
    pub fn photo(mut self, photo: impl Into<Base64>) -> Self {
        rt::request(&mut self.0).query("photo", &Into::<Base64>::into(photo));
        self
    }

    /// Whom it likes.
    pub fn friends(mut self, friends: impl IntoIterator<Item = impl Borrow<Uuid>>) -> Self {
        rt::request(&mut self.0).query("friends", &rt::list::<Uuid>(friends));
        self
    }
}

/// A call of [`list_animals`](Zoo::list_animals): set what is optional, then `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct ListAnimals(Call<Vec<models::Animal>>);

docwright_runtime::call!(ListAnimals -> Vec<models::Animal>);

impl ListAnimals {
    /// A day or a year.
    pub fn since(mut self, since: impl Into<models::ListAnimalsSince>) -> Self {
        rt::request(&mut self.0).query("since", &Into::<models::ListAnimalsSince>::into(since));
        self
    }
}

/// A call of [`find`](Zoo::find): `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct Find(Call<models::Found>);

docwright_runtime::call!(Find -> models::Found);

/// What a failed [`find`](Zoo::find) answers, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FindError {
    /// `404`: Not found.
    NotFound(Box<models::Problem>),
}

impl ErrorBody for FindError {
    fn decode(status: StatusCode, raw: &Bytes) -> Option<Self> {
        match status.as_u16() {
            404 => rt::body(raw).map(Self::NotFound),
            _ => None,
        }
    }
}

/// A call of [`put_house`](Zoo::put_house): `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct PutHouse(Call<()>);

docwright_runtime::call!(PutHouse -> ());

/// What a failed [`put_house`](Zoo::put_house) answers, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PutHouseError {
    /// Any other status.
    Other(Box<models::Problem>),
}

impl ErrorBody for PutHouseError {
    fn decode(_: StatusCode, raw: &Bytes) -> Option<Self> {
        rt::body(raw).map(Self::Other)
    }
}
