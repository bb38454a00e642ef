//! Other pages as cards and as news, and the empty lists that nobody likes to find.

use page::{Block, CallState, Language, Listing, ListingEntry, ListingKind};
use views::shown::Portal;

use super::{
    example::{Example, every, example},
    sample::{date, entry},
};

/// Listings of each kind, and with each thing that an entry can have.
pub fn listings(shown: &Portal) -> Vec<Example> {
    let listing =
        |name: &str, kind, entries| example(name, &[Block::Listing(Listing::of(kind, entries))], shown);
    let words = Some("Juuri nyt ei ole avoimia hakuja.".to_owned());
    let none = Listing { empty: words, ..Listing::of(ListingKind::Calls, Vec::new()) };
    let kinds = every!(ListingKind {
        Pages => listing("Kortit", ListingKind::Pages, vec![plain(), long()]).operated(),
        News => listing("Uutiset", ListingKind::News, vec![dated("Julkaistu"), dated("Julkaistu"), plain()]).operated(),
        Events => listing("Tapahtumat", ListingKind::Events, vec![dated("Aika"), dated("Aika")]),
        Calls => listing("Haut", ListingKind::Calls, vec![call(), call()]).operated(),
    });
    let more = vec![
        listing("Kortit: vieras kieli", ListingKind::Pages, vec![foreign(), plain()]),
        listing("Kortit: vain yksi", ListingKind::Pages, vec![plain()]),
        example("Luettelo: ei yhtään", &[Block::Listing(none)], shown),
    ];
    kinds.into_iter().chain(more).collect()
}

fn plain() -> ListingEntry {
    entry("Koulutusyhteistyön teemaverkosto", "Verkosto kehittää seudun koulutusta yhdessä.")
}

fn long() -> ListingEntry {
    entry(
        "Kansainvälistymisrahoituksen hakeminen ja hakemuksen täyttäminen vaihe vaiheelta",
        "Näin haet rahoitusta: mitä tarvitset, mihin mennessä hakemus lähetetään, kuka sen lukee ja milloin saat \
         vastauksen.",
    )
}

fn dated(meaning: &str) -> ListingEntry {
    ListingEntry {
        date: Some((meaning.to_owned(), date("2026-06-20", "20.6.2026"))),
        ..entry("Haku rantaryhmään", "Ryhmä suunnittelee rannan käyttöä kesäksi.")
    }
}

fn call() -> ListingEntry {
    let call = CallState {
        opens: None,
        last_week: "2026-06-13T21:00:00Z".to_owned(),
        closes: "2026-06-20T21:00:00Z".to_owned(),
    };
    ListingEntry { call: Some(call), ..dated("Hakuaika päättyy") }
}

fn foreign() -> ListingEntry {
    ListingEntry {
        foreign: Some((Language::Sv, "ruotsiksi".to_owned())),
        ..entry("Stranddagen", "En dag vid sjön för alla.")
    }
}
