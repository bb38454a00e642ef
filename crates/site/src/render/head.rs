//! The head of a page's document: what browsers, search engines and those who share the page read.

use page::{Page, PageKind, document::MANIFEST};
use views::{article::HEADER_END_ID, markup::html::escape};

use super::shell::Shell;
use compile::{DocumentExtras, sharing::SharingPicture, terms::Terms};

/// The head of a snapshot, but for what the shell says for every page, its policy and its style.
pub fn head(page: &Page, beside: DocumentExtras<'_>, shell: &Shell) -> String {
    let mut head = format!(
        "<title>{}</title>\n<meta name=\"description\" content=\"{}\">",
        escape(&page.document_title),
        escape(&page.description),
    );
    // Not painted before all that stands above the text has come (HTML §4.6.7.4), down to the page's title:
    // in the portal's header and in the breadcrumb what has come already would move when the rest does. What
    // comes later, comes below.
    head.push_str(&format!("\n<link rel=\"expect\" href=\"#{HEADER_END_ID}\" blocking=\"render\">"));
    if let Some(canonical) = &page.canonical {
        head.push_str(&format!("\n<link rel=\"canonical\" href=\"{}\">", escape(canonical)));
        for (property, content) in sharing(page, canonical, beside.picture) {
            head.push_str(&format!("\n<meta property=\"og:{property}\" content=\"{}\">", escape(&content)));
        }
        if beside.picture.is_some() {
            // As large as a card is wide, where it would be a small square otherwise.
            head.push_str("\n<meta name=\"twitter:card\" content=\"summary_large_image\">");
        }
    }
    head.extend(alternates(page));
    head.extend(beside.feed.map(|feed| followed(page, "application/atom+xml", &shell.base.prefix(feed))));
    head.extend(
        beside.calendar.map(|calendar| followed(page, "text/calendar", &shell.base.prefix(calendar))),
    );
    let home = escape(page.site.home.as_str());
    head.push_str(&format!("\n<link rel=\"manifest\" href=\"{home}{MANIFEST}\">"));
    if let Some(notice) = &page.site.notice {
        // `public/first.js` asks it before the first paint, so that a notice that holds has its room from
        // then on.
        let (start, end) = (escape(&notice.start), escape(&notice.end));
        head.push_str(&format!("\n<meta name=\"seutu:notice\" content=\"{start}/{end}\">"));
    }
    // Not every host can answer 404 or 410 (RFC 9110 §15.5).
    if matches!(page.kind, PageKind::NotFound | PageKind::Gone) {
        head.push_str("\n<meta name=\"robots\" content=\"noindex\">");
    }
    head
}

/// What follows the site for the visitor (HTML §4.6.7.1): a feed, a calendar.
fn followed(page: &Page, kind: &str, address: &str) -> String {
    let name = escape(&page.site.name);
    format!("\n<link rel=\"alternate\" type=\"{kind}\" title=\"{name}\" href=\"{}\">", escape(address))
}

/// The same page in each of its languages, itself included, for search engines (HTML §4.6.7.1); none where it
/// exists in one language only, or has no address of its own.
fn alternates(page: &Page) -> Vec<String> {
    let site = page.canonical.as_deref().and_then(|canonical| canonical.strip_suffix(page.path.as_str()));
    let others: Vec<_> = page.translations.iter().filter(|other| !other.instead).collect();
    let Some(site) = site.filter(|_| !others.is_empty()) else { return Vec::new() };
    let own = (page.language, &page.path);
    let all = [own].into_iter().chain(others.iter().map(|other| (other.language, &other.path)));
    all.map(|(language, path)| {
        let address = escape(&format!("{site}{path}"));
        format!("\n<link rel=\"alternate\" hreflang=\"{}\" href=\"{address}\">", language.tag())
    })
    .collect()
}

/// What stands for the page where its address is shared (ogp.me): the names of the properties and their
/// values.
///
/// Only snapshots say it. Who reads it gets the address and asks for the document; the application removes it
/// when it shows another page.
fn sharing(page: &Page, canonical: &str, picture: Option<&SharingPicture>) -> Vec<(&'static str, String)> {
    let kind = match page.kind {
        PageKind::News | PageKind::Article => "article",
        _ => "website",
    };
    let mut said = vec![
        ("title", page.title.clone()),
        ("type", kind.to_owned()),
        ("url", canonical.to_owned()),
        ("description", page.description.clone()),
        ("site_name", page.site.name.clone()),
        ("locale", Terms::of(page.language).open_graph_locale.to_owned()),
    ];
    let translated = page.translations.iter().filter(|translation| !translation.instead);
    said.extend(
        translated.map(|other| ("locale:alternate", Terms::of(other.language).open_graph_locale.to_owned())),
    );
    if let Some(picture) = picture {
        said.extend([
            ("image", picture.address.clone()),
            ("image:width", picture.width.to_string()),
            ("image:height", picture.height.to_string()),
            ("image:alt", picture.alternative.clone()),
        ]);
    }
    said
}
