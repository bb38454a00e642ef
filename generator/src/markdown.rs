//! A page as Markdown, as MkDocs, VitePress, Starlight and Docusaurus read it alike.
//!
//! Each page is `index.md` in a folder of its own, so that its address is the same in every generator.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::portal::{GeneratedBlock, GeneratedKind, GeneratedPage, GeneratedPortal};

/// Where a page's title stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Title {
    /// The generator's template shows the title of the front matter.
    InFrontMatter,
    /// The text begins with a heading.
    InText,
}

/// The place of a page's file, as in `/osa-1/index.md`.
pub fn file_of(page: &GeneratedPage) -> String {
    format!("{}index.md", page.address)
}

/// A page with its front matter. `more` is added to the title and the description of the front matter.
pub fn document(
    portal: &GeneratedPortal,
    page: &GeneratedPage,
    title: Title,
    more: &[(&str, Value)],
) -> String {
    let mut text = String::from("---\n");
    let known = [("title", json!(page.title)), ("description", json!(page.summary))];
    for (name, value) in known.iter().chain(more) {
        // A JSON value is a YAML value (YAML 1.2 §1.3).
        let _ = writeln!(text, "{name}: {value}");
    }
    text.push_str("---\n\n");
    if title == Title::InText {
        let _ = write!(text, "# {}\n\n", page.title);
    }
    let _ = write!(text, "{}\n\n", page.summary);
    rows(&mut text, &facts(&page.kind));
    for block in &page.blocks {
        match block {
            GeneratedBlock::Heading(words) => text.push_str(&format!("## {words}\n\n")),
            GeneratedBlock::Paragraph(words) => text.push_str(&format!("{words}\n\n")),
            GeneratedBlock::List(items) => {
                items.iter().for_each(|item| text.push_str(&format!("- {item}\n")));
                text.push('\n');
            }
            GeneratedBlock::Facts(facts) => rows(&mut text, facts),
            GeneratedBlock::Children => {
                for child in children(portal, page) {
                    let _ = writeln!(text, "- [{}]({}) {}", child.title, child.address, child.summary);
                }
                text.push('\n');
            }
        }
    }
    text
}

/// The pages directly under a page, in the portal's order.
pub fn children<'p>(
    portal: &'p GeneratedPortal,
    page: &'p GeneratedPage,
) -> impl Iterator<Item = &'p GeneratedPage> {
    portal.pages.iter().filter(|child| {
        child.address.strip_prefix(page.address.as_str()).is_some_and(|rest| rest.matches('/').count() == 1)
    })
}

/// The facts that the kind of a page adds to its text.
pub(crate) fn facts(kind: &GeneratedKind) -> Vec<(String, String)> {
    let facts = match kind {
        GeneratedKind::Front | GeneratedKind::Section | GeneratedKind::Page => vec![],
        GeneratedKind::News(date) => vec![("Julkaistu", date.as_str())],
        GeneratedKind::Call(date) => vec![
            ("Hakuaika päättyy", date.as_str()),
            ("Kenelle", "Seudun asukkaille"),
            ("Mitä lähetetään", "Vapaamuotoinen hakemus"),
            ("Minne", "haku@mittala.example"),
        ],
        GeneratedKind::Event(date, place) => {
            vec![("Aika", date.as_str()), ("Paikka", place.as_str()), ("Järjestäjä", "Mittalan seutu")]
        }
    };
    facts.into_iter().map(|(term, value)| (term.to_owned(), value.to_owned())).collect()
}

/// Terms and values as a list: not every generator has description lists.
fn rows(text: &mut String, rows: &[(String, String)]) {
    rows.iter().for_each(|(term, value)| text.push_str(&format!("- **{term}**: {value}\n")));
    text.push('\n');
}
