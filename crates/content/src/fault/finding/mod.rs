//! What is wrong, as data: what an editor reads of it is in [`super::words`], in their language.
//!
//! A group a stage: [`FileFinding`] while files are found and read as JSON, [`FieldFinding`] in their shape,
//! [`SiteFinding`] between the files, then within a page [`LinkFinding`], [`PageFinding`] and [`MediaFinding`].

mod field;
mod file;
mod link;
mod media;
mod page;
mod site;

pub use field::{Expected, FieldFinding, Suggestion, ValueKind};
pub use file::{FileFinding, Syntax};
pub use link::LinkFinding;
pub use media::MediaFinding;
pub use page::{NoDate, NotInText, PageFinding, Plain, Skipped};
pub use site::SiteFinding;

use super::severity::Severity;

/// Something that is wrong with the content.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// With a file, or with its JSON.
    File(FileFinding),
    /// With a field or its value.
    Field(FieldFinding),
    /// Between the files.
    Site(SiteFinding),
    /// With a link.
    Link(LinkFinding),
    /// With what stands on a page.
    Page(PageFinding),
    /// With a picture or a document.
    Media(MediaFinding),
}

impl Finding {
    /// The rule's name, as in `link.nowhere`; `docs/rules.md` explains each.
    pub fn code(&self) -> &'static str {
        match self {
            Finding::File(finding) => finding.code(),
            Finding::Field(finding) => finding.code(),
            Finding::Site(finding) => finding.code(),
            Finding::Link(finding) => finding.code(),
            Finding::Page(finding) => finding.code(),
            Finding::Media(finding) => finding.code(),
        }
    }

    /// Whether the site can be published all the same.
    pub fn severity(&self) -> Severity {
        match self {
            Finding::File(FileFinding::IgnoredFile | FileFinding::IgnoredFolder { .. })
            | Finding::Site(
                SiteFinding::TitleLong { .. }
                | SiteFinding::TitleTwice { .. }
                | SiteFinding::TranslationMissing { .. },
            )
            | Finding::Page(
                PageFinding::ListLong { .. }
                | PageFinding::NoticeMissingIn { .. }
                | PageFinding::Plain(Plain::Strong | Plain::Html),
            )
            | Finding::Media(
                MediaFinding::Cut { .. } | MediaFinding::Protected { .. } | MediaFinding::NotOnWindows { .. },
            )
            | Finding::Link(LinkFinding::Orphan { .. }) => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

macro_rules! from_group {
    ($($group:ident($finding:ident)),*) => {
        $(impl From<$finding> for Finding {
            fn from(finding: $finding) -> Finding {
                Finding::$group(finding)
            }
        })*
    };
}

from_group!(
    File(FileFinding),
    Field(FieldFinding),
    Site(SiteFinding),
    Link(LinkFinding),
    Page(PageFinding),
    Media(MediaFinding)
);
