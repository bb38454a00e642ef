//! A published site: the documents of its pages, the files beside them, and the folder that holds both.
//!
//! Read in this order: [`publish`] runs all stages; [`render`] makes documents of pages; [`announce`] writes
//! site map, feeds, calendars and manifests; [`indexed`] and [`index`] make the search index; [`hosting`]
//! writes the configuration files of hosts; [`mod@write`] replaces the old site by the new one. [`gallery`]
//! shows every component in every state; [`timings`] measures the stages.
//!
//! This crate doesn't know the command line. The only finished site that it reads is the one that it
//! replaces.

pub mod announce;
pub mod gallery;
pub mod hosting;
pub mod index;
pub mod indexed;
pub mod publish;
pub mod render;
pub mod timings;
pub mod write;
