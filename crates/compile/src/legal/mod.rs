//! The pages that the law asks for: what their sources say, within the sentences that the law lays down.
//!
//! [`mod@statement`] is the accessibility statement, [`mod@privacy`] the page about what is known of
//! visitors. The sentences are in [`words`], not in the messages of the interface: they are part of the page,
//! and the browser needn't load them. [`anchors`] has the anchors of the headings, [`parts`] what both pages
//! are made of.

pub(super) mod anchors;
mod parts;
mod privacy;
mod statement;
pub(crate) mod words;

pub(super) use privacy::privacy;
pub(super) use statement::statement;
