//! What is wrong with a published site, as data; the crate `report` has the texts.

use content::fault::{Fault, Place, Rule, Ruled, error, warning};

/// Something that is wrong, and its place in a file of the site.
pub type CrawlFault = Fault<CrawlFinding>;

/// Something that is wrong with a file, in the order of the findings.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct InFile {
    /// What is wrong.
    pub finding: CrawlFinding,
    /// The line and column at which that shows, counted from 1, where that is known.
    pub at: Option<(usize, usize)>,
}

/// Something that is wrong with a published site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CrawlFinding {
    /// A link leads to a page or file that isn't there.
    LinkNowhere {
        /// Where it leads, as it is written.
        target: String,
    },
    /// A link leads to a place that the page doesn't have.
    AnchorNowhere {
        /// Where it leads, as it is written.
        target: String,
        /// The `id` that isn't there.
        anchor: String,
    },
    /// A picture isn't there.
    PictureMissing {
        /// Its address, as it is written.
        target: String,
    },
    /// A file that the document needs isn't there: a script, a stylesheet, the page's data.
    FileMissing {
        /// Its address, as it is written.
        target: String,
    },
    /// An address begins at the root of the host, but the site stands under a base.
    PastBase {
        /// The address, as it is written.
        target: String,
        /// The base, as in `/seutu/`.
        base: String,
    },
    /// An address that isn't one.
    AddressMalformed {
        /// As it is written.
        target: String,
    },
    /// An old address leads to what isn't there.
    RedirectNowhere {
        /// Where it leads.
        target: String,
    },
    /// An old address leads to another old address.
    RedirectAgain {
        /// Where it leads.
        target: String,
        /// Where one comes in the end.
        end: String,
    },
    /// Old addresses lead to each other.
    RedirectCircle {
        /// The addresses in the order in which one meets them, the first one again at the end.
        way: Vec<String>,
    },
    /// A site map or feed names what isn't there.
    EntryNowhere {
        /// The address.
        address: String,
    },
    /// A site map or feed names an address that isn't one of the site.
    EntryElsewhere {
        /// The address.
        address: String,
        /// The site's own.
        site: String,
    },
    /// A site map or feed names an old address.
    EntryRedirected {
        /// The address.
        address: String,
    },
    /// A page lacks what every page has.
    Lacks(Part),
    /// A page's canonical address is another one than its own.
    CanonicalDiffers {
        /// What it says.
        canonical: String,
        /// What it should say.
        expected: String,
    },
    /// Two elements of a page have the same `id`.
    IdTwice {
        /// The `id`.
        id: String,
    },
    /// A file isn't what its name says.
    Malformed {
        /// What it should be.
        form: Form,
    },
    /// A page's document and its `page.json` say different things.
    PageDataDiffers,
    /// Nothing leads to a file.
    Orphan,
    /// A symbolic link, which isn't followed.
    SymbolicLink {
        /// Where it leads, as it is written.
        target: String,
    },
    /// A line of the rules for headers is no path, no header and no comment.
    HeaderLine {
        /// What stands there.
        said: String,
    },
    /// In the rules for headers, one stands before any path.
    HeaderWithoutPath,
    /// A rule for headers is for no file of the site.
    HeaderPath {
        /// The path, as it is written.
        path: String,
    },
    /// A rule lets browsers keep a document or its data for ever, so that nobody would see it change.
    HeaderOfDocument {
        /// The first file that would be kept.
        document: String,
    },
    /// No rule lets browsers keep a file for ever whose name says what it holds.
    HeaderOfAsset {
        /// The file with the rules.
        rules: String,
    },
    /// No rule lets programs of other sites read the data of a page, or the list of all data.
    HeaderOfData {
        /// The file with the rules.
        rules: String,
    },
    /// Apache refuses a line of an `.htaccess`, and answers with an error (500) whatever it is asked for
    /// there.
    DirectiveRefused {
        /// What stands there; nothing if that can't be seen.
        said: String,
        /// Why it does.
        why: Refusal,
    },
    /// A link to another site leads to a page that isn't there any more.
    ExternalGone {
        /// The address.
        address: String,
        /// What the host answered (RFC 9110 §15).
        status: u16,
    },
    /// A link to another site leads to a host that doesn't answer as it should.
    ExternalSilent {
        /// The address.
        address: String,
        /// What happened.
        silence: Silence,
    },
}

/// What every page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A title (WCAG 2.4.2).
    Title,
    /// A first heading (WCAG 1.3.1).
    Heading,
    /// A language (WCAG 3.1.1).
    Language,
    /// A canonical address (RFC 6596).
    Canonical,
    /// A policy of what it may load (Content Security Policy Level 3).
    Policy,
}

/// A form that a file's name promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// XML (also SVG, site maps, feeds).
    Xml,
    /// JSON (also web manifests).
    Json,
    /// The data of a page, `page.json`.
    PageData,
    /// A calendar (RFC 5545).
    Calendar,
}

/// Why Apache refuses a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// It begins a section that nothing ends.
    Unclosed,
    /// It ends a section that nothing began.
    Unopened,
    /// It begins or ends a section, without the bracket at its end.
    Bracket,
    /// It should say something of a header, and lacks a part or has one too many.
    Header,
    /// Its regular expression isn't whole.
    Expression,
    /// The file begins with an invisible mark (BOM), which Apache takes for a part of its first word.
    ByteOrderMark,
}

/// Why another site couldn't be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Silence {
    /// There is no such host.
    NoHost,
    /// It took too long.
    TooSlow,
    /// There was no connection, or it broke.
    NoConnection,
    /// The host has an error of its own: the status.
    Broken(u16),
    /// It leads on to a host that isn't on the public internet.
    NotPublic,
    /// It leads on and on, and nowhere in the end.
    Circle,
}

/// A finding about a file as a whole, by its name within the site.
pub fn of_file(name: &str, finding: CrawlFinding) -> CrawlFault {
    Fault::new(finding, Place::File(name.into()))
}

impl InFile {
    /// A finding about a file as a whole.
    pub const fn whole(finding: CrawlFinding) -> InFile {
        InFile { finding, at: None }
    }

    /// The same as a fault of a file, by its name within the site.
    pub fn of_file(self, name: &str) -> CrawlFault {
        let Some((line, column)) = self.at else { return of_file(name, self.finding) };
        // A reader of JSON says column 0 where a line ends too early.
        let column = Some(column).filter(|column| *column > 0);
        Fault::new(self.finding, Place::At { file: name.into(), line: line.max(1), column })
    }
}

/// A site that lacks nothing but a way to a file is sound; so is one whose links lead to a host that is
/// silent today, and one whose host is told too little: every page of it is read as it is.
impl Ruled for CrawlFinding {
    fn rule(&self) -> Rule {
        match self {
            CrawlFinding::LinkNowhere { .. } => error("published.link"),
            CrawlFinding::AnchorNowhere { .. } => error("published.anchor"),
            CrawlFinding::PictureMissing { .. } => error("published.picture"),
            CrawlFinding::FileMissing { .. } => error("published.file"),
            CrawlFinding::PastBase { .. } => error("published.base"),
            CrawlFinding::AddressMalformed { .. } => error("published.address"),
            CrawlFinding::RedirectNowhere { .. }
            | CrawlFinding::RedirectAgain { .. }
            | CrawlFinding::RedirectCircle { .. } => error("published.redirect"),
            CrawlFinding::EntryNowhere { .. }
            | CrawlFinding::EntryElsewhere { .. }
            | CrawlFinding::EntryRedirected { .. } => error("published.entry"),
            CrawlFinding::Lacks(Part::Title) => error("published.title"),
            CrawlFinding::Lacks(Part::Heading) => error("published.heading"),
            CrawlFinding::Lacks(Part::Language) => error("published.language"),
            CrawlFinding::Lacks(Part::Canonical) | CrawlFinding::CanonicalDiffers { .. } => {
                error("published.canonical")
            }
            CrawlFinding::Lacks(Part::Policy) => error("published.policy"),
            CrawlFinding::IdTwice { .. } => error("published.id"),
            CrawlFinding::Malformed { .. } => error("published.form"),
            CrawlFinding::PageDataDiffers => error("published.page-data"),
            CrawlFinding::Orphan => warning("published.orphan"),
            CrawlFinding::SymbolicLink { .. } => error("published.symbolic-link"),
            CrawlFinding::HeaderLine { .. } | CrawlFinding::HeaderWithoutPath => {
                error("published.header-line")
            }
            CrawlFinding::HeaderPath { .. } => warning("published.header-path"),
            CrawlFinding::HeaderOfDocument { .. } => error("published.header-document"),
            CrawlFinding::HeaderOfAsset { .. } => warning("published.header-asset"),
            CrawlFinding::HeaderOfData { .. } => warning("published.header-data"),
            CrawlFinding::DirectiveRefused { .. } => error("published.htaccess"),
            CrawlFinding::ExternalGone { .. } => error("published.external"),
            CrawlFinding::ExternalSilent { .. } => warning("published.external"),
        }
    }
}
