//! What became of a run, in Swedish.

use super::kinds::Outcome;
use content::{fault::words::count, read::changed::Undated};

pub(super) fn outcome(outcome: Outcome<'_>) -> String {
    match outcome {
        Outcome::NotPublished => "Inget publicerades.".to_owned(),
        Outcome::Sound { pages } => format!("{}, inga fel", count(pages, "sida", "sidor")),
        Outcome::Published { pages, old_addresses, out, milliseconds, written } => format!(
            "Publicerade {} och {} i mappen {} på {milliseconds} ms, {}",
            count(pages, "sida", "sidor"),
            count(old_addresses, "gammal adress", "gamla adresser"),
            out.display(),
            count(written, "fil ändrades", "filer ändrades"),
        ),
        Outcome::WithoutVoikko => "Voikko, som analyserar finska, är inte installerat, så sökningen går efter regler: den hittar lite mer \
             sällan ett böjt finskt ord eller en del av en sammansättning. Allt annat är i sin ordning. I Debian: apt install \
             voikko-fi"
            .to_owned(),
        Outcome::Undated(Undated::NotAsked) => {
            "Sidorna visar inte när de senast ändrades: Git känner till innehållets historik men svarade inte. Installera \
             Git på den dator där du publicerar och prova kommandot ”git log” i innehållets mapp."
                .to_owned()
        }
        Outcome::Undated(Undated::CutShort) => {
            "Sidorna visar inte när de senast ändrades: bara en del av innehållets historik har hämtats. Hämta hela, till \
             exempel med kommandot ”git fetch --unshallow”."
                .to_owned()
        }
    }
}
