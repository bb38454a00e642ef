//! The views: a piece of the page model in, markup out.
//!
//! A view is a pure function: it fetches nothing, keeps nothing and reads no clock. The same views are
//! written as HTML by the publisher and shown by the application. Read in this order: [`shown`] is what they
//! are given; [`markup`] is what they give, as data, with the feature `browser` also in a document;
//! [`messages`] are the words of the interface; [`portal()`] puts all views together.
//!
//! This crate knows nothing of files, servers, or where a page comes from.
//!
//! # Examples
//!
//! Text can't become markup:
//!
//! ```
//! use views::markup::{el, html::to_html};
//!
//! let tagline = el("p").class("tagline").text("1 < 2");
//! assert_eq!(to_html(&tagline), "<p class=\"tagline\">1 &lt; 2</p>");
//! ```

pub mod article;
mod block;
mod breadcrumb;
mod button;
mod call_state;
mod code;
mod contents;
mod facts;
mod failure;
mod figure;
mod footer;
pub mod gallery;
mod group;
mod header;
mod heading;
pub mod in_other_languages;
mod inline;
mod languages;
mod list;
mod listing;
pub mod markup;
pub mod menu;
pub mod messages;
mod neighbours;
mod page_link;
mod page_time;
mod page_tools;
mod pager;
mod parts;
pub mod portal;
pub mod preferences;
pub mod related;
mod search;
pub mod shown;
mod site_map;
mod site_notice;
mod skip_link;
mod table;
mod text_size;
mod unbroken;

pub use portal::{VIEW_CLASS, portal};
pub use shown::{Action, Failure, FailureCause, Portal};
