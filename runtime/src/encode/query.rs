//! Query parameters in their styles (OpenAPI 3.1 section 4.8.12, "Style Values").

use super::deep;
use super::percent::component;
use super::plain::Plain;

/// The percent-encoded pairs of a query parameter, joined by `&`; `None` where nothing is sent.
///
/// A list repeats the name, an object gives one pair per property, and a space is `%20`.
pub(crate) fn encode(name: &str, value: Plain) -> Option<String> {
    let pairs: Vec<String> = match value {
        Plain::Nothing => Vec::new(),
        Plain::Text(text) => vec![pair(name, &text)],
        Plain::List(items) => items.iter().map(|item| pair(name, item)).collect(),
        Plain::Pairs(pairs) => pairs.iter().map(|(name, value)| pair(name, value)).collect(),
    };
    (!pairs.is_empty()).then(|| pairs.join("&"))
}

/// One percent-encoded pair whose value is the whole list, with `separator` between its items; `None` where nothing is
/// sent. Of an object, names and values are the items.
///
/// A comma between items stays a comma, so that it can be told from one in an item (RFC 6570 section 3.2.1); no other
/// separator may stand in a query as it is.
pub(crate) fn encode_joined(name: &str, separator: char, value: Plain) -> Option<String> {
    let items = value.into_items();
    let mut buffer = [0; 4];
    let separator: &str = separator.encode_utf8(&mut buffer);
    let separator = if separator == "," { separator.to_owned() } else { component(separator).to_string() };
    let items: Vec<String> = items.iter().map(|item| component(item).to_string()).collect();
    (!items.is_empty()).then(|| format!("{}={}", component(name), items.join(&separator)))
}

/// The percent-encoded pairs of a deep object, joined by `&`; `None` where nothing is sent.
pub(crate) fn encode_deep(name: &str, value: &deep::Deep) -> Option<String> {
    let pairs: Vec<String> = value.pairs(name).map(|(name, value)| pair(&name, value)).collect();
    (!pairs.is_empty()).then(|| pairs.join("&"))
}

/// One percent-encoded `name=value`.
pub(crate) fn pair(name: &str, value: &str) -> String {
    format!("{}={}", component(name), component(value))
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::json;

    use super::super::plain::plain;
    use super::*;

    #[track_caller]
    fn check(value: impl Serialize, expected: &str) {
        assert_eq!(encode("q[]", plain(&value).unwrap()).unwrap_or_default(), expected);
    }

    #[test]
    fn texts_are_one_pair() {
        check("a b&c=d+e", "q%5B%5D=a%20b%26c%3Dd%2Be");
        check(":/?#[]@!$&'()*+,;=", "q%5B%5D=%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D");
        check("日", "q%5B%5D=%E6%97%A5");
        check("", "q%5B%5D=");
        check(true, "q%5B%5D=true");
    }

    #[test]
    fn lists_repeat_the_name() {
        check([1, 2], "q%5B%5D=1&q%5B%5D=2");
    }

    #[test]
    fn objects_give_one_pair_per_property() {
        check(json!({"low": 1, "name x": "y"}), "low=1&name%20x=y");
    }

    #[test]
    fn joined_lists_are_one_pair() {
        let joined = |separator, value| encode_joined("q[]", separator, plain(&value).unwrap());
        assert_eq!(joined(',', json!(["a,b", "c d"])).as_deref(), Some("q%5B%5D=a%2Cb,c%20d"));
        assert_eq!(joined(' ', json!(["a", "b"])).as_deref(), Some("q%5B%5D=a%20b"));
        assert_eq!(joined('|', json!([1, 2])).as_deref(), Some("q%5B%5D=1%7C2"));
        assert_eq!(joined('\t', json!(["a", "b"])).as_deref(), Some("q%5B%5D=a%09b"));
        assert_eq!(joined(',', json!({"high": 2, "low": 1})).as_deref(), Some("q%5B%5D=high,2,low,1"));
        assert_eq!(joined(',', json!("a,b")).as_deref(), Some("q%5B%5D=a%2Cb"));
        assert_eq!(joined(',', json!([])), None);
        assert_eq!(joined(',', json!(null)), None);
    }

    #[test]
    fn absent_values_are_not_sent() {
        check(None::<i32>, "");
        check(Vec::<i32>::new(), "");
        check(json!({"a": null}), "");
    }
}
