//! The views: a piece of the page model in, markup out.
//!
//! A view is a pure function: it fetches nothing, keeps nothing and reads no clock. The same views are written
//! as HTML by the publisher and shown by the application. [`portal`] puts them together; start there.

pub mod article;
mod block;
mod breadcrumb;
mod call_state;
mod facts;
mod failure;
mod footer;
mod front;
pub mod gallery;
mod header;
mod inline;
mod languages;
mod listing;
pub mod menu;
mod page_time;
mod page_tools;
mod pager;
pub mod portal;
pub mod preferences;
mod search;
mod site_map;
mod site_notice;
mod skip_link;
mod text_size;
mod unbroken;

pub use failure::{Failure, FailureCause};
pub use portal::{Action, Portal, VIEW_CLASS, portal};
