//! Reading without a connection: the worker that keeps pages on the visitor's device (Service Workers §4),
//! and the page that it shows in place of one that isn't kept.
//!
//! The worker itself is `public/worker.js`. The publisher says which files belong to the application and
//! which words to show.

use std::collections::BTreeMap;

use anyhow::Context as _;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use page::{
    Block, HeadingLevel, Href, Inline, Language, List, ListItem, ListOrder, Neighbours, Page, PageKind,
    PageLink, PagePath,
};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use views::messages::Messages;

use super::{head, keeping::Keeping, shell::Shell, snapshot};
use crate::write::Staging;
use compile::{DocumentExtras, terms::Terms};
use content::{
    fingerprint::fingerprint,
    own_files::{OFFLINE, WORKER},
};

/// The worker of a publication that keeps nothing: it removes itself and all that another one has kept.
pub const REMOVING_WORKER: &str = include_str!("worker.js");

/// What the worker knows of the site.
#[derive(Serialize)]
struct Site<'s> {
    /// Tells versions of the application apart.
    version: String,
    /// The version of the page model that the application reads.
    model: u32,
    /// The files of the application with their hashes (Subresource Integrity §3.5), by their names in the
    /// site.
    files: BTreeMap<&'s str, String>,
    /// The folder of each language's front page within the site: empty, or as in `sv/`.
    homes: Vec<&'s str>,
    /// By language, what is said of a new version: the sentence, the button that opens it, the button that
    /// closes the message.
    words: BTreeMap<&'static str, [&'static str; 3]>,
}

/// Puts the worker into the draft.
///
/// # Errors
/// A file that can't be written.
pub fn render_worker<'s>(
    shell: &Shell,
    fronts: impl Iterator<Item = (Language, &'s PagePath)> + Clone,
    draft: &Staging,
) -> anyhow::Result<()> {
    let worker = match &shell.worker {
        Some(program) if shell.keeping == Keeping::Kept => {
            let files: BTreeMap<&str, String> =
                shell.files.iter().map(|(name, contents)| (name.as_str(), integrity(contents))).collect();
            let version = format!("{:016x}", fingerprint(format!("{files:?}").as_bytes()));
            let words = fronts.clone().map(|(language, _)| (language.tag(), words(language))).collect();
            let homes = fronts.map(|(_, path)| &path.as_str()[1..]).collect();
            let model = page::document::VERSION;
            let site = serde_json::to_string(&Site { version, model, files, homes, words })
                .context("The list of the worker can't be written as JSON; this is a fault of Seutu")?;
            format!("(SITE=>{{{}\n}})({site})\n", program.trim_end())
        }
        _ => REMOVING_WORKER.to_owned(),
    };
    draft.put(WORKER.to_owned(), fingerprint(worker.as_bytes()), || worker)
}

fn words(language: Language) -> [&'static str; 3] {
    let terms = Terms::of(language);
    [terms.new_version, terms.to_new_version, Messages::of(language).close]
}

fn integrity(contents: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(contents)))
}

/// Puts the page into the draft that stands for one that isn't kept, in the language of a front page. Gives
/// its path.
///
/// # Errors
/// A file that can't be written.
pub(super) fn render_offline(
    front: &Page,
    folder: &PagePath,
    shell: &Shell,
    draft: &Staging,
) -> anyhow::Result<String> {
    let page = offline(front);
    // Nobody looks for it.
    let head =
        head::head(&page, DocumentExtras::default(), shell) + "\n<meta name=\"robots\" content=\"noindex\">";
    let document = page::PageDocument::Page(page);
    let embedded = snapshot::json(&document)?;
    let path = format!("{}{OFFLINE}", &folder.as_str()[1..]);
    if let page::PageDocument::Page(page) = document {
        let of_document = fingerprint(embedded.as_bytes()) ^ fingerprint(head.as_bytes()).rotate_left(1);
        let document = || snapshot::snapshot(page, &head, &embedded, shell);
        draft.put(path.clone(), of_document, document)?;
    }
    Ok(path)
}

/// Says that a page can't be shown, offers to try again, and lists what can be read. The worker puts the
/// address that was wanted into the first link, and all pages that are kept into the list, where the front
/// page stands for them.
fn offline(front: &Page) -> Page {
    let terms = Terms::of(front.language);
    let home = front.path.clone();
    let link = |text: &str| {
        let text = vec![Inline::Text(text.to_owned())];
        // The address of a page is one.
        Href::parse(home.as_str()).map_or(Inline::Strong(text.clone()), |to| Inline::Link { to, text })
    };
    // No page has this address, not even the front page, which may be the one that is wanted.
    let path = home.child(OFFLINE).unwrap_or_else(|_| home.clone());
    let item = ListItem { text: vec![link(&front.title)], list: None };
    let sentence = Inline::Text(format!("{} ", terms.offline_text));
    let title = terms.offline_title.to_owned();
    Page {
        breadcrumb: front
            .breadcrumb
            .iter()
            .cloned()
            .chain([PageLink { name: title.clone(), path: front.path.clone() }])
            .collect(),
        path,
        canonical: None,
        kind: PageKind::Article,
        document_title: format!("{title} – {}", front.site.name),
        description: terms.offline_text.to_owned(),
        title,
        tagline: None,
        blocks: vec![
            Block::Paragraph(vec![sentence, link(Messages::of(front.language).try_again)]),
            Block::Heading {
                level: HeadingLevel::H2,
                id: "luettavissa".to_owned(),
                text: terms.offline_pages.to_owned(),
            },
            Block::List(List { order: ListOrder::Unordered, items: vec![item] }),
        ],
        contents: false,
        section: Vec::new(),
        related: Vec::new(),
        neighbours: Neighbours::default(),
        variant: None,
        in_other_languages: Vec::new(),
        changed: None,
        ..front.clone()
    }
}
