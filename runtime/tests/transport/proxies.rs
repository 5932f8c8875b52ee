//! Proxies in front of servers.

use std::net::SocketAddr;
use std::process::Command;
use std::sync::{Arc, Mutex};

use docwright_runtime::HyperTransport;
use docwright_runtime::transport::Proxy;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};

use crate::server::Server;
use crate::{chain, get};

/// A proxy that forwards nothing and opens every tunnel to one server. It keeps the heads of requests.
#[derive(Clone)]
struct TestProxy {
    address: SocketAddr,
    tunnels_to: Option<SocketAddr>,
    heads: Arc<Mutex<Vec<String>>>,
}

impl TestProxy {
    async fn start(tunnels_to: Option<SocketAddr>) -> Self {
        let (proxy, listener) = Self::listen(tunnels_to).await;
        let serving = proxy.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serving.clone().serve(stream));
            }
        });
        proxy
    }

    #[cfg(feature = "rustls")]
    async fn start_tls(config: rustls::ServerConfig, tunnels_to: Option<SocketAddr>) -> Self {
        let (proxy, listener) = Self::listen(tunnels_to).await;
        let serving = proxy.clone();
        let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let stream = acceptor.accept(stream).await.unwrap();
                tokio::spawn(serving.clone().serve(stream));
            }
        });
        proxy
    }

    async fn listen(tunnels_to: Option<SocketAddr>) -> (Self, TcpListener) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        (Self { address, tunnels_to, heads: Arc::default() }, listener)
    }

    async fn serve(self, mut stream: impl AsyncRead + AsyncWrite + Unpin) {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await.unwrap());
        }
        let head = String::from_utf8(head).unwrap().to_ascii_lowercase();
        let opens_tunnel = head.starts_with("connect ");
        self.heads.lock().unwrap().push(head);
        match self.tunnels_to {
            Some(server) if opens_tunnel => {
                stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
                // The end of a tunnel is seen by the client.
                let _ = copy_bidirectional(&mut stream, &mut TcpStream::connect(server).await.unwrap()).await;
            }
            None if opens_tunnel => stream.write_all(b"HTTP/1.1 407 Who Are You\r\n\r\n").await.unwrap(),
            _ => {
                let answer = b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 9\r\n\r\nforwarded";
                stream.write_all(answer).await.unwrap();
            }
        }
        let _ = stream.shutdown().await;
    }

    fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The lines of the only request that begin with one of the words.
    #[track_caller]
    fn lines(&self, words: &[&str]) -> Vec<String> {
        let heads = self.heads.lock().unwrap();
        assert_eq!(heads.len(), 1, "{heads:?}");
        let lines = heads[0].lines().filter(|line| words.iter().any(|word| line.starts_with(word)));
        lines.map(str::to_owned).collect()
    }
}

fn through(proxy: Proxy) -> HyperTransport {
    HyperTransport::builder().proxy(proxy).build().unwrap()
}

#[tokio::test]
async fn a_request_to_an_http_server_is_forwarded() {
    let proxy = TestProxy::start(None).await;
    let transport = through(Proxy::new(proxy.url()).basic_auth("ada", "s3cret"));
    assert_eq!(get(&transport, "http://api.example:81/x?y=1").await.unwrap(), "forwarded");
    assert_eq!(
        proxy.lines(&["get", "host", "proxy-authorization"]),
        [
            "get http://api.example:81/x?y=1 http/1.1",
            "proxy-authorization: basic ywrhonmzy3jlda==",
            "host: api.example:81"
        ]
    );
}

#[tokio::test]
async fn an_excepted_server_is_called_without_the_proxy() {
    let (server, proxy) = (Server::start().await, TestProxy::start(None).await);
    let transport = through(Proxy::new(proxy.url()).basic_auth("ada", "s3cret").except("127.0.0.0/8"));
    assert_eq!(get(&transport, &server.url()).await.unwrap(), "GET /x HTTP/1.1");
    assert_eq!(server.header("proxy-authorization"), ["-"]);
    assert!(proxy.heads.lock().unwrap().is_empty());
}

#[cfg(not(feature = "rustls"))]
#[tokio::test]
async fn nothing_goes_through_a_tunnel_without_tls() {
    let proxy = TestProxy::start(None).await;
    get(&through(Proxy::new(proxy.url())), "https://127.0.0.1/x").await.unwrap_err();
    assert!(proxy.heads.lock().unwrap().is_empty());
}

#[cfg(feature = "rustls")]
mod tunnels {
    //! Tunnels to servers that speak TLS.

    use super::*;
    use crate::certificates::Authority;
    use crate::is_connect;

    #[tokio::test]
    async fn an_https_server_is_called_through_a_tunnel() {
        let authority = Authority::new();
        let server = Server::start_tls(authority.issue("api.example").server()).await;
        let proxy = TestProxy::start(Some(server.address)).await;
        let transport = HyperTransport::builder()
            .root_certificates_pem(authority.pem())
            .proxy(Proxy::new(proxy.url().replace("//", "//ada:s3cret@")))
            .build()
            .unwrap();
        for _ in 0..2 {
            assert_eq!(get(&transport, "https://api.example/x").await.unwrap(), "GET /x HTTP/1.1");
        }
        assert_eq!(
            proxy.lines(&["connect", "proxy-authorization"]),
            ["connect api.example:443 http/1.1", "proxy-authorization: basic ywrhonmzy3jlda=="]
        );
        assert_eq!(server.header("proxy-authorization"), ["-", "-"]);
    }

    #[tokio::test]
    async fn a_tunnel_that_is_refused_is_no_connection() {
        let proxy = TestProxy::start(None).await;
        let error = get(&through(Proxy::new(proxy.url())), "https://api.example/x").await.unwrap_err();
        assert!(is_connect(&error));
        assert!(chain(&error).contains("proxy authorization required"), "{}", chain(&error));
    }

    #[tokio::test]
    async fn a_proxy_can_speak_tls_too() {
        let authority = Authority::new();
        let server = Server::start_tls(authority.issue("api.example").server()).await;
        let config = authority.issue("127.0.0.1").server();
        let proxy = TestProxy::start_tls(config, Some(server.address)).await;
        let transport = HyperTransport::builder()
            .root_certificates_pem(authority.pem())
            .proxy(Proxy::new(proxy.url().replace("http:", "https:")))
            .build()
            .unwrap();
        assert_eq!(get(&transport, "https://api.example/x").await.unwrap(), "GET /x HTTP/1.1");
        assert_eq!(get(&transport, "http://api.example/x").await.unwrap(), "forwarded");
    }
}

/// The environment belongs to a process, so this test is run again in one of its own, where it only calls.
#[tokio::test]
async fn the_proxy_of_the_environment_is_the_default() {
    const CALL: &str = "DOCWRIGHT_TEST_CALL";
    if let Ok(url) = std::env::var(CALL) {
        let answer = get(&HyperTransport::new().unwrap(), &url).await;
        println!("answer: {}", answer.unwrap_or_else(|error| chain(&error)));
        return;
    }
    let (server, proxy) = (Server::start().await, TestProxy::start(None).await);
    let program = std::env::current_exe().unwrap();
    let call = async |url: &str, environment: &[(&str, &str)]| {
        let mut command = Command::new(&program);
        command.args(["--exact", "proxies::the_proxy_of_the_environment_is_the_default", "--nocapture"]);
        command.env_clear().env(CALL, url).envs(environment.iter().copied());
        let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().find_map(|line| line.split_once("answer: ")).unwrap().1.to_owned()
    };

    // An address of this machine that is not a loopback address.
    let port = server.address.port();
    let other = format!("http://0.0.0.0:{port}/x");
    let set = ("HTTP_PROXY", &*proxy.url());
    assert_eq!(call("http://api.example/x", &[set]).await, "forwarded");
    assert_eq!(call("http://api.example/x", &[("all_proxy", set.1)]).await, "forwarded");
    assert_eq!(call(&other, &[set]).await, "forwarded");
    assert_eq!(call(&other, &[set, ("NO_PROXY", "a.example, 0.0.0.0")]).await, "GET /x HTTP/1.1");
    assert_eq!(call(&server.url(), &[set]).await, "GET /x HTTP/1.1");
    assert_eq!(call(&other, &[]).await, "GET /x HTTP/1.1");
    let socks = call(&other, &[("ALL_PROXY", "socks5://127.0.0.1:1")]).await;
    assert!(socks.ends_with("a SOCKS proxy cannot be used"), "{socks}");
}
