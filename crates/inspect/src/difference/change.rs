//! What changes from one site to the next.

/// What changes from one site to the next.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// What becomes of pages and old addresses, by address.
    pub pages: Vec<PageChange>,
    /// What becomes of pictures, documents and other files, by name.
    pub files: Vec<FileChange>,
    /// How many pages have another document around the same content: another application, or another version
    /// of Seutu.
    pub documents: usize,
    /// How many pages have something else around their content: menu, footer, notice, the name of the site.
    pub frames: usize,
}

/// What becomes of an address.
#[derive(Debug, PartialEq, Eq)]
pub enum PageChange {
    /// A page appears.
    Appears(Named),
    /// A page says something else.
    Changes {
        /// The page, by its new title.
        page: Named,
        /// What it says else.
        edit: Edit,
    },
    /// A page is elsewhere: its address leads on.
    Moves {
        /// The address at which it was.
        from: String,
        /// The page, at its new address.
        page: Named,
        /// What it says else there.
        edit: Edit,
    },
    /// A page goes, and nothing leads on from its address: visitors get "not found".
    Goes(Named),
    /// An address that never was a page leads to one now, or to another one than before.
    LeadsOn {
        /// The old address.
        from: String,
        /// Where it leads.
        to: String,
    },
    /// An old address leads nowhere any more: visitors get "not found".
    LeadsNoMore {
        /// The old address.
        from: String,
    },
}

/// A page as it is named in a report.
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    /// Its address within the site, as in `/hankkeet/`.
    pub path: String,
    /// Its title.
    pub title: String,
}

/// What a page says else than before.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// Its title before, if that changed.
    pub title_before: Option<String>,
    /// Whether its summary changed.
    pub summary: bool,
    /// How many words its text has that it didn't have.
    pub words_in: usize,
    /// How many words it hasn't any more.
    pub words_out: usize,
    /// Whether something else changed, where none of that did: a picture, a link, a list of other pages, the
    /// order of the words.
    pub rest: bool,
}

/// What becomes of a file.
#[derive(Debug, PartialEq, Eq)]
pub struct FileChange {
    /// Its name within the site.
    pub name: String,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It wasn't there.
    Appears,
    /// It was another one.
    Changes,
    /// It isn't there any more.
    Goes,
}

impl Edit {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Edit::default()
    }

    /// Whether nothing changed that an editor has written on this page.
    pub fn is_only_rest(&self) -> bool {
        *self == Edit { rest: true, ..Edit::default() }
    }
}
