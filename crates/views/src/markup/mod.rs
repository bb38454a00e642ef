//! Markup as data: what a view gives.
//!
//! A view is a function from a piece of the page to a [`Markup`]; nothing in it is generic, so the browser
//! gets one piece of code for all views instead of one for each (figures:
//! docs/decisions/2026-11-23-markup-as-data.md). [`html`] writes it as a document's text, `dom` builds,
//! adopts and patches it in the browser, and `leptos_view` makes it a view of Leptos, which mounts it,
//! hydrates it and calls for it anew when a signal changes.

pub mod html;

#[cfg(feature = "browser")]
pub(crate) mod dom;
#[cfg(feature = "browser")]
mod leptos_view;

use std::borrow::Cow;

/// Text that is either part of the program or made for the page.
pub type Characters = Cow<'static, str>;

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Markup {
    /// Text; never markup.
    Text(Characters),
    /// An element with what is in it.
    Element(Element),
}

/// An element of HTML: boxed, since a view passes it on at every attribute and child, and a pointer is passed
/// on in fewer bytes of code.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "an element that is put nowhere isn't shown"]
pub struct Element(Box<Parts>);

/// The name, attributes and children of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Parts {
    name: &'static str,
    /// Elements with different keys are different elements: one is replaced by the other, never patched into
    /// it.
    key: u32,
    attributes: Vec<(&'static str, Characters)>,
    children: Vec<Markup>,
}

/// Begins an element: `el("p").class("tagline").text("…")`.
pub fn el(name: &'static str) -> Element {
    Element(Box::new(Parts { name, key: 0, attributes: Vec::new(), children: Vec::new() }))
}

impl Element {
    /// Adds the `class` attribute.
    pub fn class(self, names: &'static str) -> Element {
        self.attr("class", names)
    }

    /// Adds an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<Characters>) -> Element {
        self.0.attributes.push((name, value.into()));
        self
    }

    /// Adds an attribute if it has a value.
    pub fn attr_if(self, name: &'static str, value: Option<impl Into<Characters>>) -> Element {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Makes it another element than one with another key.
    pub fn key(mut self, key: u32) -> Element {
        self.0.key = key;
        self
    }

    /// Adds text. Two texts in a row become one, and an empty one none, since a parsed document has it so
    /// too.
    pub fn text(mut self, words: impl Into<Characters>) -> Element {
        let words = words.into();
        match self.0.children.last_mut() {
            _ if words.is_empty() => {}
            Some(Markup::Text(before)) => before.to_mut().push_str(&words),
            _ => self.0.children.push(Markup::Text(words)),
        }
        self
    }

    /// Adds an element.
    pub fn child(mut self, child: Element) -> Element {
        self.0.children.push(Markup::Element(child));
        self
    }

    /// Adds elements; an absent one adds nothing.
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Element {
        self.0.children.extend(children.into_iter().map(Markup::Element));
        self
    }

    /// Adds pieces of text and elements in their order.
    pub fn pieces(self, pieces: impl IntoIterator<Item = Markup>) -> Element {
        pieces.into_iter().fold(self, |element, piece| match piece {
            Markup::Text(words) => element.text(words),
            Markup::Element(child) => element.child(child),
        })
    }
}
