//! The views: a piece of the page model in, markup out.
//!
//! A view fetches nothing, keeps nothing and reads no clock. The same views are rendered natively by the
//! publisher and hydrated or mounted in the browser. [`portal`] puts them together; start there.

mod article;
mod block;
mod breadcrumb;
mod facts;
mod failure;
mod footer;
mod header;
mod inline;
mod listing;
mod menu;
mod page_time;
pub mod portal;
mod site_map;
mod skip_link;
mod text_size;

pub use failure::{Failure, FailureCause};
pub use portal::{Actions, PortalState, portal};
