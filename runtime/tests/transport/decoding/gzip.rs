//! Answers in gzip.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::{TEXT, check_bomb, check_fault, check_stream, check_text, check_trailers, pieces, read};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn gzip_is_decoded() {
    check_text("gzip", &gzip(TEXT.as_bytes())).await;
    check_trailers("gzip", &gzip(TEXT.as_bytes())).await;
    check_fault("gzip").await;
    // RFC 9110 section 8.4.1.3.
    assert_eq!(read("X-GZip", gzip(TEXT.as_bytes())).await.unwrap(), TEXT);
}

#[tokio::test]
async fn all_members_are_decoded() {
    let (start, end) = TEXT.split_at(7);
    let members = [gzip(start.as_bytes()), gzip(end.as_bytes())].concat();
    assert_eq!(read("gzip", members.clone()).await.unwrap(), TEXT);
    assert_eq!(read("gzip", pieces(members.iter().map(|byte| vec![*byte]), true)).await.unwrap(), TEXT);
}

#[tokio::test]
async fn a_checksum_that_is_wrong_is_a_fault() {
    let mut bytes = gzip(TEXT.as_bytes());
    let checksum = bytes.len() - 8;
    bytes[checksum] ^= 1;
    assert!(read("gzip", bytes).await.is_err());
}

#[tokio::test]
async fn gzip_is_decoded_as_it_comes() {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(b"hello, ").unwrap();
    encoder.flush().unwrap();
    check_stream("gzip", encoder.get_ref(), "hello, ").await;
}

#[tokio::test]
async fn gzip_is_not_decoded_ahead_of_the_reader() {
    let length = 8 << 20;
    check_bomb("gzip", gzip(&vec![0; length]), length).await;
}
