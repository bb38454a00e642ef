//! What stands at an old address: a plain document that leads on, on any static host.

use page::Page;
use views::markup::html::escape;

use compile::terms::Terms;

/// Leads on at once (`meta refresh` with no delay, as WCAG technique H76 asks), names the page for search
/// engines, and shows a link to whoever doesn't follow. Firefox asks for the icon, and reports where the
/// policy forbids that.
pub(super) fn document(page: &Page) -> String {
    let words = Terms::of(page.language);
    let (path, title) = (page.path.as_str(), escape(&page.title));
    let canonical = page.canonical.as_deref().unwrap_or(path);
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={path}\">\n\
         <title>{moved} – {site}</title>\n<link rel=\"canonical\" href=\"{canonical}\">\n</head>\n<body>\n\
         <h1>{moved}</h1>\n<p>{text} <a href=\"{path}\">{title}</a></p>\n</body>\n</html>\n",
        language = page.language.tag(),
        canonical = escape(canonical),
        moved = words.moved_title,
        site = escape(&page.site.name),
        text = words.moved_text,
    )
}
