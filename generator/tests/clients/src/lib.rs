//! What the tests of the generated clients share: a server that keeps what it was sent, and the checks that hold for
//! every operation of every client.
//!
//! A test describes the operations of a client once, as a list of [`Operation`]; the checks then run through that list.

#![expect(clippy::unwrap_used, reason = "the helpers of a test fail as the test does")]

mod answers;
mod arguments;
mod operation;
mod requests;
mod secret;
mod sent;
mod server;

pub use answers::{Variant, check_failures, check_success, check_wrong_bodies, made};
pub use arguments::{check_path, check_query};
pub use operation::{Operation, Outcome, Setter, send};
pub use requests::{check_clones, check_sent};
pub use secret::{SECRET, hiding};
pub use sent::Sent;
pub use server::Server;
