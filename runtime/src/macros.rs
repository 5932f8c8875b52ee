//! The macros that generated code calls, so that what is the same in every generated crate is written once.

mod call;
mod client_builder;
mod error_body;
mod event_call;
mod input;
mod integer_enum;
#[cfg(feature = "model-tests")]
mod model_tests;
mod object;
mod pages;
mod redacted_debug;
mod send_blocking;
mod setters;
mod string_enum;
mod union;
