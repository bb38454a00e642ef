//! What is wrong with a picture or a document.

use super::super::rule::{Rule, error, warning};

use std::path::PathBuf;

use page::Language;

/// Something that is wrong with a picture or a document.
#[derive(Clone, Debug, PartialEq)]
pub enum MediaFinding {
    /// The file isn't there.
    Missing {
        /// Its address, without the slash in front.
        address: String,
        /// The address of a file that looks like it.
        nearest: Option<String>,
    },
    /// The file is named by a way that leaves the content folder.
    Outside {
        /// The way.
        named: String,
    },
    /// The file isn't a picture that a browser shows.
    NoPicture {
        /// The name of the file.
        named: String,
    },
    /// The file is a picture, but not of the kind that its name says.
    Misnamed {
        /// The name of the file.
        named: String,
        /// A name that says what it is.
        better: String,
    },
    /// The drawing says neither how large it is nor in which proportions.
    NoSize {
        /// The name of the file.
        named: String,
    },
    /// The picture is damaged, or has more pixels than can be made fewer.
    Broken {
        /// The name of the file.
        named: String,
    },
    /// The picture is a drawing that could run a program where it is opened, or bring something from
    /// elsewhere.
    Active {
        /// The name of the file.
        named: String,
        /// The part of the drawing that could do so.
        part: String,
        /// The line of that part in the file, counted from 1.
        line: usize,
    },
    /// Two files have the same address.
    Twice {
        /// The address, without the slash in front.
        address: String,
        /// The files.
        files: [PathBuf; 2],
    },
    /// A file of the publication has the same address.
    OfPublication {
        /// The file of the publication, or the folder, without the slash in front.
        file: String,
    },
    /// The file or a folder above it has a name that Windows keeps for a device.
    OfDevice {
        /// The name.
        name: String,
    },
    /// The file or a folder above it has a name with a character that Windows has in none.
    NotOnWindows {
        /// The name.
        name: String,
        /// The character: a sign, or a space or a dot at the end.
        character: char,
    },
    /// The file or a folder above it has a longer name than systems can hold.
    TooLong {
        /// The name.
        name: String,
        /// How long it may be, in bytes.
        most: usize,
    },
    /// Two files whose names, or those of their folders, some systems take for the same one.
    Alike {
        /// The files.
        files: [PathBuf; 2],
    },
    /// The document is of a kind that isn't published.
    NoDocument {
        /// The name of the file.
        named: String,
        /// What its name ends in.
        ending: String,
    },
    /// The document isn't of the kind that its name says.
    OtherContents {
        /// The name of the file.
        named: String,
        /// The kind that its name says: the ending, in capital letters.
        kind: String,
    },
    /// The document has its beginning and not its end.
    Cut {
        /// The name of the file.
        named: String,
    },
    /// The document asks for a password, or is protected against some uses.
    Protected {
        /// The name of the file.
        named: String,
    },
    /// The site's picture for sharing has too few pixels.
    TooFewPixels {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// The site's picture for sharing isn't one that other services show.
    NotShared {
        /// The name of the file.
        named: String,
    },
    /// The site's picture for sharing has no alternative text in some languages (WCAG 1.1.1).
    AltMissingIn {
        /// The languages; at least one.
        languages: Vec<Language>,
    },
    /// The file is too large to be published.
    TooLarge {
        /// Its size in megabytes.
        megabytes: u64,
        /// The largest size that is published, in megabytes.
        most: u64,
    },
    /// A picture without an alternative text (WCAG 1.1.1).
    AltMissing,
    /// A picture whose alternative text is empty.
    AltEmpty,
    /// A picture whose alternative text is the name of a file.
    AltFileName,
    /// A picture that is said to be decoration and has an alternative text.
    AltDecorative,
}

impl MediaFinding {
    pub(super) fn rule(&self) -> Rule {
        match self {
            MediaFinding::Missing { .. } => error("asset.missing"),
            MediaFinding::Outside { .. } => error("asset.outside"),
            MediaFinding::NoPicture { .. }
            | MediaFinding::Misnamed { .. }
            | MediaFinding::NoSize { .. }
            | MediaFinding::Broken { .. }
            | MediaFinding::TooFewPixels { .. }
            | MediaFinding::NotShared { .. } => error("asset.picture"),
            MediaFinding::Active { .. } => error("asset.script"),
            MediaFinding::Twice { .. } => error("asset.twice"),
            MediaFinding::OfPublication { .. }
            | MediaFinding::OfDevice { .. }
            | MediaFinding::TooLong { .. } => error("asset.reserved"),
            MediaFinding::NotOnWindows { .. } => warning("asset.reserved"),
            MediaFinding::Alike { .. } => error("asset.alike"),
            MediaFinding::NoDocument { .. } | MediaFinding::OtherContents { .. } => error("asset.document"),
            MediaFinding::Cut { .. } => warning("asset.cut"),
            MediaFinding::Protected { .. } => warning("asset.protected"),
            MediaFinding::TooLarge { .. } => error("asset.too-large"),
            MediaFinding::AltMissing | MediaFinding::AltMissingIn { .. } | MediaFinding::AltEmpty => {
                error("picture.alt-missing")
            }
            MediaFinding::AltFileName => error("picture.alt-file-name"),
            MediaFinding::AltDecorative => error("picture.alt-decorative"),
        }
    }
}
