//! The folder of its host under which a site stands: `/seutu` of `https://www.example.fi/seutu`.
//!
//! Content says addresses from the site's own root, wherever that will be; only what is published knows the
//! folder. So a page is led under it just before it is written, and nothing before that depends on where a
//! site is published.

use page::{
    Href, ListingEntry, Neighbours, Page, PageLink, PagePath, SiteContact, SiteFrame, SiteNotice,
    Translation,
    walk::{self, AddressMut},
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

    /// Leads all addresses of a page under the folder. Each field is named, so that a new one can't be
    /// forgotten.
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
        walk::links_mut(blocks, &mut |address| self.address(address));
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
            walk::links_in_mut(text, &mut |address| self.address(address));
            walk::links_in_mut(when, &mut |address| self.address(address));
        }
        feedback.iter_mut().for_each(|to| self.href(to));
        if let Some(SiteContact { name: _, facts }) = contact {
            walk::links_of_facts_mut(facts, &mut |address| self.address(address));
        }
    }

    fn entry(&self, entry: &mut ListingEntry) {
        let ListingEntry { title: _, path, summary: _, date: _, foreign: _, call: _, until: _ } = entry;
        self.path(path);
    }

    /// Leads one address of a block under the folder.
    fn address(&self, address: AddressMut<'_>) {
        match address {
            AddressMut::Link(to) => self.href(to),
            AddressMut::Page(path) => self.path(path),
            AddressMut::Picture(source) => *source = self.prefix(source),
            // Addresses and widths, between commas (HTML §4.8.4.2.1): those of ours hold no comma.
            AddressMut::Sizes(smaller) => {
                let led: Vec<String> = smaller.split(", ").map(|one| self.prefix(one)).collect();
                *smaller = led.join(", ");
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
        let (mut source, mut sizes) = ("/a.png".to_owned(), "/a-720.png 720w, /a.png 1440w".to_owned());
        base.address(AddressMut::Picture(&mut source));
        base.address(AddressMut::Sizes(&mut sizes));
        assert_eq!(source, "/seutu/a.png");
        assert_eq!(sizes, "/seutu/a-720.png 720w, /seutu/a.png 1440w");
    }
}
