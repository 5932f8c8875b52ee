//! The reader of TAG pages, which describe every schema in place, in wire names.

mod api_page;
mod compose;
mod flat;
mod media_type;
mod model_page;
mod notes;
mod parameters;
mod responses;
mod schema;
mod types;

pub(super) use api_page::read_api_page;
pub(super) use compose::{Compositions, Part, compose, types};
pub(super) use model_page::read_model_page;
