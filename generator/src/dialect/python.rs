//! The reader of LEG, PRI and NXT pages.

mod api_page;
mod model_page;
mod names;
mod notes;
mod parameters;
mod responses;
mod types;

pub(super) use api_page::read_api_page;
pub(super) use model_page::{check_end as check_model_end, read_model_page};
pub(super) use names::wire_name;
pub(super) use notes::split as split_notes;
pub(super) use parameters::{RowCells, first_rows, read_type};
