//! The bodies that the API takes and gives.
//!
//! What a request takes has a constructor, and a setter for each field that need not be given. What only responses give
//! has neither: its fields are there to be read, and a test makes a value from JSON, as by `serde_json::from_value`.
// Written by docwright; changes made here are lost when it runs again.

mod animal;
mod branch;
mod branch_kind;
mod cat;
mod cat_color;
mod dog;
mod dog_level;
mod find_key;
mod found;
mod house;
mod leaf;
mod leaf_kind;
mod list_animals_since;
mod name;
mod plan;
mod problem;
mod tag;
mod tree;
mod visit;
mod visitor;

pub use animal::Animal;
pub use branch::Branch;
pub use branch_kind::BranchKind;
pub use cat::Cat;
pub use cat_color::CatColor;
pub use dog::Dog;
pub use dog_level::DogLevel;
pub use find_key::FindKey;
pub use found::Found;
pub use house::House;
pub use leaf::Leaf;
pub use leaf_kind::LeafKind;
pub use list_animals_since::ListAnimalsSince;
pub use name::Name;
pub use plan::Plan;
pub use problem::Problem;
pub use tag::Tag;
pub use tree::Tree;
pub use visit::Visit;
pub use visitor::Visitor;
