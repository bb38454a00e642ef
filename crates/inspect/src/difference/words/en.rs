//! What changes, in English.

use page::counted::count;

use super::lines::{ChangeLine, Sort};

pub(super) fn line(line: ChangeLine<'_>) -> String {
    match line {
        ChangeLine::Heading(Sort::Goes, number) => format!(
            "⚠ {} and no address leads on, so that visitors get “page not found”. Write the address into \
             “oldAddresses” of the page that takes its place:",
            count(number, ("page goes", "pages go"))
        ),
        ChangeLine::Heading(Sort::LeadsNoMore, number) => format!(
            "⚠ {} nowhere any more, so that visitors get “page not found”:",
            count(number, ("old address leads", "old addresses lead"))
        ),
        ChangeLine::Heading(Sort::Moves, number) => {
            format!("{}:", count(number, ("page moves", "pages move")))
        }
        ChangeLine::Heading(Sort::LeadsOn, number) => {
            format!("{} to a new place:", count(number, ("old address leads", "old addresses lead")))
        }
        ChangeLine::Heading(Sort::Appears, number) => {
            format!("{}:", count(number, ("page appears", "pages appear")))
        }
        ChangeLine::Heading(Sort::Changes, number) => {
            format!("{}:", count(number, ("page changes", "pages change")))
        }
        ChangeLine::Heading(Sort::OnlyRest, number) => format!(
            "on {} only pictures, links, or what is shown of other pages change:",
            count(number, ("page", "pages"))
        ),
        ChangeLine::Heading(Sort::FilesGo, number) => {
            format!("{}:", count(number, ("file goes", "files go")))
        }
        ChangeLine::Heading(Sort::FilesAppear, number) => {
            format!("{}:", count(number, ("file appears", "files appear")))
        }
        ChangeLine::Heading(Sort::FilesChange, number) => {
            format!("{}:", count(number, ("file changes", "files change")))
        }
        ChangeLine::More(number) => format!("… and {number} more"),
        ChangeLine::TitleBefore(title) => format!("the title was “{title}”"),
        ChangeLine::Summary => "the summary is another one".to_owned(),
        ChangeLine::Words { came, went } => format!(
            "the text has {}, and {} less",
            count(came, ("new word", "new words")),
            count(went, ("word", "words"))
        ),
        ChangeLine::Frames(number) => format!(
            "The menu, the footer or the notice changed: that is seen on {}.",
            count(number, ("page", "pages"))
        ),
        ChangeLine::Documents(number) => format!(
            "The application changed: all documents change, {number} of them with the same content as before."
        ),
        ChangeLine::Nothing => "Nothing changes.".to_owned(),
    }
}
