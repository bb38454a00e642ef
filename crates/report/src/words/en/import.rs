//! Findings of an import, in English.

use super::phrases::no_path;
use crate::words::phrases::{Words, tell};
use import::finding::{
    Around, CommentOf, Done, ExpectedField, Held, ImportFinding, Inner, Instead, Kept, Lacks, NoImage, NoWay,
    Unread,
};

const UNKNOWN: &str = "whether they keep pages from being published isn't known: look for these pages";

pub(super) fn words(finding: &ImportFinding) -> Words {
    tell(match finding {
        ImportFinding::FrontMatterUnreadable(reason) => {
            format!("The front matter can't be read ({}): left out, the text is kept as a draft", unread(reason))
        }
        ImportFinding::FrontMatterWrong { field, expected, done } => {
            format!("The front matter “{field}” isn't {}: {}", what(*expected), done_with(*done))
        }
        ImportFinding::FrontMatterUntil { field, written } => format!(
            "The front matter “{field}: {written}” has no place on a page: take the page away then"
        ),
        ImportFinding::FrontMatterUnknown(field) => {
            format!("The front matter “{field}” has no place on a page: left out")
        }
        ImportFinding::DateWrong(written) => format!("The date “{written}” isn't a day like 2024-05-01: left out"),
        ImportFinding::NewsWithoutDay => "A news item without a day: written without one".to_owned(),
        ImportFinding::DateOfPage => "The date of a page that isn't news: left out".to_owned(),
        ImportFinding::OrderRounded(order) => format!("The order {order} isn't a whole number from 0 on: rounded"),

        ImportFinding::SlugOfFront(slug) => format!("The slug “{slug}” of the front page: left out"),
        ImportFinding::AddressReserved { wanted, written } => format!(
            "The address “{wanted}” is reserved for the parts of long lists: written as “{written}”"
        ),
        ImportFinding::AddressOfDevice { wanted, written } => format!(
            "The address “{wanted}” is a name that Windows keeps for itself: written as “{written}”"
        ),
        ImportFinding::AddressTaken { wanted, written } => {
            format!("The address “{wanted}” is taken: written as “{written}”")
        }
        ImportFinding::OldAddressReserved(path) => {
            format!("The old address {path} is reserved for the parts of long lists: left out")
        }
        ImportFinding::OldAddressOfDevice(path) => {
            format!("The old address {path} has a name that Windows keeps for itself: left out")
        }
        ImportFinding::OldAddressTaken(path) => {
            format!("The old address {path} belongs to another page: left out")
        }
        ImportFinding::OldAddressMalformed { written, reason } => {
            format!("The old address {written} can't be kept ({}): left out", no_path(reason))
        }

        ImportFinding::Held { hold, of } => {
            let of = of.as_ref().map(|file| format!("{file}: ")).unwrap_or_default();
            format!("{of}{}: written as a draft", held(hold))
        }
        ImportFinding::BelowDraft => "The page above this one is a draft: written as a draft, too".to_owned(),
        ImportFinding::DataUnreadable(reason) => {
            format!("The data can't be read ({}): the pages that it is for are written as drafts", unread(reason))
        }
        ImportFinding::DataComputed(field) => format!(
            "The field “{field}” is computed, so it can't be read: look whether it keeps pages from being published"
        ),
        ImportFinding::SettingsUnreadable(reason) => format!("The settings can't be read ({}): {UNKNOWN}", unread(reason)),
        ImportFinding::SettingPattern { field, pattern } => {
            format!("The setting “{field}: {pattern}” can't be read as a pattern: {UNKNOWN}")
        }
        ImportFinding::SettingComputed(field) => {
            format!("The setting “{field}” is computed, so it can't be read whole: {UNKNOWN}")
        }

        ImportFinding::HeadingEmpty => "A heading without words: left out".to_owned(),
        ImportFinding::HeadingWithin => "A heading within another block: written as a strong paragraph".to_owned(),
        ImportFinding::HeadingSkips => {
            "A heading skips a level: it and those like it are written without the gap".to_owned()
        }
        ImportFinding::HeadingDeep => {
            "A heading deeper than level 4: it and those like it are written as minor headings".to_owned()
        }
        ImportFinding::HeadingShared(words) => {
            format!("The heading “{words}” of many pages: left out, the one under it is the title")
        }
        ImportFinding::LinkInHeading => "A link in a heading: written under it".to_owned(),
        ImportFinding::LinkInTitle => "A link in the title: written under it".to_owned(),
        ImportFinding::LineBetween => "A line between parts: left out; a heading parts them better".to_owned(),
        ImportFinding::ContentsMark(mark) => {
            format!("The mark {mark}, where the contents of the page stood: left out")
        }

        ImportFinding::MarksLost => {
            "Strong words or emphasis that can't be written here: left out, the words are kept".to_owned()
        }
        ImportFinding::BlocksDeep => "Blocks within blocks, too deep to read: taken as one".to_owned(),
        ImportFinding::CodeUnclear => {
            "Its code can't be told from its text: notices, details and shortcodes are written as they stand".to_owned()
        }
        ImportFinding::Abbreviation { name, meaning } => format!("The abbreviation {name}, “{meaning}”: left out"),
        ImportFinding::Highlighted => "Marked text: written as strong words".to_owned(),
        ImportFinding::Formula => "A formula in TeX: written as code".to_owned(),
        ImportFinding::Underlined => "Underlined text: written as plain text".to_owned(),
        ImportFinding::CrossedOut => "Crossed-out text: written as plain text".to_owned(),
        ImportFinding::Raised(letters) => format!("The raised letters ^{letters}^: written as plain text"),
        ImportFinding::Lowered(letters) => format!("The lowered letters ~{letters}~: written as plain text"),
        ImportFinding::Remark(text) => format!("An editor's remark {text}: left out"),
        ImportFinding::Change(text) => format!("The marks of an editor's change {text}: left out"),
        ImportFinding::Attributes(list) => format!("The attribute list {list}: left out"),
        ImportFinding::Icon(name) => format!("The icon :{name}:: left out"),
        ImportFinding::Comment(of) => format!("A comment of {}: left out", comment_of(*of)),

        ImportFinding::LinkWordless(to) => {
            format!("The link to {to} has no words: its address is written as its words")
        }
        ImportFinding::LinkWithoutHeading { to, address } => {
            format!("The link to {to}: the page has no such heading, so it leads to {address}")
        }
        ImportFinding::LinkMeaningless { said, name } => {
            format!("“{said}” doesn't say where the link leads: “{name}” is written after it")
        }
        ImportFinding::LinkLost { to, reason } => {
            format!("The link to {to} leads nowhere ({}): written as plain text", no_way(reason))
        }
        ImportFinding::LinkTitle(title) => format!("The title “{title}” of a link: left out"),

        ImportFinding::ImageElsewhere { src, instead } => {
            format!("The image {src} stands on another site: {}", instead_of(*instead))
        }
        ImportFinding::ImageNamed(alt) => format!(
            "The alternative text “{alt}” is the name of a file: written as a decoration; if the image tells something, write \"alt\""
        ),
        ImportFinding::ImageWithoutAlt(src) => format!(
            "The image {src} has no alternative text: written as a decoration; if it tells something, write \"alt\""
        ),
        ImportFinding::ImageNotCopied { src, reason, instead } => {
            let reason = match reason {
                NoImage::NoFile => "there is no such file in the tree",
                NoImage::NotAnImage => "such a file isn't an image",
                NoImage::Damaged => "the end of the file is missing",
                NoImage::NoSize => "the drawing doesn't say how large it is",
                NoImage::Active => {
                    "the drawing could run a program or load something from elsewhere; save it as a plain SVG or as PNG"
                }
                NoImage::TooLarge => "the file is larger than what is published",
            };
            format!("The image {src} can't be copied ({reason}): {}", instead_of(*instead))
        }
        ImportFinding::ImageUndefined(name) => format!(
            "The image [{name}] is nowhere (nothing says where it is): its alternative text is written instead"
        ),
        ImportFinding::FigureLink(to) => format!("The link attrlink=\"{to}\" of a figure: left out"),

        ImportFinding::ListStart(start) => {
            format!("A list that begins with number {start}: its numbers begin with 1")
        }
        ImportFinding::NumberedListMixed => {
            "A numbered list with other blocks in it: its items are written as paragraphs with their numbers".to_owned()
        }
        ImportFinding::ListMixed => {
            "A list with other blocks in it: these stand between its items, so it is written as several lists".to_owned()
        }
        ImportFinding::ListDeep => {
            "Lists within lists, too deep to be found: the innermost are written one level up".to_owned()
        }
        ImportFinding::ListInEmptyItem => {
            "A list within a list item without words: its items are written one level up".to_owned()
        }
        ImportFinding::ParagraphAfterList => {
            "A paragraph after a list within an item: written before that list".to_owned()
        }
        ImportFinding::Tasks => "A list of tasks: its boxes are written as ☐ and ☑".to_owned(),
        ImportFinding::TermAlone => {
            "A term without words or without a definition: written as a paragraph".to_owned()
        }
        ImportFinding::TermsMixed => {
            "A list of terms with other blocks in it: its terms are written as strong paragraphs".to_owned()
        }

        ImportFinding::TableCaption(caption) => {
            format!("A table has no caption: “{caption}” is written; say what the table tells")
        }
        ImportFinding::ColumnNameless => {
            "A column of a table has no name: “–” is written; say what stands in the column".to_owned()
        }
        ImportFinding::Alignment => "The alignment of a table's columns: left out".to_owned(),
        ImportFinding::ExcessCells(cells) => format!("The row has more cells than the header: left out: {cells}"),

        ImportFinding::DetailsDeep => {
            "Details within details, too deep to be found: written as they stand".to_owned()
        }
        ImportFinding::DetailsEmpty(summary) => format!("The details “{summary}” hold nothing: left out"),
        ImportFinding::NoticeEmpty => "A notice without words: left out".to_owned(),
        ImportFinding::ListIn(around) => {
            format!("A list in {}: its items are written as paragraphs", within(*around))
        }
        ImportFinding::QuotationIn(around) => {
            format!("A quotation in {}: written as its paragraphs", within(*around))
        }
        ImportFinding::BlockIn(inner, around) => {
            let inner = match inner {
                Inner::Notice => "A notice",
                Inner::Table => "A table",
                Inner::Code => "Code",
                Inner::Terms => "A list of terms",
            };
            format!("{inner} in {}: written after it", within(*around))
        }
        ImportFinding::MarkAlone { mark, lacks } => {
            let lacks = match lacks {
                Lacks::Beginning => "a beginning",
                Lacks::End => "an end",
            };
            format!("The mark {mark} without {lacks}: left out")
        }
        ImportFinding::Reference(name) => format!("The reference {name}, which a program writes: left out"),

        ImportFinding::CodeEmpty => "A code block without code: left out".to_owned(),
        ImportFinding::Include(include) => format!("The text that {include} brings into code: left out"),

        ImportFinding::FootnoteUnmarked(label) => {
            format!("The footnote {label} has no mark in the text: written last")
        }
        ImportFinding::FootnoteBlocks => "Other blocks in a footnote: written after the footnotes".to_owned(),
        ImportFinding::FootnoteEmpty(label) => format!("The footnote {label} has no words: written as “–”"),

        ImportFinding::Html { html, kept } => format!("The HTML {html}: left out{}", and_kept(*kept)),
        ImportFinding::HtmlImage(html) => format!("The HTML {html}: an image without a file: left out"),
        ImportFinding::CommentOpen => {
            "A comment without an end: left out, with all that stands after it".to_owned()
        }

        ImportFinding::Component { tag, kept } => format!("The component {tag}: left out{}", and_kept(*kept)),
        ImportFinding::MdxLine(line) => format!("The line of MDX “{line}”: left out"),
        ImportFinding::Shortcode(shortcode) => format!("The shortcode {shortcode}: left out"),
        ImportFinding::Template(template) => {
            format!("The template {template}: written as it stands; write its value instead")
        }

        ImportFinding::SymbolicLink => "A symbolic link: left out, with what it leads to".to_owned(),
        ImportFinding::SameName => {
            "Another file has the same name, with its letters written in another way: only one of both is imported".to_owned()
        }
        ImportFinding::CategoryUnreadable(reason) => format!("The file can't be read ({}): left out", unread(reason)),
        ImportFinding::NotUtf8 => "The file isn't UTF-8 text: left out; save it again as UTF-8".to_owned(),
        ImportFinding::NotMarkdown => "This file isn't Markdown: not imported".to_owned(),
        ImportFinding::NotLinked => "No page leads to this file: not copied".to_owned(),
        ImportFinding::Snippet(file) => {
            format!("The snippet {file}, which isn't in the tree or beside it: left out")
        }
    })
}

fn unread(reason: &Unread) -> String {
    match reason {
        Unread::Malformed(words) => words.clone(),
        Unread::Twice(field) => format!("the field “{field}” stands twice: keep one of them"),
        Unread::Program => "it is a program, which isn't run: write its fields as YAML".to_owned(),
        Unread::NoFields => "it holds no fields".to_owned(),
    }
}

fn comment_of(of: CommentOf) -> &'static str {
    match of {
        CommentOf::Mdx => "MDX",
        CommentOf::Template => "a template",
        CommentOf::Kramdown => "kramdown",
        CommentOf::Obsidian => "Obsidian",
    }
}

fn what(expected: ExpectedField) -> &'static str {
    match expected {
        ExpectedField::Text => "a text",
        ExpectedField::Number => "a number",
        ExpectedField::Truth => "true or false",
        ExpectedField::Texts => "a list of texts",
        ExpectedField::Day => "a day like 2024-05-01",
    }
}

fn done_with(done: Done) -> &'static str {
    match done {
        Done::LeftOut => "left out",
        Done::TextsKept => "what isn't a text is left out",
        Done::Draft => "the page is written as a draft",
    }
}

/// Why a page isn't published.
fn held(hold: &Held) -> String {
    match hold {
        Held::Field(field) => format!("the front matter “{field}” keeps the page from being published"),
        Held::Date(date) => format!("the date {date} is in the future"),
        Held::Future { field, written } => format!("the front matter “{field}: {written}” is in the future"),
        Held::Over { field, written } => format!("the front matter “{field}: {written}” is over"),
        Held::Unreadable => "a field that could keep the page from being published can't be read".to_owned(),
        Held::Name(name) => format!("the name “{name}” keeps it from being published"),
        Held::NotListed => "SUMMARY.md doesn't name it, so it isn't published".to_owned(),
        Held::Setting { setting, file } => {
            format!("the setting “{setting}” of {file} keeps it from being published")
        }
    }
}

fn no_way(reason: &NoWay) -> String {
    match reason {
        NoWay::Empty => "it is empty".to_owned(),
        NoWay::NoFile => "there is no such file in the tree".to_owned(),
        NoWay::NoPage => "there is no such page in the tree".to_owned(),
        NoWay::NoHeading => "the page has no such heading".to_owned(),
        NoWay::Draft(address) => format!("{address} is a draft"),
        NoWay::Address => "a link can't lead to such an address".to_owned(),
        NoWay::FileKind => "a link can lead to a page or a document, not to such a file".to_owned(),
        NoWay::OtherContents => "the file isn't of the kind that its name says".to_owned(),
        NoWay::TooLarge => "the file is larger than what is published".to_owned(),
        NoWay::Undefined => "nothing says where that is".to_owned(),
    }
}

fn instead_of(instead: Instead) -> &'static str {
    match instead {
        Instead::Nothing => "left out",
        Instead::AlternativeText => "its alternative text is written instead",
        Instead::Link => "a link to it is written instead",
    }
}

fn within(around: Around) -> &'static str {
    match around {
        Around::Quotation => "a quotation",
        Around::Notice => "a notice",
    }
}

fn and_kept(kept: Kept) -> &'static str {
    match kept {
        Kept::Nothing => "",
        Kept::Words => ", the words in it are kept",
        Kept::WordsAndLinks => ", its words and links are kept",
    }
}
