//! Other pages as cards, and the empty lists that nobody likes to find.

use application::{
    page::{Block, CallState, Language, ListingEntry},
    views::Portal,
};

use super::{
    Example,
    sample::{date, entry},
    texts::example,
};

/// Listings with each thing that an entry can have.
pub fn listings(shown: &Portal) -> Vec<Example> {
    let listing = |name: &str, entries| example(name, &[Block::Listing(entries)], shown);
    vec![
        listing("Kortit", vec![plain(), long()]),
        listing("Kortit: päivä", vec![dated(), dated()]),
        listing("Kortit: haku", vec![call(), call()]),
        listing("Kortit: vieras kieli", vec![foreign(), plain()]),
        listing("Kortit: vain yksi", vec![plain()]),
        listing("Kortit: ei yhtään", Vec::new()),
    ]
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

fn dated() -> ListingEntry {
    ListingEntry {
        date: Some(("Hakuaika päättyy".to_owned(), date("2026-06-20", "20.6.2026"))),
        ..entry("Haku rantaryhmään", "Ryhmä suunnittelee rannan käyttöä kesäksi.")
    }
}

fn call() -> ListingEntry {
    let call = CallState {
        opens: None,
        last_week: "2026-06-13T21:00:00Z".to_owned(),
        closes: "2026-06-20T21:00:00Z".to_owned(),
    };
    ListingEntry { call: Some(call), ..dated() }
}

fn foreign() -> ListingEntry {
    ListingEntry {
        foreign: Some((Language::Sv, "ruotsiksi".to_owned())),
        ..entry("Stranddagen", "En dag vid sjön för alla.")
    }
}
