//! The snapshot: a page's document, readable before any script has run.

use application::{
    page::{
        Page, PageKind,
        document::{EMBEDDED_PAGE_ID},
    },
    views::{Actions, PortalState, portal},
};
use leptos::prelude::*;

use super::shell::Shell;

/// A page's document: the views rendered, and the page embedded for the application to hydrate from.
pub(super) fn snapshot(page: &Page, embedded: &str, shell: &Shell) -> String {
    // `<` is the only letter that could end the script element from within (HTML §4.12.1.3).
    let data = embedded.replace('<', "\\u003c");
    let data = format!("<script type=\"application/json\" id=\"{EMBEDDED_PAGE_ID}\">{data}</script>");
    shell.fill(page.language.tag(), &head(page, &shell.policy), &view_of(page), &data)
}

fn view_of(page: &Page) -> String {
    let owner = Owner::new_root(None);
    let html = owner.with(|| portal(PortalState::first(Some(page.clone())), Actions::NONE).to_html());
    owner.cleanup();
    html
}

fn head(page: &Page, policy: &str) -> String {
    let mut head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n<title>{}</title>\n\
         <meta name=\"description\" content=\"{}\">",
        escape(policy),
        escape(&page.document_title),
        escape(&page.description),
    );
    if let Some(canonical) = &page.canonical {
        head.push_str(&format!("\n<link rel=\"canonical\" href=\"{}\">", escape(canonical)));
    }
    if page.kind == PageKind::NotFound {
        head.push_str("\n<meta name=\"robots\" content=\"noindex\">");
    }
    head
}

/// A text as it stands in an element or in a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_leave_its_place() {
        assert_eq!(escape("\"><script>&"), "&quot;&gt;&lt;script&gt;&amp;");
    }
}
