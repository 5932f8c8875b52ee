//! Models are written as they are read: what the docs name, and what is newer than they are.
// Written by docwright; changes made here are lost when it runs again.

use zoo_client::models;

docwright_runtime::model_tests! {
    Animal = "(Cat | Dog)",
    Branch = "object(kind: BranchKind, left: Tree, right: Tree)",
    BranchKind = "enum(\"branch\")",
    Cat = "object(born?: date, color?: CatColor?, id: uuid, kind: string, weight?: number?, *: any)",
    CatColor = "enum(\"black\", \"white\")",
    Dog = "object(kind: string, level: DogLevel, password?: string, photo?: byte, price?: decimal, seen: date-time)",
    DogLevel = "enum(1, -1)",
    FindKey = "(integer | string)",
    Found = "(Animal | [Animal] | Visit | Visitor | integer | number | boolean | date | string | {integer})",
    House = "object(more?: any, name: string, plan: byte, plans: [byte], rooms: [[string]], tag?: Tag?, tree: Tree)",
    Leaf = "object(kind: LeafKind, size: integer32)",
    LeafKind = "enum(\"leaf\")",
    ListAnimalsSince = "(date | integer)",
    Problem = "object(detail?: Found, title: string)",
    Tag = "(string | integer)",
    Tree = "(Branch | Leaf | string)",
    Visit = "object(day: date, visitor?: string)",
    Visitor = "object(day?: date, name: string)",
}
