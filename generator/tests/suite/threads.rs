//! Pages are read in parallel: neither the number of threads nor the order in which files are found shows in the result.

use std::fs;

use docwright::api::compact_text;
use docwright::diagnostic;
use docwright::rust::Runtime;
use docwright::source::{self, Docs};
use rayon::ThreadPoolBuilder;
use tempfile::TempDir;

use crate::{SERVICES, specs};

/// The pages of a service, as path and text.
fn pages(service: &str) -> Vec<(String, String)> {
    let docs = source::read(&specs().join(service), None).unwrap();
    docs.pages().map(|(_, page)| (format!("docs/{service}/{}", page.path), page.text.clone())).collect()
}

/// All services in one tree: five READMEs, several dialects, and operations and models of the same names.
fn all_services() -> Vec<(String, String)> {
    SERVICES.iter().flat_map(|service| pages(service)).collect()
}

fn tree<'p>(pages: impl Iterator<Item = &'p (String, String)>) -> Docs {
    Docs::from_texts(pages.map(|(path, text)| (path.as_str(), text.as_str())), None)
}

/// Everything that comes of docs, as text.
fn outcome(docs: &Docs) -> String {
    let (api, found) = docwright::read(docs);
    let mut text = compact_text(docs, &api) + &diagnostic::summary(docs, &found);
    let (api, _, found) = docwright::understand(docs).unwrap();
    text += &(compact_text(docs, &api) + &diagnostic::summary(docs, &found));
    let generated = docwright::generate(docs, None, "threads", Runtime::Version("0.1.0".to_owned())).unwrap();
    generated.files.iter().for_each(|(path, file)| text.extend([path, "\n", file]));
    text
}

/// Runs `work` with so many threads to share it.
fn with_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(work)
}

#[test]
fn the_number_of_threads_does_not_show() {
    let docs = tree(all_services().iter());
    let alone = with_threads(1, || outcome(&docs));
    assert!(alone.contains("duplicate"), "no two pages speak of one thing");
    for threads in [2, 4] {
        assert!(with_threads(threads, || outcome(&docs)) == alone, "{threads} threads");
    }
}

#[test]
fn the_order_of_files_does_not_show() {
    let mut pages = all_services();
    let sorted = with_threads(4, || outcome(&tree(pages.iter())));
    // Every seventh page, then those after them, and so on: neighbours come far apart.
    pages = (0..7).flat_map(|first| pages.iter().skip(first).step_by(7)).rev().cloned().collect();
    assert!(with_threads(4, || outcome(&tree(pages.iter()))) == sorted);
}

#[test]
fn files_are_read_in_path_order_by_any_number_of_threads() {
    let read = |threads| with_threads(threads, || source::read(&specs().join("shoko"), None).unwrap());
    let paths = |docs: &Docs| docs.pages().map(|(_, page)| page.path.clone()).collect::<Vec<_>>();
    let texts = |docs: &Docs| docs.pages().map(|(_, page)| page.text.clone()).collect::<Vec<_>>();
    let (alone, together) = (read(1), read(4));
    assert!(paths(&alone).is_sorted());
    assert_eq!(paths(&together), paths(&alone));
    assert!(texts(&together) == texts(&alone));
}

#[test]
fn of_several_files_that_cannot_be_read_the_first_is_named() {
    let folder = TempDir::new().unwrap();
    for page in 0..40 {
        fs::write(folder.path().join(format!("{page:02}.md")), [b'#', 0xff - u8::from(page < 10) * 0xc0]).unwrap();
    }
    for threads in [1, 4] {
        let error = with_threads(threads, || source::read(folder.path(), None).unwrap_err());
        assert!(error.to_string().contains("10.md:1: not UTF-8"), "{threads} threads: {error}");
    }
}
