//! What is wrong with a file, or with its JSON.

use super::super::rule::{Rule, error, warning};

use page::path::PathError;

/// Something that is wrong with a file as a whole, or with its JSON.
#[derive(Clone, Debug, PartialEq)]
pub enum FileFinding {
    /// There is no `site.json`.
    SiteMissing,
    /// The system refuses to read it.
    Unreadable {
        /// Why, in the system's words.
        reason: String,
    },
    /// It begins with a byte-order mark (RFC 8259 §8.1).
    ByteOrderMark,
    /// It isn't UTF-8.
    Encoding,
    /// It is a symbolic link.
    SymbolicLink,
    /// It looks like a page, but nobody reads it: its name doesn't end in `.json`, or it lies beside the
    /// folders of the languages.
    IgnoredFile,
    /// A folder with pages that isn't that of a language that Seutu knows.
    IgnoredFolder {
        /// Its name.
        name: String,
    },
    /// Its name can't be part of an address.
    Name {
        /// The name of the file or folder.
        name: String,
        /// Why it can't.
        reason: PathError,
        /// A name that can.
        better: String,
    },
    /// It holds nothing.
    Empty,
    /// It isn't JSON (RFC 8259).
    Syntax(Syntax),
    /// Its brackets stand within each other too often.
    Nesting,
    /// A field stands twice in one object.
    DuplicateKey {
        /// The field.
        name: String,
        /// The line on which it stands for the first time.
        first_line: usize,
    },
}

/// What keeps a text from being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// No comma between two values.
    CommaMissing,
    /// A comma after the last value.
    CommaTooMany,
    /// No colon after a name.
    ColonMissing,
    /// No value after a colon.
    ValueMissing,
    /// A name or a text without quotation marks.
    NotQuoted,
    /// A comment.
    Comment,
    /// 'Single' quotation marks.
    SingleQuotes,
    /// A `{` that is never closed.
    ObjectNotClosed,
    /// A `[` that is never closed.
    ListNotClosed,
    /// A line break within a text, as when a quotation mark is missing.
    LineBreak,
    /// A space between values that JSON doesn't know, such as one that doesn't break (RFC 8259 §2).
    Space,
    /// Another control character within a text, such as a tabulator (RFC 8259 §7).
    Control,
    /// A text that doesn't end, or an escape that JSON doesn't know.
    Text,
    /// Something after the end of the outermost value.
    GoesOn,
    /// A bracket, comma or colon where none belongs.
    UnexpectedSign,
    /// Anything else that isn't a value.
    Unexpected,
}

impl FileFinding {
    pub(super) fn rule(&self) -> Rule {
        match self {
            FileFinding::SiteMissing => error("site.missing"),
            FileFinding::Unreadable { .. } => error("file.unreadable"),
            FileFinding::ByteOrderMark => error("file.byte-order-mark"),
            FileFinding::Encoding => error("file.encoding"),
            FileFinding::SymbolicLink => error("file.link"),
            FileFinding::IgnoredFile | FileFinding::IgnoredFolder { .. } => warning("file.ignored"),
            FileFinding::Name { .. } => error("file.name"),
            FileFinding::Empty => error("json.empty"),
            FileFinding::Syntax(_) => error("json.syntax"),
            FileFinding::Nesting => error("file.nesting"),
            FileFinding::DuplicateKey { .. } => error("json.duplicate-key"),
        }
    }
}
