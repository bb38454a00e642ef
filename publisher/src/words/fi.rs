//! The program's words in Finnish.

use super::{
    new_page::NewPageWords,
    outcome::Outcome,
    phrases::{by_rule, lines},
};
use content::read::changed::Undated;
use import::report::Report;
use page::counted::count;

pub(super) fn outcome(outcome: Outcome<'_>) -> String {
    match outcome {
        Outcome::NotPublished => "Mitään ei julkaistu.".to_owned(),
        Outcome::Sound { pages } => format!("{}, ei virheitä", count(pages, ("sivu", "sivua"))),
        Outcome::Published { pages, old_addresses, out, milliseconds, written } => format!(
            "Julkaistu {} ja {} kansioon {}, aikaa kului {milliseconds} ms, {}",
            count(pages, ("sivu", "sivua")),
            count(old_addresses, ("vanha osoite", "vanhaa osoitetta")),
            out.display(),
            count(written, ("tiedosto muuttui", "tiedostoa muuttui")),
        ),
        Outcome::Imported(report) => imported(report),
        Outcome::NotImported => "Mitään ei tuotu.".to_owned(),
        Outcome::WithoutVoikko => "Suomen kielen jäsennintä Voikkoa ei ole asennettu, joten haku käyttää pelkkiä sääntöjä: se löytää vähän \
             harvemmin taivutetun sanan tai yhdyssanan osan. Muuten kaikki on kunnossa. Debianissa: apt install voikko-fi"
            .to_owned(),
        Outcome::Undated(Undated::NotAsked) => {
            "Sivuilla ei näy, milloin niitä on viimeksi muutettu: Git tuntee sisällön historian, mutta se ei vastannut. \
             Asenna Git koneelle, jolla julkaiset, ja kokeile sisällön kansiossa komentoa ”git log”."
                .to_owned()
        }
        Outcome::Undated(Undated::CutShort) => {
            "Sivuilla ei näy, milloin niitä on viimeksi muutettu: sisällön historiasta on haettu vain osa. Hae se \
             kokonaan esimerkiksi komennolla ”git fetch --unshallow”."
                .to_owned()
        }
    }
}

/// How much came over.
fn imported(report: &Report) -> String {
    let Report { counts, drafts, .. } = report;
    let mut text = [
        format!("Sivuja: {}", counts.pages),
        format!(
            "  osioita: {}, joista tehty kansiolle, jolla ei ollut sivua: {}",
            counts.sections, counts.generated
        ),
        format!("  uutisia: {}", counts.news),
        format!("  luonnoksia: {}", drafts.len()),
        format!(
            "Linkkejä: {} sivuston sivuille, {} muualle, {} ei mihinkään",
            counts.inner_links, counts.outer_links, counts.lost_links
        ),
        format!("Kuvia: {}", counts.images),
        format!("Asiakirjoja: {}", counts.documents),
        format!("Huomautuksia: {}{}", report.faults().sorted().len(), by_rule(report)),
    ]
    .join("\n");
    if !drafts.is_empty() {
        text.push_str(&format!(
            "\nLuonnokset, joita ei julkaista ennen kuin \"draft\" poistetaan:{}",
            lines(drafts)
        ));
    }
    text
}

pub(super) const NEW_PAGE: NewPageWords = NewPageWords {
    page: "Uusi sivu",
    front: "Etusivu",
    section: "Uusi osio",
    news: "Uusi uutinen",
    event: "Uusi tapahtuma",
    place: "Paikka",
    organiser: "Järjestäjä",
    call: "Uusi haku",
    for_whom: "Kuka voi hakea",
    what_to_send: "Mitä lähetetään",
    summary: "Kerro yhdellä tai kahdella virkkeellä, mistä sivu kertoo.",
    text: "Kirjoita teksti tähän.",
};
