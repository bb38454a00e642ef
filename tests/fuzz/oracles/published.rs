//! What has to hold of a page that is published, whatever its editor wrote.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use compile::DocumentExtras;
use content::source::text::Lines;
use html5gum::{DefaultEmitter, Token, Tokenizer};
use page::{Href, Page, PageDocument, walk};
use site::render::{head::head, shell::Shell, snapshot::snapshot};

/// A file or folder of the repository's `tests/`, seen from the package that is compiled.
pub fn of_tests(name: &str) -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let beside = [package.join("../tests"), package.join("..")];
    beside.map(|tests| tests.join(name)).into_iter().find(|file| file.exists()).expect("a file of the tests")
}

fn shell() -> &'static Shell {
    static SHELL: OnceLock<Shell> = OnceLock::new();
    SHELL.get_or_init(|| Shell::read(&of_tests("sites/shell")).expect("the shell of the tests"))
}

/// The page is read as it was written, and its document holds nothing that somebody else than Seutu's views
/// could have put there.
pub fn try_page(page: Page) {
    let document = PageDocument::Page(page.clone());
    let text = serde_json::to_string(&document).expect("a page is JSON");
    assert!(PageDocument::read(&text).is_ok_and(|read| read == document), "another page is read: {text}");
    walk::texts(&page.blocks, &mut |text| {
        let words = text.words();
        assert_eq!(Lines::Several.refused(&words), None, "no text can hold this: {words:?}");
    });
    let head = head(&page, DocumentExtras::default(), shell());
    try_html(&snapshot(page, &head, &text, shell()));
}

/// Elements that run or load something from elsewhere, or that change what the others mean. The views use
/// none of them.
const NEVER: [&str; 12] = [
    "applet", "audio", "base", "embed", "frame", "iframe", "math", "object", "portal", "style", "template",
    "video",
];

/// The document has no error that its reader would have to mend, and nothing in it runs.
fn try_html(html: &str) {
    let mut scripts = 0;
    let mut emitter = DefaultEmitter::default();
    // The contents of a script are no markup.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(html, emitter).flatten() {
        match token {
            Token::Error(error) => panic!("the document isn't HTML: {} in {html}", error.value),
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                assert!(!NEVER.contains(&name.as_str()), "<{name}> in {html}");
                scripts += usize::from(name == "script");
                let mut names = BTreeSet::new();
                for (attribute, value) in &tag.attributes {
                    let attribute = String::from_utf8_lossy(attribute).into_owned();
                    let value = String::from_utf8_lossy(value).into_owned();
                    try_attribute(&name, &attribute, &value, html);
                    assert!(names.insert(attribute), "an attribute twice in <{name}>: {html}");
                }
            }
            _ => {}
        }
    }
    let of_shell = html.matches("<script").count();
    assert_eq!(scripts, of_shell, "a script that isn't one: {html}");
}

fn try_attribute(element: &str, name: &str, value: &str, html: &str) {
    let runs = name.starts_with("on") || ["srcdoc", "style"].contains(&name);
    assert!(!runs, "<{element} {name}=\"{value}\"> in {html}");
    if ["action", "formaction", "href", "poster", "src"].contains(&name) {
        let is_of_shell = value.starts_with("data:") && element == "link";
        assert!(
            is_of_shell || Href::parse(value).is_ok() || is_relative(value),
            "<{element} {name}=\"{value}\"> leads to a program or to nobody knows where: {html}"
        );
    }
}

/// An address without a scheme, within the folder of its document.
fn is_relative(value: &str) -> bool {
    let first = value.split(['/', '?', '#']).next().unwrap_or_default();
    !value.starts_with("//") && !value.contains('\\') && !first.contains(':')
}
