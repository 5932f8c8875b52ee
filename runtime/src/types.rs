//! Types that appear in generated models.

mod base64;
mod date;
mod date_time;
mod field;
mod parse_date_error;
mod text_serde;
mod unknown_member;
mod unknown_value;

pub(crate) mod object;
pub(crate) mod open_enum;
pub(crate) mod union;

pub use base64::Base64;
pub use date::Date;
pub use date_time::DateTime;
pub use field::Field;
pub use parse_date_error::ParseDateError;
pub use unknown_member::UnknownMember;
pub use unknown_value::UnknownValue;
