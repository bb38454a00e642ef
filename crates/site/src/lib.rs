//! A whole site: the documents of compiled pages, all that stands beside them, and the way into a folder.
//!
//! Read in this order: [`publish`] runs the whole way; [`render`] makes documents of pages; [`announce`] tells others of the site;
//! [`indexed`] and [`index`] are what search finds; [`hosting`] says what a host has to know; [`write`] puts the new site in the
//! place of the old one. [`gallery`] shows every component in every state; [`timings`] measures a publication.
//!
//! This crate knows nothing of the command line, and reads no finished site but the one that it replaces.

pub mod announce;
pub mod gallery;
pub mod hosting;
pub mod index;
pub mod indexed;
pub mod publish;
pub mod render;
pub mod timings;
pub mod write;
