//! The lines of a report on a difference.

/// What becomes of pages and files, in the order in which it is told: first what visitors would miss.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// Pages go, and nothing leads on.
    Goes,
    /// Old addresses lead nowhere any more.
    LeadsNoMore,
    /// Pages move.
    Moves,
    /// Old addresses lead to pages that they didn't lead to.
    LeadsOn,
    /// Pages appear.
    Appears,
    /// Pages change.
    Changes,
    /// On pages nothing changes but pictures, links and what they show of others.
    OnlyRest,
    /// Files go.
    FilesGo,
    /// Files appear.
    FilesAppear,
    /// Files change.
    FilesChange,
}

/// A line of the report, or a part of one.
#[derive(Clone, Copy, Debug)]
pub enum ChangeLine<'a> {
    /// What becomes of so many.
    Heading(Sort, usize),
    /// So many more than are listed.
    More(usize),
    /// What a page's title was.
    TitleBefore(&'a str),
    /// A page's summary changed.
    Summary,
    /// A page's text changed.
    Words {
        /// How many words came.
        came: usize,
        /// How many went.
        went: usize,
    },
    /// Around so many pages there is something else.
    Frames(usize),
    /// So many documents change although their pages don't.
    Documents(usize),
    /// Nothing changes.
    Nothing,
}
