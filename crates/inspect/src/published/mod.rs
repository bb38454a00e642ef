//! A finished site as it stands in its folder: what [`crate::crawl`] walks and [`crate::difference`]
//! compares.
//!
//! [`folder`] knows its files, [`address`] which file stands at an address.

pub mod address;
pub mod folder;
