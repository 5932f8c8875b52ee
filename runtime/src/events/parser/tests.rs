//! The examples of the standard, and every way of cutting a stream into pieces.

use super::*;

/// Reads the pieces and writes the events as `type|data|id`.
fn read<'p>(pieces: impl IntoIterator<Item = &'p [u8]>) -> (Vec<String>, Option<Duration>, String) {
    let mut parser = Parser::new(String::new(), 1000);
    let mut events = VecDeque::new();
    pieces.into_iter().for_each(|piece| parser.read(piece, &mut events).unwrap());
    let events = events.iter().map(|Event { event, data, id }| format!("{event}|{data}|{id}")).collect();
    (events, parser.retry(), parser.last_event_id().to_owned())
}

#[track_caller]
fn check(stream: &str, expected: &[&str]) {
    assert_eq!(read([stream.as_bytes()]).0, expected);
}

#[test]
fn the_examples_of_the_standard() {
    check("data: YHOO\ndata: +2\ndata: 10\n\n", &["message|YHOO\n+2\n10|"]);
    check(
        ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n",
        &["message|first event|1", "message|second event|"],
    );
    check("data\n\ndata\ndata\n\ndata:", &["message||", "message|\n|"]);
    check("data:test\n\ndata: test\n\n", &["message|test|", "message|test|"]);
    check("event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\n", &["add|73857293|", "remove|2153|"]);
}

#[test]
fn lines_end_in_three_ways() {
    check("data: a\rdata: b\r\ndata: c\n\r\ndata: d\r\r", &["message|a\nb\nc|", "message|d|"]);
    check("data: a\r\n\r\n\r\ndata: b\n\n", &["message|a|", "message|b|"]);
}

#[test]
fn only_the_first_line_may_begin_with_a_mark() {
    check("\u{feff}data: a\n\n\u{feff}data: b\n\n", &["message|a|"]);
    check("\u{feff}\u{feff}data: a\n\n", &[]);
    check("\u{feff}\ndata: \u{feff}\n\n", &["message|\u{feff}|"]);
}

#[test]
fn what_is_no_field_is_passed_over() {
    check(": a\n:\nDATA: b\ndata : c\n data: d\nfoo: e\nbar\n\n", &[]);
    check("event: x\n\ndata: a\n\n", &["message|a|"]);
    check("data:a:b\ndata: :c\n\n", &["message|a:b\n:c|"]);
}

#[test]
fn ids_last_until_there_is_another() {
    check("id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n", &["message|a|1", "message|b|1", "message|c|"]);
    check("id: 1\nid: 2\0\ndata: a\n\n", &["message|a|1"]);
    assert_eq!(read([&b"id: 7\n\n"[..]]).2, "7");
    assert_eq!(read([&b"id: 7\n"[..]]).2, "", "an event that is not complete has no ID yet");
    let mut events = VecDeque::new();
    Parser::new("5".to_owned(), 100).read(b"data: a\n\n", &mut events).unwrap();
    assert_eq!(events[0].id, "5");
}

#[track_caller]
fn check_retry(line: &str, expected: Option<u64>) {
    assert_eq!(read([format!("{line}\n").as_bytes()]).1, expected.map(Duration::from_millis));
}

#[test]
fn times_are_digits_alone() {
    check_retry("retry: 1500", Some(1500));
    check_retry("retry:0", Some(0));
    check_retry("retry: 99999999999999999999999", Some(u64::MAX));
    check_retry("retry: -1", None);
    check_retry("retry: 1.5", None);
    check_retry("retry: 1s", None);
    check_retry("retry", None);
}

#[test]
fn what_is_not_utf_8_is_replaced() {
    let (events, ..) = read([&b"data: \xff\xc3\ndata: \xe2\x82\n\n"[..]]);
    assert_eq!(events, ["message|\u{fffd}\u{fffd}\n\u{fffd}|"]);
}

#[test]
fn an_event_has_a_limit() {
    let mut parser = Parser::new(String::new(), 20);
    let mut events = VecDeque::new();
    (0..10).for_each(|_| parser.read(b"data: 0123456789\n\n", &mut events).unwrap());
    assert_eq!(events.len(), 10);
    assert_eq!(parser.read(b"data: 0123456789\ndata: 0123456789\n\n", &mut events), Err(TooLarge(20)));
    let mut parser = Parser::new(String::new(), 20);
    parser.read(&[b'x'; 20], &mut events).unwrap();
    assert_eq!(parser.read(b"x", &mut events), Err(TooLarge(20)));
}

/// Streams in which a cut may fall between any two bytes that belong together.
const STREAMS: [&str; 4] = [
    "\u{feff}id: 1\r\nevent: é\r\ndata: 日🦀\r\n\r\n",
    "data: a\r\r\ndata: b\n\r\r\n\r\ndata\r\n\n",
    ": x\rretry: 10\rid: é\r\rdata: \u{feff}\r\r",
    "\n\r\n\r\r\ndata:🦀\r\n\r\ndata: \r\n\r\n",
];

#[test]
fn every_cut_gives_the_same_events() {
    for stream in STREAMS.map(str::as_bytes) {
        let whole = read([stream]);
        assert!(!whole.0.is_empty() || whole.1.is_some());
        assert_eq!(read(stream.chunks(1)), whole);
        for first in 0..=stream.len() {
            for second in first..=stream.len() {
                assert_eq!(read([&stream[..first], &stream[first..second], &stream[second..]]), whole);
            }
        }
    }
}

/// A row of numbers that looks like chance and is always the same (Marsaglia's xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

#[test]
fn any_cuts_of_any_stream_give_the_same_events() {
    const WORDS: [&[u8]; 16] = [
        b"\r",
        b"\n",
        b"\r\n",
        b"\n\n",
        b"data",
        b"data: ",
        b"id: ",
        b"event:",
        b"retry: 5",
        b":",
        b" ",
        b"\0",
        BYTE_ORDER_MARK,
        "é🦀".as_bytes(),
        b"\xe2\x82",
        b"x",
    ];
    let mut numbers = Numbers(0x2545_F491_4F6C_DD1D);
    let mut with_events = 0;
    for _ in 0..5000 {
        let stream: Vec<u8> = (0..numbers.below(40)).flat_map(|_| WORDS[numbers.below(WORDS.len())]).copied().collect();
        let whole = read([stream.as_slice()]);
        with_events += usize::from(!whole.0.is_empty());
        let mut rest = stream.as_slice();
        let mut pieces = Vec::new();
        while !rest.is_empty() {
            let (piece, others) = rest.split_at(numbers.below(rest.len().min(9) + 1));
            pieces.push(piece);
            rest = others;
        }
        assert_eq!(read(pieces), whole, "{:?}", String::from_utf8_lossy(&stream));
    }
    assert!(with_events > 1000, "only {with_events} of the streams hold an event");
}
