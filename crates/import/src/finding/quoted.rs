//! The texts that findings quote from files, which may hold marks of the preparation.

use super::ImportFinding;

impl ImportFinding {
    /// The texts that it quotes from files.
    pub(crate) fn quoted(&mut self) -> Vec<&mut String> {
        match self {
            ImportFinding::FrontMatterWrong { field: text, .. }
            | ImportFinding::FrontMatterUnknown(text)
            | ImportFinding::DateWrong(text)
            | ImportFinding::OrderRounded(text)
            | ImportFinding::SlugOfFront(text)
            | ImportFinding::OldAddressReserved(text)
            | ImportFinding::OldAddressOfDevice(text)
            | ImportFinding::OldAddressTaken(text)
            | ImportFinding::OldAddressMalformed { written: text, .. }
            | ImportFinding::DataComputed(text)
            | ImportFinding::SettingComputed(text)
            | ImportFinding::HeadingShared(text)
            | ImportFinding::ContentsMark(text)
            | ImportFinding::Raised(text)
            | ImportFinding::Lowered(text)
            | ImportFinding::Remark(text)
            | ImportFinding::Change(text)
            | ImportFinding::Attributes(text)
            | ImportFinding::Icon(text)
            | ImportFinding::LinkWordless(text)
            | ImportFinding::LinkLost { to: text, .. }
            | ImportFinding::LinkTitle(text)
            | ImportFinding::ImageElsewhere { src: text, .. }
            | ImportFinding::ImageNamed(text)
            | ImportFinding::ImageWithoutAlt(text)
            | ImportFinding::ImageNotCopied { src: text, .. }
            | ImportFinding::ImageUndefined(text)
            | ImportFinding::FigureLink(text)
            | ImportFinding::TableCaption(text)
            | ImportFinding::ExcessCells(text)
            | ImportFinding::DetailsEmpty(text)
            | ImportFinding::MarkAlone { mark: text, .. }
            | ImportFinding::Reference(text)
            | ImportFinding::Include(text)
            | ImportFinding::FootnoteUnmarked(text)
            | ImportFinding::FootnoteEmpty(text)
            | ImportFinding::Html { html: text, .. }
            | ImportFinding::HtmlImage(text)
            | ImportFinding::Component { tag: text, .. }
            | ImportFinding::MdxLine(text)
            | ImportFinding::Shortcode(text)
            | ImportFinding::Template(text)
            | ImportFinding::Snippet(text) => vec![text],
            ImportFinding::FrontMatterUntil { field: one, written: other }
            | ImportFinding::AddressReserved { wanted: one, written: other }
            | ImportFinding::AddressOfDevice { wanted: one, written: other }
            | ImportFinding::AddressTaken { wanted: one, written: other }
            | ImportFinding::SettingPattern { field: one, pattern: other }
            | ImportFinding::Abbreviation { name: one, meaning: other }
            | ImportFinding::LinkWithoutHeading { to: one, address: other }
            | ImportFinding::LinkMeaningless { said: one, name: other } => vec![one, other],
            // What stands in front matter, data and settings isn't prepared.
            ImportFinding::Held { .. }
            | ImportFinding::FrontMatterUnreadable(_)
            | ImportFinding::DataUnreadable(_)
            | ImportFinding::SettingsUnreadable(_)
            | ImportFinding::CategoryUnreadable(_)
            | ImportFinding::NewsWithoutDay
            | ImportFinding::DateOfPage
            | ImportFinding::BelowDraft
            | ImportFinding::HeadingEmpty
            | ImportFinding::HeadingWithin
            | ImportFinding::HeadingSkips
            | ImportFinding::HeadingDeep
            | ImportFinding::LinkInHeading
            | ImportFinding::LinkInTitle
            | ImportFinding::LineBetween
            | ImportFinding::MarksLost
            | ImportFinding::BlocksDeep
            | ImportFinding::CodeUnclear
            | ImportFinding::Highlighted
            | ImportFinding::Formula
            | ImportFinding::Underlined
            | ImportFinding::CrossedOut
            | ImportFinding::Comment(_)
            | ImportFinding::ListStart(_)
            | ImportFinding::NumberedListMixed
            | ImportFinding::ListMixed
            | ImportFinding::ListDeep
            | ImportFinding::ListInEmptyItem
            | ImportFinding::ParagraphAfterList
            | ImportFinding::Tasks
            | ImportFinding::TermAlone
            | ImportFinding::TermsMixed
            | ImportFinding::ColumnNameless
            | ImportFinding::Alignment
            | ImportFinding::DetailsDeep
            | ImportFinding::NoticeEmpty
            | ImportFinding::ListIn(_)
            | ImportFinding::QuotationIn(_)
            | ImportFinding::BlockIn(..)
            | ImportFinding::CodeEmpty
            | ImportFinding::FootnoteBlocks
            | ImportFinding::CommentOpen
            | ImportFinding::SymbolicLink
            | ImportFinding::SameName
            | ImportFinding::NotUtf8
            | ImportFinding::NotMarkdown
            | ImportFinding::NotLinked => Vec::new(),
        }
    }
}
