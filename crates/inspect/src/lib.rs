//! A finished site, looked at from outside.
//!
//! Read in this order: [`published`] is a site in its folder; [`crawl`] follows all that leads from file to file and names what isn't
//! there; [`difference`] says what becomes of pages and files from one published site to the next.
//!
//! This crate knows nothing of the content that a site was made of.

pub mod crawl;
pub mod difference;
pub mod published;
