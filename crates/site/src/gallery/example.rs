//! A component in a state, as the gallery shows it.

use page::Block;
use views::{gallery, markup::Element, shown::Portal};

/// Where the gallery stands, unless a page stands there.
pub const ADDRESS: &str = "/tyylit/";

/// A part of the gallery.
pub(super) struct Section {
    /// Its anchor.
    pub(super) id: &'static str,
    /// Its heading.
    pub(super) title: &'static str,
    pub(super) examples: Vec<Example>,
}

/// A component in a state.
#[derive(Clone)]
pub(super) struct Example {
    /// Which component in which state.
    pub(super) name: String,
    pub(super) room: Room,
    pub(super) shown: Vec<Element>,
    /// Whether it is shown once more in each [state](super::states::State).
    pub(super) is_operated: bool,
    /// The name of the state that its parts are in, if it isn't the usual one.
    pub(super) state: Option<&'static str>,
}

/// In what an example stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    /// In the text of a page.
    Text,
    /// From edge to edge, as what stands around every page.
    Edges,
    /// The same, with what a button opens (popovers) open.
    Opened,
}

impl Example {
    pub(super) fn new(
        name: impl Into<String>,
        room: Room,
        shown: impl IntoIterator<Item = Element>,
    ) -> Example {
        let shown = shown.into_iter().collect();
        Example { name: name.into(), room, shown, is_operated: false, state: None }
    }

    /// The same, of which each part that a visitor operates is to be seen in each state.
    pub(super) fn operated(self) -> Example {
        Example { is_operated: true, ..self }
    }
}

/// What is shown for each variant of an enum, in this order. A variant that isn't named doesn't compile.
macro_rules! every {
    ($of:ident { $($variant:ident => $shown:expr),* $(,)? }) => {{
        #[allow(clippy::unneeded_struct_pattern)]
        let _ = |named: &$of| match named { $($of::$variant { .. } => {})* };
        vec![$($shown),*]
    }};
}
pub(super) use every;

/// One or more blocks, as they stand one after the other in a text.
pub fn example(name: &str, blocks: &[Block], portal: &Portal) -> Example {
    Example::new(name, Room::Text, blocks.iter().map(|block| gallery::block(block, portal)))
}
