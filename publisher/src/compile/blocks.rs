//! What stands on a page.

use application::page::{
    Block, Fact, GroupKind, HeadingLevel, Inline, List, ListItem, ListOrder, ListingEntry, PagePath, Table,
};

use super::{Context, anchors, facts, links, listing, markdown::inlines, media};
use crate::{
    check::nowhere,
    fault::{Fault, Faults, Place},
    source::{
        BlockSource, ContactSource, Located,
        block::{CardSource, ListItemSource, ListingSource, NoticeKindSource, TableSource},
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
    pub(super) entries: Vec<ListingEntry>,
}

pub(super) fn blocks(context: Context<'_>, faults: &mut Faults) -> Blocks {
    let mut anchors = anchors::anchors(&context.file.source).into_iter();
    let mut making = Making { context, faults, long_listing: None, above: HeadingLevel::H2, first: true };
    let mut blocks = Vec::new();
    for source in &context.file.source.content {
        if let Some((entries, at_most)) = making.listing(source) {
            let entries = match at_most {
                Some(most) => entries.into_iter().take(most as usize).collect(),
                None if entries.len() > listing::PART && making.long_listing.is_none() => {
                    making.long_listing = Some(LongListing { place: blocks.len(), entries });
                    Vec::new()
                }
                None => entries,
            };
            blocks.push(Block::Listing(entries));
        } else {
            blocks.extend(making.block(source, &mut anchors));
        }
    }
    Blocks { blocks, long_listing: making.long_listing }
}

struct Making<'a> {
    context: Context<'a>,
    faults: &'a mut Faults,
    long_listing: Option<LongListing>,
    /// The level of the last heading.
    above: HeadingLevel,
    /// No heading stands above yet.
    first: bool,
}

impl Making<'_> {
    fn block(&mut self, source: &BlockSource, anchors: &mut impl Iterator<Item = String>) -> Option<Block> {
        let context = self.context;
        Some(match source {
            BlockSource::Heading(text) => self.heading(HeadingLevel::H2, text, anchors),
            BlockSource::Subheading(text) => self.heading(HeadingLevel::H3, text, anchors),
            BlockSource::MinorHeading(text) => self.heading(HeadingLevel::H4, text, anchors),
            BlockSource::Paragraph(text) => Block::Paragraph(self.text(text)),
            BlockSource::List(items) => Block::List(self.list(ListOrder::Unordered, items)),
            BlockSource::NumberedList(items) => Block::List(self.list(ListOrder::Ordered, items)),
            BlockSource::Steps(items) => {
                let items = items.iter().map(|item| ListItem { text: self.text(item), list: None }).collect();
                Block::List(List { order: ListOrder::Steps, items })
            }
            BlockSource::Facts(rows) => {
                let fact = |row: &_| -> Fact { self.fact(row) };
                Block::Facts(rows.iter().map(fact).collect())
            }
            BlockSource::Quote(quote) => Block::Group {
                kind: GroupKind::Quote,
                title: quote.source.as_ref().map(|source| self.text(source)).unwrap_or_default(),
                blocks: self.paragraphs(&quote.text),
            },
            BlockSource::Table(table) => Block::Table(self.table(table)),
            BlockSource::Figure(figure) => Block::Figure(media::figure(context, figure, self.faults)?),
            BlockSource::Code(code) => Block::Code(code.text.clone()),
            BlockSource::Notice(notice) => Block::Group {
                kind: match notice.kind {
                    NoticeKindSource::Info => GroupKind::Info,
                    NoticeKindSource::Warning => GroupKind::Warning,
                },
                title: notice.title.iter().map(|title| Inline::Text(title.clone())).collect(),
                blocks: self.paragraphs(&notice.text),
            },
            BlockSource::Details(details) => {
                let mut blocks = Vec::new();
                for inner in &details.content {
                    if let Some(text) = heading_text(inner) {
                        let place = context.file.place(text.span.clone());
                        let message = "A heading can't stand within something that has to be opened first";
                        let fault = Fault::new("heading.hidden", place, message, "would be hidden");
                        self.faults
                            .add(fault.with_help("put it above, or write it as a **strong** paragraph"));
                    } else if let Some((entries, _)) = self.listing(inner) {
                        blocks.push(Block::Listing(entries));
                    } else {
                        blocks.extend(self.block(inner, anchors));
                    }
                }
                let title = vec![Inline::Text(details.summary.value.clone())];
                Block::Group { kind: GroupKind::Details, title, blocks }
            }
            BlockSource::Cards(cards) => {
                Block::Listing(cards.iter().filter_map(|card| self.card(card)).collect())
            }
            BlockSource::Contact(contact) => self.contact(contact),
            BlockSource::Documents(documents) => {
                let items =
                    documents.iter().filter_map(|one| media::document(context, one, self.faults)).collect();
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

    fn text(&mut self, text: &Located<String>) -> Vec<Inline> {
        inlines(self.context, text, self.faults)
    }

    fn paragraphs(&mut self, texts: &[Located<String>]) -> Vec<Block> {
        texts.iter().map(|text| Block::Paragraph(self.text(text))).collect()
    }

    fn fact(&mut self, row: &crate::source::block::FactSource) -> Fact {
        Fact { term: row.term.value.clone(), value: self.text(&row.value) }
    }

    fn heading(
        &mut self,
        level: HeadingLevel,
        text: &Located<String>,
        anchors: &mut impl Iterator<Item = String>,
    ) -> Block {
        let fits = match (self.first, self.above, level) {
            (_, _, HeadingLevel::H2) => true,
            (true, _, _) | (false, HeadingLevel::H2, HeadingLevel::H4) => false,
            (false, _, _) => true,
        };
        if !fits {
            let place = self.context.file.place(text.span.clone());
            let (message, help) = if level == HeadingLevel::H3 {
                (
                    "A subheading needs a heading above it (WCAG 1.3.1)",
                    "write \"heading\" instead of \"subheading\"",
                )
            } else {
                (
                    "A minor heading needs a subheading above it (WCAG 1.3.1)",
                    "write \"subheading\" instead of \"minorHeading\"",
                )
            };
            let fault = Fault::new("heading.skipped", place, message, "nothing stands above");
            self.faults.add(fault.with_help(help));
        }
        self.first = false;
        self.above = level;
        Block::Heading { level, id: anchors.next().unwrap_or_default(), text: text.value.clone() }
    }

    fn list(&mut self, order: ListOrder, items: &[ListItemSource]) -> List {
        let items = items
            .iter()
            .map(|item| match item {
                ListItemSource::Text(text) => ListItem { text: self.text(text), list: None },
                ListItemSource::Object(nested) => {
                    let order = if nested.numbered { ListOrder::Ordered } else { ListOrder::Unordered };
                    ListItem { text: self.text(&nested.text), list: Some(self.list(order, &nested.items)) }
                }
            })
            .collect();
        List { order, items }
    }

    fn table(&mut self, table: &TableSource) -> Table {
        if table.header.is_empty() || table.header.iter().all(|cell| cell.value.trim().is_empty()) {
            let place = self.context.file.place(table.caption.span.clone());
            let message = "The table has no names over its columns (WCAG 1.3.1)";
            let fault = Fault::new("table.header", place, message, "this table");
            self.faults.add(fault.with_help("name each column in \"header\""));
        }
        for row in &table.rows {
            if row.value.len() != table.header.len() {
                let place = self.context.file.place(row.span.clone());
                let message =
                    format!("The row has {} cells, the header {}", row.value.len(), table.header.len());
                let fault = Fault::new("table.row", place, message, "this row");
                self.faults.add(fault.with_help("write \"\" for an empty cell"));
            }
        }
        Table {
            caption: table.caption.value.clone(),
            header: table.header.iter().map(|cell| self.cell(cell)).collect(),
            rows: table
                .rows
                .iter()
                .map(|row| row.value.iter().map(|cell| self.cell(cell)).collect())
                .collect(),
            header_column: table.header_column,
        }
    }

    fn cell(&mut self, cell: &Located<String>) -> Vec<Inline> {
        if cell.value.is_empty() { Vec::new() } else { self.text(cell) }
    }

    fn card(&mut self, card: &CardSource) -> Option<ListingEntry> {
        let place = self.place(&card.to);
        let (href, page) = links::page_link(self.context, &card.to.value, place, self.faults)?;
        let path = PagePath::parse(href.as_str().split('#').next().unwrap_or_default()).ok()?;
        let known = page.map(|page| listing::entry(page, self.context.file.language));
        // The words of the card itself are in the page's own language.
        let own_words = card.title.is_some() || card.text.is_some();
        let foreign = known.as_ref().filter(|_| !own_words).and_then(|known| known.foreign.clone());
        Some(ListingEntry {
            title: card.title.clone().or_else(|| Some(known.as_ref()?.title.clone())).unwrap_or_default(),
            path,
            summary: card.text.clone().or_else(|| Some(known.as_ref()?.summary.clone())).unwrap_or_default(),
            date: known.and_then(|known| known.date),
            foreign,
        })
    }

    fn contact(&mut self, contact: &ContactSource) -> Block {
        let rows = facts::contact_facts(self.context, contact, self.faults);
        let name = Inline::Text(contact.name.value.clone());
        let title = match &contact.to {
            Some(to) => match links::link(self.context, &to.value, self.place(to), self.faults) {
                Some(to) => Inline::Link { to, text: vec![name] },
                None => name,
            },
            None => name,
        };
        let blocks = if rows.is_empty() { Vec::new() } else { vec![Block::Facts(rows)] };
        Block::Group { kind: GroupKind::Contact, title: vec![title], blocks }
    }

    /// The entries of a block that lists pages, and how many of them it wants; none for any other block.
    fn listing(&mut self, source: &BlockSource) -> Option<(Vec<ListingEntry>, Option<u32>)> {
        let (which, choice) = match source {
            BlockSource::Children(choice) => (listing::Which::Children, choice),
            BlockSource::News(choice) => (listing::Which::News, choice),
            BlockSource::Events(choice) => (listing::Which::Events, choice),
            BlockSource::Calls(choice) => (listing::Which::Calls, choice),
            _ => return None,
        };
        let of = self.listed_under(choice)?;
        Some((listing::listing(self.context.site, &of, which, self.context.file.language), choice.at_most))
    }

    fn listed_under(&mut self, choice: &ListingSource) -> Option<PagePath> {
        let Some(address) = &choice.of else { return Some(self.context.file.path.clone()) };
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
