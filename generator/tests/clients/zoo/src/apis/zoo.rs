//! Operations tagged `Zoo`.
// Written by docwright; changes made here are lost when it runs again.

use std::borrow::Borrow;

use docwright_runtime::{Base64, rt};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::models;

/// Operations tagged `Zoo`, from [`Client::zoo`](crate::Client::zoo).
#[derive(Clone, Copy, Debug)]
pub struct Zoo<'c>(pub(crate) &'c rt::Client);

impl Zoo<'_> {
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
    ///     .put_animal(Uuid::nil(), "1.50".parse()?, Cat::new(Uuid::nil(), "cat"))
    ///     .await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn put_animal(self, id: Uuid, price: Decimal, animal: impl Into<models::Animal>) -> PutAnimal {
        static OPERATION: rt::Operation = rt::Operation::put("/animals/{id}");
        rt::Draft::new(self.0, &OPERATION)
            .path("id", &id)
            .query("price", &price)
            .json(&Into::<models::Animal>::into(animal))
            .decode(PutAnimal)
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
        static OPERATION: rt::Operation = rt::Operation::get("/animals");
        rt::Draft::new(self.0, &OPERATION).decode(ListAnimals)
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
        static OPERATION: rt::Operation = rt::Operation::get("/find/{key}");
        rt::Draft::new(self.0, &OPERATION).path("key", &Into::<models::FindKey>::into(key)).decode(Find)
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
        rt::Draft::new(self.0, &OPERATION).json(house).empty(PutHouse)
    }
}

docwright_runtime::call! {
    Zoo::put_animal => PutAnimal -> models::Animal {
        /// A small picture.
        photo: impl Into<Base64> => query("photo", &Into::<Base64>::into(photo));
        /// Whom it likes.
        friends: impl IntoIterator<Item = impl Borrow<Uuid>> => query("friends", &rt::list::<Uuid>(friends));
    }
}

docwright_runtime::call! {
    Zoo::list_animals => ListAnimals -> Vec<models::Animal> {
        /// A day or a year.
        since: impl Into<models::ListAnimalsSince> => query("since", &Into::<models::ListAnimalsSince>::into(since));
    }
}

docwright_runtime::call!(Zoo::find => Find -> models::Found);

/// What a failed [`find`](Zoo::find) answers, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FindError {
    /// `404`: Not found.
    NotFound(Box<models::Problem>),
}

docwright_runtime::error_body!(FindError { 404 => NotFound });

docwright_runtime::call!(Zoo::put_house => PutHouse -> ());

/// What a failed [`put_house`](Zoo::put_house) answers, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PutHouseError {
    /// Any other status.
    Other(Box<models::Problem>),
}

docwright_runtime::error_body!(PutHouseError { _ => Other });
