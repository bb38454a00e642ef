//! What became of a run, in Finnish.

use super::kinds::Outcome;
use content::{fault::words::count, read::changed::Undated};

pub(super) fn outcome(outcome: Outcome<'_>) -> String {
    match outcome {
        Outcome::NotPublished => "Mitään ei julkaistu.".to_owned(),
        Outcome::Sound { pages } => format!("{}, ei virheitä", count(pages, "sivu", "sivua")),
        Outcome::Published { pages, old_addresses, out, milliseconds, written } => format!(
            "Julkaistu {} ja {} kansioon {}, aikaa kului {milliseconds} ms, {}",
            count(pages, "sivu", "sivua"),
            count(old_addresses, "vanha osoite", "vanhaa osoitetta"),
            out.display(),
            count(written, "tiedosto muuttui", "tiedostoa muuttui"),
        ),
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
