//! The snapshot: a page's document, readable before any script has run.

use std::sync::Arc;

use anyhow::Context as _;
use page::{Page, PageDocument, document::EMBEDDED_PAGE_ID};
use views::{
    markup::html::{self, escape},
    portal,
    shown::Portal,
};

use super::shell::Shell;

/// The room for the data of a page, in bytes: few pages have more.
const ROOM: usize = 16 * 1024;

/// The data of a page as text, for `page.json` and the snapshot.
pub(super) fn json(document: &PageDocument) -> anyhow::Result<String> {
    let mut json = Vec::with_capacity(ROOM);
    let written = serde_json::to_writer(&mut json, document).map_err(anyhow::Error::from);
    let text = written.and_then(|()| Ok(String::from_utf8(json)?));
    text.context("A page can't be written as JSON; this is a fault of Seutu")
}

/// A page's document: the views rendered, and the page embedded for the application to hydrate from.
pub fn snapshot(page: Page, head: &str, embedded: &str, shell: &Shell) -> String {
    // `<` is the only letter that could end the script element from within (HTML §4.12.1.3).
    let data = embedded.replace('<', "\\u003c");
    let data = format!("<script type=\"application/json\" id=\"{EMBEDDED_PAGE_ID}\">{data}</script>");
    let language = page.language.tag();
    let view = html::to_html(&portal(&Portal::first(Some(Arc::new(page)))));
    let style = shell.first_paint.style(&view);
    // In front of all that it is about.
    let policy = escape(&shell.policy(&style.source));
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    shell.fill(language, &[&policy, "\n", head, "\n", &style.element].concat(), &view, &data)
}
