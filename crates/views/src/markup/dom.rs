//! Markup in the browser: built from nothing, adopted from a snapshot, patched when it changes.
//!
//! [`Shown`] is an element of the document together with the markup it shows; patching compares markup with
//! markup and touches the document only where they differ. The document isn't ours alone: a translator puts
//! `font` elements in the place of texts, an extension wraps, copies or removes what it likes. Where
//! something is patched that isn't at its place any more, it is put back, and what took its place goes;
//! elsewhere a translation stays.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Node};

use super::{Element, Markup};
use page::document::VIEW_ROOT_ID;

/// An element of the document and the markup that it shows.
pub struct Shown {
    pub(super) node: web_sys::Element,
    markup: Element,
    /// One for each of the markup's children; the elements in it know their own markup.
    children: Vec<ShownChild>,
}

enum ShownChild {
    Text(web_sys::Text, super::Characters),
    Element(Shown),
}

/// Builds an element that isn't in the document yet.
pub(super) fn build(markup: Element) -> Shown {
    let document = document();
    build_in(&document, markup)
}

/// Makes an element of a snapshot ours. What isn't as the markup says (an extension of the browser may have
/// changed it) is built anew; nothing is assumed, so nothing can break.
pub(super) fn adopt(node: web_sys::Element, markup: Element) -> Shown {
    let document = document();
    adopt_in(&document, node, markup)
}

/// Makes a shown element show other markup.
pub(super) fn patch(shown: &mut Shown, markup: Element) {
    let document = document();
    if patch_in(&document, shown, markup) && !shown.node.is_connected() {
        // A copy stands in its place, or nothing does.
        let root = sound(document.get_element_by_id(VIEW_ROOT_ID).ok_or(JsValue::UNDEFINED));
        root.set_text_content(None);
        append(&root, &shown.node);
    }
}

/// There is no wasm without a document around it.
fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a document")
}

fn build_in(document: &Document, mut markup: Element) -> Shown {
    let node = sound(document.create_element(markup.0.name));
    for (name, value) in &markup.0.attributes {
        set(&node, name, value);
    }
    let children = std::mem::take(&mut markup.0.children)
        .into_iter()
        .map(|child| {
            let child = build_child(document, child);
            append(&node, child.node());
            child
        })
        .collect();
    Shown { node, markup, children }
}

fn build_child(document: &Document, child: Markup) -> ShownChild {
    match child {
        Markup::Text(words) => ShownChild::Text(document.create_text_node(&words), words),
        Markup::Element(element) => ShownChild::Element(build_in(document, element)),
    }
}

fn adopt_in(document: &Document, node: web_sys::Element, mut markup: Element) -> Shown {
    let wanted = std::mem::take(&mut markup.0.children);
    let as_expected = node.child_nodes().length() as usize == wanted.len()
        && wanted.iter().zip(nodes_in(&node)).all(|(wanted, found)| matches(wanted, &found));
    if !as_expected {
        node.set_text_content(None);
    }
    let mut found = if as_expected { nodes_in(&node) } else { Vec::new() }.into_iter();
    let children = wanted
        .into_iter()
        .map(|child| match (child, found.next()) {
            (Markup::Text(words), Some(text)) => ShownChild::Text(text.unchecked_into(), words),
            (Markup::Element(element), Some(node)) => {
                ShownChild::Element(adopt_in(document, node.unchecked_into(), element))
            }
            (child, None) => {
                let child = build_child(document, child);
                append(&node, child.node());
                child
            }
        })
        .collect();
    Shown { node, markup, children }
}

fn nodes_in(node: &web_sys::Element) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut next = node.first_child();
    while let Some(child) = next {
        next = child.next_sibling();
        nodes.push(child);
    }
    nodes
}

fn matches(wanted: &Markup, found: &Node) -> bool {
    match wanted {
        Markup::Text(words) => {
            found.node_type() == Node::TEXT_NODE && found.node_value().is_some_and(|value| value == **words)
        }
        Markup::Element(element) => found.node_name().eq_ignore_ascii_case(element.0.name),
    }
}

/// Gives whether anything was to change, in the element or within it.
fn patch_in(document: &Document, shown: &mut Shown, mut markup: Element) -> bool {
    let mut has_changed = false;
    for (name, value) in &markup.0.attributes {
        if !shown.markup.0.attributes.iter().any(|(known, old)| known == name && old == value) {
            set(&shown.node, name, value);
            has_changed = true;
        }
    }
    for (name, _) in &shown.markup.0.attributes {
        if !markup.0.attributes.iter().any(|(wanted, _)| wanted == name) {
            // Removing an attribute by a valid name can't fail.
            let _ = shown.node.remove_attribute(name);
            has_changed = true;
        }
    }
    let wanted = std::mem::take(&mut markup.0.children);
    has_changed |= patch_children(document, shown, wanted);
    shown.markup = markup;
    has_changed
}

/// Old and new children are walked side by side; an old one that fits none of the new ones is removed, a new
/// one that fits none of the old ones is built.
fn patch_children(document: &Document, shown: &mut Shown, wanted: Vec<Markup>) -> bool {
    let mut old = std::mem::take(&mut shown.children);
    let mut has_changed = false;
    let mut is_in_order = true;
    for child in wanted {
        let kept = match old.iter().position(|before| before.fits(&child)) {
            Some(place) => {
                is_in_order &= place == 0;
                for gone in old.drain(..place) {
                    gone.remove();
                }
                let mut kept = old.remove(0);
                if kept.patch(document, child) {
                    has_changed = true;
                    let parent = kept.node().parent_node();
                    is_in_order &= parent.is_some_and(|parent| parent == *shown.node);
                    // Beside a text that has changed nothing may stand that was made of the old one.
                    is_in_order &= matches!(kept, ShownChild::Element(_));
                }
                kept
            }
            None => {
                is_in_order = false;
                build_child(document, child)
            }
        };
        shown.children.push(kept);
    }
    is_in_order &= old.is_empty();
    old.iter().for_each(ShownChild::remove);
    if !is_in_order {
        put_in_order(shown);
    }
    has_changed || !is_in_order
}

/// Makes the element hold its children in their order and nothing else. What is at its place isn't touched:
/// to be moved would take the focus from it.
fn put_in_order(shown: &Shown) {
    let mut place = shown.node.first_child();
    for (number, child) in shown.children.iter().enumerate() {
        let is_ours = |node: &Node| shown.children[number..].iter().any(|child| child.node() == node);
        while let Some(foreign) = place.take_if(|node| !is_ours(node)) {
            place = foreign.next_sibling();
            remove(&shown.node, &foreign);
        }
        if place.as_ref() == Some(child.node()) {
            place = child.node().next_sibling();
        } else {
            insert(&shown.node, child.node(), place.as_ref());
        }
    }
    while let Some(foreign) = place {
        place = foreign.next_sibling();
        remove(&shown.node, &foreign);
    }
}

impl ShownChild {
    fn node(&self) -> &Node {
        match self {
            ShownChild::Text(text, _) => text,
            ShownChild::Element(shown) => &shown.node,
        }
    }

    /// Whether it can be patched into a piece of markup: the same element, not only one of the same name.
    fn fits(&self, markup: &Markup) -> bool {
        match (self, markup) {
            (ShownChild::Text(..), Markup::Text(_)) => true,
            (ShownChild::Element(shown), Markup::Element(element)) => {
                let class = |element: &Element| {
                    element
                        .0
                        .attributes
                        .iter()
                        .find(|(name, _)| *name == "class")
                        .map(|(_, value)| value.clone())
                };
                shown.markup.0.name == element.0.name
                    && shown.markup.0.key == element.0.key
                    && class(&shown.markup) == class(element)
            }
            _ => false,
        }
    }

    /// Gives whether anything was to change.
    fn patch(&mut self, document: &Document, markup: Markup) -> bool {
        match (self, markup) {
            (ShownChild::Text(node, old), Markup::Text(words)) if *old != words => {
                node.set_data(&words);
                *old = words;
                true
            }
            (ShownChild::Element(shown), Markup::Element(element)) => patch_in(document, shown, element),
            // The same text; anything else `fits` has ruled out.
            _ => false,
        }
    }

    /// Takes it out of the document, wherever it is by now.
    fn remove(&self) {
        if let Some(parent) = self.node().parent_node() {
            remove(&parent, self.node());
        }
    }
}

/// Names are valid, parents take children and siblings stand beside each other: markup is made so. Said
/// without the browser's own words, which would be a kilobyte for every visitor.
fn sound<T>(done: Result<T, JsValue>) -> T {
    let Ok(value) = done else { panic!("the document refuses markup") };
    value
}

fn set(node: &web_sys::Element, name: &str, value: &str) {
    sound(node.set_attribute(name, value));
}

fn append(parent: &web_sys::Element, child: &Node) {
    sound(parent.append_child(child));
}

fn insert(parent: &web_sys::Element, child: &Node, before: Option<&Node>) {
    sound(parent.insert_before(child, before));
}

/// Something foreign may have removed it already.
fn remove(parent: &Node, child: &Node) {
    let _ = parent.remove_child(child);
}
