//! What was changed or left out by an import, as data; the crate `report` has the texts. All of them are
//! warnings: a page is imported all the same.

use content::fault::{Rule, Ruled, warning};
use page::path::PathError;

/// Something that was changed or left out, or that an editor has to look at.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// Front matter that can't be read: the page is a draft.
    FrontMatterUnreadable(Unread),
    /// A field of front matter of another kind than expected.
    FrontMatterWrong {
        /// The field.
        field: String,
        /// What it should be.
        expected: Expected,
        /// What was done.
        done: Done,
    },
    /// A moment from which on the page isn't to be shown: somebody has to take it away then.
    FrontMatterUntil {
        /// The field.
        field: String,
        /// The moment as it is written.
        written: String,
    },
    /// A field of front matter that has no place on a page.
    FrontMatterUnknown(String),
    /// A date that is no day.
    DateWrong(String),
    /// A news item without a day.
    NewsWithoutDay,
    /// The date of a page that isn't news.
    DateOfPage,
    /// An order that isn't a whole number.
    OrderRounded(String),

    /// The front page can't have a slug.
    SlugOfFront(String),
    /// An address that is reserved for the parts of long lists.
    AddressReserved {
        /// The last part of the address.
        wanted: String,
        /// What it is instead.
        written: String,
    },
    /// An address that another page has.
    AddressTaken {
        /// The last part of the address.
        wanted: String,
        /// What it is instead.
        written: String,
    },
    /// An old address that is reserved for the parts of long lists.
    OldAddressReserved(String),
    /// An old address that belongs to another page.
    OldAddressTaken(String),
    /// An old address that can't be one.
    OldAddressMalformed {
        /// The address.
        written: String,
        /// Why it can't.
        reason: PathError,
    },

    /// Something keeps the page from being published, so it is a draft.
    Held {
        /// What keeps it.
        hold: Held,
        /// The file that hands it down to the page; none: the page's own file, or a rule of the generator.
        of: Option<String>,
    },
    /// The page above is a draft, so this one is.
    BelowDraft,
    /// Data beside pages that can't be read.
    DataUnreadable(Unread),
    /// A field of data that a program computes.
    DataComputed(String),
    /// Settings that can't be read.
    SettingsUnreadable(Unread),
    /// A setting that can't be read as a pattern.
    SettingPattern {
        /// The field.
        field: String,
        /// The pattern.
        pattern: String,
    },
    /// A setting that a program computes.
    SettingComputed(String),

    /// A heading without words.
    HeadingEmpty,
    /// A heading within another block.
    HeadingWithin,
    /// A heading that skips a level, the first on its page.
    HeadingSkips,
    /// A heading deeper than level 4, the first on its page.
    HeadingDeep,
    /// A heading that many pages have above their titles.
    HeadingShared(String),
    /// A link in a heading.
    LinkInHeading,
    /// A link in the title.
    LinkInTitle,
    /// A line between parts.
    LineBetween,
    /// The mark where the contents of the page stood.
    ContentsMark(String),

    /// Strong words or emphasis where none can be written.
    MarksLost,
    /// Blocks that stand too deep within others to be read.
    BlocksDeep,
    /// Code that can't be told from text.
    CodeUnclear,
    /// The meaning of an abbreviation.
    Abbreviation {
        /// The abbreviation.
        name: String,
        /// What it means.
        meaning: String,
    },
    /// Marked text.
    Highlighted,
    /// A formula in TeX.
    Formula,
    /// Underlined text.
    Underlined,
    /// Crossed-out text.
    CrossedOut,
    /// Letters that are raised.
    Raised(String),
    /// Letters that are lowered.
    Lowered(String),
    /// An editor's remark.
    Remark(String),
    /// The marks of an editor's change.
    Change(String),
    /// A list of attributes.
    Attributes(String),
    /// The name of an icon.
    Icon(String),
    /// A comment.
    Comment(CommentOf),

    /// A link without words, and where it leads.
    LinkWordless(String),
    /// A link to a heading that its page doesn't have.
    LinkWithoutHeading {
        /// Where it leads, as it is written.
        to: String,
        /// Where it leads now.
        address: String,
    },
    /// A link whose words don't say where it leads.
    LinkMeaningless {
        /// Its words.
        said: String,
        /// What is written after it.
        name: String,
    },
    /// A link that leads nowhere.
    LinkLost {
        /// Where it leads, as it is written.
        to: String,
        /// Why it doesn't.
        reason: NoWay,
    },
    /// The title of a link.
    LinkTitle(String),

    /// An image on another site.
    ImageElsewhere {
        /// Its address.
        src: String,
        /// What is written instead.
        instead: Instead,
    },
    /// An alternative text that is the name of a file.
    ImageNamed(String),
    /// An image without an alternative text.
    ImageWithoutAlt(String),
    /// An image that can't be copied.
    ImageNotCopied {
        /// Its address.
        src: String,
        /// Why it can't.
        reason: NoImage,
        /// What is written instead.
        instead: Instead,
    },
    /// An image of which nothing says where it is.
    ImageUndefined(String),
    /// The link behind the attribution of a figure.
    FigureLink(String),

    /// A numbered list that doesn't begin with 1.
    ListStart(u64),
    /// A numbered list with other blocks in it.
    NumberedListMixed,
    /// A list with other blocks in it.
    ListMixed,
    /// Lists too deep within lists.
    ListDeep,
    /// A list within an item without words.
    ListInEmptyItem,
    /// A paragraph after a list within an item.
    ParagraphAfterList,
    /// A list of tasks.
    Tasks,
    /// A term without words or without a definition.
    TermAlone,
    /// A list of terms with other blocks in it.
    TermsMixed,

    /// A table without a caption, and the caption that is written.
    TableCaption(String),
    /// A column without a name.
    ColumnNameless,
    /// The alignment of a table's columns.
    Alignment,
    /// The cells of a row that are more than the header has.
    ExcessCells(String),

    /// Details too deep within details.
    DetailsDeep,
    /// Details that hold nothing.
    DetailsEmpty(String),
    /// A notice without words.
    NoticeEmpty,
    /// A list in a quotation or notice.
    ListIn(Around),
    /// A quotation in a quotation or notice.
    QuotationIn(Around),
    /// A block that can't stand in a quotation or notice.
    BlockIn(Inner, Around),
    /// The mark of a container that begins or ends nothing.
    MarkAlone {
        /// The mark.
        mark: String,
        /// What it lacks.
        lacks: Lacks,
    },
    /// A reference that a program writes.
    Reference(String),

    /// A code block without code.
    CodeEmpty,
    /// A text that is brought into code.
    Include(String),

    /// A footnote without a mark in the text.
    FootnoteUnmarked(String),
    /// Other blocks in a footnote.
    FootnoteBlocks,
    /// A footnote without words.
    FootnoteEmpty(String),

    /// HTML.
    Html {
        /// Its beginning.
        html: String,
        /// What is kept.
        kept: Kept,
    },
    /// An image in HTML without a file.
    HtmlImage(String),
    /// A comment without an end.
    CommentOpen,

    /// A component of MDX.
    Component {
        /// Its tag.
        tag: String,
        /// What is kept.
        kept: Kept,
    },
    /// An import or export of MDX.
    MdxLine(String),
    /// A shortcode.
    Shortcode(String),
    /// A template.
    Template(String),

    /// A symbolic link.
    SymbolicLink,
    /// A file whose name is that of another one, in other characters.
    SameName,
    /// A file about a folder that can't be read.
    CategoryUnreadable(Unread),
    /// A file that isn't UTF-8.
    NotUtf8,
    /// A page in another format.
    NotMarkdown,
    /// A file to which no page leads.
    NotLinked,
    /// A snippet whose file isn't there.
    Snippet(String),
}

/// Why front matter, data or settings can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// The reader of their format says why, in English.
    Malformed(String),
    /// This field stands twice.
    Twice(String),
    /// It is a program, which nobody runs.
    Program,
    /// It holds no fields.
    NoFields,
}

/// In which language a comment is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommentOf {
    /// MDX.
    Mdx,
    /// That of a template.
    Template,
    /// kramdown, a Markdown of Jekyll.
    Kramdown,
    /// Obsidian, a program for notes.
    Obsidian,
}

/// What a field of front matter should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// A number.
    Number,
    /// True or false.
    Truth,
    /// A list of texts.
    Texts,
    /// A day.
    Day,
}

/// What was done with a field of front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It is left out.
    LeftOut,
    /// Only its texts are kept.
    TextsKept,
    /// The page is a draft.
    Draft,
}

/// What keeps a page from being published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// A field, as in `private: true`.
    Field(String),
    /// A date in the future.
    Date(String),
    /// A field with a moment in the future.
    Future {
        /// The field.
        field: String,
        /// The moment as it is written.
        written: String,
    },
    /// A field with a moment that is over.
    Over {
        /// The field.
        field: String,
        /// The moment as it is written.
        written: String,
    },
    /// A field that can't be read.
    Unreadable,
    /// The name of its file or folder.
    Name(String),
    /// The list of all pages doesn't have it.
    NotListed,
    /// A setting of its generator.
    Setting {
        /// The setting.
        setting: String,
        /// The file with the settings.
        file: String,
    },
}

/// Why a link leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoWay {
    /// It is empty.
    Empty,
    /// There is no such file in the tree.
    NoFile,
    /// There is no such page in the tree.
    NoPage,
    /// The page has no such heading.
    NoHeading,
    /// The page with this address is a draft.
    Draft(String),
    /// A link can't lead to such an address.
    Address,
    /// A link can't lead to such a file.
    FileKind,
    /// Nothing defines the reference.
    Undefined,
}

/// Why an image can't be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoImage {
    /// There is no such file in the tree.
    NoFile,
    /// The file isn't an image.
    NotAnImage,
}

/// What is written instead of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// Nothing.
    Nothing,
    /// Its alternative text.
    AlternativeText,
    /// A link to it.
    Link,
}

/// The block around another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// A quotation.
    Quotation,
    /// A notice.
    Notice,
}

/// A block within another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inner {
    /// A notice.
    Notice,
    /// A table.
    Table,
    /// Code.
    Code,
    /// A list of terms.
    Terms,
}

/// What the mark of a container lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacks {
    /// What it would end.
    Beginning,
    /// What would end it.
    End,
}

/// What is kept of HTML or of a component.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Nothing.
    Nothing,
    /// The words in it.
    Words,
    /// Its words and links.
    WordsAndLinks,
}

impl Ruled for Finding {
    fn rule(&self) -> Rule {
        match self {
            Finding::FrontMatterUnreadable(_)
            | Finding::FrontMatterWrong { .. }
            | Finding::FrontMatterUntil { .. }
            | Finding::FrontMatterUnknown(_)
            | Finding::DateWrong(_)
            | Finding::NewsWithoutDay
            | Finding::DateOfPage
            | Finding::OrderRounded(_) => warning("import.front-matter"),
            Finding::SlugOfFront(_)
            | Finding::AddressReserved { .. }
            | Finding::AddressTaken { .. }
            | Finding::OldAddressReserved(_)
            | Finding::OldAddressTaken(_)
            | Finding::OldAddressMalformed { .. } => warning("import.address"),
            Finding::Held { .. }
            | Finding::BelowDraft
            | Finding::DataUnreadable(_)
            | Finding::DataComputed(_)
            | Finding::SettingsUnreadable(_)
            | Finding::SettingPattern { .. }
            | Finding::SettingComputed(_) => warning("import.draft"),
            Finding::HeadingEmpty
            | Finding::HeadingWithin
            | Finding::HeadingSkips
            | Finding::HeadingDeep
            | Finding::HeadingShared(_)
            | Finding::LinkInHeading
            | Finding::LinkInTitle
            | Finding::LineBetween
            | Finding::ContentsMark(_) => warning("import.heading"),
            Finding::MarksLost
            | Finding::BlocksDeep
            | Finding::CodeUnclear
            | Finding::Abbreviation { .. }
            | Finding::Highlighted
            | Finding::Formula
            | Finding::Underlined
            | Finding::CrossedOut
            | Finding::Raised(_)
            | Finding::Lowered(_)
            | Finding::Remark(_)
            | Finding::Change(_)
            | Finding::Attributes(_)
            | Finding::Icon(_)
            | Finding::Comment(_) => warning("import.text"),
            Finding::LinkWordless(_)
            | Finding::LinkWithoutHeading { .. }
            | Finding::LinkMeaningless { .. }
            | Finding::LinkLost { .. }
            | Finding::LinkTitle(_) => warning("import.link"),
            Finding::ImageElsewhere { .. }
            | Finding::ImageNamed(_)
            | Finding::ImageWithoutAlt(_)
            | Finding::ImageNotCopied { .. }
            | Finding::ImageUndefined(_)
            | Finding::FigureLink(_) => warning("import.image"),
            Finding::ListStart(_)
            | Finding::NumberedListMixed
            | Finding::ListMixed
            | Finding::ListDeep
            | Finding::ListInEmptyItem
            | Finding::ParagraphAfterList
            | Finding::Tasks
            | Finding::TermAlone
            | Finding::TermsMixed => warning("import.list"),
            Finding::TableCaption(_)
            | Finding::ColumnNameless
            | Finding::Alignment
            | Finding::ExcessCells(_) => warning("import.table"),
            Finding::DetailsDeep
            | Finding::DetailsEmpty(_)
            | Finding::NoticeEmpty
            | Finding::ListIn(_)
            | Finding::QuotationIn(_)
            | Finding::BlockIn(..)
            | Finding::MarkAlone { .. }
            | Finding::Reference(_) => warning("import.notice"),
            Finding::CodeEmpty | Finding::Include(_) => warning("import.code"),
            Finding::FootnoteUnmarked(_) | Finding::FootnoteBlocks | Finding::FootnoteEmpty(_) => {
                warning("import.footnote")
            }
            Finding::Html { .. } | Finding::HtmlImage(_) | Finding::CommentOpen => warning("import.html"),
            Finding::Component { .. }
            | Finding::MdxLine(_)
            | Finding::Shortcode(_)
            | Finding::Template(_) => warning("import.shortcode"),
            Finding::SymbolicLink
            | Finding::SameName
            | Finding::CategoryUnreadable(_)
            | Finding::NotUtf8
            | Finding::NotMarkdown
            | Finding::NotLinked
            | Finding::Snippet(_) => warning("import.file"),
        }
    }
}

impl Finding {
    /// The texts that it quotes from files.
    pub(crate) fn quoted(&mut self) -> Vec<&mut String> {
        match self {
            Finding::FrontMatterWrong { field: text, .. }
            | Finding::FrontMatterUnknown(text)
            | Finding::DateWrong(text)
            | Finding::OrderRounded(text)
            | Finding::SlugOfFront(text)
            | Finding::OldAddressReserved(text)
            | Finding::OldAddressTaken(text)
            | Finding::OldAddressMalformed { written: text, .. }
            | Finding::DataComputed(text)
            | Finding::SettingComputed(text)
            | Finding::HeadingShared(text)
            | Finding::ContentsMark(text)
            | Finding::Raised(text)
            | Finding::Lowered(text)
            | Finding::Remark(text)
            | Finding::Change(text)
            | Finding::Attributes(text)
            | Finding::Icon(text)
            | Finding::LinkWordless(text)
            | Finding::LinkLost { to: text, .. }
            | Finding::LinkTitle(text)
            | Finding::ImageElsewhere { src: text, .. }
            | Finding::ImageNamed(text)
            | Finding::ImageWithoutAlt(text)
            | Finding::ImageNotCopied { src: text, .. }
            | Finding::ImageUndefined(text)
            | Finding::FigureLink(text)
            | Finding::TableCaption(text)
            | Finding::ExcessCells(text)
            | Finding::DetailsEmpty(text)
            | Finding::MarkAlone { mark: text, .. }
            | Finding::Reference(text)
            | Finding::Include(text)
            | Finding::FootnoteUnmarked(text)
            | Finding::FootnoteEmpty(text)
            | Finding::Html { html: text, .. }
            | Finding::HtmlImage(text)
            | Finding::Component { tag: text, .. }
            | Finding::MdxLine(text)
            | Finding::Shortcode(text)
            | Finding::Template(text)
            | Finding::Snippet(text) => vec![text],
            Finding::FrontMatterUntil { field: one, written: other }
            | Finding::AddressReserved { wanted: one, written: other }
            | Finding::AddressTaken { wanted: one, written: other }
            | Finding::SettingPattern { field: one, pattern: other }
            | Finding::Abbreviation { name: one, meaning: other }
            | Finding::LinkWithoutHeading { to: one, address: other }
            | Finding::LinkMeaningless { said: one, name: other } => vec![one, other],
            // What stands in front matter, data and settings isn't prepared.
            Finding::Held { .. }
            | Finding::FrontMatterUnreadable(_)
            | Finding::DataUnreadable(_)
            | Finding::SettingsUnreadable(_)
            | Finding::CategoryUnreadable(_)
            | Finding::NewsWithoutDay
            | Finding::DateOfPage
            | Finding::BelowDraft
            | Finding::HeadingEmpty
            | Finding::HeadingWithin
            | Finding::HeadingSkips
            | Finding::HeadingDeep
            | Finding::LinkInHeading
            | Finding::LinkInTitle
            | Finding::LineBetween
            | Finding::MarksLost
            | Finding::BlocksDeep
            | Finding::CodeUnclear
            | Finding::Highlighted
            | Finding::Formula
            | Finding::Underlined
            | Finding::CrossedOut
            | Finding::Comment(_)
            | Finding::ListStart(_)
            | Finding::NumberedListMixed
            | Finding::ListMixed
            | Finding::ListDeep
            | Finding::ListInEmptyItem
            | Finding::ParagraphAfterList
            | Finding::Tasks
            | Finding::TermAlone
            | Finding::TermsMixed
            | Finding::ColumnNameless
            | Finding::Alignment
            | Finding::DetailsDeep
            | Finding::NoticeEmpty
            | Finding::ListIn(_)
            | Finding::QuotationIn(_)
            | Finding::BlockIn(..)
            | Finding::CodeEmpty
            | Finding::FootnoteBlocks
            | Finding::CommentOpen
            | Finding::SymbolicLink
            | Finding::SameName
            | Finding::NotUtf8
            | Finding::NotMarkdown
            | Finding::NotLinked => Vec::new(),
        }
    }
}
