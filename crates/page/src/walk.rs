//! The way through the blocks of a page, for all who look for addresses or texts in them. Every block, span
//! and field is named here, so that the compiler asks of a new one whether it holds an address or a text.

use super::{
    Block, Fact, Figure, Href, Inline, List, ListItem, Listing, ListingEntry, MapEntry, PagePath, Pager,
    Table,
};

/// Somewhere that a block leads to, or a file that it shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Address<'p> {
    /// A link in a text.
    Link(&'p Href),
    /// A page in a listing.
    Listed(&'p PagePath),
    /// Another part of a long listing.
    Part(&'p PagePath),
    /// A page in the site map.
    Mapped(&'p PagePath),
    /// A picture.
    Picture(&'p str),
    /// The same picture in smaller sizes, as `srcset` says it (HTML §4.8.4.2.1).
    Sizes(&'p str),
}

/// An [`Address`] to be changed.
#[derive(Debug)]
pub enum AddressMut<'p> {
    /// A link in a text.
    Link(&'p mut Href),
    /// A page, wherever it is named.
    Page(&'p mut PagePath),
    /// A picture.
    Picture(&'p mut String),
    /// The same picture in smaller sizes.
    Sizes(&'p mut String),
}

/// A text of a block, whole: a paragraph, an item, a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Text<'p> {
    /// A heading.
    Heading(&'p str),
    /// What stands above a group.
    Title(&'p [Inline]),
    /// What a table shows.
    Caption(&'p str),
    /// The term of a fact.
    Term(&'p str),
    /// What a picture shows.
    Alternative(&'p str),
    /// Code.
    Code(&'p str),
    /// Any other text.
    Spans(&'p [Inline]),
}

impl Text<'_> {
    /// Its words, without markup.
    pub fn words(&self) -> String {
        match self {
            Text::Heading(text)
            | Text::Caption(text)
            | Text::Term(text)
            | Text::Alternative(text)
            | Text::Code(text) => (*text).to_owned(),
            Text::Title(spans) | Text::Spans(spans) => Inline::plain_text(spans),
        }
    }
}

/// Visits the addresses of blocks, in reading order.
pub fn links<'p>(blocks: &'p [Block], visit: &mut impl FnMut(Address<'p>)) {
    for block in blocks {
        match block {
            Block::Heading { level: _, id: _, text: _ }
            | Block::Code { text: _, language: _ }
            | Block::CallState(_) => {}
            Block::Paragraph(spans) => links_in(spans, visit),
            Block::List(list) => links_of_list(list, visit),
            Block::Facts(facts) => {
                for Fact { term: _, value, until: _ } in facts {
                    links_in(value, visit);
                }
            }
            Block::Group { kind: _, title, blocks } => {
                links_in(title, visit);
                links(blocks, visit);
            }
            Block::Table(Table { caption: _, header, rows, header_column: _ }) => {
                header.iter().chain(rows.iter().flatten()).for_each(|cell| links_in(cell, visit));
            }
            Block::Figure(Figure { source, smaller, width: _, height: _, alternative: _, caption }) => {
                visit(Address::Picture(source));
                smaller.iter().for_each(|sizes| visit(Address::Sizes(sizes)));
                links_in(caption, visit);
            }
            Block::Listing(Listing { kind: _, entries, at_most: _, empty: _ }) => {
                for ListingEntry { title: _, path, summary: _, date: _, foreign: _, call: _, until: _ } in
                    entries
                {
                    visit(Address::Listed(path));
                }
            }
            Block::Pager(Pager { current: _, last: _, previous, next }) => {
                previous.iter().chain(next).for_each(|path| visit(Address::Part(path)));
            }
            Block::SiteMap(entries) => links_of_map(entries, visit),
        }
    }
}

fn links_of_list<'p>(list: &'p List, visit: &mut impl FnMut(Address<'p>)) {
    for ListItem { text, list } in &list.items {
        links_in(text, visit);
        list.iter().for_each(|list| links_of_list(list, visit));
    }
}

fn links_of_map<'p>(entries: &'p [MapEntry], visit: &mut impl FnMut(Address<'p>)) {
    for MapEntry { title: _, path, children } in entries {
        visit(Address::Mapped(path));
        links_of_map(children, visit);
    }
}

/// Visits the links in a text.
pub fn links_in<'p>(spans: &'p [Inline], visit: &mut impl FnMut(Address<'p>)) {
    for span in spans {
        match span {
            Inline::Link { to, text } => {
                visit(Address::Link(to));
                links_in(text, visit);
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Foreign(_, inner) => {
                links_in(inner, visit);
            }
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Abbreviation(..)
            | Inline::Date(_)
            | Inline::Break => {}
        }
    }
}

/// Visits the addresses of blocks to change them, in reading order.
pub fn links_mut(blocks: &mut [Block], visit: &mut impl FnMut(AddressMut<'_>)) {
    for block in blocks {
        match block {
            Block::Heading { level: _, id: _, text: _ }
            | Block::Code { text: _, language: _ }
            | Block::CallState(_) => {}
            Block::Paragraph(spans) => links_in_mut(spans, visit),
            Block::List(list) => links_of_list_mut(list, visit),
            Block::Facts(facts) => links_of_facts_mut(facts, visit),
            Block::Group { kind: _, title, blocks } => {
                links_in_mut(title, visit);
                links_mut(blocks, visit);
            }
            Block::Table(Table { caption: _, header, rows, header_column: _ }) => {
                header.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| links_in_mut(cell, visit));
            }
            Block::Figure(Figure { source, smaller, width: _, height: _, alternative: _, caption }) => {
                visit(AddressMut::Picture(source));
                smaller.iter_mut().for_each(|sizes| visit(AddressMut::Sizes(sizes)));
                links_in_mut(caption, visit);
            }
            Block::Listing(Listing { kind: _, entries, at_most: _, empty: _ }) => {
                for ListingEntry { title: _, path, summary: _, date: _, foreign: _, call: _, until: _ } in
                    entries
                {
                    visit(AddressMut::Page(path));
                }
            }
            Block::Pager(Pager { current: _, last: _, previous, next }) => {
                previous.iter_mut().chain(next).for_each(|path| visit(AddressMut::Page(path)));
            }
            Block::SiteMap(entries) => links_of_map_mut(entries, visit),
        }
    }
}

fn links_of_list_mut(list: &mut List, visit: &mut impl FnMut(AddressMut<'_>)) {
    for ListItem { text, list } in &mut list.items {
        links_in_mut(text, visit);
        list.iter_mut().for_each(|list| links_of_list_mut(list, visit));
    }
}

/// Visits the links in facts to change them.
pub fn links_of_facts_mut(facts: &mut [Fact], visit: &mut impl FnMut(AddressMut<'_>)) {
    for Fact { term: _, value, until: _ } in facts {
        links_in_mut(value, visit);
    }
}

fn links_of_map_mut(entries: &mut [MapEntry], visit: &mut impl FnMut(AddressMut<'_>)) {
    for MapEntry { title: _, path, children } in entries {
        visit(AddressMut::Page(path));
        links_of_map_mut(children, visit);
    }
}

/// Visits the links in a text to change them.
pub fn links_in_mut(spans: &mut [Inline], visit: &mut impl FnMut(AddressMut<'_>)) {
    for span in spans {
        match span {
            Inline::Link { to, text } => {
                visit(AddressMut::Link(to));
                links_in_mut(text, visit);
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Foreign(_, inner) => {
                links_in_mut(inner, visit);
            }
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Abbreviation(..)
            | Inline::Date(_)
            | Inline::Break => {}
        }
    }
}

/// Visits the texts of blocks, in reading order. Listings, the site map and the parts of a listing have other
/// pages' words.
pub fn texts<'p>(blocks: &'p [Block], visit: &mut impl FnMut(Text<'p>)) {
    for block in blocks {
        match block {
            Block::Heading { level: _, id: _, text } => visit(Text::Heading(text)),
            Block::Paragraph(spans) => visit(Text::Spans(spans)),
            Block::List(list) => texts_of_list(list, visit),
            Block::Facts(facts) => {
                for Fact { term, value, until: _ } in facts {
                    visit(Text::Term(term));
                    visit(Text::Spans(value));
                }
            }
            Block::Group { kind: _, title, blocks } => {
                visit(Text::Title(title));
                texts(blocks, visit);
            }
            Block::Table(Table { caption, header, rows, header_column: _ }) => {
                visit(Text::Caption(caption));
                header.iter().chain(rows.iter().flatten()).for_each(|cell| visit(Text::Spans(cell)));
            }
            Block::Figure(Figure { source: _, smaller: _, width: _, height: _, alternative, caption }) => {
                visit(Text::Alternative(alternative));
                visit(Text::Spans(caption));
            }
            Block::Code { text, language: _ } => visit(Text::Code(text)),
            Block::CallState(_) | Block::Listing(_) | Block::Pager(_) | Block::SiteMap(_) => {}
        }
    }
}

fn texts_of_list<'p>(list: &'p List, visit: &mut impl FnMut(Text<'p>)) {
    for ListItem { text, list } in &list.items {
        visit(Text::Spans(text));
        list.iter().for_each(|list| texts_of_list(list, visit));
    }
}
