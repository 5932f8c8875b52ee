//! Damaged docs: what is lost is said, next to where it was lost, and costs nothing else.
//!
//! Every page of every service is cut off at every fiftieth byte, loses each row of its tables in turn, and is saved by
//! editors with habits of their own.

mod observe;
mod pages;

use std::collections::{BTreeMap, BTreeSet};

use self::observe::{Method, Reading, methods};
use self::pages::{Page, Tree};
use crate::SERVICES;

/// How far from the damage a finding may stand, in lines.
const NEAR: usize = 2;

#[test]
fn line_endings_and_blanks_are_no_damage() {
    for tree in SERVICES.map(Tree::read) {
        let whole = Reading::of(&tree.docs());
        for page in &tree.pages {
            for (habit, text) in [("CRLF", page.with_crlf()), ("tabs", page.with_tabs()), ("stripped", page.stripped())]
            {
                let saved = Reading::of(&tree.docs_with(page, &text));
                let name = format!("{} {} {habit}", tree.service, page.path);
                assert_eq!(saved.blocks, whole.blocks, "{name}");
                assert_eq!(saved.new_findings(&whole), Vec::<String>::new(), "{name}");
            }
        }
    }
}

#[test]
fn a_page_that_is_cut_off_says_so() {
    let mut silent = Silent::default();
    for tree in SERVICES.map(Tree::read) {
        let mut check = Check::new(&tree);
        for page in &tree.pages {
            for end in (0..page.text.len()).step_by(50).filter(|end| page.text.is_char_boundary(*end)) {
                let text = &page.text[..end];
                let line = text.trim_end().lines().count();
                check.damage(page, text, line, &|name| page.keeps(name, end), &mut silent);
            }
        }
    }
    silent.expect(&[
        // Nothing tells a page of prose that was cut off from one that was never longer.
        ("prose of a README", 8),
    ]);
}

#[test]
fn a_row_that_is_lost_is_missed() {
    let mut silent = Silent::default();
    for tree in SERVICES.map(Tree::read) {
        let mut check = Check::new(&tree);
        for page in &tree.pages {
            for line in page.table_rows() {
                let text = page.without_line(line);
                check.damage(page, &text, line, &|name| !page.concerns(name, line), &mut silent);
            }
        }
    }
    silent.expect(&[
        // An object without the row is an object that holds nothing else.
        ("other properties", 7),
        // Property tables stand alone: no signature repeats them, and responses have no examples.
        ("property that no example sets", 40),
        // One failure more or less makes a table no less whole.
        ("status of a failure", 25),
    ]);
}

/// Damages of which no finding speaks, by class.
#[derive(Default)]
struct Silent {
    found: BTreeMap<&'static str, Vec<String>>,
}

impl Silent {
    #[track_caller]
    fn expect(&self, classes: &[(&'static str, usize)]) {
        let found: Vec<(&str, usize)> = self.found.iter().map(|(class, places)| (*class, places.len())).collect();
        assert_eq!(found, classes, "{:#?}", self.found);
    }
}

/// One tree, its whole reading, and the readings that were generated from already.
struct Check<'t> {
    tree: &'t Tree,
    whole: Reading,
    methods: BTreeMap<String, Method>,
    generated: BTreeSet<Vec<String>>,
}

impl<'t> Check<'t> {
    fn new(tree: &'t Tree) -> Self {
        let docs = tree.docs();
        let whole = Reading::of(&docs);
        let mut methods = methods(&docs);
        // The rest are setters and the like.
        methods.retain(|name, _| whole.operation(name).is_some());
        assert!(!methods.is_empty(), "{} has no operation", tree.service);
        Check { tree, whole, methods, generated: BTreeSet::new() }
    }

    /// Reads the tree with `text` in place of `page`, which is damaged near `line`. `untouched` tells the operations of
    /// which every word is still there.
    fn damage(&mut self, page: &Page, text: &str, line: usize, untouched: &dyn Fn(&str) -> bool, silent: &mut Silent) {
        let docs = self.tree.docs_with(page, text);
        let damaged = Reading::of(&docs);
        let place = format!("{} {}:{line}", self.tree.service, page.path);
        let kept: Vec<&String> = self.methods.keys().filter(|name| untouched(name)).collect();
        for name in &kept {
            assert_eq!(damaged.operation(name), self.whole.operation(name), "{place}: `{name}` is whole");
        }
        if !kept.is_empty() && self.generated.insert(damaged.blocks.clone()) {
            let methods = methods(&docs);
            for name in kept {
                let (made, whole) = (&methods[name], &self.methods[name]);
                assert_eq!(made.code, whole.code, "{place}: `{name}` is whole");
                // Its example constructs models, and its docs speak of credentials: other pages describe these.
                if page.describes(name) {
                    assert_eq!(made.docs, whole.docs, "{place}: `{name}` is whole");
                }
            }
        }
        let lost: Vec<&String> = self.whole.blocks.iter().filter(|block| !damaged.blocks.contains(block)).collect();
        if !lost.is_empty() && !damaged.finds_near(&self.whole, &page.path, line, NEAR) {
            let class = if text.len() + 1 < page.text.len() && page.text.starts_with(text) {
                self.tree.class_of_end(page, text)
            } else {
                self.tree.class_of_row(page, line)
            };
            silent.found.entry(class.unwrap_or("unexplained")).or_default().push(place);
        }
    }
}
