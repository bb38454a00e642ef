//! The changes that an import makes to texts and the parts that it leaves out, as data. The crate `report`
//! has the texts. All findings are warnings: a page is imported all the same.
//!
//! [`ImportFinding`] lists the findings; [`details`] has reasons and remains of parts that weren't read;
//! [`rule`] gives each finding its rule, [`quoted`] the texts that it quotes.

mod details;
mod quoted;
mod rule;

use page::path::PathError;

pub use details::{
    Around, CommentOf, Done, ExpectedField, Held, Inner, Instead, Kept, Lacks, NoImage, NoWay, Unread,
};

/// Something that was changed or left out, or that an editor has to look at.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportFinding {
    /// Front matter that can't be read: the page is a draft.
    FrontMatterUnreadable(Unread),
    /// A field of front matter of another kind than expected.
    FrontMatterWrong {
        /// The field.
        field: String,
        /// What it should be.
        expected: ExpectedField,
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
    /// An address that Windows can't keep as a file: a name of a device.
    AddressOfDevice {
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
    /// An old address that Windows can't keep as a file: a name of a device.
    OldAddressOfDevice(String),
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
