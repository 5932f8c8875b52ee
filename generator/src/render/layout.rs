//! Lays out methods and statics as rustfmt does. prettyplease has other widths, so that what it writes would change
//! under a reader's editor; the few shapes of statement that generated code has are laid out again here.

mod chains;
mod scan;

use chains::{layout_chain, layout_static, links};
use scan::{code, depth_change, split_top, step};

/// rustfmt's `max_width`, as the `rustfmt.toml` of each package sets it. Nothing has a lesser width of its own there
/// (`use_small_heuristics = "Max"`): what fits a line is one line.
pub(super) const MAX_WIDTH: usize = 120;

/// Lays out the text of a method or static: documentation and attributes, then a signature with its body, or one
/// statement.
pub(super) fn relayout(text: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let (indent, content) = split_indent(line);
        if content.starts_with("//") || content.starts_with('#') || content.is_empty() {
            out.push(line.to_owned());
            continue;
        }
        let mut statement = content.to_owned();
        let mut depth = depth_change(content);
        while depth > usize::from(is_open_signature(&statement)) as isize {
            let Some(line) = lines.next() else { break };
            depth += depth_change(line);
            join(&mut statement, line.trim());
        }
        // A chain goes on below.
        while let Some(next) = lines.next_if(|next| next.trim_start().starts_with(['.', '?'])) {
            let mut depth = depth_change(next);
            join(&mut statement, next.trim());
            while depth > 0 {
                let Some(line) = lines.next() else { break };
                depth += depth_change(line);
                join(&mut statement, line.trim());
            }
        }
        out.extend(layout(&statement, indent));
    }
    out.join("\n")
}

/// A statement on one line, however long.
pub(super) fn one_line(text: &str) -> String {
    let mut lines = text.lines();
    let mut statement = lines.next().unwrap_or_default().trim().to_owned();
    lines.for_each(|line| join(&mut statement, line.trim()));
    statement
}

/// `head.link(…).link(…)`, on one line if it fits.
pub(super) fn chain(head: &str, links: &[String], indent: usize) -> Vec<String> {
    let one_line = format!("{}{head}{}", " ".repeat(indent), links.concat());
    if one_line.len() <= MAX_WIDTH {
        return vec![one_line];
    }
    layout_chain(head, &links.iter().map(String::as_str).collect::<Vec<_>>(), indent)
}

/// `use path::{A, B};`, with as many names on a line as fit.
pub(super) fn import(path: &str, names: &[&str]) -> Vec<String> {
    let line = match names {
        [only] => format!("use {path}::{only};"),
        many => format!("use {path}::{{{}}};", many.join(", ")),
    };
    if line.len() <= MAX_WIDTH {
        return vec![line];
    }
    let mut lines = vec![format!("use {path}::{{")];
    lines.extend(fill(names, 4));
    lines.push("};".to_owned());
    lines
}

/// `head { a, b });`, on one line if it fits, otherwise with as many items on a line as fit. No comma follows what
/// stands for the rest (`..`).
pub(super) fn macro_call(head: &str, items: &[String]) -> String {
    let line = format!("{head} {{ {} }});", items.join(", "));
    if line.len() <= MAX_WIDTH {
        return line;
    }
    let lines = fill(items, 4).join("\n");
    let lines = lines.strip_suffix("..,").map_or_else(|| lines.clone(), |before| format!("{before}.."));
    format!("{head} {{\n{lines}\n}});")
}

/// `let [a, b] = value else {`, on as many lines as rustfmt gives it.
pub(super) fn let_else(items: &[&str], value: &str, indent: usize) -> Vec<String> {
    let pad = " ".repeat(indent);
    let pattern = format!("{pad}let [{}] =", items.join(", "));
    if pattern.len() + value.len() + "  else {".len() <= MAX_WIDTH {
        return vec![format!("{pattern} {value} else {{")];
    }
    // So rustfmt counts: a value leaves a column free, and the sign behind a pattern is not part of its width.
    let mut lines = if pattern.len() + 1 + value.len() < MAX_WIDTH {
        vec![format!("{pattern} {value}")]
    } else if pattern.len() <= MAX_WIDTH + 1 {
        vec![pattern, format!("{pad}    {value}")]
    } else {
        let items = items.iter().map(|item| format!("{pad}    {item},"));
        [format!("{pad}let [")].into_iter().chain(items).chain([format!("{pad}] = {value}")]).collect()
    };
    lines.push(format!("{pad}else {{"));
    lines
}

/// The widest line for a statement: rustfmt leaves a column free behind a chain that ends with `?`.
pub(super) fn width_for(statement: &str) -> usize {
    MAX_WIDTH - usize::from(statement.ends_with("?;"))
}

/// What rustfmt orders the names of modules and imports by: an underscore comes first, and `Line2` before `Line10`.
pub(super) fn name_order(name: &str) -> Vec<(u8, usize)> {
    let mut order: Vec<(u8, usize)> = Vec::new();
    for c in name.chars() {
        match (c.to_digit(10), order.last_mut()) {
            (Some(digit), Some((1, number))) => *number = number.saturating_mul(10).saturating_add(digit as usize),
            (Some(digit), _) => order.push((1, digit as usize)),
            (None, _) if c == '_' => order.push((0, 0)),
            (None, _) => order.push((2, c as usize)),
        }
    }
    order
}

/// Lines of items, each with its comma, with as many on a line as fit; rustfmt leaves the last column free.
pub(super) fn fill(items: &[impl AsRef<str>], indent: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    for item in items.iter().map(AsRef::as_ref) {
        if !current.is_empty() && current.len() + item.len() + 2 >= MAX_WIDTH {
            lines.push(std::mem::take(&mut current));
        }
        current.push_str(&if current.is_empty() { " ".repeat(indent) } else { " ".to_owned() });
        current.push_str(&format!("{item},"));
    }
    lines.push(current);
    lines.retain(|line| !line.is_empty());
    lines
}

fn is_open_signature(statement: &str) -> bool {
    // The cheap question first: this is asked for every line of a statement, which may be long.
    statement.ends_with('{') && statement.contains("fn ")
}

/// One statement on as many lines as rustfmt would give it.
fn layout(statement: &str, indent: usize) -> Vec<String> {
    let pad = " ".repeat(indent);
    let fits = indent + statement.len() <= MAX_WIDTH;
    if is_open_signature(statement) {
        return if fits { vec![format!("{pad}{statement}")] } else { vertical(statement, indent) };
    }
    if let Some((name, value)) = statement.split_once(" = ").filter(|_| is_binding(statement)) {
        return layout_static(name, value, indent);
    }
    if let Some((head, fields)) = struct_literal(statement) {
        return if fits { vec![format!("{pad}{statement}")] } else { vertical_struct(head, fields, statement, indent) };
    }
    if indent + statement.len() <= width_for(statement) {
        return vec![format!("{pad}{statement}")];
    }
    let (head, links) = links(statement);
    if links.is_empty() { vertical(statement, indent) } else { layout_chain(head, &links, indent) }
}

fn is_binding(statement: &str) -> bool {
    statement.contains("static ") || statement.starts_with("let ")
}

/// `head(a, b) tail` with each argument on a line of its own.
fn vertical(statement: &str, indent: usize) -> Vec<String> {
    let pad = " ".repeat(indent);
    let Some(inside) = arguments_of(statement).filter(|inside| !inside.is_empty()) else {
        return vec![format!("{pad}{statement}")];
    };
    let start = inside.as_ptr() as usize - statement.as_ptr() as usize;
    let (head, tail) = (&statement[..start], &statement[start + inside.len()..]);
    let mut lines = vec![format!("{pad}{head}")];
    let arguments = split_top(inside, ',');
    if arguments.iter().all(|argument| is_short_name(argument)) {
        let line = format!("{pad}    {},", arguments.join(", "));
        lines.extend(if line.len() <= MAX_WIDTH { vec![line] } else { fill(&arguments, indent + 4) });
    } else {
        lines.extend(arguments.iter().flat_map(|argument| layout_argument(argument, indent + 4)));
    }
    lines.push(format!("{pad}{tail}"));
    lines
}

/// Whether rustfmt puts several such arguments on a line: names or borrows of them, up to its
/// `short_array_element_width_threshold`.
fn is_short_name(argument: &str) -> bool {
    argument.len() <= 10 && argument.trim_start_matches('&').chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// One of several arguments. If it is too long, what it calls or is made of goes on a line of its own.
fn layout_argument(argument: &str, indent: usize) -> Vec<String> {
    let pad = " ".repeat(indent);
    // rustfmt does not count all the signs that end a type.
    let (open, close, width) = if argument.ends_with(')') { ('(', ')', MAX_WIDTH) } else { ('<', '>', MAX_WIDTH + 5) };
    let inner = argument.split_once(open).and_then(|(head, rest)| Some((head, rest.strip_suffix(close)?)));
    match inner.filter(|_| indent + argument.len() + 1 > width) {
        Some((head, inner)) => {
            vec![format!("{pad}{head}{open}"), format!("{pad}    {inner},"), format!("{pad}{close},")]
        }
        None => vec![format!("{pad}{argument},")],
    }
}

fn vertical_struct(head: &str, fields: &str, statement: &str, indent: usize) -> Vec<String> {
    let pad = " ".repeat(indent);
    let mut lines = vec![format!("{pad}{head}{{")];
    lines.extend(split_top(fields, ',').iter().map(|field| format!("{pad}    {field},")));
    let end = statement.rfind('}').unwrap_or(statement.len() - 1);
    lines.push(format!("{pad}{}", &statement[end..]));
    lines
}

/// In `Self { a, b }` and `Ok(Pet { a, b })`, what stands before and between the braces.
fn struct_literal(statement: &str) -> Option<(&str, &str)> {
    let open = statement.find(" { ").filter(|_| statement.trim_end_matches([')', ';']).ends_with('}'))?;
    let close = statement.rfind('}')?;
    let head = &statement[..open + 1];
    let plain = head.chars().all(|c| c.is_alphanumeric() || matches!(c, '(' | ' ' | '_' | ':'));
    plain.then(|| (head, statement[open + 3..close].trim().trim_end_matches(',')))
}

/// The arguments of the last call, or the parameters of a signature.
fn arguments_of(statement: &str) -> Option<&str> {
    let open = if is_open_signature(statement) { statement.find('(')? } else { last_call(statement)? };
    let mut depth = 0;
    for (at, c) in code(&statement[open..]) {
        depth += step(c);
        if depth == 0 {
            return Some(&statement[open + 1..open + at]);
        }
    }
    None
}

/// Where the parenthesis of the last call at the outermost level opens.
fn last_call(statement: &str) -> Option<usize> {
    let mut depth = 0;
    let mut last = None;
    for (at, c) in code(statement) {
        if c == '(' && depth == 0 {
            last = Some(at);
        }
        depth += step(c);
    }
    last
}

/// Puts the next line of a statement behind what is there of it.
fn join(statement: &mut String, line: &str) {
    let closes = line.starts_with([')', ']', '>']);
    if (closes || line.starts_with('}')) && statement.ends_with(',') {
        statement.pop();
    }
    let tight = closes || line.starts_with(['.', '?', ';']) || statement.ends_with(['(', '[', '<']);
    if !tight {
        statement.push(' ');
    }
    statement.push_str(line);
}

fn split_indent(line: &str) -> (usize, &str) {
    let content = line.trim_start();
    (line.len() - content.len(), content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_the_order_of_rustfmt() {
        let expected = ["_404", "Ab", "Ab2", "Ab10", "AbC", "Abc", "Ac"];
        let mut names = expected;
        names.sort_unstable();
        assert_ne!(names, expected);
        names.sort_by_cached_key(|name| name_order(name));
        assert_eq!(names, expected);
    }
}
