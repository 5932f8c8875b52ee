//! Hostile docs: whatever strangers write into a page, it never becomes code, a file or a dependency.
//!
//! Each place of a page where people write is filled with each text that could break out of it. The crate is compared
//! with one from a page with a harmless text in the same place.

mod crates;
mod page;

use docwright::source::Docs;

use self::crates::{Made, make};
use self::page::PLACES;

/// Texts that end strings, comments, attributes, templates, paths or lines, and go on with `evil_fn`.
const TEXTS: &[&str] = &[
    "x\"; fn evil_fn() {} \"",
    "x\\\" evil_fn \\",
    "x */ fn evil_fn() {} /*",
    "x #[cfg(evil_fn)]",
    "#![x = evil_fn]",
    "x {{ evil_fn }} {% evil_fn %} {# evil_fn #}",
    "x\r\nfn evil_fn() {}",
    "x\rfn evil_fn() {}",
    "../../x/evil_fn",
    "C:\\x\\evil_fn",
    "x r#\"evil_fn\"#",
    "x\"# evil_fn",
    "x // evil_fn",
    "x <script>evil_fn()</script>",
    "x</p><!-- evil_fn -->",
    "x `evil_fn` ```evil_fn```",
    "~~~ x evil_fn",
    "    x = evil_fn;",
    "-     x = evil_fn;",
    "x {evil_fn} ${evil_fn} {0}",
    "x\0evil_fn",
    "x\u{202e}evil_fn\u{2066}\u{200b}",
    "x\u{2028}evil_fn\u{85}evil_fn",
    "🦀 x evil_fn 日本",
    "x' evil_fn '",
    "x = evil_fn\n[dependencies]\nevil_fn = \"*\"",
    "x &quot; evil_fn &#39; &lt;",
    "type",
    "Self",
    "",
];

#[test]
fn hostile_text_stays_text() {
    for place in PLACES {
        let twin = make(&place.fill("harm-less")).unwrap_or_else(|report| panic!("{}: {report:?}", place.name));
        for text in TEXTS {
            check(place.name, text, &place.fill(text), &twin);
        }
    }
}

/// In a table, a block would hide the rest of the page: these go where there is room for one.
#[test]
fn blocks_of_code_stay_text() {
    for place in PLACES.iter().filter(|place| ["text of the README", "description"].contains(&place.name)) {
        let twin = make(&place.fill("harm-less")).unwrap_or_else(|report| panic!("{}: {report:?}", place.name));
        for fence in ["```", "```rust", "~~~", "~~~~ rust"] {
            for text in [format!("x\n\n{fence}\nevil_fn();\n{}\n", &fence[..3]), format!("x\n\n{fence}\nevil_fn();\n")]
            {
                check(place.name, &text, &place.fill(&text), &twin);
            }
        }
    }
}

#[test]
fn very_long_text_stays_text() {
    let long = "evil_fn ".repeat(2_000);
    for place in PLACES {
        let twin = make(&place.fill("harm-less")).unwrap_or_else(|report| panic!("{}: {report:?}", place.name));
        check(place.name, "very long", &place.fill(&long), &twin);
    }
}

#[test]
fn deep_nesting_is_cut_off() {
    let twin = make(&PLACES[0].fill("harm-less")).unwrap();
    for (open, close) in [("[", "]"), ("{str: (", ",)}"), ("> ", ""), ("* ", ""), ("(", ")"), ("Pet(a=", ")")] {
        let text = format!("{}{}", open.repeat(1_000), close.repeat(1_000));
        for place in PLACES {
            check(place.name, open, &place.fill(&text), &twin);
        }
    }
}

#[test]
fn objects_that_lead_to_each_other_are_not_read_without_end() {
    // Every object leads to the next by three keys, so that there are 3^30 ways to the last.
    let object = |level: usize, keys: &str| {
        format!(
            "# k{level}\n\n## Model Type Info\nInput Type | Accessed Type | Description | Notes\n-|-|-|-\n\
             dict, frozendict.frozendict,  | x,  |  | \n\n\
             ### Dictionary Keys\nKey | Input Type | Accessed Type | Description | Notes\n-|-|-|-|-\n{keys}\n"
        )
    };
    let key = |name: &str, next: usize| format!("**[{name}](#k{next})** | dict, frozendict.frozendict,  | x,  |  | \n");
    let fan = |level: usize| ["a", "b", "c"].map(|name| key(name, level + 1)).concat();
    let page: String = (0..30).map(|level| object(level, &fan(level))).collect();
    let page =
        format!("{page}{}[[Back to Model list]](../../README.md)\n", object(30, "**end** | str,  | str,  |  | \n"));
    let docs = Docs::from_texts([("docs/models/k0.md", page.as_str())], None);
    let (api, report) = docwright::read(&docs);
    assert!(report.iter().any(|found| found.message.contains("refer to each other too often")), "{report:?}");
    assert!(api.schemas.len() < 1_000, "{}", api.schemas.len());
}

#[test]
fn a_list_of_media_types_is_not_read_without_end() {
    let place = PLACES.iter().find(|place| place.name == "media type").unwrap();
    let list: Vec<String> = (0..1_000).map(|number| format!("text/x{number}")).collect();
    let (api, report) = docwright::read(&place.fill(&list.join(", ")));
    assert_eq!(api.operations[0].accepts.len(), 64);
    assert!(report.iter().any(|found| found.message.contains("more than 64 media types")), "{report:?}");
}

/// Docs of which nothing is made must say why. What is made must have the form of the twin, or say what was left out,
/// and may in no case hold more than the twin's kinds of code.
#[track_caller]
fn check(place: &str, text: &str, docs: &Docs, twin: &Made) {
    let made = match make(docs) {
        Ok(made) => made,
        Err(report) => {
            assert!(!report.is_empty(), "{place}: {text:?}: refused without a word");
            return;
        }
    };
    let name = format!("{place}: {text:?}");
    assert_eq!(made.manifest_keys, twin.manifest_keys, "{name}");
    assert!(!made.words.contains_key("evil_fn"), "{name}: became code");
    let new: Vec<_> = made.attributes.keys().filter(|path| !twin.attributes.contains_key(*path)).collect();
    assert!(new.is_empty(), "{name}: new attributes {new:?}");
    let new: Vec<_> = made.macros.keys().filter(|path| !twin.macros.contains_key(*path)).collect();
    assert!(new.is_empty(), "{name}: new macros {new:?}");
    if made.form(twin) != twin.form(&made) {
        assert!(made.findings > twin.findings, "{name}: another form without a word: {:?}", made.difference(twin));
    }
}
