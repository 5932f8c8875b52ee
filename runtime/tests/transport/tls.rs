//! Whom the default transport trusts, and who it says it is.

use docwright_runtime::transport::HyperTransportBuilder;
use docwright_runtime::{HyperTransport, rt};

use crate::certificates::Authority;
use crate::server::Server;
use crate::{chain, get, is_connect};

/// The sources of the error that comes of calling a server.
async fn refused(server: &Server, settings: HyperTransportBuilder) -> String {
    let error = get(&settings.build().unwrap(), &server.https_url()).await.unwrap_err();
    assert!(is_connect(&error), "{error:?}");
    assert_eq!(server.header("host"), [""; 0]);
    chain(&error)
}

#[tokio::test]
async fn an_added_root_is_trusted() {
    let authority = Authority::new();
    let server = Server::start_tls(authority.issue("127.0.0.1").server()).await;
    let settings = [
        HyperTransport::builder().root_certificates_pem(authority.pem()),
        HyperTransport::builder().root_certificates_pem(Authority::new().pem() + &authority.pem()),
        HyperTransport::builder().root_certificate_der(authority.der()),
        HyperTransport::builder().root_certificate_der(authority.der()).without_mozilla_roots(),
    ];
    for settings in settings {
        assert!(get(&settings.build().unwrap(), &server.https_url()).await.unwrap().starts_with("GET "));
    }
}

#[tokio::test]
async fn an_unknown_root_is_refused() {
    let server = Server::start_tls(Authority::new().issue("127.0.0.1").server()).await;
    assert!(refused(&server, HyperTransport::builder()).await.contains("UnknownIssuer"));
    let other = HyperTransport::builder().root_certificates_pem(Authority::new().pem()).without_mozilla_roots();
    assert!(refused(&server, other).await.contains("invalid peer certificate"));
}

#[tokio::test]
async fn a_refused_certificate_is_not_tried_again() {
    static OPERATION: rt::Operation = rt::Operation::get("/");
    let server = Server::start_tls(Authority::new().issue("127.0.0.1").server()).await;
    let client = rt::ClientBuilder::new(server.https_url(), "test").build().unwrap();
    let error = rt::Request::new(&client, &OPERATION).empty().await.unwrap_err();
    assert!(error.is_connect());
    assert_eq!(error.attempts(), 1);
}

#[tokio::test]
async fn an_error_says_what_is_wrong_with_a_certificate() {
    static OPERATION: rt::Operation = rt::Operation::get("/x");
    let authority = Authority::new();
    let trusting = HyperTransport::builder().root_certificates_pem(authority.pem()).build().unwrap();
    let default = HyperTransport::new().unwrap();
    for (certificate, transport, fault) in [
        (authority.issue_expired("127.0.0.1"), &trusting, "expired"),
        (authority.issue_between("127.0.0.1", 3000, 3001), &trusting, "not valid yet"),
        (authority.issue("other.example"), &trusting, "for another host"),
        (Authority::new().issue("127.0.0.1"), &trusting, "wrong signature"),
        (authority.issue("127.0.0.1"), &default, "unknown issuer"),
    ] {
        let server = Server::start_tls(certificate.server()).await;
        let client = rt::ClientBuilder::new(format!("https://{}", server.address), "test");
        let client = client.transport(transport.clone());
        let error = rt::Request::new(&client.build().unwrap(), &OPERATION).empty().await.unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("GET /x: no connection to {}: the server's certificate was refused ({fault})", server.address)
        );
        assert!(chain(&error.into()).contains("invalid peer certificate"));
    }
}

#[tokio::test]
async fn an_expired_certificate_is_refused() {
    let authority = Authority::new();
    let server = Server::start_tls(authority.issue_expired("127.0.0.1").server()).await;
    let chain = refused(&server, HyperTransport::builder().root_certificates_pem(authority.pem())).await;
    assert!(chain.contains("expired"), "{chain}");
}

#[tokio::test]
async fn a_certificate_for_another_host_is_refused() {
    let authority = Authority::new();
    let server = Server::start_tls(authority.issue("other.example").server()).await;
    let chain = refused(&server, HyperTransport::builder().root_certificates_pem(authority.pem())).await;
    assert!(chain.contains("not valid for name"), "{chain}");
}

#[tokio::test]
async fn a_client_certificate_is_given_to_a_server_that_asks() {
    let (authority, clients) = (Authority::new(), Authority::new());
    let server = Server::start_tls(authority.issue("127.0.0.1").server_for_clients_of(&clients)).await;
    let anonymous = HyperTransport::builder().root_certificates_pem(authority.pem());
    get(&anonymous.build().unwrap(), &server.https_url()).await.unwrap_err();
    assert_eq!(server.connections(), 0);

    let ada = clients.issue("ada.example");
    let known = HyperTransport::builder()
        .root_certificates_pem(authority.pem())
        .client_certificate_pem(ada.chain_pem(), ada.key_pem());
    get(&known.build().unwrap(), &server.https_url()).await.unwrap();

    let both = ada.key_pem() + &ada.chain_pem();
    let known = HyperTransport::builder().root_certificates_pem(authority.pem()).client_certificate_pem(&both, &both);
    get(&known.build().unwrap(), &server.https_url()).await.unwrap();
    assert_eq!(server.connections(), 2);
}

#[track_caller]
fn check_refused(settings: HyperTransportBuilder, expected: &str) {
    let error = settings.build().unwrap_err();
    assert!(error.is_builder());
    assert_eq!(error.to_string(), format!("the client cannot be built: {expected}"));
}

#[test]
fn certificates_are_checked_when_the_transport_is_built() {
    let (authority, settings) = (Authority::new(), HyperTransport::builder);
    let (ada, bob) = (authority.issue("ada.example"), authority.issue("bob.example"));
    check_refused(settings().root_certificates_pem("none"), "there is no certificate in the PEM text");
    check_refused(settings().root_certificates_pem(ada.key_pem()), "there is no certificate in the PEM text");
    check_refused(
        settings().root_certificates_pem("-----BEGIN CERTIFICATE-----\n*\n-----END CERTIFICATE-----\n"),
        "a certificate is not PEM",
    );
    check_refused(settings().root_certificate_der("none"), "a root certificate cannot be read");
    check_refused(settings().without_mozilla_roots(), "no root certificate is left to trust: add one");
    check_refused(settings().client_certificate_pem(ada.chain_pem(), "none"), "the client key is not PEM");
    check_refused(
        settings().client_certificate_pem(ada.chain_pem(), bob.key_pem()),
        "the client certificate and its key cannot be used",
    );
    let first = settings().root_certificates_pem("none").client_certificate_pem("none", "none");
    check_refused(first.root_certificates_pem(authority.pem()), "there is no certificate in the PEM text");
}

#[test]
fn a_key_is_not_shown() {
    let ada = Authority::new().issue("ada.example");
    let settings = HyperTransport::builder().client_certificate_pem(ada.chain_pem(), ada.key_pem());
    let text = format!("{settings:?}");
    let shown = "Tls { roots: 0, with_mozilla_roots: true, with_client_certificate: true }";
    assert!(text.contains(shown), "{text}");
}
