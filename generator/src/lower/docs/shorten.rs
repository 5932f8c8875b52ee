//! The beginning of a text, where there is no room for the whole.

use super::escape::is_fence;
use super::lines;

/// The first sentence of the first text that has one, cut to what a cell of a table can hold.
pub(in crate::lower) fn first_sentence<const N: usize>(texts: [&str; N]) -> String {
    texts.into_iter().map(beginning).find(|sentence| !sentence.is_empty()).unwrap_or_default()
}

/// The first sentence of a text; nothing if no whole part of it is short enough.
fn beginning(text: &str) -> String {
    const MOST: usize = 100;
    let line = lines(text).into_iter().find(|line| !line.is_empty());
    // What comes much later is not looked at.
    let line: String = line.unwrap_or_default().chars().take(10 * MOST).collect::<String>().replace('|', "\\|");
    let mut ends = line.match_indices(". ").map(|(at, _)| &line[..at]).filter(|text| is_whole(text));
    let sentence = ends.next().unwrap_or(&line);
    if sentence.chars().count() <= MOST {
        return sentence.trim_end_matches('.').to_owned();
    }
    let words = sentence.match_indices(' ').map(|(at, _)| &sentence[..at]);
    let cut = words.take_while(|text| text.chars().count() < MOST).filter(|text| is_whole(text)).last();
    cut.map(|text| format!("{}…", text.trim_end_matches([',', ';', ':', '.']))).unwrap_or_default()
}

/// Whether no code span, link or address is cut.
fn is_whole(text: &str) -> bool {
    let count = |sign: &str| text.matches(sign).count();
    count("`") % 2 == 0 && count("**") % 2 == 0 && count("[") == count("](") + count("\\[") && count("<") == count(">")
}

/// How many of the lines introduce the whole: its first paragraphs, up to a heading of their own.
pub(in crate::lower) fn introduction(lines: &[String]) -> usize {
    const MOST: usize = 10;
    let is_heading = |line: &String| line.starts_with("**") && line.ends_with("**") && line.len() > 4;
    let is_plain = |line: &&String| !is_heading(line) && !line.starts_with(['|', '>', '`']);
    let most = lines.iter().take_while(is_plain).count().min(MOST);
    if most == lines.len() {
        return most;
    }
    // Nothing is cut in the middle of a paragraph, and something is always said.
    match lines[..most].iter().rposition(String::is_empty) {
        Some(end) => end,
        None => first_paragraph(lines),
    }
}

/// Up to the first empty line that stands in no block of code.
fn first_paragraph(lines: &[String]) -> usize {
    let mut fenced = false;
    let is_end = |line: &String| {
        fenced ^= is_fence(line);
        line.is_empty() && !fenced
    };
    lines.iter().position(is_end).unwrap_or(lines.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(texts: [&str; 2], expected: &str) {
        assert_eq!(first_sentence(texts), expected);
    }

    #[test]
    fn a_summary_is_one_sentence() {
        check(["Finds pets.", "All."], "Finds pets");
        check(["", "Finds pets. All of them."], "Finds pets");
        check(["", ""], "");
        check(["Finds a | b", ""], "Finds a \\| b");
        check(["See `a. b`. More", ""], "See `a. b`");
    }

    #[test]
    fn a_long_summary_ends_between_words() {
        let words = "word ".repeat(30);
        check([&words, ""], &format!("{}…", "word ".repeat(20).trim_end()));
        let link = format!("{}[a b c](https://a.example) d", "word ".repeat(18));
        check([&link, ""], &format!("{}…", "word ".repeat(18).trim_end()));
        check([&"x".repeat(200), ""], "");
        check([&"x".repeat(200), "Finds pets."], "Finds pets");
    }

    #[track_caller]
    fn check_introduction(text: &str, expected: &str) {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        assert_eq!(lines[..introduction(&lines)].join("\n"), expected);
    }

    #[test]
    fn an_introduction_ends_with_a_paragraph() {
        check_introduction("a\n\nb", "a\n\nb");
        check_introduction("a\n\n**B**\n\nc", "a");
        check_introduction("a\n\n| b |\n|---|", "a");
        check_introduction("**A**\n\nb", "**A**");
        check_introduction("a\n```text\n\nb\n```\n\nc", "a\n```text\n\nb\n```");
        check_introduction(&["a\n"; 20].join("\n"), ["a\n"; 5].join("\n").trim_end());
        check_introduction(&["a"; 20].join("\n"), &["a"; 20].join("\n"));
        check_introduction("", "");
    }
}
