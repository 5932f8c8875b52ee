//! What the programs of checks share: a report, the words that checks are made of, and the run of a client against
//! Prism.

mod expect;
pub mod prism;
mod report;

pub use expect::{Outcome, ensure, refused, same};
pub use report::{Report, run, variable};
