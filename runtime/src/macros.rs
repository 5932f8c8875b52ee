//! The macros that generated code calls, so that what is the same in every generated crate is written once.

mod call;
mod client_builder;
mod event_call;
mod integer_enum;
mod pages;
mod send_blocking;
mod string_enum;
