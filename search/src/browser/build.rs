//! Builds the results in the document, element by element.

use web_sys::{Document, Element};

/// Elements under construction: the element opened last gets the next child.
pub(super) struct Build<'d> {
    document: &'d Document,
    open: Vec<Element>,
}

impl<'d> Build<'d> {
    /// Builds into `place`, replacing its contents.
    pub(super) fn into(document: &'d Document, place: Element) -> Build<'d> {
        place.set_text_content(None);
        Build { document, open: vec![place] }
    }

    /// Opens an element within the one that is open.
    #[inline(never)]
    pub(super) fn open(&mut self, name: &str, class: &str) -> &mut Build<'d> {
        // The names are ours and valid.
        if let (Ok(element), Some(parent)) = (self.document.create_element(name), self.open.last()) {
            if !class.is_empty() {
                element.set_class_name(class);
            }
            // Refused only where a child would hold its parent.
            let _ = parent.append_child(&element);
            self.open.push(element);
        }
        self
    }

    /// Gives the open element an attribute.
    #[inline(never)]
    pub(super) fn set(&mut self, name: &str, value: &str) -> &mut Build<'d> {
        if let Some(element) = self.open.last() {
            // The names are ours and valid.
            let _ = element.set_attribute(name, value);
        }
        self
    }

    /// Puts text into the open element: a text node, never markup.
    #[inline(never)]
    pub(super) fn text(&mut self, text: &str) -> &mut Build<'d> {
        if let Some(element) = self.open.last() {
            let _ = element.append_child(&self.document.create_text_node(text));
        }
        self
    }

    /// Closes the open element.
    #[inline(never)]
    pub(super) fn close(&mut self) -> &mut Build<'d> {
        self.open.pop();
        self
    }
}
