//! Models are written as they are read: what the docs name, and what is newer than they are.
// Written by docwright; changes made here are lost when it runs again.

use zoo_client::models;

docwright_runtime::model_tests! {
    Animal = "(Cat | Dog)",
    BoxModel = "object(box?: BoxModel)",
    Branch = "object(kind: BranchKind, left: Tree, right: Tree)",
    BranchKind = "enum(\"branch\")",
    Cat = "object(born?: date, color?: CatColor?, id: uuid, kind: string, weight?: number?, *: any)",
    CatColor = "enum(\"black\", \"white\")",
    Clone = "object(debug?: {integer})",
    DateTimeModel = "object(at: date-time)",
    Dog = "object(kind: string, level: DogLevel, password?: string, photo?: byte, price?: decimal, seen: date-time)",
    DogLevel = "enum(1, -1)",
    FieldModel = "object(field?: string?)",
    FindKey = "(integer | string)",
    Found = "(Animal | [Animal] | Visit | Visitor | integer | number | boolean | date | string | {integer})",
    House = "object(more?: any, name: string, plan: byte, plans: [byte], rooms: [[string]], tag?: Tag?, tree: Tree)",
    Keeper = "object(firstAid2Passed?: boolean, former_name?: string, hiredOn: date, houseIDs?: [uuid], lastSeen?: date-time?, name: string, names?: Names, substitute?: Keeper, type: string, *: any)",
    Leaf = "object(kind: LeafKind, size: integer32)",
    LeafKind = "enum(\"leaf\")",
    ListAnimalsSince = "(date | integer)",
    Names = "object(box: BoxModel, clone?: Clone, date_time?: DateTimeModel, field: FieldModel?, file?: byte, options: {OptionModel}, result?: ResultModel?, string: StringModel, value: ValueModel, vec: [VecModel])",
    OptionModel = "object(option?: integer)",
    Problem = "object(detail?: Found, title: string)",
    ResultModel = "enum(\"ok\", \"err\")",
    StringModel = "(string | integer)",
    Tag = "(string | integer)",
    Tree = "(Branch | Leaf | string)",
    ValueModel = "object(value?: any)",
    VecModel = "object(items?: [string])",
    Visit = "object(day: date, visitor?: string)",
    Visitor = "object(day?: date, name: string)",
}
