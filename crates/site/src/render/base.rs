//! The folder of its host under which a site stands: `/seutu` of `https://www.example.fi/seutu`.
//!
//! Content says addresses from the site's own root, wherever that will be; only what is published knows the folder. So a
//! page is led under it just before it is written, and nothing before that depends on where a site is published.

use page::{
    Block, Fact, Figure, Href, Inline, List, Listing, ListingEntry, MapEntry, Neighbours, Page, PageLink,
    PagePath, Pager, SiteContact, SiteFrame, SiteNotice, Table, Translation,
};

/// The folder, with a slash in front and none behind; empty for a site at the root of its host.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct BasePath(String);

impl BasePath {
    /// The folder that the address of a site names.
    pub fn of_address(address: &str) -> BasePath {
        let host = address.split_once("://").map_or(address, |(_, host)| host);
        let folder = host.find('/').map_or("", |start| &host[start..]);
        BasePath(folder.trim_end_matches('/').to_owned())
    }

    /// The folder as it stands in front of an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the site stands at the root of its host.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts the folder of the site before an address from the site's root.
    pub fn prefix(&self, address: &str) -> String {
        format!("{}{address}", self.0)
    }

    /// Leads all addresses of a page under the folder. Each field is named, so that a new one can't be forgotten.
    pub fn lead_page(&self, page: &mut Page) {
        if self.is_root() {
            return;
        }
        let Page {
            path,
            canonical: _,
            language: _,
            kind: _,
            title: _,
            document_title: _,
            description: _,
            tagline: _,
            breadcrumb,
            blocks,
            contents: _,
            section,
            related,
            neighbours: Neighbours { previous, next },
            variant,
            translations,
            in_other_languages,
            changed: _,
            site,
        } = page;
        self.path(path);
        breadcrumb
            .iter_mut()
            .chain(related)
            .chain(previous)
            .chain(next)
            .chain(variant)
            .for_each(|link| self.link(link));
        self.blocks(blocks);
        section.iter_mut().for_each(|path| self.path(path));
        for Translation { language: _, title: _, path, instead: _ } in translations {
            self.path(path);
        }
        in_other_languages.iter_mut().for_each(|entry| self.entry(entry));
        self.frame(site);
    }

    fn frame(&self, frame: &mut SiteFrame) {
        let SiteFrame {
            name: _,
            slogan: _,
            named_in: _,
            home,
            menu,
            footer,
            search,
            notice,
            feedback,
            contact,
        } = frame;
        self.path(home);
        menu.iter_mut().chain(footer).for_each(|link| self.link(link));
        search.iter_mut().for_each(|path| self.path(path));
        if let Some(SiteNotice { text, when, start: _, end: _ }) = notice {
            self.spans(text);
            self.spans(when);
        }
        feedback.iter_mut().for_each(|to| self.href(to));
        if let Some(SiteContact { name: _, facts }) = contact {
            self.facts(facts);
        }
    }

    fn blocks(&self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Heading { .. } | Block::Code { .. } | Block::CallState(_) => {}
                Block::Paragraph(spans) => self.spans(spans),
                Block::List(list) => self.list(list),
                Block::Facts(facts) => self.facts(facts),
                Block::Group { kind: _, title, blocks } => {
                    self.spans(title);
                    self.blocks(blocks);
                }
                Block::Table(Table { caption: _, header, rows, header_column: _ }) => {
                    header.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| self.spans(cell));
                }
                Block::Figure(figure) => self.figure(figure),
                Block::Listing(Listing { kind: _, entries, at_most: _, empty: _ }) => {
                    entries.iter_mut().for_each(|entry| self.entry(entry));
                }
                Block::Pager(Pager { current: _, last: _, previous, next }) => {
                    previous.iter_mut().chain(next).for_each(|path| self.path(path));
                }
                Block::SiteMap(entries) => self.map(entries),
            }
        }
    }

    fn figure(&self, figure: &mut Figure) {
        let Figure { source, smaller, width: _, height: _, alternative: _, caption } = figure;
        *source = self.prefix(source);
        // Addresses and widths, between commas (HTML §4.8.4.2.1): those of ours hold no comma.
        if let Some(smaller) = smaller {
            let led: Vec<String> = smaller.split(", ").map(|one| self.prefix(one)).collect();
            *smaller = led.join(", ");
        }
        self.spans(caption);
    }

    fn list(&self, list: &mut List) {
        for item in &mut list.items {
            self.spans(&mut item.text);
            item.list.iter_mut().for_each(|list| self.list(list));
        }
    }

    fn facts(&self, facts: &mut [Fact]) {
        for Fact { term: _, value, until: _ } in facts {
            self.spans(value);
        }
    }

    fn map(&self, entries: &mut [MapEntry]) {
        for MapEntry { title: _, path, children } in entries {
            self.path(path);
            self.map(children);
        }
    }

    fn entry(&self, entry: &mut ListingEntry) {
        let ListingEntry { title: _, path, summary: _, date: _, foreign: _, call: _, until: _ } = entry;
        self.path(path);
    }

    fn spans(&self, spans: &mut [Inline]) {
        for span in spans {
            match span {
                Inline::Link { to, text } => {
                    self.href(to);
                    self.spans(text);
                }
                Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Foreign(_, inner) => {
                    self.spans(inner);
                }
                Inline::Text(_)
                | Inline::Code(_)
                | Inline::Abbreviation(..)
                | Inline::Date(_)
                | Inline::Break => {}
            }
        }
    }

    fn link(&self, link: &mut PageLink) {
        self.path(&mut link.path);
    }

    fn path(&self, path: &mut PagePath) {
        *path = self.page_path(path);
    }

    /// The address on the host of a page.
    pub fn page_path(&self, path: &PagePath) -> PagePath {
        // A folder that `check` let pass can stand in front of any address.
        PagePath::on_host(&self.prefix(path.as_str())).unwrap_or_else(|| path.clone())
    }

    fn href(&self, href: &mut Href) {
        if href.as_str().starts_with('/')
            && let Ok(led) = Href::parse(&self.prefix(href.as_str()))
        {
            *href = led;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_what_stands_behind_the_host() {
        for (address, folder) in [
            ("https://www.example.fi", ""),
            ("https://www.example.fi/", ""),
            ("https://www.example.fi/seutu", "/seutu"),
            ("https://www.example.fi:8080/Kunnat/seutu/", "/Kunnat/seutu"),
        ] {
            assert_eq!(BasePath::of_address(address).as_str(), folder, "{address}");
        }
    }

    #[test]
    fn what_leads_elsewhere_stays_as_it_is() {
        let base = BasePath::of_address("https://www.example.fi/seutu");
        let led = |text: &str| {
            let mut href = Href::parse(text).unwrap();
            base.href(&mut href);
            href.as_str().to_owned()
        };
        assert_eq!(led("/haku/?q=a#b"), "/seutu/haku/?q=a#b");
        for elsewhere in ["#sisalto", "https://example.org/a", "mailto:a@b.fi", "tel:+358140000"] {
            assert_eq!(led(elsewhere), elsewhere);
        }
    }

    #[test]
    fn each_size_of_a_picture_is_led_under_the_folder() {
        let base = BasePath::of_address("https://www.example.fi/seutu");
        let mut figure = Figure {
            source: "/a.png".to_owned(),
            smaller: Some("/a-720.png 720w, /a.png 1440w".to_owned()),
            width: 1440,
            height: 900,
            alternative: String::new(),
            caption: Vec::new(),
        };
        base.figure(&mut figure);
        assert_eq!(figure.source, "/seutu/a.png");
        assert_eq!(figure.smaller.as_deref(), Some("/seutu/a-720.png 720w, /seutu/a.png 1440w"));
    }
}
