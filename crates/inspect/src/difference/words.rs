//! What is said of a difference, in Finnish, Swedish and English.

use page::Language;

use page::counted::count;

/// What becomes of pages and files, in the order in which it is told: first what visitors would miss.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// Pages go, and nothing leads on.
    Goes,
    /// Old addresses lead nowhere any more.
    LeadsNoMore,
    /// Pages move.
    Moves,
    /// Old addresses lead to pages that they didn't lead to.
    LeadsOn,
    /// Pages appear.
    Appears,
    /// Pages change.
    Changes,
    /// On pages nothing changes but pictures, links and what they show of others.
    OnlyRest,
    /// Files go.
    FilesGo,
    /// Files appear.
    FilesAppear,
    /// Files change.
    FilesChange,
}

/// A line of the report, or a part of one.
#[derive(Clone, Copy, Debug)]
pub enum Line<'a> {
    /// What becomes of so many.
    Heading(Sort, usize),
    /// So many more than are listed.
    More(usize),
    /// What a page's title was.
    TitleBefore(&'a str),
    /// A page's summary changed.
    Summary,
    /// A page's text changed.
    Words {
        /// How many words came.
        came: usize,
        /// How many went.
        went: usize,
    },
    /// Around so many pages there is something else.
    Frames(usize),
    /// So many documents change although their pages don't.
    Documents(usize),
    /// Nothing changes.
    Nothing,
}

/// A line in a language.
pub fn line(line: Line<'_>, language: Language) -> String {
    match language {
        Language::Fi => in_finnish(line),
        Language::Sv => in_swedish(line),
        Language::En => in_english(line),
    }
}

fn in_finnish(line: Line<'_>) -> String {
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

fn in_swedish(line: Line<'_>) -> String {
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

fn in_english(line: Line<'_>) -> String {
    match line {
        Line::Heading(Sort::Goes, number) => format!(
            "⚠ {} and no address leads on, so that visitors get “page not found”. Write the address into \
             “oldAddresses” of the page that takes its place:",
            count(number, ("page goes", "pages go"))
        ),
        Line::Heading(Sort::LeadsNoMore, number) => format!(
            "⚠ {} nowhere any more, so that visitors get “page not found”:",
            count(number, ("old address leads", "old addresses lead"))
        ),
        Line::Heading(Sort::Moves, number) => format!("{}:", count(number, ("page moves", "pages move"))),
        Line::Heading(Sort::LeadsOn, number) => {
            format!("{} to a new place:", count(number, ("old address leads", "old addresses lead")))
        }
        Line::Heading(Sort::Appears, number) => {
            format!("{}:", count(number, ("page appears", "pages appear")))
        }
        Line::Heading(Sort::Changes, number) => {
            format!("{}:", count(number, ("page changes", "pages change")))
        }
        Line::Heading(Sort::OnlyRest, number) => format!(
            "on {} only pictures, links, or what is shown of other pages change:",
            count(number, ("page", "pages"))
        ),
        Line::Heading(Sort::FilesGo, number) => format!("{}:", count(number, ("file goes", "files go"))),
        Line::Heading(Sort::FilesAppear, number) => {
            format!("{}:", count(number, ("file appears", "files appear")))
        }
        Line::Heading(Sort::FilesChange, number) => {
            format!("{}:", count(number, ("file changes", "files change")))
        }
        Line::More(number) => format!("… and {number} more"),
        Line::TitleBefore(title) => format!("the title was “{title}”"),
        Line::Summary => "the summary is another one".to_owned(),
        Line::Words { came, went } => format!(
            "the text has {}, and {} less",
            count(came, ("new word", "new words")),
            count(went, ("word", "words"))
        ),
        Line::Frames(number) => format!(
            "The menu, the footer or the notice changed: that is seen on {}.",
            count(number, ("page", "pages"))
        ),
        Line::Documents(number) => format!(
            "The application changed: all documents change, {number} of them with the same content as before."
        ),
        Line::Nothing => "Nothing changes.".to_owned(),
    }
}
