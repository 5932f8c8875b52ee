//! The bodies that the API takes and gives.
// Written by docwright; changes made here are lost when it runs again.

mod color;
mod grade;
mod list_parts_states;
mod order;
mod part;
mod part_patch;
mod problem;

pub use color::Color;
pub use grade::Grade;
pub use list_parts_states::ListPartsStates;
pub use order::{Order, OrderBuilder};
pub use part::Part;
pub use part_patch::PartPatch;
pub use problem::Problem;
