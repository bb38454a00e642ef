//! What is wrong with what stands on a page.

use super::super::rule::{Rule, error, warning};

use page::Language;

/// Something that is wrong with a page's text, its tables, its dates or its people.
#[derive(Clone, Debug, PartialEq)]
pub enum PageFinding {
    /// A heading within something that has to be opened first.
    HeadingHidden,
    /// A heading without the one that belongs above it (WCAG 1.3.1).
    HeadingSkipped(Skipped),
    /// A text without a word.
    TextEmpty,
    /// Something that a text can't hold.
    TextMarkdown(NotInText),
    /// A sign of emphasis or code without another one.
    Unclosed {
        /// The sign.
        sign: String,
    },
    /// Markdown in a text that is shown as it stands.
    Plain(Plain),
    /// A list without an item.
    ListEmpty,
    /// A list of pages that is too long for its page and can't go on to further ones.
    ListLong {
        /// How many pages it has.
        pages: usize,
        /// How many of them are shown.
        shown: usize,
    },
    /// A table that doesn't say what it shows.
    TableCaption,
    /// A table without names over its columns (WCAG 1.3.1).
    TableHeader,
    /// A column without a name; only the first one may do without.
    TableHeaderCell,
    /// A row with more or fewer cells than the header.
    TableRow {
        /// The cells of the row.
        cells: usize,
        /// The cells of the header.
        header: usize,
    },
    /// A text that isn't a date.
    Date {
        /// The text.
        text: String,
        /// Why it isn't.
        reason: NoDate,
    },
    /// A call that closes before it opens.
    CallDeadline {
        /// The day on which it opens.
        opens: String,
    },
    /// An event that ends before it starts.
    EventEnd {
        /// When it starts.
        start: String,
    },
    /// A notice that ends before it starts.
    NoticeEnd {
        /// When it starts.
        start: String,
    },
    /// A notice without a text in some languages of the site.
    NoticeMissingIn {
        /// The languages; at least one.
        languages: Vec<Language>,
    },
    /// A statement of full conformance that names shortcomings.
    NotInFull,
    /// A statement of less than full conformance that names no shortcoming.
    NoShortcomings,
    /// A text that isn't the number of a criterion of WCAG.
    Criterion {
        /// The text.
        text: String,
    },
    /// A text that isn't an e-mail address.
    Mail {
        /// The text.
        text: String,
    },
    /// A place to send an application to that is neither an e-mail address nor one on the web.
    SendTo {
        /// The text.
        text: String,
    },
    /// A text that isn't a telephone number.
    Phone {
        /// The text.
        text: String,
    },
    /// A text that isn't the tag of a language (BCP 47).
    LanguageTag {
        /// The text.
        tag: String,
    },
    /// A language of a document that isn't one (ISO 639).
    DocumentLanguage {
        /// The text.
        tag: String,
    },
}

/// The heading that is missing above another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skipped {
    /// A subheading has no heading above it.
    Heading,
    /// A minor heading has no subheading above it.
    Subheading,
}

/// What a text can't hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotInText {
    /// A second paragraph.
    Paragraph,
    /// HTML.
    Html,
    /// A line break of HTML.
    HtmlBreak,
    /// A link of HTML.
    HtmlLink,
    /// Tags in square brackets, as bulletin boards have them.
    BulletinBoard,
    /// A heading.
    Heading,
    /// A list.
    List,
    /// A numbered list, or a sentence that begins with a number and a dot.
    NumberedList {
        /// The number.
        first: u64,
    },
    /// Where a link leads, on a line of its own: `[words]: address`.
    Definition,
    /// Too many signs within each other.
    Nesting,
    /// Any other Markdown.
    Other,
}

/// Signs that were probably meant for the text's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plain {
    /// A link: nothing else is written so.
    Link,
    /// Strong words; somebody may write of such signs.
    Strong,
    /// Tags of HTML; somebody may write of them.
    Html,
}

/// Why a text isn't a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDate {
    /// It isn't written year-month-day.
    Form,
    /// The calendar has no such day.
    Day,
    /// No day has such a time.
    Time,
    /// This day has no such time: the clocks are set forward over it.
    Skipped,
}

impl PageFinding {
    pub(super) fn rule(&self) -> Rule {
        match self {
            PageFinding::HeadingHidden => error("heading.hidden"),
            PageFinding::HeadingSkipped(_) => error("heading.skipped"),
            PageFinding::TextEmpty => error("text.empty"),
            PageFinding::TextMarkdown(_) => error("text.markdown"),
            PageFinding::Unclosed { .. } => error("text.unclosed"),
            PageFinding::Plain(Plain::Strong | Plain::Html) => warning("text.plain"),
            PageFinding::Plain(_) => error("text.plain"),
            PageFinding::ListEmpty => error("list.empty"),
            PageFinding::ListLong { .. } => warning("list.long"),
            PageFinding::TableCaption => error("table.caption"),
            PageFinding::TableHeader | PageFinding::TableHeaderCell => error("table.header"),
            PageFinding::TableRow { .. } => error("table.row"),
            PageFinding::Date { .. } => error("date.invalid"),
            PageFinding::CallDeadline { .. } => error("call.deadline"),
            PageFinding::EventEnd { .. } => error("event.end"),
            PageFinding::NoticeEnd { .. } => error("notice.end"),
            PageFinding::NoticeMissingIn { .. } => warning("notice.languages"),
            PageFinding::NotInFull | PageFinding::NoShortcomings => error("statement.conformance"),
            PageFinding::Criterion { .. } => error("statement.criterion"),
            PageFinding::Mail { .. } | PageFinding::SendTo { .. } => error("mail.malformed"),
            PageFinding::Phone { .. } => error("phone.malformed"),
            PageFinding::LanguageTag { .. } | PageFinding::DocumentLanguage { .. } => {
                error("language.unknown")
            }
        }
    }
}
