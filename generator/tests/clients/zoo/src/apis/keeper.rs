//! Operations tagged `Keeper`.
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::rt;

use crate::models;

/// Operations tagged `Keeper`, from [`Client::keeper`](crate::Client::keeper).
#[derive(Clone, Copy, Debug)]
pub struct Keeper<'c>(pub(crate) &'c rt::Client);

impl Keeper<'_> {
    /// Put a keeper.
    ///
    /// `PUT /keeper`
    ///
    /// - `keeper`: The keeper.
    ///
    /// # Statuses
    ///
    /// - `200`: Put.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use zoo_client::models::Keeper;
    ///
    /// let answer = client
    ///     .keeper()
    ///     .put_keeper(&Keeper::new("2024-01-31".parse()?, "name".into(), "type_"))
    ///     .await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn put_keeper(self, keeper: &models::Keeper) -> PutKeeper {
        static OPERATION: rt::Operation = rt::Operation::put("/keeper");
        rt::Draft::new(self.0, &OPERATION).json(keeper).decode(PutKeeper)
    }
}

docwright_runtime::call!(Keeper::put_keeper => PutKeeper -> models::Problem);
