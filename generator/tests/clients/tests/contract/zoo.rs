//! A zoo that is not there: unions, and types of other crates.

use docwright_client_tests::{Server, check_success, made};
use zoo_client::apis::zoo::{FindError, PutHouseError};
use zoo_client::models::{Animal, Branch, BranchKind, Cat, CatColor, Found, House, Leaf, LeafKind, Tree};
use zoo_client::{Base64, Client, Date, Uuid, Value};

const ID: Uuid = Uuid::from_u128(0x1234);
const CAT: &str = r#"{"id":"00000000-0000-0000-0000-000000001234","kind":"lion","lives":9}"#;
const DOG: &str = r#"{"kind":"dog","seen":"2024-01-02T03:04:05Z","level":-1,"photo":"_-8","price":"1.50"}"#;

fn client(server: &Server) -> Client {
    Client::builder().base_url(server.url("")).build().unwrap()
}

#[tokio::test]
async fn a_member_is_sent_as_it_is() {
    let server = Server::start().await;
    server.answer(200, CAT);
    let cat = Cat::new(ID, "cat").born("2024-02-29".parse().unwrap()).color(CatColor::Black).weight(None);
    let call = client(&server).zoo().put_animal(ID, "1.50".parse().unwrap(), cat);
    call.photo(b"\xff\xef").friends(&[ID, Uuid::nil()]).await.unwrap();
    assert_eq!(
        server.sent().text(),
        "PUT /animals/00000000-0000-0000-0000-000000001234?price=1.50&photo=%2F%2B8%3D\
         &friends=00000000-0000-0000-0000-000000001234&friends=00000000-0000-0000-0000-000000000000\n\
         accept: application/json\ncontent-type: application/json\n\n\
         {\"born\":\"2024-02-29\",\"color\":\"black\",\"id\":\"00000000-0000-0000-0000-000000001234\",\
         \"kind\":\"cat\",\"weight\":null}"
    );
}

#[tokio::test]
async fn parameters_take_what_can_be_turned_into_them() {
    let server = Server::start().await;
    server.answer(200, "[]");
    let zoo = client(&server);
    let day: Date = "2024-02-29".parse().unwrap();
    zoo.zoo().list_animals().since(day).await.unwrap();
    assert_eq!(server.sent().target(), "/animals?since=2024-02-29");
    zoo.zoo().list_animals().since(2024).await.unwrap();
    assert_eq!(server.sent().target(), "/animals?since=2024");
    zoo.zoo().find("a/b").await.unwrap();
    assert_eq!(server.sent().target(), "/find/a%2Fb");
    zoo.zoo().find(7).await.unwrap();
    assert_eq!(server.sent().target(), "/find/7");
    zoo.zoo().find(Value::from("newer")).await.unwrap();
    assert_eq!(server.sent().target(), "/find/newer");
}

#[tokio::test]
async fn an_answer_is_the_member_that_it_says() {
    let server = Server::start().await;
    let zoo = client(&server);
    let answer: &'static str = r#"[
        {"id":"00000000-0000-0000-0000-000000001234","kind":"lion","lives":9},
        {"kind":"dog","seen":"2024-01-02T03:04:05Z","level":-1,"photo":"_-8","price":"1.50"},
        {"kind":"axolotl","level":1},
        {"kind":"dog","seen":"yesterday","level":1}
    ]"#;
    let animals = check_success(&server, 200, answer, zoo.zoo().list_animals().send()).await;
    let [Animal::Cat(cat), Animal::Dog(dog), Animal::Unknown(newer), Animal::Unknown(odd)] = animals.as_slice() else {
        unreachable!("{animals:?}")
    };
    assert_eq!((cat.id, &cat.additional_properties["lives"]), (ID, &Value::from(9)));
    assert_eq!((&dog.photo, dog.price), (&Some(Base64::from(b"\xff\xef")), Some("1.5".parse().unwrap())));
    assert_eq!((newer.as_value()["kind"].as_str(), newer.reason()), (Some("axolotl"), None));
    assert!(odd.reason().is_some());
}

#[tokio::test]
async fn an_answer_is_the_member_that_it_looks_like() {
    let server = Server::start().await;
    let zoo = client(&server);
    let find = async |body: &'static str| check_success(&server, 200, body, zoo.zoo().find(1).send()).await;
    assert_eq!(find(CAT).await, Found::from(made::<Animal>(CAT)));
    assert_eq!(find(DOG).await, Found::from(made::<Animal>(DOG)));
    let Found::AnimalList(animals) = find(r#"[{"kind":"newer"}]"#).await else { unreachable!() };
    assert!(matches!(animals.as_slice(), [Animal::Unknown(_)]));
    assert!(matches!(find(r#"{"day":"2024-02-29","visitor":"ada"}"#).await, Found::Visit(_)));
    assert!(matches!(find(r#"{"day":"2024-02-29","name":"ada"}"#).await, Found::Visitor(_)));
    assert!(matches!(find(r#"{"a":1,"b":2}"#).await, Found::IntegerMap(map) if map["b"] == 2));
    assert!(matches!(find(r#"{"a":1,"b":"2"}"#).await, Found::Unknown(_)));
    assert_eq!(find("5").await, Found::Integer(5));
    assert_eq!(find("5.5").await, Found::Number(5.5));
    assert_eq!(find("true").await, Found::Boolean(true));
    assert_eq!(find("\"2024-02-29\"").await, Found::Date("2024-02-29".parse().unwrap()));
    assert_eq!(find("\"2024-02-30\"").await, Found::String("2024-02-30".to_owned()));
    assert!(matches!(find("null").await, Found::Unknown(_)));
}

#[tokio::test]
async fn a_failure_may_hold_a_union() {
    let server = Server::start().await;
    server.answer(404, r#"{"title":"T","detail":{"other":[]}}"#);
    let error = client(&server).zoo().find("x").await.unwrap_err();
    let Some(FindError::NotFound(problem)) = error.documented() else { unreachable!("{error:?}") };
    assert_eq!(problem.title, "T");
    assert!(
        matches!(problem.detail, Some(Found::Unknown(detail)) if detail.as_value()["other"] == Value::Array(vec![]))
    );
}

#[tokio::test]
async fn a_failure_may_be_documented_for_every_status() {
    let server = Server::start().await;
    let house: House = made(r#"{"name":"","plan":"","plans":[],"rooms":[],"tree":""}"#);
    for status in [400, 503] {
        server.answer(status, r#"{"title":"T"}"#);
        let error = client(&server).zoo().put_house(&house).await.unwrap_err();
        assert_eq!(error.documented(), Some(PutHouseError::Other(made(r#"{"title":"T"}"#))));
    }
}

#[tokio::test]
async fn a_tree_is_sent_and_read() {
    let server = Server::start().await;
    server.answer(204, "");
    let tree = Branch::new(BranchKind::Branch, "left", Leaf::new(LeafKind::Leaf, 1));
    let house =
        House::new("H".into(), b"plan".into(), [b"p".into()], [vec!["a".to_owned()], Vec::new()], tree).tag(None);
    client(&server).zoo().put_house(&house).await.unwrap();
    let sent = server.sent().text();
    let (_, body) = sent.split_once("\n\n").unwrap();
    assert_eq!(
        body,
        "{\"name\":\"H\",\"plan\":\"cGxhbg==\",\"plans\":[\"cA==\"],\"rooms\":[[\"a\"],[]],\"tag\":null,\
         \"tree\":{\"kind\":\"branch\",\"left\":\"left\",\"right\":{\"kind\":\"leaf\",\"size\":1}}}"
    );
    let read: House = made(body);
    assert_eq!(read, house);
    let Tree::Branch(branch) = read.tree else { unreachable!() };
    assert_eq!(branch.left, "left".into());
}

#[test]
fn secrets_in_members_are_not_shown() {
    let dog = r#"{"kind":"dog","seen":"2024-01-02T03:04:05Z","level":1,"password":"s3cret"}"#;
    assert!(!format!("{:?}", made::<Animal>(dog)).contains("s3cret"));
    let unknown = r#"{"kind":"dog","password":"s3cret"}"#;
    assert!(!format!("{:?}", made::<Animal>(unknown)).contains("s3cret"));
}
