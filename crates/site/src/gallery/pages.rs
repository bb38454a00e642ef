//! The content of a page of each kind, with the ways on that a page can have.

use page::{
    Block, Fact, GroupKind, HeadingLevel, Language, List, ListItem, ListOrder, Listing, ListingEntry,
    ListingKind, Neighbours, Page, PageKind,
};
use views::{
    gallery,
    shown::{
        Portal,
        listening::{Listening, ListeningState, USUAL_RATE},
    },
};

use super::{
    example::{Example, Room, Section, every},
    sample::{self, contact_facts, date, entry, link, paragraph, portal, text},
};

pub fn sections() -> Vec<Section> {
    let pages = every!(PageKind {
        Front => page("Etusivu", PageKind::Front, "Järvilän seutu", listing()),
        Section => page("Osio", PageKind::Section, "Hankkeet", listing()),
        Article => full(),
        News => page("Uutinen", PageKind::News, "Verkosto sai uuden vetäjän", dated("Julkaistu")),
        Call => page("Haku", PageKind::Call, "Haku rantaryhmään", dated("Hakuaika päättyy")),
        Event => page("Tapahtuma", PageKind::Event, "Rantapäivä", dated("Aika")),
        Materials => page("Aineistot", PageKind::Materials, "Verkoston aineistot", documents()),
        Contact => page("Yhteystieto", PageKind::Contact, "Järvilän kunta", contact()),
        Search => page("Haku", PageKind::Search, "Haku", words()),
        SiteMap => page("Sivukartta", PageKind::SiteMap, "Sivukartta", words()),
        Gone => page("Poistettu sivu", PageKind::Gone, "Sivu on poistettu", words()),
        NotFound => page("Sivua ei löydy", PageKind::NotFound, "Sivua ei löydy", words()),
    });
    vec![Section { id: "sivut", title: "Sivut", examples: pages }]
}

fn page(name: &str, kind: PageKind, title: &str, blocks: Vec<Block>) -> Example {
    let page = Page { tagline: Some("esimerkki lajistaan".to_owned()), ..sample::page(kind, title, blocks) };
    shown(name, page)
}

/// An article with everything that can stand around its text.
fn full() -> Example {
    let blocks = vec![heading("Tausta"), paragraph(WORDS), heading("Tavoitteet"), paragraph(WORDS)];
    let page = Page {
        tagline: Some("kaikki, mitä sivulla voi olla".to_owned()),
        contents: true,
        related: vec![link("Koulutusyhteistyö"), link("Haku rantaryhmään")],
        neighbours: Neighbours {
            previous: Some(link("Edellinen aihe")),
            next: Some(link("Seuraava, pidempi aihe")),
        },
        translations: sample::translations(),
        in_other_languages: vec![ListingEntry {
            foreign: Some((Language::En, "englanniksi".to_owned())),
            ..entry("For visitors", "What to see by the lake.")
        }],
        changed: Some(date("2026-06-15", "15.6.2026")),
        ..sample::page(PageKind::Article, "Kansainvälistymisrahoituksen hakeminen", blocks)
    };
    shown("Artikkeli, jossa on kaikki", page).operated()
}

fn shown(name: &str, page: Page) -> Example {
    let listening = Some(Listening { state: ListeningState::Idle, rate: USUAL_RATE });
    let shown = Portal { listening, ..portal(page.clone()) };
    Example::new(name, Room::Edges, [gallery::article(&page, &shown)])
}

const WORDS: &str = "Verkosto kokoontuu neljä kertaa vuodessa, ja mukaan pääsee ilmoittautumalla. Kokoukset ovat avoimia \
    kaikille, joita asia koskee.";

fn words() -> Vec<Block> {
    vec![paragraph(WORDS)]
}

fn dated(term: &str) -> Vec<Block> {
    vec![
        Block::Facts(vec![
            Fact::new(term, text("20.6.2026")),
            Fact::new("Paikka", text("Rantatie 1, Järvilä")),
        ]),
        paragraph(WORDS),
    ]
}

fn listing() -> Vec<Block> {
    let entries = ["Koulutusyhteistyö", "Luonto ja retkeily", "Haut"];
    let entries = entries.map(|title| entry(title, "Mitä aiheessa tapahtuu ja miten pääset mukaan."));
    vec![paragraph(WORDS), Block::Listing(Listing::of(ListingKind::Pages, entries.into()))]
}

fn contact() -> Vec<Block> {
    let blocks = vec![Block::Facts(contact_facts())];
    vec![Block::Group { kind: GroupKind::Contact, title: text("Järvilän kunta"), blocks }]
}

fn documents() -> Vec<Block> {
    let item = |words: &str| ListItem { text: text(words), list: None };
    let items = vec![item("Hakuohje (PDF, 312 kt)"), item("Lomake (DOCX, 48 kt)")];
    vec![Block::List(List { order: ListOrder::Documents, items })]
}

fn heading(words: &str) -> Block {
    Block::Heading { level: HeadingLevel::H2, id: words.to_lowercase(), text: words.to_owned() }
}
