//! Links from a page to the next.

use percent_encoding::percent_decode_str;

/// The query of a link that leads to `path`, wherever the server believes that it stands; `None` of any other link.
///
/// Only the query is used. The address stays that of the call, so that no link can send credentials elsewhere, and
/// servers behind a proxy, which know neither their own name nor the whole of their path, are followed all the same.
pub(super) fn query<'l>(link: &'l str, path: &str) -> Option<&'l str> {
    let link = link.split('#').next()?;
    let (address, query) = link.split_once('?')?;
    let decoded = |text: &str| percent_decode_str(text.trim_matches('/')).collect::<Vec<u8>>();
    let (address, path) = (decoded(path_of(address)), decoded(path));
    let before = address.strip_suffix(path.as_slice());
    let leads_here = address.is_empty() || before.is_some_and(|before| before.is_empty() || before.ends_with(b"/"));
    (leads_here && !query.is_empty()).then_some(query)
}

/// What stands behind scheme and authority (RFC 3986 section 3).
fn path_of(address: &str) -> &str {
    let after_scheme = address.split_once("://").map(|(_, rest)| rest).or_else(|| address.strip_prefix("//"));
    match after_scheme {
        Some(rest) => rest.find('/').map_or("", |at| &rest[at..]),
        None => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(link: &str, expected: Option<&str>) {
        assert_eq!(query(link, "/pets/a%20b/toys"), expected, "{link}");
    }

    #[test]
    fn a_link_to_the_same_path_gives_its_query() {
        let expected = Some("page=2&q=a%26b");
        check("https://api.example.com/v1/pets/a%20b/toys?page=2&q=a%26b", expected);
        check("http://internal:8080/pets/a%20b/toys/?page=2&q=a%26b#top", expected);
        check("//api.example.com/v1/pets/a b/toys?page=2&q=a%26b", expected);
        check("/v1/pets/a%20b/toys?page=2&q=a%26b", expected);
        check("pets/a%20b/toys?page=2&q=a%26b", expected);
        check("?page=2&q=a%26b", expected);
    }

    #[test]
    fn a_link_elsewhere_is_not_followed() {
        check("https://api.example.com/v1/admin?page=2", None);
        check("/v1/bigpets/a%20b/toys?page=2", None);
        check("/v1/pets/a%20b?page=2", None);
        check("/pets/a%20b/toys", None);
        check("/pets/a%20b/toys?", None);
        check("javascript:alert(1)?page=2", None);
        check("", None);
    }
}
