//! The maintainers’ commands.
fn main() {}
