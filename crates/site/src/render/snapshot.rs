//! The snapshot: a page's document, readable before any script has run.

use std::sync::Arc;

use page::{Page, document::EMBEDDED_PAGE_ID};
use views::{
    markup::html::{self, escape},
    portal,
    shown::Portal,
};

use super::shell::Shell;

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
