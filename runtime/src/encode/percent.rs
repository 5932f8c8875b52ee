//! Percent-encoding (RFC 3986 section 2.1) and the sets of characters that each place leaves alone.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but the unreserved characters of RFC 3986 section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The same, the other way round: which bytes stay.
const IS_UNRESERVED: [bool; 256] = {
    let (mut unreserved, mut byte) = ([false; 256], 0);
    while byte < 256 {
        unreserved[byte] = (byte as u8).is_ascii_alphanumeric() || matches!(byte as u8, b'-' | b'.' | b'_' | b'~');
        byte += 1;
    }
    unreserved
};

/// Everything but the cookie octets of RFC 6265 section 4.1.1.
const NOT_COOKIE_OCTET: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b',').add(b';').add(b'\\');

/// What the text of a path template may not hold as it is: all but `pchar`, `/` and `%` (RFC 3986 section 3.3), and
/// `?`, since docs write fixed queries into templates.
const NOT_TEMPLATE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Whether a text has only unreserved characters.
pub(crate) fn is_unreserved(text: &str) -> bool {
    // Nearly always all of them are, and it costs less not to ask after each whether to go on.
    text.bytes().fold(true, |all, byte| all & IS_UNRESERVED[usize::from(byte)])
}

/// A path segment, or a name or value in a query: only unreserved characters stay.
pub(crate) fn component(text: &str) -> Cow<'_, str> {
    unless_unreserved(text, RESERVED)
}

/// A cookie value: cookie octets stay, `%` among them, since keys are often handed out encoded.
pub(crate) fn cookie_value(text: &str) -> Cow<'_, str> {
    utf8_percent_encode(text, NOT_COOKIE_OCTET).into()
}

/// The fixed text of a path template.
pub(crate) fn template(text: &str) -> Cow<'_, str> {
    unless_unreserved(text, NOT_TEMPLATE)
}

/// Most texts are left as they are, and this finds it out in half the instructions.
fn unless_unreserved<'t>(text: &'t str, encoded: &'static AsciiSet) -> Cow<'t, str> {
    if is_unreserved(text) { Cow::Borrowed(text) } else { utf8_percent_encode(text, encoded).into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(encode: fn(&str) -> Cow<'_, str>, input: &str, expected: &str) {
        assert_eq!(encode(input), expected);
    }

    #[test]
    fn component_keeps_only_unreserved_characters() {
        check(component, "azAZ09-._~", "azAZ09-._~");
        check(component, ":/?#[]@", "%3A%2F%3F%23%5B%5D%40");
        check(component, "!$&'()*+,;=", "%21%24%26%27%28%29%2A%2B%2C%3B%3D");
        check(component, " %\"<>\\^`{|}", "%20%25%22%3C%3E%5C%5E%60%7B%7C%7D");
        check(component, "é日🦀", "%C3%A9%E6%97%A5%F0%9F%A6%80");
        check(component, "\r\n\0\u{7f}", "%0D%0A%00%7F");
    }

    #[test]
    fn cookie_value_keeps_cookie_octets() {
        check(cookie_value, "!#$%&'()*+-./:<=>?@[]^_`{|}~", "!#$%&'()*+-./:<=>?@[]^_`{|}~");
        check(cookie_value, " \",;\\", "%20%22%2C%3B%5C");
        check(cookie_value, "\r\né", "%0D%0A%C3%A9");
    }

    #[test]
    fn template_keeps_what_a_path_may_hold() {
        check(template, "/a:b/@me/x,y;z=1/%20?q=1&r", "/a:b/@me/x,y;z=1/%20?q=1&r");
        check(template, "/a b/é#x", "/a%20b/%C3%A9%23x");
    }
}
