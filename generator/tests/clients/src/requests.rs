//! What is sent.

use crate::{Operation, SECRET, Server, Setter};

/// Sends every operation, and checks all that arrives. The secured ones have to carry these lines of credentials.
///
/// The server answers with a status that no docs document: it is the status of the error.
pub async fn check_sent<C>(
    operations: &[Operation<C>],
    client: impl FnOnce(&Server) -> C,
    setters: &[Setter],
    credentials: &[&str],
) {
    let server = Server::start().await;
    server.answer(418, SECRET);
    let client = client(&server);
    for operation in operations {
        let error = (operation.call)(&client, setters).await.unwrap_err();
        let expected = with_headers(operation.sent, if operation.secured { credentials } else { &[] });
        assert_eq!(error.status().map(|status| status.as_u16()), Some(418), "{error:?} of {expected}");
        assert!(error.is_status());
        assert_eq!(error.raw().unwrap(), SECRET);
        assert_eq!(server.sent().text(), expected);
    }
}

/// Sends every operation by clones of a client that is gone, at once.
pub async fn check_clones<C: Clone>(
    operations: &[Operation<C>],
    client: impl FnOnce(&Server) -> C,
    credentials: &[&str],
) {
    let server = Server::start().await;
    let client = client(&server);
    let calls: Vec<_> = operations.iter().map(|operation| (operation.call)(&client.clone(), &[])).collect();
    drop(client);
    for call in calls.into_iter().map(tokio::spawn).collect::<Vec<_>>() {
        assert!(call.await.unwrap().unwrap_err().is_status());
    }
    let mut sent: Vec<_> = server.all_sent().iter().map(|sent| sent.text()).collect();
    let with_credentials =
        |operation: &Operation<C>| with_headers(operation.sent, if operation.secured { credentials } else { &[] });
    let mut expected: Vec<_> = operations.iter().map(with_credentials).collect();
    sent.sort();
    expected.sort();
    assert_eq!(sent, expected);
}

/// Puts lines of headers in their places.
fn with_headers(sent: &str, added: &[&str]) -> String {
    let (head, body) = sent.split_once("\n\n").map_or((sent.trim_end(), None), |(head, body)| (head, Some(body)));
    let mut lines = head.lines();
    let line = lines.next().unwrap();
    let mut headers: Vec<_> = lines.chain(added.iter().copied()).map(|header| format!("{header}\n")).collect();
    headers.sort();
    let body = body.map(|body| format!("\n{body}")).unwrap_or_default();
    format!("{line}\n{}{body}", headers.concat())
}
