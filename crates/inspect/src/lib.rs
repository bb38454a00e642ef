//! Checks of a finished site, without the content that the site was made of.
//!
//! Read in this order: [`published`] reads the folder of a site; [`crawl`] follows every reference between
//! its files and reports those that lead nowhere; [`difference`] compares two published sites.

pub mod crawl;
pub mod difference;
pub mod published;
