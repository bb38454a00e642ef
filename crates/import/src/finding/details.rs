//! Parts of findings: the reason, the expected form, and the remedy.

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
pub enum ExpectedField {
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
    /// The file isn't of the kind that its name says.
    OtherContents,
    /// The file is larger than the largest that is published.
    TooLarge,
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
    /// The end of the file is missing.
    Damaged,
    /// A drawing says neither its size nor its proportions.
    NoSize,
    /// A drawing could run a program, or load something from elsewhere.
    Active,
    /// The file is larger than the largest that is published.
    TooLarge,
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
