//! What is wrong between the files.

use super::super::rule::{Rule, error, warning};

use std::path::PathBuf;

use page::{Language, PagePath, path::PathError};

/// Something that doesn't fit together, or that is wrong in `site.json`.
#[derive(Clone, Debug, PartialEq)]
pub enum SiteFinding {
    /// A second file at the address of another one.
    AddressTwice {
        /// The address.
        path: PagePath,
        /// The first file.
        first: PathBuf,
    },
    /// The address of a page that could be that of a part of its parent's listing, as `/uutiset/sivu-2/`.
    AddressOfPart {
        /// The last part of the address.
        name: String,
    },
    /// An address that needs a folder where a file of the site stands, as below `/page.json`.
    AddressOfFile {
        /// The file, without the slash in front.
        file: String,
    },
    /// The address, or an old one, has a name that Windows keeps for a device.
    AddressOfDevice {
        /// The name.
        name: String,
    },
    /// A part of an address is longer than the name of a folder can be, or the whole longer than a path.
    AddressTooLong {
        /// The part, or the whole address.
        name: String,
        /// How long it may be, in bytes.
        most: usize,
    },
    /// A page of the main language whose address is one of another language.
    AddressOfLanguage {
        /// The other language.
        other: Language,
        /// The main language.
        main: Language,
    },
    /// The page above this one is a draft.
    ParentIsDraft {
        /// The draft.
        parent: PagePath,
    },
    /// No page stands above this one.
    NoParent {
        /// Where one should stand.
        parent: PagePath,
    },
    /// An old address that can't be one.
    OldAddress {
        /// Why it can't.
        reason: PathError,
    },
    /// An old address at which a page stands today.
    OldAddressTaken {
        /// The address.
        path: PagePath,
    },
    /// An old address that is claimed a second time.
    OldAddressTwice {
        /// The address.
        path: PagePath,
        /// The page that claims it as well, if a page does.
        first: Option<PagePath>,
    },
    /// A redirect to an address that leads on.
    RedirectChain {
        /// Where it begins.
        from: PagePath,
        /// Where it leads.
        to: PagePath,
        /// The page at the end.
        end: PagePath,
    },
    /// A redirect that never arrives.
    RedirectLoop {
        /// Where it begins.
        from: PagePath,
    },
    /// The address of the site isn't one.
    Address,
    /// The place for feedback is neither an e-mail address nor a link.
    Feedback {
        /// What is written.
        target: String,
    },
    /// The site has no language.
    NoLanguage,
    /// A language that the site names twice.
    LanguageTwice {
        /// The language.
        language: Language,
    },
    /// A language that has a folder with pages, and isn't named among the site's languages.
    LanguageUnnamed {
        /// The language.
        language: Language,
        /// The languages that are named, the main one first.
        named: Vec<Language>,
    },
    /// A language without a front page.
    FrontMissing {
        /// The language.
        language: Language,
        /// Where the front page belongs.
        path: PagePath,
    },
    /// A page at the beginning of a language that isn't its front page.
    FrontKind,
    /// A front page that isn't at the beginning of its language.
    FrontElsewhere {
        /// Where the front page belongs.
        path: PagePath,
    },
    /// A page of unknown addresses that isn't in the main language.
    NotFoundElsewhere {
        /// The main language.
        main: Language,
    },
    /// A second page of unknown addresses.
    NotFoundTwice {
        /// The first one's file.
        first: PathBuf,
    },
    /// An old address of the page of unknown addresses, which has none to which it could lead.
    NotFoundOldAddress,
    /// A page that doesn't say what it is about.
    SummaryEmpty,
    /// A page without a title (WCAG 2.4.2).
    TitleEmpty,
    /// A title that a search result cuts off.
    TitleLong {
        /// Its length in characters.
        length: usize,
        /// How many characters a search result shows.
        most: usize,
    },
    /// A title that another page of the section has too.
    TitleTwice {
        /// The other page.
        first: PagePath,
    },
    /// A translation of a page in its own language.
    TranslationOfItsLanguage {
        /// The address that it names.
        of: String,
    },
    /// A translation that names another translation instead of the original.
    TranslationOfTranslation {
        /// The translation that it names.
        of: PagePath,
        /// The page that was written first; none where the translations name each other.
        original: Option<PagePath>,
    },
    /// A second translation of a page into the same language.
    TranslationTwice {
        /// The page that both translate.
        of: PagePath,
        /// The other translation.
        first: PagePath,
    },
    /// A page in easy language that names a page in another language.
    EasyOfOtherLanguage {
        /// The page that it names.
        of: PagePath,
        /// The language of the page in easy language.
        language: Language,
    },
    /// A page in easy language that names another one in easy language.
    EasyOfEasy {
        /// The page that it names.
        of: PagePath,
        /// The page in standard language; none where they name each other.
        standard: Option<PagePath>,
    },
    /// A page in easy language that stands above the page that it says.
    EasyAbove {
        /// The page in standard language.
        of: PagePath,
    },
    /// A second page that says the same page in easy language.
    EasyTwice {
        /// The page in standard language.
        of: PagePath,
        /// The other page in easy language.
        first: PagePath,
    },
    /// A page that doesn't exist in all languages of the site.
    TranslationMissing {
        /// The page.
        path: PagePath,
        /// The languages in which it is missing; at least one.
        languages: Vec<Language>,
    },
}

impl SiteFinding {
    pub(super) fn rule(&self) -> Rule {
        match self {
            SiteFinding::AddressTwice { .. } => error("address.twice"),
            SiteFinding::AddressOfPart { .. }
            | SiteFinding::AddressOfDevice { .. }
            | SiteFinding::AddressTooLong { .. } => error("address.part"),
            SiteFinding::AddressOfFile { .. } => error("address.file"),
            SiteFinding::AddressOfLanguage { .. } => error("address.language"),
            SiteFinding::NoParent { .. } | SiteFinding::ParentIsDraft { .. } => error("address.no-parent"),
            SiteFinding::OldAddress { .. } => error("address.old"),
            SiteFinding::OldAddressTaken { .. } => error("address.old-taken"),
            SiteFinding::OldAddressTwice { .. } => error("address.old-twice"),
            SiteFinding::RedirectChain { .. } => error("redirect.chain"),
            SiteFinding::RedirectLoop { .. } => error("redirect.loop"),
            SiteFinding::Address => error("site.address"),
            SiteFinding::Feedback { .. } => error("site.feedback"),
            SiteFinding::NoLanguage => error("site.languages"),
            SiteFinding::LanguageTwice { .. } => error("site.language-twice"),
            SiteFinding::LanguageUnnamed { .. } => error("site.language-unnamed"),
            SiteFinding::FrontMissing { .. } => error("front.missing"),
            SiteFinding::FrontKind => error("front.kind"),
            SiteFinding::FrontElsewhere { .. } => error("front.elsewhere"),
            SiteFinding::NotFoundElsewhere { .. } => error("not-found.elsewhere"),
            SiteFinding::NotFoundTwice { .. } => error("not-found.twice"),
            SiteFinding::NotFoundOldAddress => error("not-found.old-address"),
            SiteFinding::SummaryEmpty => error("summary.empty"),
            SiteFinding::TitleEmpty => error("title.empty"),
            SiteFinding::TitleLong { .. } => warning("title.long"),
            SiteFinding::TitleTwice { .. } => warning("title.twice"),
            SiteFinding::TranslationOfItsLanguage { .. } => error("translation.same-language"),
            SiteFinding::TranslationOfTranslation { .. } => error("translation.chain"),
            SiteFinding::TranslationTwice { .. } => error("translation.twice"),
            SiteFinding::EasyOfOtherLanguage { .. } => error("easy-language.other-language"),
            SiteFinding::EasyOfEasy { .. } | SiteFinding::EasyAbove { .. } => error("easy-language.chain"),
            SiteFinding::EasyTwice { .. } => error("easy-language.twice"),
            SiteFinding::TranslationMissing { .. } => warning("translation.missing"),
        }
    }
}
