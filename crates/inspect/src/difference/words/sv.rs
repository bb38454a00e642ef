//! What changes, in Swedish.

use page::counted::count;

use super::lines::{Line, Sort};

pub(super) fn line(line: Line<'_>) -> String {
    match line {
        Line::Heading(Sort::Goes, number) => format!(
            "⚠ {} utan att adressen leder vidare, så att besökarna får ”sidan hittades inte”. Skriv adressen i \
             ”oldAddresses” på den sida som kommer i stället:",
            count(number, ("sida försvinner", "sidor försvinner"))
        ),
        Line::Heading(Sort::LeadsNoMore, number) => format!(
            "⚠ {} ingenstans längre, så att besökarna får ”sidan hittades inte”:",
            count(number, ("gammal adress leder", "gamla adresser leder"))
        ),
        Line::Heading(Sort::Moves, number) => {
            format!("{}:", count(number, ("sida flyttar", "sidor flyttar")))
        }
        Line::Heading(Sort::LeadsOn, number) => {
            format!(
                "{} till ett nytt ställe:",
                count(number, ("gammal adress leder", "gamla adresser leder"))
            )
        }
        Line::Heading(Sort::Appears, number) => format!("{}:", count(number, ("ny sida", "nya sidor"))),
        Line::Heading(Sort::Changes, number) => {
            format!("{}:", count(number, ("sida ändras", "sidor ändras")))
        }
        Line::Heading(Sort::OnlyRest, number) => format!(
            "på {} ändras bara bilder, länkar eller det som visas av andra sidor:",
            count(number, ("sida", "sidor"))
        ),
        Line::Heading(Sort::FilesGo, number) => {
            format!("{}:", count(number, ("fil försvinner", "filer försvinner")))
        }
        Line::Heading(Sort::FilesAppear, number) => format!("{}:", count(number, ("ny fil", "nya filer"))),
        Line::Heading(Sort::FilesChange, number) => {
            format!("{}:", count(number, ("fil ändras", "filer ändras")))
        }
        Line::More(number) => format!("… och {number} till"),
        Line::TitleBefore(title) => format!("rubriken var ”{title}”"),
        Line::Summary => "sammanfattningen är en annan".to_owned(),
        Line::Words { came, went } => {
            format!(
                "i texten {}, borta {}",
                count(came, ("nytt ord", "nya ord")),
                count(went, ("ord", "ord"))
            )
        }
        Line::Frames(number) => format!(
            "Menyn, sidfoten eller meddelandet ändrades: det syns på {}.",
            count(number, ("sida", "sidor"))
        ),
        Line::Documents(number) => format!(
            "Applikationen ändrades: alla dokument ändras, av dem {number} med samma innehåll som förut."
        ),
        Line::Nothing => "Ingenting ändras.".to_owned(),
    }
}
