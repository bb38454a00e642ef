//! The findings about content, as data; their texts are in the crate `report`.
//!
//! A group a stage: [`FileFinding`] while files are found and read as JSON, [`FieldFinding`] in their shape,
//! [`SiteFinding`] between the files, then within a page [`LinkFinding`], [`PageFinding`] and
//! [`MediaFinding`].

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

use super::rule::{Rule, Ruled};

/// Something that is wrong with the content.
#[derive(Clone, Debug, PartialEq)]
pub enum ContentFinding {
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

impl Ruled for ContentFinding {
    fn rule(&self) -> Rule {
        match self {
            ContentFinding::File(finding) => finding.rule(),
            ContentFinding::Field(finding) => finding.rule(),
            ContentFinding::Site(finding) => finding.rule(),
            ContentFinding::Link(finding) => finding.rule(),
            ContentFinding::Page(finding) => finding.rule(),
            ContentFinding::Media(finding) => finding.rule(),
        }
    }
}

macro_rules! from_group {
    ($($group:ident($finding:ident)),*) => {
        $(impl From<$finding> for ContentFinding {
            fn from(finding: $finding) -> ContentFinding {
                ContentFinding::$group(finding)
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
