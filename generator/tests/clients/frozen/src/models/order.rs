//! The model [`Order`](super::Order).
// Written by docwright; changes made here are lost when it runs again.

use serde::{Deserialize, Serialize};

/// An order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Order {
    /// The buyer.
    pub buyer: String,
    /// The street.
    pub street: String,
    /// The town.
    pub town: String,
    /// The country.
    pub country: String,
    /// The part.
    pub part: String,
    /// The price.
    pub price: String,
}

/// Makes values of [`Order`] field by field.
#[derive(Clone, Debug, Default)]
pub struct OrderBuilder {
    buyer: Option<String>,
    street: Option<String>,
    town: Option<String>,
    country: Option<String>,
    part: Option<String>,
    price: Option<String>,
}

impl Order {
    /// Begins a value field by field: there are too many required ones to tell them apart as arguments.
    pub fn builder() -> OrderBuilder {
        Default::default()
    }
}

impl OrderBuilder {
    /// Sets [`buyer`](field@Order::buyer).
    pub fn buyer(mut self, buyer: impl Into<String>) -> Self {
        self.buyer = Some(buyer.into());
        self
    }

    /// Sets [`street`](field@Order::street).
    pub fn street(mut self, street: impl Into<String>) -> Self {
        self.street = Some(street.into());
        self
    }

    /// Sets [`town`](field@Order::town).
    pub fn town(mut self, town: impl Into<String>) -> Self {
        self.town = Some(town.into());
        self
    }

    /// Sets [`country`](field@Order::country).
    pub fn country(mut self, country: impl Into<String>) -> Self {
        self.country = Some(country.into());
        self
    }

    /// Sets [`part`](field@Order::part).
    pub fn part(mut self, part: impl Into<String>) -> Self {
        self.part = Some(part.into());
        self
    }

    /// Sets [`price`](field@Order::price).
    pub fn price(mut self, price: impl Into<String>) -> Self {
        self.price = Some(price.into());
        self
    }

    /// The value.
    ///
    /// # Errors
    ///
    /// When a required field was not set; the error names it.
    pub fn build(self) -> Result<Order, docwright_runtime::Error> {
        Ok(Order {
            buyer: docwright_runtime::rt::required(self.buyer, "Order.buyer")?,
            street: docwright_runtime::rt::required(self.street, "Order.street")?,
            town: docwright_runtime::rt::required(self.town, "Order.town")?,
            country: docwright_runtime::rt::required(self.country, "Order.country")?,
            part: docwright_runtime::rt::required(self.part, "Order.part")?,
            price: docwright_runtime::rt::required(self.price, "Order.price")?,
        })
    }
}
