//! Findings between the files, in English.

use page::Language;

use super::phrases::{in_languages, no_path};
use crate::words::phrases::{Words, quoted, say, shortened};
use content::fault::finding::SiteFinding;

pub(super) fn words(finding: &SiteFinding) -> Words {
    match finding {
        SiteFinding::AddressTwice { path, first } => say(
            format!("Two files stand at the address {path}"),
            "the second one",
            format!("remove or rename it; the first is {}", first.display()),
        ),
        SiteFinding::AddressOfPart { name } => say(
            format!("“{name}” is reserved: long lists are continued at such addresses"),
            "reserved",
            "take another name, one that says what the page is about",
        ),
        SiteFinding::AddressOfDevice { name } => say(
            format!("“{name}” is a name that Windows keeps for itself: it can hold no such file or folder"),
            "reserved",
            "take another name; an old address like this is left out",
        ),
        SiteFinding::AddressTooLong { name, most } => say(
            format!("“{}” is too long for a folder of the site: it can have {most} bytes", shortened(name)),
            format!("{} bytes", name.len()),
            "take a shorter name; an old address like this is left out",
        ),
        SiteFinding::AddressOfFile { file } => say(
            format!("At /{file} there is a file of the site: no page can be there or below it"),
            "a file is in the way",
            "take another address; an old address is left out, for the file answers there",
        ),
        SiteFinding::AddressOfLanguage { other, main } => say(
            format!("A page in the folder {}/ would stand among the pages of another language", main.tag()),
            format!("at the address /{}/ begins another language", other.tag()),
            format!("move the file to the folder {}/, or rename its folder", other.tag()),
        ),
        SiteFinding::ParentIsDraft { parent } => say(
            format!("The page above this one, {parent}, is a draft and won't be published"),
            "can't be reached from above",
            "remove \"draft\" from that page, or write \"draft\": true on this one too",
        ),
        SiteFinding::NoParent { parent } => say(
            format!("There is no page at {parent}, above this one"),
            "can't be reached from above",
            "add an index.json to the folder above",
        ),
        SiteFinding::OldAddress { reason } => say(
            "This can't be an address",
            no_path(reason),
            "write it from the first slash on, as “/sivu.php/vanha_sivu”",
        ),
        SiteFinding::OldAddressTaken { path } => say(
            format!("At {path} there is a page of today"),
            "can't lead elsewhere",
            "leave this address out, or move the page that stands there",
        ),
        SiteFinding::OldAddressTwice { path, first } => say(
            format!("The old address {path} is claimed twice"),
            "for the second time",
            match first {
                Some(first) => format!("keep it on one page; the first is {first}"),
                None => "keep one of them".to_owned(),
            },
        ),
        SiteFinding::RedirectChain { from, to, end } => say(
            format!("{from} leads to {to}, which leads on: every step costs the visitor a second"),
            "leads on",
            format!("write “{end}”"),
        ),
        SiteFinding::RedirectLoop { from } => {
            say(format!("{from} leads in a circle"), "never arrives", "write the address of a page")
        }
        SiteFinding::Address => say(
            "The site's address begins with https:// or http:// and has no slash at its end",
            "not like this",
            "write it as “https://www.example.fi” or “https://www.example.fi/seutu”",
        ),
        SiteFinding::Feedback { target } => say(
            format!("“{target}” is neither an e-mail address nor a link"),
            "nobody could write there",
            "write it as “palaute@example.fi”, “/palaute/” or “https://www.example.fi/palaute”",
        ),
        SiteFinding::NoLanguage => {
            say("The site has no language", "“languages” is empty", "write \"languages\": [\"fi\"]")
        }
        SiteFinding::LanguageTwice { language } => say(
            format!("The language “{}” stands twice", language.tag()),
            "for the second time",
            "keep one of them",
        ),
        SiteFinding::LanguageUnnamed { language, named } => say(
            format!(
                "There are pages in the folder {0}/, but “{0}” isn't among the site's languages",
                language.tag()
            ),
            "one is missing here",
            format!("write \"languages\": [{}], or remove the folder", quoted(named, *language)),
        ),
        SiteFinding::FrontMissing { language, path } => say(
            format!("The language “{}” has no front page", language.tag()),
            "no front page",
            format!("write it with seutu new section {path}; its \"kind\" is \"front\""),
        ),
        SiteFinding::FrontKind => say(
            "This page is the first of its language, but not its front page",
            "not a front page",
            "write \"kind\": \"front\"",
        ),
        SiteFinding::FrontElsewhere { path } => say(
            format!("A front page stands only at {path}"),
            "a second front page",
            "write \"kind\": \"section\" or \"page\"",
        ),
        SiteFinding::NotFoundElsewhere { main } => say(
            "There is one page for unknown addresses, in the main language: a web host shows the same one for all",
            "nobody would see it",
            format!(
                "say it on that page of the folder {}/ in each language, and remove this file",
                main.tag()
            ),
        ),
        SiteFinding::NotFoundTwice { first } => say(
            "There is a second page for unknown addresses",
            "the second one",
            format!("remove it, or give it another \"kind\"; the first is {}", first.display()),
        ),
        SiteFinding::NotFoundOldAddress => say(
            "The page for unknown addresses has no address, so none can lead to it",
            "leads to nothing",
            "leave this address out: there the page is shown anyway",
        ),
        SiteFinding::SummaryEmpty => say(
            "The page has no summary",
            "empty",
            "say in a sentence or two what the page is about: it is shown in lists and search results",
        ),
        SiteFinding::TitleEmpty => {
            say("The page has no title (WCAG 2.4.2)", "empty", "say in a few words what the page is about")
        }
        SiteFinding::TitleLong { length, most } => say(
            format!("The title has {length} characters; a search result shows about {most}"),
            "long",
            "begin with the words that tell it from other pages, and shorten the rest",
        ),
        SiteFinding::TitleTwice { first } => say(
            format!("Another page of this section has the same title: {first}"),
            "for the second time",
            "say in the title what is different here",
        ),
        SiteFinding::TranslationOfItsLanguage { of } => say(
            format!("{of} is in the same language as this page"),
            "not a translation",
            "name the page in the site's main language",
        ),
        SiteFinding::TranslationOfTranslation { of, original } => say(
            format!("{of} is a translation itself: the languages of this page wouldn't find each other"),
            "not the original",
            match original {
                Some(original) => format!("write “{original}”"),
                None => "leave \"translationOf\" out on the page that was written first".to_owned(),
            },
        ),
        SiteFinding::TranslationTwice { of, first } => say(
            format!("{of} is translated into this language twice, but only one page can be offered"),
            "for the second time",
            format!("keep it on one page; the first is {first}"),
        ),
        SiteFinding::EasyOfOtherLanguage { of, language } => say(
            format!("{of} is in another language than this page"),
            "another language",
            format!(
                "name the page {} that this one says more easily; one in another language belongs in \"translationOf\"",
                in_languages(&[*language])
            ),
        ),
        SiteFinding::EasyOfEasy { of, standard } => say(
            format!(
                "{of} is in easy language itself: nobody would come here from its page in standard language"
            ),
            "not in standard language",
            match standard {
                Some(standard) => format!("write “{standard}”"),
                None => "leave \"easyLanguageOf\" out on the page in standard language".to_owned(),
            },
        ),
        SiteFinding::EasyAbove { of } => say(
            format!(
                "{of} stands under this page, but the way to a page in easy language leads through its page"
            ),
            "stands above",
            "move this file below that page, or beside it",
        ),
        SiteFinding::EasyTwice { of, first } => say(
            format!("{of} is said in easy language twice, but it can lead to one page only"),
            "for the second time",
            format!("keep it on one page; the first is {first}"),
        ),
        SiteFinding::TranslationMissing { path, languages } => {
            let first = languages.first().copied().map_or("", Language::tag);
            say(
                format!("The page doesn't exist {}", in_languages(languages)),
                "not translated",
                format!("write it in the folder {first}/ with \"translationOf\": \"{path}\""),
            )
        }
    }
}
