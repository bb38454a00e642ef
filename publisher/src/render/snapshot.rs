//! The snapshot: a page's document, readable before any script has run.

use application::{
    markup::html::{self, escape},
    page::{Page, PageKind, document::EMBEDDED_PAGE_ID},
    views::{Portal, portal},
};

use super::shell::Shell;

/// A page's document: the views rendered, and the page embedded for the application to hydrate from.
pub fn snapshot(page: Page, embedded: &str, shell: &Shell) -> String {
    // `<` is the only letter that could end the script element from within (HTML §4.12.1.3).
    let data = embedded.replace('<', "\\u003c");
    let data = format!("<script type=\"application/json\" id=\"{EMBEDDED_PAGE_ID}\">{data}</script>");
    let (language, head) = (page.language.tag(), head(&page, &shell.policy));
    let view = Portal::first(Some(page));
    shell.fill(language, &head, &html::to_html(&portal(&view)), &data)
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
