//! What the made-up pages of the gallery share.

use std::sync::Arc;

use page::{
    Block, Fact, FormattedDate, Href, Inline, Language, ListingEntry, Neighbours, Page, PageKind, PageLink,
    PagePath, SiteContact, SiteFrame, SiteNotice, Translation,
};
use views::shown::Portal;

use super::example::ADDRESS;

/// The clock of the gallery, UTC.
pub const NOW: &str = "2026-06-15T09:00:00Z";

/// A page of a kind, with all that a page can have around its blocks but breadcrumb, contents and ways on.
pub fn page(kind: PageKind, title: &str, blocks: Vec<Block>) -> Page {
    Page {
        path: path(ADDRESS),
        canonical: None,
        language: Language::Fi,
        kind,
        title: title.to_owned(),
        document_title: title.to_owned(),
        description: String::new(),
        tagline: None,
        breadcrumb: Vec::new(),
        variant: Some(link("Selkokielellä")),
        blocks,
        contents: false,
        section: Vec::new(),
        related: Vec::new(),
        neighbours: Neighbours::default(),
        translations: Vec::new(),
        in_other_languages: Vec::new(),
        changed: None,
        site: site(),
    }
}

/// What is shown with a page in a browser whose clock is known.
pub fn portal(page: Page) -> Portal {
    Portal { now: Some(NOW.to_owned()), ..Portal::first(Some(Arc::new(page))) }
}

/// What is shown around a component that isn't about a page.
pub fn any_portal() -> Portal {
    portal(page(PageKind::Article, "Esimerkki", Vec::new()))
}

fn site() -> SiteFrame {
    let mail = "kunta@jarvila.example";
    SiteFrame {
        name: "Järvilän seutu".to_owned(),
        slogan: "ihmistä varten".to_owned(),
        named_in: None,
        home: PagePath::root(),
        menu: vec![link("Hankkeet"), link("Ajankohtaista"), link("Yhteystiedot")],
        footer: vec![link("Sivukartta"), link("Saavutettavuus"), link("Tietosuoja")],
        search: Some(path(ADDRESS)),
        notice: Some(SiteNotice {
            text: text("Palvelussa on huoltokatko lauantaina."),
            when: text("13.6.2026–20.6.2026"),
            start: "2026-06-13T00:00:00Z".to_owned(),
            end: "2026-06-20T00:00:00Z".to_owned(),
        }),
        feedback: Some(href(&format!("mailto:{mail}"))),
        contact: Some(SiteContact { name: "Järvilän kunta".to_owned(), facts: contact_facts() }),
    }
}

/// How to reach somebody.
pub fn contact_facts() -> Vec<Fact> {
    let linked = |to: &str, words: &str| vec![Inline::Link { to: href(to), text: text(words) }];
    vec![
        Fact::new("Sähköposti", linked("mailto:kunta@jarvila.example", "kunta@jarvila.example")),
        Fact::new("Puhelin", linked("tel:+358140000000", "+358 14 000 0000")),
        Fact::new(
            "Osoite",
            vec![
                Inline::Text("Rantatie 1".to_owned()),
                Inline::Break,
                Inline::Text("40000 Järvilä".to_owned()),
            ],
        ),
    ]
}

/// The same page in the other languages, in one of them not translated.
pub fn translations() -> Vec<Translation> {
    let translation = |language, instead| Translation {
        language,
        title: "Esimerkki".to_owned(),
        path: path(&format!("/{}/", Language::tag(language))),
        instead,
    };
    vec![translation(Language::Sv, false), translation(Language::En, true)]
}

/// A page in a listing.
pub fn entry(title: &str, summary: &str) -> ListingEntry {
    ListingEntry {
        title: title.to_owned(),
        path: path(ADDRESS),
        summary: summary.to_owned(),
        date: None,
        foreign: None,
        call: None,
        until: None,
    }
}

/// A link to a page that is called so; its address follows from its name.
pub fn link(name: &str) -> PageLink {
    let segment: String = name.to_lowercase().chars().filter(char::is_ascii_lowercase).collect();
    PageLink { name: name.to_owned(), path: path(&format!("{ADDRESS}{segment}/")) }
}

/// Plain text.
pub fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

/// A paragraph of plain text.
pub fn paragraph(words: &str) -> Block {
    Block::Paragraph(text(words))
}

/// A date in both of its forms.
pub fn date(iso: &str, text: &str) -> FormattedDate {
    FormattedDate { iso: iso.to_owned(), text: text.to_owned() }
}

/// An address of the gallery's own, which is valid.
pub fn path(address: &str) -> PagePath {
    PagePath::parse(address).expect("the gallery's addresses are valid")
}

/// A link's target of the gallery's own, which is allowed.
pub fn href(target: &str) -> Href {
    Href::parse(target).expect("the gallery's links are allowed")
}
