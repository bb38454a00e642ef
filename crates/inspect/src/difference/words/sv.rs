//! What changes, in Swedish.

use page::counted::count;

use super::lines::{ChangeLine, Sort};

pub(super) fn line(line: ChangeLine<'_>) -> String {
    match line {
        ChangeLine::Heading(Sort::Goes, number) => format!(
            "⚠ {} utan att adressen leder vidare, så att besökarna får ”sidan hittades inte”. Skriv adressen i \
             ”oldAddresses” på den sida som kommer i stället:",
            count(number, ("sida försvinner", "sidor försvinner"))
        ),
        ChangeLine::Heading(Sort::LeadsNoMore, number) => format!(
            "⚠ {} ingenstans längre, så att besökarna får ”sidan hittades inte”:",
            count(number, ("gammal adress leder", "gamla adresser leder"))
        ),
        ChangeLine::Heading(Sort::Moves, number) => {
            format!("{}:", count(number, ("sida flyttar", "sidor flyttar")))
        }
        ChangeLine::Heading(Sort::LeadsOn, number) => {
            format!(
                "{} till ett nytt ställe:",
                count(number, ("gammal adress leder", "gamla adresser leder"))
            )
        }
        ChangeLine::Heading(Sort::Appears, number) => format!("{}:", count(number, ("ny sida", "nya sidor"))),
        ChangeLine::Heading(Sort::Changes, number) => {
            format!("{}:", count(number, ("sida ändras", "sidor ändras")))
        }
        ChangeLine::Heading(Sort::OnlyRest, number) => format!(
            "på {} ändras bara bilder, länkar eller det som visas av andra sidor:",
            count(number, ("sida", "sidor"))
        ),
        ChangeLine::Heading(Sort::FilesGo, number) => {
            format!("{}:", count(number, ("fil försvinner", "filer försvinner")))
        }
        ChangeLine::Heading(Sort::FilesAppear, number) => {
            format!("{}:", count(number, ("ny fil", "nya filer")))
        }
        ChangeLine::Heading(Sort::FilesChange, number) => {
            format!("{}:", count(number, ("fil ändras", "filer ändras")))
        }
        ChangeLine::More(number) => format!("… och {number} till"),
        ChangeLine::TitleBefore(title) => format!("rubriken var ”{title}”"),
        ChangeLine::Summary => "sammanfattningen är en annan".to_owned(),
        ChangeLine::Words { came, went } => {
            format!(
                "i texten {}, borta {}",
                count(came, ("nytt ord", "nya ord")),
                count(went, ("ord", "ord"))
            )
        }
        ChangeLine::Frames(number) => format!(
            "Menyn, sidfoten eller meddelandet ändrades: det syns på {}.",
            count(number, ("sida", "sidor"))
        ),
        ChangeLine::Documents(number) => format!(
            "Applikationen ändrades: alla dokument ändras, av dem {number} med samma innehåll som förut."
        ),
        ChangeLine::Nothing => "Ingenting ändras.".to_owned(),
    }
}
