//! Lines of items: prettyplease breaks types earlier than rustfmt does.

use crate::render::layout::MAX_WIDTH;

/// The item with each type on one line, if it fits.
pub(super) fn join(item: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut lines = item.lines();
    while let Some(line) = lines.next() {
        let content = line.trim_start();
        if content.starts_with("//") || !content.ends_with('<') {
            out.push(line.to_owned());
            continue;
        }
        let indent = line.len() - content.len();
        let is_inside = |line: &&str| line.len() - line.trim_start().len() > indent;
        let inside: Vec<&str> = lines.clone().take_while(is_inside).collect();
        let end = lines.nth(inside.len()).unwrap_or_default();
        let joined = inside.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
        let joined = format!("{line}{}{}", joined.trim_end_matches(','), end.trim_start());
        if joined.len() <= MAX_WIDTH {
            out.push(joined);
        } else {
            out.extend([line].into_iter().chain(inside).chain([end]).map(str::to_owned));
        }
    }
    out.join("\n")
}
