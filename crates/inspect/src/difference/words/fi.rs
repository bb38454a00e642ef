//! What changes, in Finnish.

use page::counted::count;

use super::lines::{ChangeLine, Sort};

pub(super) fn line(line: ChangeLine<'_>) -> String {
    match line {
        ChangeLine::Heading(Sort::Goes, number) => format!(
            "⚠ {} eikä osoite johda muualle, joten kävijät saavat ”sivua ei löydy”. Kirjoita osoite sen sivun \
             kohtaan ”oldAddresses”, joka tulee tilalle:",
            count(number, ("sivu poistuu", "sivua poistuu"))
        ),
        ChangeLine::Heading(Sort::LeadsNoMore, number) => format!(
            "⚠ {} enää johda mihinkään, joten kävijät saavat ”sivua ei löydy”:",
            count(number, ("vanha osoite ei", "vanhaa osoitetta ei"))
        ),
        ChangeLine::Heading(Sort::Moves, number) => {
            format!("{}:", count(number, ("sivu muuttaa", "sivua muuttaa")))
        }
        ChangeLine::Heading(Sort::LeadsOn, number) => {
            format!("{} uuteen paikkaan:", count(number, ("vanha osoite johtaa", "vanhaa osoitetta johtaa")))
        }
        ChangeLine::Heading(Sort::Appears, number) => {
            format!("{}:", count(number, ("sivu tulee lisää", "sivua tulee lisää")))
        }
        ChangeLine::Heading(Sort::Changes, number) => {
            format!("{}:", count(number, ("sivu muuttuu", "sivua muuttuu")))
        }
        ChangeLine::Heading(Sort::OnlyRest, number) => format!(
            "{} vain kuvat, linkit tai se, mitä muista sivuista näytetään:",
            count(number, ("sivulla muuttuvat", "sivulla muuttuvat"))
        ),
        ChangeLine::Heading(Sort::FilesGo, number) => {
            format!("{}:", count(number, ("tiedosto poistuu", "tiedostoa poistuu")))
        }
        ChangeLine::Heading(Sort::FilesAppear, number) => {
            format!("{}:", count(number, ("tiedosto tulee lisää", "tiedostoa tulee lisää")))
        }
        ChangeLine::Heading(Sort::FilesChange, number) => {
            format!("{}:", count(number, ("tiedosto muuttuu", "tiedostoa muuttuu")))
        }
        ChangeLine::More(number) => format!("… ja {number} muuta"),
        ChangeLine::TitleBefore(title) => format!("otsikko oli ”{title}”"),
        ChangeLine::Summary => "tiivistelmä on toinen".to_owned(),
        ChangeLine::Words { came, went } => format!(
            "tekstissä {} ja poissa {}",
            count(came, ("uusi sana", "uutta sanaa")),
            count(went, ("sana", "sanaa"))
        ),
        ChangeLine::Frames(number) => {
            format!("Valikko, alatunniste tai tiedote muuttui: se näkyy {number} sivulla.")
        }
        ChangeLine::Documents(number) => format!(
            "Sovellus muuttui: kaikki asiakirjat muuttuvat, näistä {number} samoin sisällöin kuin ennen."
        ),
        ChangeLine::Nothing => "Mikään ei muutu.".to_owned(),
    }
}
