//! The rule of each finding.

use content::fault::{Rule, Ruled, warning};

use super::ImportFinding;

impl Ruled for ImportFinding {
    fn rule(&self) -> Rule {
        match self {
            ImportFinding::FrontMatterUnreadable(_)
            | ImportFinding::FrontMatterWrong { .. }
            | ImportFinding::FrontMatterUntil { .. }
            | ImportFinding::FrontMatterUnknown(_)
            | ImportFinding::DateWrong(_)
            | ImportFinding::NewsWithoutDay
            | ImportFinding::DateOfPage
            | ImportFinding::OrderRounded(_) => warning("import.front-matter"),
            ImportFinding::SlugOfFront(_)
            | ImportFinding::AddressReserved { .. }
            | ImportFinding::AddressOfDevice { .. }
            | ImportFinding::AddressTaken { .. }
            | ImportFinding::OldAddressReserved(_)
            | ImportFinding::OldAddressOfDevice(_)
            | ImportFinding::OldAddressTaken(_)
            | ImportFinding::OldAddressMalformed { .. } => warning("import.address"),
            ImportFinding::Held { .. }
            | ImportFinding::BelowDraft
            | ImportFinding::DataUnreadable(_)
            | ImportFinding::DataComputed(_)
            | ImportFinding::SettingsUnreadable(_)
            | ImportFinding::SettingPattern { .. }
            | ImportFinding::SettingComputed(_) => warning("import.draft"),
            ImportFinding::HeadingEmpty
            | ImportFinding::HeadingWithin
            | ImportFinding::HeadingSkips
            | ImportFinding::HeadingDeep
            | ImportFinding::HeadingShared(_)
            | ImportFinding::LinkInHeading
            | ImportFinding::LinkInTitle
            | ImportFinding::LineBetween
            | ImportFinding::ContentsMark(_) => warning("import.heading"),
            ImportFinding::MarksLost
            | ImportFinding::BlocksDeep
            | ImportFinding::CodeUnclear
            | ImportFinding::Abbreviation { .. }
            | ImportFinding::Highlighted
            | ImportFinding::Formula
            | ImportFinding::Underlined
            | ImportFinding::CrossedOut
            | ImportFinding::Raised(_)
            | ImportFinding::Lowered(_)
            | ImportFinding::Remark(_)
            | ImportFinding::Change(_)
            | ImportFinding::Attributes(_)
            | ImportFinding::Icon(_)
            | ImportFinding::Comment(_) => warning("import.text"),
            ImportFinding::LinkWordless(_)
            | ImportFinding::LinkWithoutHeading { .. }
            | ImportFinding::LinkMeaningless { .. }
            | ImportFinding::LinkLost { .. }
            | ImportFinding::LinkTitle(_) => warning("import.link"),
            ImportFinding::ImageElsewhere { .. }
            | ImportFinding::ImageNamed(_)
            | ImportFinding::ImageWithoutAlt(_)
            | ImportFinding::ImageNotCopied { .. }
            | ImportFinding::ImageUndefined(_)
            | ImportFinding::FigureLink(_) => warning("import.image"),
            ImportFinding::ListStart(_)
            | ImportFinding::NumberedListMixed
            | ImportFinding::ListMixed
            | ImportFinding::ListDeep
            | ImportFinding::ListInEmptyItem
            | ImportFinding::ParagraphAfterList
            | ImportFinding::Tasks
            | ImportFinding::TermAlone
            | ImportFinding::TermsMixed => warning("import.list"),
            ImportFinding::TableCaption(_)
            | ImportFinding::ColumnNameless
            | ImportFinding::Alignment
            | ImportFinding::ExcessCells(_) => warning("import.table"),
            ImportFinding::DetailsDeep
            | ImportFinding::DetailsEmpty(_)
            | ImportFinding::NoticeEmpty
            | ImportFinding::ListIn(_)
            | ImportFinding::QuotationIn(_)
            | ImportFinding::BlockIn(..)
            | ImportFinding::MarkAlone { .. }
            | ImportFinding::Reference(_) => warning("import.notice"),
            ImportFinding::CodeEmpty | ImportFinding::Include(_) => warning("import.code"),
            ImportFinding::FootnoteUnmarked(_)
            | ImportFinding::FootnoteBlocks
            | ImportFinding::FootnoteEmpty(_) => warning("import.footnote"),
            ImportFinding::Html { .. } | ImportFinding::HtmlImage(_) | ImportFinding::CommentOpen => {
                warning("import.html")
            }
            ImportFinding::Component { .. }
            | ImportFinding::MdxLine(_)
            | ImportFinding::Shortcode(_)
            | ImportFinding::Template(_) => warning("import.shortcode"),
            ImportFinding::SymbolicLink
            | ImportFinding::SameName
            | ImportFinding::CategoryUnreadable(_)
            | ImportFinding::NotUtf8
            | ImportFinding::NotMarkdown
            | ImportFinding::NotLinked
            | ImportFinding::Snippet(_) => warning("import.file"),
        }
    }
}
