//! Stylesheets: the pictures, fonts and sheets that they load.

use super::document::{CrawledDocument, How};

/// Follows every `url(…)` (CSS Values §4.5), and what `@import` names in quotes.
pub(super) fn css(bytes: &[u8], document: &mut CrawledDocument) {
    let text = without_comments(&String::from_utf8_lossy(bytes));
    for part in text.split("url(").skip(1) {
        let address = part.split(')').next().unwrap_or_default();
        follow(address, document);
    }
    for part in text.split("@import").skip(1) {
        let sheet = part.split(';').next().unwrap_or_default().trim();
        if sheet.starts_with(['"', '\'']) {
            follow(sheet.split_ascii_whitespace().next().unwrap_or_default(), document);
        }
    }
}

/// What a `#` leads to is a part of the drawing in which the sheet stands.
fn follow(address: &str, document: &mut CrawledDocument) {
    let address = address.trim().trim_matches(['"', '\'']);
    if !address.is_empty() && !address.starts_with('#') {
        document.link(address, How::File);
    }
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + part.split_once("*/").map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_leads_to_what_it_loads() {
        let mut document = CrawledDocument::default();
        let sheet =
            "@import 'a.css' print; /* url(b.png) */ p { background: url(\"c.png\"); mask: url( d.svg ) }
            q { background: url(data:image/png;base64,AA), url(#e) }";
        css(sheet.as_bytes(), &mut document);
        let to: Vec<_> = document.links.iter().map(|link| link.to.as_str()).collect();
        assert_eq!(to, ["c.png", "d.svg", "data:image/png;base64,AA", "a.css"]);
    }
}
