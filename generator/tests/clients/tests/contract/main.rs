//! What the generated clients send and understand, held against a server: the docs of each service, in requests and
//! answers.

#![expect(clippy::unwrap_used, reason = "the helpers of a test fail as the test does")]

mod datameta;
mod frozen;
mod kestra;
mod kleister;
mod semaphore;
mod settings;
mod shoko;
mod zoo;
