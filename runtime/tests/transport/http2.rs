//! HTTP/2 with servers that offer it.

use docwright_runtime::HyperTransport;

use crate::certificates::Authority;
use crate::get;
use crate::server::Server;

async fn start(protocols: &[&str]) -> (Server, HyperTransport) {
    let authority = Authority::new();
    let mut config = authority.issue("127.0.0.1").server();
    config.alpn_protocols = protocols.iter().map(|protocol| protocol.as_bytes().to_vec()).collect();
    let settings = HyperTransport::builder().root_certificates_pem(authority.pem());
    (Server::start_tls(config).await, settings.build().unwrap())
}

#[cfg(feature = "http2")]
#[tokio::test]
async fn http2_is_spoken_where_it_is_offered() {
    let (server, transport) = start(&["h2", "http/1.1"]).await;
    let url = server.https_url();
    assert_eq!(get(&transport, &url).await.unwrap(), format!("GET {url} HTTP/2.0"));
    let (first, second) = tokio::join!(get(&transport, &url), get(&transport, &url));
    assert!(first.is_ok() && second.is_ok());
    assert_eq!(server.connections(), 1);
}

#[cfg(not(feature = "http2"))]
#[tokio::test]
async fn http1_is_spoken_where_http2_is_offered() {
    let (server, transport) = start(&["h2", "http/1.1"]).await;
    assert_eq!(get(&transport, &server.https_url()).await.unwrap(), "GET /x HTTP/1.1");
}

#[tokio::test]
async fn http1_is_spoken_where_nothing_else_is_offered() {
    for protocols in [&["http/1.1"][..], &[]] {
        let (server, transport) = start(protocols).await;
        assert_eq!(get(&transport, &server.https_url()).await.unwrap(), "GET /x HTTP/1.1");
    }
}
