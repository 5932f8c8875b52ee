//! Chains of calls, and what is bound to one.

use super::scan::{split_points, split_top};
use super::{MAX_WIDTH, vertical, width_for};

/// `head(…)` with each link on a line of its own.
pub(super) fn layout_chain(head: &str, links: &[&str], indent: usize) -> Vec<String> {
    let links = links.iter().flat_map(|link| layout_link(link, indent + 4));
    [format!("{}{head}", " ".repeat(indent))].into_iter().chain(links).collect()
}

/// `static NAME: T = head(…).link(…);`, or `let name = …`.
pub(super) fn layout_static(name: &str, value: &str, indent: usize) -> Vec<String> {
    let pad = " ".repeat(indent);
    let one_line = format!("{pad}{name} = {value}");
    if one_line.len() <= width_for(value) {
        return vec![one_line];
    }
    if indent + 4 + value.len() <= width_for(value) {
        return vec![format!("{pad}{name} ="), format!("{pad}    {value}")];
    }
    let (head, links) = links(value.trim_end_matches(';'));
    if let Some(lines) = layout_overflow(name, value, links.last(), indent) {
        return lines;
    }
    let (mut lines, indent) = if indent + name.len() + 3 + head.len() < MAX_WIDTH {
        (vec![format!("{pad}{name} = {head}")], indent + 4)
    } else if indent + 4 + head.len() < MAX_WIDTH {
        (vec![format!("{pad}{name} ="), format!("{pad}    {head}")], indent + 8)
    } else {
        (vertical(&format!("{name} = {head}"), indent), indent)
    };
    lines.extend(links.iter().flat_map(|link| layout_link(link, indent)));
    if let Some(last) = lines.last_mut() {
        last.push(';');
    }
    lines
}

/// A chain on one line up to the list that ends it, which is as rustfmt has it if that list is of three or more.
fn layout_overflow(name: &str, value: &str, last: Option<&&str>, indent: usize) -> Option<Vec<String>> {
    let (method, items) = list_of(last?)?;
    let items = split_top(items, ',');
    let before = value.strip_suffix(';')?.strip_suffix(*last?)?;
    let opening = format!("{before}{method}(&[");
    let (pad, deeper) = (" ".repeat(indent), " ".repeat(indent + 4));
    let on_one_line = format!("{pad}{name} = {opening}");
    let (mut lines, pad) = match format!("{deeper}{opening}") {
        // rustfmt wants two columns to spare, and would rather put the list alone on the next line than everything.
        _ if on_one_line.len() + 2 <= MAX_WIDTH => (vec![on_one_line], pad),
        _ if on_one_line.len() > MAX_WIDTH + 1 && indent + name.len() + 3 + before.len() <= MAX_WIDTH => return None,
        below if below.len() <= MAX_WIDTH => (vec![format!("{pad}{name} ="), below], deeper),
        _ => return None,
    };
    lines.extend(items.iter().map(|item| format!("{pad}    {item},")));
    lines.push(format!("{pad}]);"));
    (items.len() >= 3).then_some(lines)
}

/// `.link(argument)`; a long list of schemes goes over several lines.
fn layout_link(link: &str, indent: usize) -> Vec<String> {
    let pad = " ".repeat(indent);
    match list_of(link) {
        Some((method, items)) if indent + link.len() > MAX_WIDTH => {
            let items = split_top(items, ',').into_iter().map(|item| format!("{pad}    {item},"));
            [format!("{pad}{method}(&[")].into_iter().chain(items).chain([format!("{pad}])")]).collect()
        }
        None if indent + link.len() > MAX_WIDTH => {
            let lines = vertical(link, indent);
            // What no line can hold stays as it is, with all around it.
            if lines.iter().all(|line| line.len() <= MAX_WIDTH) { lines } else { vec![format!("{pad}{link}")] }
        }
        _ => vec![format!("{pad}{link}")],
    }
}

/// `.method` and `a, b` of `.method(&[a, b])`.
fn list_of(link: &str) -> Option<(&str, &str)> {
    link.split_once("(&[").and_then(|(method, rest)| Some((method, rest.strip_suffix("])")?)))
}

/// `head(…).a(…).b(…)`, or `head.a(…).b(…)`, as head and links.
pub(super) fn links(chain: &str) -> (&str, Vec<&str>) {
    let ends_link = |before: char| before == ')' || before.is_alphabetic();
    let pieces = split_points(chain, |c, before| c == '.' && before.is_some_and(ends_link));
    let mut parts = Vec::new();
    let mut from = 0;
    for at in pieces {
        parts.push(&chain[from..at]);
        from = at;
    }
    parts.push(&chain[from..]);
    (parts[0], parts[1..].to_vec())
}
