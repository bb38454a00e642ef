//! Titles that a search result would cut off, or that two pages of a section share; summaries that say
//! nothing.

use std::collections::HashMap;

use page::{Language, PagePath};

use super::Site;
use content::{
    fault::{Fault, Faults, finding::SiteFinding},
    source::{KindSource, text::is_blank},
};

/// What a search result shows of a title, in characters: about 600 pixels of its type.
///
/// The site's name behind it isn't counted: cut off, it still stands above the title in the result.
const LONGEST: usize = 60;

pub(super) fn check(site: &Site<'_>, faults: &mut Faults) {
    let mut seen: HashMap<(Option<PagePath>, Language, String), &PagePath> = HashMap::new();
    for file in site.all() {
        if is_blank(&file.source.summary.value) {
            let place = file.place(file.source.summary.span.clone());
            faults.add(Fault::new(SiteFinding::SummaryEmpty, place));
        }
        let title = &file.source.title;
        let place = || file.place(title.span.clone());
        if is_blank(&title.value) {
            faults.add(Fault::new(SiteFinding::TitleEmpty, place()));
            continue;
        }
        let length = title.value.chars().count();
        // News say in their titles what happened; their readers come by the list of news.
        if length > LONGEST && !matches!(file.source.kind, KindSource::News(_)) {
            faults.add(Fault::new(SiteFinding::TitleLong { length, most: LONGEST }, place()));
        }
        // A variant in easy language stands under its page in the site map, and beside it in search results.
        let standard = site.in_standard_language(file).unwrap_or(file);
        let key = (standard.path.parent(), file.language, title.value.trim().to_lowercase());
        match seen.get(&key) {
            Some(first) => {
                faults.add(Fault::new(SiteFinding::TitleTwice { first: (*first).clone() }, place()));
            }
            None => {
                seen.insert(key, &file.path);
            }
        }
    }
}
