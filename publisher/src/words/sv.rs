//! The program's words in Swedish.

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
        Outcome::NotPublished => "Inget publicerades.".to_owned(),
        Outcome::Sound { pages } => format!("{}, inga fel", count(pages, ("sida", "sidor"))),
        Outcome::Published { pages, old_addresses, out, milliseconds, written } => format!(
            "Publicerade {} och {} i mappen {} på {milliseconds} ms, {}",
            count(pages, ("sida", "sidor")),
            count(old_addresses, ("gammal adress", "gamla adresser")),
            out.display(),
            count(written, ("fil ändrades", "filer ändrades")),
        ),
        Outcome::Imported(report) => imported(report),
        Outcome::NotImported => "Inget importerades.".to_owned(),
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

/// How much came over.
fn imported(report: &Report) -> String {
    let Report { counts, drafts, .. } = report;
    let mut text = [
        format!("Sidor: {}", counts.pages),
        format!("  avsnitt: {}, av dem gjorda för en mapp utan sida: {}", counts.sections, counts.generated),
        format!("  nyheter: {}", counts.news),
        format!("  utkast: {}", drafts.len()),
        format!(
            "Länkar: {} till sidor på webbplatsen, {} till andra ställen, {} ingenstans",
            counts.inner_links, counts.outer_links, counts.lost_links
        ),
        format!("Bilder: {}", counts.images),
        format!("Dokument: {}", counts.documents),
        format!("Varningar: {}{}", report.faults().sorted().len(), by_rule(report)),
    ]
    .join("\n");
    if !drafts.is_empty() {
        text.push_str(&format!("\nUtkast, som inte publiceras förrän \"draft\" tas bort:{}", lines(drafts)));
    }
    text
}

pub(super) const NEW_PAGE: NewPageWords = NewPageWords {
    page: "Ny sida",
    front: "Startsida",
    section: "Nytt avsnitt",
    news: "Ny nyhet",
    event: "Nytt evenemang",
    place: "Plats",
    organiser: "Arrangör",
    call: "Ny utlysning",
    for_whom: "Vem kan söka",
    what_to_send: "Vad som skickas",
    summary: "Berätta med en eller två meningar vad sidan handlar om.",
    text: "Skriv texten här.",
};
