//! What pages write, and what is made of it by all that makes documentation.

use crate::lower::docs::lines;

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(lines(text).join("\n"), expected, "{text}");
}

#[test]
fn words_are_marked() {
    check("the <code>id</code> of <b>one</b>, <em>not</em> two", "the `id` of **one**, *not* two");
    check("<strong>Note: </strong>it", "**Note:** it");
    check("<strong>Note:</strong>it", "**Note:** it");
    check("a<b>(b)</b>c", "a **(b)** c");
    check("<b>a <b>b</b></b> <STRONG>c</STRONG>", "**a b** **c**");
    check("a<b> </b>x<i></i>", "a x");
    check("<code>a`b</code><code>{\"a\": &lt;b&gt;}</code>", "`` a`b `` `{\"a\": <b>}`");
    check("<span style=\"color:red\">red</span>", "red");
}

#[test]
fn links_lead_to_the_web_or_nowhere() {
    check("<a href=\"https://a.example/b_(c)\" target=\"_blank\">d</a>", "[d](https://a.example/b_%28c%29)");
    check("<a href='mailto:us@a.example'>us</a>", "[us](mailto:us@a.example)");
    check("<a href=\"https://a.example\">https://a.example</a>", "<https://a.example>");
    check("<a id=\"here\"></a>here", "here");
    for target in ["javascript:alert(1)", "data:text/html,x", "../b.md", "#c", "HTTPS", "https://a b", "crate::a"] {
        check(&format!("<a href=\"{target}\">d</a>"), "d");
    }
    check("<a href=\"https://a.example\">[Pet]</a>", "\\[Pet\\]");
    check("<a href=\"https://a.example/\">a<br>b</a>", "[a b](https://a.example/)");
}

#[test]
fn signs_are_raised_where_they_can_be() {
    check("10<sup>-3</sup> m<sup>2</sup> H<sub>2</sub>O", "10⁻³ m² H₂O");
    check("LACS<sup>Link</sup>", "LACSLink");
}

#[test]
fn paragraphs_and_lines_end() {
    check("<p>a</p><p>b</p>", "a\n\nb");
    check("a<p>b", "a\n\nb");
    check("a<br>b<br/><br />c", "a\nb\n\nc");
    check("| a<br>b |", "| a b |");
    check("<h2>Limits</h2>text", "**Limits**\n\ntext");
    check("<details>\n<summary>See <b>more</b></summary>\n\n- a\n\n</details><br/>b", "**See more**\n\n- a\n\nb");
    check("a<!-- theme: b -->c", "ac");
}

#[test]
fn lists_are_lists() {
    check("Either:<ul><li>a</li>\n  <li>b\n c</li></ul>or", "Either:\n\n- a\n- b c\n\nor");
    check("<ol><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>", "1. a\n   - b\n   - c\n2. d");
    check("<ul><li><p>a</p></li></ul>", "- a");
    check("<ul><li><pre>let q = ;</pre></li><li>b</li></ul>c", "- `let q = ;`\n- b\n\nc");
    check("<ol><li>a:<pre><code>b\nc</code></pre></li></ol>", "1. a:`b c`");
    check("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "- a — b\n- 1 — 2");
}

#[test]
fn code_is_never_compiled() {
    check("a<pre><code>let x = 1;\n  y &amp;&amp; z</code></pre>", "a\n\n```text\nlet x = 1;\n  y && z\n```");
    check("<pre>\n```\nb\n```\n</pre>", "```text\nb\n```");
    check("<pre>a\n```\nb</pre>", "\\<pre>a\n```text\nb</pre>\n```");
    check("<pre>a\n~~~\nb</pre>", "\\<pre>a\n```text\nb</pre>\n```");
    check("~~~\n<b>a</b>\n~~~", "```text\n<b>a</b>\n```");
    check("<code>```</code>", "`` ''` ``");
    check("```\n<b>a</b>\n```", "```text\n<b>a</b>\n```");
    check("`<b>a</b>`", "`<b>a</b>`");
    check("<ul><li>a\n```\n<b>\n```\nb</li></ul>", "- a\n```text\n  <b>\n```\n  b");
}

#[test]
fn what_is_no_html_stays() {
    check("Vec<T> a<b and b>c", "Vec\\<T> a\\<b and b>c");
    check("<b>a", "\\<b>a");
    check("a</code>", "a\\</code>");
    check("<b><i>a</b></i>", "**\\<i>a**\\</i>");
    check("<script>a</script>", "\\<script>a\\</script>");
    check("<code to send>", "\\<code to send>");
    check("<a href=\"https://a.example", "\\<a href=\"<https://a.example>");
    check("&lt;b&gt; &#8226;", "&lt;b&gt; &#8226;");
}

#[test]
fn text_behind_tags_without_end_stays() {
    for text in ["<b>", "<a href=\"", "<li><ul>", "<!--", "`<b>", "<b>a</b>", "</b>", "<code>", "<br>", "<p>"] {
        let text = format!("{} end", text.repeat(40_000));
        let out = lines(&text).concat();
        assert!(out.ends_with("end"), "{}", &text[..20]);
        assert!(out.len() <= 2 * text.len(), "{}: {} of {}", &text[..20], out.len(), text.len());
    }
}
