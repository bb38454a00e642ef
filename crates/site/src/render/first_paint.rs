//! The style that a document needs for its first paint stands in the document; the whole stylesheet comes
//! after the text.
//!
//! A browser paints nothing before the stylesheets that stand in front of the text have come (HTML §4.2.4),
//! and on a slow line a request takes longer than all of a page's text. The [rules](stylesheet::rules) of a
//! document depend on its markup alone, so documents of the same parts share them, and the policy names them
//! by their hash.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use stylesheet::{
    names::{Name, Names},
    rules::Rules,
};

use super::policy::source;

/// A stylesheet from which documents get their rules.
pub struct FirstPaint {
    rules: Rules,
    /// The names that its selectors ask for.
    asked: Vec<Name>,
    /// The markup around a page's view, the same in each document.
    around: String,
    /// Which of those names it has.
    has_around: Vec<bool>,
    /// The styles made so far, each under the answers to [`asked`](Self::asked): which of those names a
    /// document has.
    made: Mutex<HashMap<Vec<bool>, Arc<Style>>>,
}

/// The style in a document; nothing where the shell has none.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// `<style>…</style>`
    pub element: String,
    /// Its hash, by which the policy allows it.
    pub source: String,
}

impl FirstPaint {
    /// Reads a stylesheet without comments, for documents in which the view stands within this markup.
    pub fn of(stylesheet: &str, around: &str) -> FirstPaint {
        let rules = Rules::read(stylesheet);
        let asked = rules.names();
        let has_around = Names::of_markup(around).among(&asked);
        FirstPaint { asked, rules, around: around.to_owned(), has_around, made: Mutex::default() }
    }

    /// The style of a document with this view.
    pub fn style(&self, view: &str) -> Arc<Style> {
        let mut names = Names::default();
        names.add(view);
        let has = names.among(&self.asked).into_iter().zip(&self.has_around);
        let has = has.map(|(in_view, around)| in_view || *around).collect();
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let style = made.entry(has).or_insert_with(|| {
            names.add_document(&self.around);
            Arc::new(match &*self.rules.needed_by(&names) {
                "" => Style::default(),
                text => Style { source: source(text), element: format!("<style>{text}</style>") },
            })
        });
        Arc::clone(style)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_of_the_same_parts_have_the_same_style_and_its_hash() {
        let first_paint = FirstPaint::of("@layer a;#b p{color:red}table{color:blue}", "<div id=\"b\">");
        let style = first_paint.style("<main><p>a</p></main>");
        assert_eq!(style.element, "<style>@layer a;#b p{color:red}</style>");
        // By `printf '@layer a;#b p{color:red}' | openssl dgst -sha256 -binary | base64`.
        assert_eq!(style.source, "'sha256-MycSP7ShB41U/k9bumSWWr0S3SqHi69b8hX7qRWCE4Y='");
        assert!(Arc::ptr_eq(&style, &first_paint.style("<div><p>b</p></div>")));
        assert_ne!(style, first_paint.style("<table></table>"));
    }
}
