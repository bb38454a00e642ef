//! Titles that a search result would cut off, or that two pages of a section share.

use std::collections::HashMap;

use application::page::{Language, PagePath};

use super::Site;
use crate::{
    fault::{Fault, Faults},
    source::KindSource,
};

/// What a search result shows of a title, in characters: about 600 pixels of its type.
const LONGEST: usize = 60;

pub(super) fn check(site: &Site<'_>, faults: &mut Faults) {
    let mut seen: HashMap<(Option<PagePath>, Language, String), &PagePath> = HashMap::new();
    for file in site.pages.values() {
        let title = &file.source.title;
        let place = || file.place(title.span.clone());
        if title.value.trim().is_empty() {
            let fault = Fault::new("title.empty", place(), "The page has no title (WCAG 2.4.2)", "empty");
            faults.add(fault.with_help("say in a few words what the page is about"));
            continue;
        }
        let length = title.value.chars().count();
        // News carry their titles from elsewhere; a search result may cut them.
        if length > LONGEST && !matches!(file.source.kind, KindSource::News(_)) {
            let message = format!("The title has {length} characters; a search result shows about {LONGEST}");
            let fault = Fault::new("title.long", place(), message, "long").as_warning();
            faults.add(
                fault.with_help("begin with the words that tell it from other pages, and shorten the rest"),
            );
        }
        let key = (file.path.parent(), file.language, title.value.trim().to_lowercase());
        match seen.get(&key) {
            Some(first) => {
                let message = format!("Another page of this section has the same title: {first}");
                let fault = Fault::new("title.twice", place(), message, "for the second time").as_warning();
                faults.add(fault.with_help("say in the title what is different here"));
            }
            None => {
                seen.insert(key, &file.path);
            }
        }
    }
}
