//! What stands on a page.

use page::{
    Block, Fact, GroupKind, HeadingLevel, Inline, List, ListItem, ListOrder, Listing, ListingEntry,
    ListingKind, PagePath, Table,
};

use super::{
    alphabetical::alphabetical,
    anchors, contact,
    context::{Context, filled},
    documents, links, listing,
    markdown::{self, inlines},
    media,
};
use crate::check::nowhere::nowhere;
use content::{
    fault::{
        Fault, Faults, Place,
        finding::{FileFinding, PageFinding, Skipped},
    },
    source::{
        BlockSource, CodeText, Located, Markdown,
        block::{CardSource, DatedListingSource, ListItemSource, NoticeKindSource, TableSource},
        text::is_blank,
    },
};

/// The blocks of a page, and the listing that is too long for it, if there is one.
pub(super) struct Blocks {
    pub(super) blocks: Vec<Block>,
    pub(super) long_listing: Option<LongListing>,
}

/// A listing of more than [`listing::PART`] pages.
pub(super) struct LongListing {
    /// Where it stands among the blocks.
    pub(super) place: usize,
    pub(super) kind: ListingKind,
    pub(super) entries: Vec<ListingEntry>,
}

/// What a block lists.
struct Listed {
    listing: Listing,
    /// More than [`listing::PART`].
    goes_on: bool,
    /// Where the editor says so.
    place: Place,
}

pub(super) fn blocks(context: Context<'_>, faults: &mut Faults) -> Blocks {
    let mut anchors = anchors::anchors(&context.file.source).into_iter();
    let mut making =
        Making { context, faults, long_listing: None, above: HeadingLevel::H2, first: true, depth: 0 };
    let mut blocks = Vec::new();
    for source in &context.file.source.content {
        match making.listing(source) {
            Some(listed) if listed.goes_on && making.long_listing.is_none() => {
                making.long_listing = Some(LongListing {
                    place: blocks.len(),
                    kind: listed.listing.kind,
                    entries: listed.listing.entries,
                });
                // Its parts take this place.
                blocks.push(Block::Paragraph(Vec::new()));
            }
            Some(listed) => blocks.push(making.cut(listed)),
            None if matches!(source, BlockSource::SiteMap(map) if map.alphabetical) => {
                blocks.extend(alphabetical(context));
            }
            None => blocks.extend(making.block(source, &mut anchors)),
        }
    }
    Blocks { blocks, long_listing: making.long_listing }
}

/// How deep lists and what has to be opened may stand within each other. Nobody finds the way back from
/// there; and what reads a page in the browser goes 128 levels deep into its JSON, of which each list takes
/// three.
const DEEPEST: usize = 10;

struct Making<'a> {
    context: Context<'a>,
    faults: &'a mut Faults,
    long_listing: Option<LongListing>,
    /// The level of the last heading.
    above: HeadingLevel,
    /// No heading stands above yet.
    first: bool,
    /// In how many lists and things to open it is.
    depth: usize,
}

impl Making<'_> {
    fn block(&mut self, source: &BlockSource, anchors: &mut impl Iterator<Item = String>) -> Option<Block> {
        let context = self.context;
        Some(match source {
            BlockSource::Heading(text) => self.heading(HeadingLevel::H2, text, anchors),
            BlockSource::Subheading(text) => self.heading(HeadingLevel::H3, text, anchors),
            BlockSource::MinorHeading(text) => self.heading(HeadingLevel::H4, text, anchors),
            BlockSource::Paragraph(text) => Block::Paragraph(self.text(text)),
            BlockSource::List(items) => Block::List(self.list(ListOrder::Unordered, items)?),
            BlockSource::NumberedList(items) => Block::List(self.list(ListOrder::Ordered, items)?),
            BlockSource::Steps(items) => {
                let items = filled(context, items, self.faults).iter();
                let items = items.map(|item| ListItem { text: self.text(item), list: None }).collect();
                Block::List(List { order: ListOrder::Steps, items })
            }
            BlockSource::Facts(rows) => {
                Block::Facts(filled(context, rows, self.faults).iter().map(|row| self.fact(row)).collect())
            }
            BlockSource::Quote(quote) => Block::Group {
                kind: GroupKind::Quote,
                title: quote.source.as_ref().map(|source| self.text(source)).unwrap_or_default(),
                blocks: self.paragraphs(&quote.text),
            },
            BlockSource::Table(table) => Block::Table(self.table(table)),
            BlockSource::Figure(figure) => Block::Figure(media::figure(context, figure, self.faults)?),
            BlockSource::Code(code) => {
                // A class can't hold a space; what stands behind one isn't the language's name.
                let language = code.language.as_deref().and_then(|name| name.split_whitespace().next());
                Block::Code { text: self.code(&code.text), language: language.map(str::to_owned) }
            }
            BlockSource::Notice(notice) => Block::Group {
                kind: match notice.kind {
                    NoticeKindSource::Info => GroupKind::Info,
                    NoticeKindSource::Warning => GroupKind::Warning,
                },
                title: notice.title.iter().map(|title| Inline::Text(self.words(title))).collect(),
                blocks: self.paragraphs(&notice.text),
            },
            BlockSource::Details(details) => {
                self.go_down(&details.content)?;
                let mut blocks = Vec::new();
                for inner in filled(context, &details.content, self.faults) {
                    if let Some(text) = heading_text(inner) {
                        let place = context.file.place(text.span.clone());
                        self.faults.add(Fault::new(PageFinding::HeadingHidden, place));
                    } else if let Some(listed) = self.listing(inner) {
                        blocks.push(self.cut(listed));
                    } else {
                        blocks.extend(self.block(inner, anchors));
                    }
                }
                self.depth -= 1;
                let title = vec![Inline::Text(self.words(&details.summary))];
                Block::Group { kind: GroupKind::Details, title, blocks }
            }
            BlockSource::Cards(cards) => {
                let cards = filled(context, cards, self.faults).iter();
                let entries = cards.filter_map(|card| self.card(card)).collect();
                Block::Listing(Listing::of(ListingKind::Pages, entries))
            }
            BlockSource::Contact(contact) => contact::contact(context, contact, self.faults),
            BlockSource::Documents(documents) => {
                let documents = filled(context, documents, self.faults).iter();
                let items =
                    documents.filter_map(|one| documents::document(context, one, self.faults)).collect();
                Block::List(List { order: ListOrder::Documents, items })
            }
            BlockSource::SiteMap(_) => Block::SiteMap(listing::site_map(context)),
            // Every listing has been taken before.
            BlockSource::Children(_)
            | BlockSource::News(_)
            | BlockSource::Events(_)
            | BlockSource::Calls(_) => {
                return None;
            }
        })
    }

    fn text(&mut self, text: &Located<Markdown>) -> Vec<Inline> {
        inlines(self.context, text, self.faults)
    }

    fn words(&mut self, text: &Located<String>) -> String {
        markdown::words(self.context, text, self.faults)
    }

    /// Every sign of it is meant.
    fn code(&mut self, text: &Located<CodeText>) -> String {
        if is_blank(&text.value) {
            let place = self.place(text);
            self.faults.add(Fault::new(PageFinding::TextEmpty, place));
        }
        text.value.to_string()
    }

    fn paragraphs(&mut self, texts: &Located<Vec<Located<Markdown>>>) -> Vec<Block> {
        let texts = filled(self.context, texts, self.faults).iter();
        texts.map(|text| Block::Paragraph(self.text(text))).collect()
    }

    fn fact(&mut self, row: &content::source::block::FactSource) -> Fact {
        Fact::new(&self.words(&row.term), self.text(&row.value))
    }

    fn heading(
        &mut self,
        level: HeadingLevel,
        text: &Located<String>,
        anchors: &mut impl Iterator<Item = String>,
    ) -> Block {
        if is_blank(&text.value) {
            let place = self.place(text);
            self.faults.add(Fault::new(PageFinding::TextEmpty, place));
        }
        markdown::check_plain(self.context.file, text, self.faults);
        let fits = match (self.first, self.above, level) {
            (_, _, HeadingLevel::H2) => true,
            (true, _, _) | (false, HeadingLevel::H2, HeadingLevel::H4) => false,
            (false, _, _) => true,
        };
        if !fits {
            let place = self.context.file.place(text.span.clone());
            let skipped = if level == HeadingLevel::H3 { Skipped::Heading } else { Skipped::Subheading };
            self.faults.add(Fault::new(PageFinding::HeadingSkipped(skipped), place));
        }
        self.first = false;
        self.above = level;
        Block::Heading { level, id: anchors.next().unwrap_or_default(), text: text.value.clone() }
    }

    /// A list with those under it; none for one that stands too deep.
    fn list(&mut self, order: ListOrder, items: &Located<Vec<ListItemSource>>) -> Option<List> {
        self.go_down(items)?;
        let items = filled(self.context, items, self.faults)
            .iter()
            .map(|item| match item {
                ListItemSource::Text(text) => ListItem { text: self.text(text), list: None },
                ListItemSource::Object(nested) => {
                    let order = if nested.numbered { ListOrder::Ordered } else { ListOrder::Unordered };
                    ListItem { text: self.text(&nested.text), list: self.list(order, &nested.items) }
                }
            })
            .collect();
        self.depth -= 1;
        Some(List { order, items })
    }

    /// Goes a level down, into a list or into what has to be opened; what stands too deep becomes a fault.
    fn go_down<T>(&mut self, into: &Located<T>) -> Option<()> {
        if self.depth == DEEPEST {
            let place = self.place(into);
            self.faults.add(Fault::new(FileFinding::Nesting, place));
            return None;
        }
        self.depth += 1;
        Some(())
    }

    fn table(&mut self, table: &TableSource) -> Table {
        let is_empty = |cell: &&Located<Markdown>| is_blank(&cell.value);
        if is_blank(&table.caption.value) {
            let place = self.place(&table.caption);
            self.faults.add(Fault::new(PageFinding::TableCaption, place));
        }
        markdown::check_plain(self.context.file, &table.caption, self.faults);
        if table.header.iter().all(|cell| is_empty(&cell)) {
            let place = self.place(&table.caption);
            self.faults.add(Fault::new(PageFinding::TableHeader, place));
        } else {
            // Over the names of the rows there may be nothing to say.
            for cell in table.header.iter().skip(1).filter(is_empty) {
                let place = self.place(cell);
                self.faults.add(Fault::new(PageFinding::TableHeaderCell, place));
            }
        }
        for row in &table.rows {
            if row.value.len() != table.header.len() {
                let place = self.context.file.place(row.span.clone());
                let (cells, header) = (row.value.len(), table.header.len());
                self.faults.add(Fault::new(PageFinding::TableRow { cells, header }, place));
            }
        }
        Table {
            caption: table.caption.value.clone(),
            header: table
                .header
                .iter()
                .map(|cell| if is_empty(&cell) { Vec::new() } else { self.cell(cell) })
                .collect(),
            rows: table
                .rows
                .iter()
                .map(|row| row.value.iter().map(|cell| self.cell(cell)).collect())
                .collect(),
            header_column: table.header_column,
        }
    }

    fn cell(&mut self, cell: &Located<Markdown>) -> Vec<Inline> {
        if cell.value.is_empty() { Vec::new() } else { markdown::line(self.context, cell, self.faults) }
    }

    fn card(&mut self, card: &CardSource) -> Option<ListingEntry> {
        let place = self.place(&card.to);
        let (path, page) = links::whole_page(self.context, &card.to.value, place, self.faults)?;
        let known = page.map(|page| listing::entry(page, self.context.file.language));
        // The words of the card itself are in the page's own language.
        if let Some(title) = &card.title {
            markdown::check_plain(self.context.file, title, self.faults);
            let place = self.place(title);
            markdown::check_link_words(&title.value, path.as_str(), place, self.faults);
        }
        let own_words = card.title.is_some() || card.text.is_some();
        let foreign = known.as_ref().filter(|_| !own_words).and_then(|known| known.foreign.clone());
        Some(ListingEntry {
            title: match &card.title {
                Some(title) => title.value.clone(),
                None => known.as_ref().map(|known| known.title.clone()).unwrap_or_default(),
            },
            path,
            summary: match &card.text {
                Some(text) => self.words(text),
                None => known.as_ref().map(|known| known.summary.clone()).unwrap_or_default(),
            },
            date: known.as_ref().and_then(|known| known.date.clone()),
            foreign,
            call: known.and_then(|known| known.call),
            until: None,
        })
    }

    /// What a block lists that lists pages; none for any other block.
    fn listing(&mut self, source: &BlockSource) -> Option<Listed> {
        let (kind, place, of, at_most, upcoming) = match source {
            BlockSource::Children(choice) => {
                (ListingKind::Pages, self.place(choice), &choice.value.of, choice.value.at_most, false)
            }
            BlockSource::News(choice) => {
                (ListingKind::News, self.place(choice), &choice.value.of, choice.value.at_most, false)
            }
            BlockSource::Events(choice) => {
                let DatedListingSource { of, at_most, upcoming } = &choice.value;
                (ListingKind::Events, self.place(choice), of, *at_most, *upcoming)
            }
            BlockSource::Calls(choice) => {
                let DatedListingSource { of, at_most, upcoming } = &choice.value;
                (ListingKind::Calls, self.place(choice), of, *at_most, *upcoming)
            }
            _ => return None,
        };
        let of = self.listed_under(of)?;
        let language = self.context.file.language;
        let mut pages = listing::pages(self.context.site, &of, kind, language);
        if upcoming {
            let listing = listing::upcoming(kind, &pages, at_most, language);
            return Some(Listed { listing, goes_on: false, place });
        }
        pages.truncate(at_most.map_or(usize::MAX, |most| most as usize));
        let goes_on = pages.len() > listing::PART;
        let entries = pages.into_iter().map(|page| listing::entry(page, language)).collect();
        Some(Listed { listing: listing::listing(kind, entries, language), goes_on, place })
    }

    /// A listing that has to fit on the page: one that doesn't is cut, and that is a fault.
    fn cut(&mut self, listed: Listed) -> Block {
        let Listed { mut listing, goes_on, place } = listed;
        if goes_on {
            let finding = PageFinding::ListLong { pages: listing.entries.len(), shown: listing::PART };
            self.faults.add(Fault::new(finding, place));
            listing.entries.truncate(listing::PART);
        }
        Block::Listing(listing)
    }

    fn listed_under(&mut self, of: &Option<Located<String>>) -> Option<PagePath> {
        let Some(address) = of else { return Some(self.context.file.path.clone()) };
        match PagePath::parse(&address.value) {
            Ok(path) if self.context.site.has(&path) => Some(path),
            _ => {
                let place = self.place(address);
                self.faults.add(nowhere(place, &address.value, self.context.site));
                None
            }
        }
    }

    fn place<T>(&self, located: &Located<T>) -> Place {
        self.context.file.place(located.span.clone())
    }
}

fn heading_text(block: &BlockSource) -> Option<&Located<String>> {
    match block {
        BlockSource::Heading(text) | BlockSource::Subheading(text) | BlockSource::MinorHeading(text) => {
            Some(text)
        }
        _ => None,
    }
}
