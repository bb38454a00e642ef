//! What changes, in Finnish.

use page::counted::count;

use super::lines::{Line, Sort};

pub(super) fn line(line: Line<'_>) -> String {
    match line {
        Line::Heading(Sort::Goes, number) => format!(
            "⚠ {} eikä osoite johda muualle, joten kävijät saavat ”sivua ei löydy”. Kirjoita osoite sen sivun \
             kohtaan ”oldAddresses”, joka tulee tilalle:",
            count(number, ("sivu poistuu", "sivua poistuu"))
        ),
        Line::Heading(Sort::LeadsNoMore, number) => format!(
            "⚠ {} enää johda mihinkään, joten kävijät saavat ”sivua ei löydy”:",
            count(number, ("vanha osoite ei", "vanhaa osoitetta ei"))
        ),
        Line::Heading(Sort::Moves, number) => {
            format!("{}:", count(number, ("sivu muuttaa", "sivua muuttaa")))
        }
        Line::Heading(Sort::LeadsOn, number) => {
            format!("{} uuteen paikkaan:", count(number, ("vanha osoite johtaa", "vanhaa osoitetta johtaa")))
        }
        Line::Heading(Sort::Appears, number) => {
            format!("{}:", count(number, ("sivu tulee lisää", "sivua tulee lisää")))
        }
        Line::Heading(Sort::Changes, number) => {
            format!("{}:", count(number, ("sivu muuttuu", "sivua muuttuu")))
        }
        Line::Heading(Sort::OnlyRest, number) => format!(
            "{} vain kuvat, linkit tai se, mitä muista sivuista näytetään:",
            count(number, ("sivulla muuttuvat", "sivulla muuttuvat"))
        ),
        Line::Heading(Sort::FilesGo, number) => {
            format!("{}:", count(number, ("tiedosto poistuu", "tiedostoa poistuu")))
        }
        Line::Heading(Sort::FilesAppear, number) => {
            format!("{}:", count(number, ("tiedosto tulee lisää", "tiedostoa tulee lisää")))
        }
        Line::Heading(Sort::FilesChange, number) => {
            format!("{}:", count(number, ("tiedosto muuttuu", "tiedostoa muuttuu")))
        }
        Line::More(number) => format!("… ja {number} muuta"),
        Line::TitleBefore(title) => format!("otsikko oli ”{title}”"),
        Line::Summary => "tiivistelmä on toinen".to_owned(),
        Line::Words { came, went } => format!(
            "tekstissä {} ja poissa {}",
            count(came, ("uusi sana", "uutta sanaa")),
            count(went, ("sana", "sanaa"))
        ),
        Line::Frames(number) => {
            format!("Valikko, alatunniste tai tiedote muuttui: se näkyy {number} sivulla.")
        }
        Line::Documents(number) => format!(
            "Sovellus muuttui: kaikki asiakirjat muuttuvat, näistä {number} samoin sisällöin kuin ennen."
        ),
        Line::Nothing => "Mikään ei muutu.".to_owned(),
    }
}
