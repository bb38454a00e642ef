//! The names by which a stylesheet's selectors find the elements of a document.

use foldhash::HashSet;

/// Names as selectors write them: `main`, `.page`, `#sisalto`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names<'a> {
    elements: HashSet<&'a str>,
    classes: HashSet<&'a str>,
    ids: HashSet<&'a str>,
}

/// One name that a selector asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// `main`
    Element(String),
    /// `.page`
    Class(String),
    /// `#sisalto`
    Id(String),
}

impl<'a> Names<'a> {
    /// Reads the names in markup, which has quoted attributes and lower-case names, as the views write them.
    ///
    /// The content of a closed dialog is left out: a browser shows none of it until a visitor opens it (HTML
    /// §6.12).
    pub fn of_markup(markup: &'a str) -> Names<'a> {
        let mut names = Names::default();
        names.add_document(markup);
        names
    }

    /// Adds the names of a document besides those of its view: its own elements, and those in the markup
    /// around the view.
    pub fn add_document(&mut self, markup: &'a str) {
        self.elements.extend(["html", "head", "body"]);
        self.add(markup);
    }

    /// Adds the names in more markup of the same document.
    pub fn add(&mut self, markup: &'a str) {
        let mut rest = markup;
        // The name of the closed dialog's element, and how many of that name are open within it.
        let mut closed: Option<(&str, usize)> = None;
        while let Some(start) = rest.find('<') {
            rest = &rest[start + 1..];
            let Some(end) = end_of_tag(rest) else { break };
            let tag = &rest[..end];
            rest = &rest[end + 1..];
            if let Some(name) = tag.strip_prefix('/') {
                closed = match closed {
                    Some((of, 1)) if of == name => None,
                    Some((of, depth)) if of == name => Some((of, depth - 1)),
                    other => other,
                };
                continue;
            }
            let name = tag.split([' ', '/']).next().unwrap_or_default();
            if let Some((of, depth)) = &mut closed {
                *depth += usize::from(*of == name);
                continue;
            }
            if self.take(name, tag) {
                closed = Some((name, 1));
            }
        }
    }

    /// Takes the names of a tag; says whether it begins a closed dialog.
    fn take(&mut self, name: &'a str, tag: &'a str) -> bool {
        self.elements.insert(name);
        let (mut is_popover, mut is_dialog) = (false, false);
        // Names of attributes and their values, in turns.
        let mut pieces = tag.split('"');
        while let (Some(before), Some(value)) = (pieces.next(), pieces.next()) {
            match before.rsplit(' ').next() {
                Some("class=") => self.classes.extend(value.split(' ')),
                Some("id=") => drop(self.ids.insert(value)),
                Some("popover=") => is_popover = value.is_empty(),
                Some("role=") => is_dialog = value == "dialog",
                _ => {}
            }
        }
        is_popover && is_dialog
    }

    /// Which of some names elements have, in their order.
    pub fn among(&self, names: &[Name]) -> Vec<bool> {
        names.iter().map(|name| self.has(name)).collect()
    }

    /// Whether an element has a name.
    pub fn has(&self, name: &Name) -> bool {
        match name {
            Name::Element(name) => self.elements.contains(name.as_str()),
            Name::Class(name) => self.classes.contains(name.as_str()),
            Name::Id(name) => self.ids.contains(name.as_str()),
        }
    }
}

/// Where a tag ends: at the first `>` outside of its attributes' quotes.
fn end_of_tag(text: &str) -> Option<usize> {
    let (mut begin, mut quoted) = (0, false);
    loop {
        let end = begin + text[begin..].find('>')?;
        quoted ^= text[begin..end].bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
        if !quoted {
            return Some(end);
        }
        begin = end + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_classes_and_ids_are_read() {
        let names = Names::of_markup(
            "<main id=\"sisalto\"><p class=\"tagline lead\" title=\"a > b > c\">a<br>b</p></main><i class=\"page\"",
        );
        for name in ["main", "p", "br", "html"] {
            assert!(names.has(&Name::Element(name.to_owned())), "{name}");
        }
        for name in ["tagline", "lead"] {
            assert!(names.has(&Name::Class(name.to_owned())), "{name}");
        }
        assert!(names.has(&Name::Id("sisalto".to_owned())));
        assert!(!names.has(&Name::Class("page".to_owned())));
    }

    #[test]
    fn a_closed_dialog_is_seen_and_nothing_in_it() {
        let names = Names::of_markup(
            "<div class=\"a\" popover=\"\" role=\"dialog\"><div><p class=\"b\">b</p></div></div><p class=\"c\">c</p>",
        );
        for (name, has) in [("a", true), ("b", false), ("c", true)] {
            assert_eq!(names.has(&Name::Class(name.to_owned())), has, "{name}");
        }
    }
}
