//! What changes, in English.

use page::counted::count;

use super::lines::{Line, Sort};

pub(super) fn line(line: Line<'_>) -> String {
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
