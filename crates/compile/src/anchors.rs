//! The anchors of a page's headings: made from their text, so that they stay when the text around them
//! changes.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use views::{
    article::HEADER_END_ID, in_other_languages::IN_OTHER_LANGUAGES_ID, menu::MAIN_MENU_ID,
    preferences::PANEL_ID, related::RELATED_ID,
};

use super::legal;
use content::{
    read::shape::nearest,
    slug::slug,
    source::{BlockSource, KindSource, PageSource},
};

/// The anchor of an event's programme; no heading of the content takes it.
pub(super) const PROGRAMME_ID: &str = "ohjelma";

/// The names that the views use themselves, on every page.
pub const TAKEN: [&str; 8] = [
    "sisalto",
    "seutu",
    "seutu-page",
    HEADER_END_ID,
    IN_OTHER_LANGUAGES_ID,
    RELATED_ID,
    MAIN_MENU_ID,
    PANEL_ID,
];

/// The anchors to which links of any page can lead on one page.
#[derive(Debug)]
pub(crate) struct KnownAnchors {
    /// Those of the headings in their order, then those of the page's kind.
    all: Arc<[String]>,
    each: HashSet<String>,
    letters: Vec<Letters>,
}

/// How often a text has each letter, whatever their order.
type Letters = [u8; 64];

impl KnownAnchors {
    /// How many are compared with a misspelt one letter by letter: those whose letters are most like its own.
    const COMPARED: usize = 64;

    pub(crate) fn of(page: &PageSource) -> KnownAnchors {
        let of_kind = of_kind(page).iter().map(|&anchor| anchor.to_owned());
        let all: Arc<[String]> = anchors(page).into_iter().chain(of_kind).collect();
        let letters = all.iter().map(|anchor| letters(anchor)).collect();
        KnownAnchors { each: all.iter().cloned().collect(), all, letters }
    }

    pub(crate) fn all(&self) -> &Arc<[String]> {
        &self.all
    }

    pub(crate) fn has(&self, anchor: &str) -> bool {
        self.each.contains(anchor)
    }

    /// The anchor that looks most like a misspelt one, if one looks like it at all.
    pub(crate) fn nearest(&self, wrong: &str) -> Option<&str> {
        let of_wrong = letters(wrong);
        let difference = |letters: &Letters| -> u32 {
            letters.iter().zip(of_wrong).map(|(one, other)| u32::from(one.abs_diff(other))).sum()
        };
        let mut places: Vec<(u32, usize)> = self.letters.iter().map(difference).zip(0..).collect();
        if places.len() > Self::COMPARED {
            places.select_nth_unstable(Self::COMPARED);
            places.truncate(Self::COMPARED);
            places.sort_unstable_by_key(|(_, place)| *place);
        }
        nearest(wrong, places.into_iter().map(|(_, place)| self.all[place].as_str()))
    }
}

fn letters(text: &str) -> Letters {
    let mut letters = [0; 64];
    for byte in text.bytes() {
        let times: &mut u8 = &mut letters[usize::from(byte.to_ascii_lowercase() % 64)];
        *times = times.saturating_add(1);
    }
    letters
}

/// The anchors of the headings that a page has because of its kind.
pub(super) fn of_kind(page: &PageSource) -> &'static [&'static str] {
    match &page.kind {
        KindSource::Event(event) if !event.programme.is_empty() => &[PROGRAMME_ID],
        kind => legal::anchors::anchors(kind),
    }
}

/// The headings of a page: all of its content that other pages can lead to.
pub(super) fn headings(page: &PageSource) -> impl Iterator<Item = &str> {
    page.content.iter().filter_map(|block| match block {
        BlockSource::Heading(text) | BlockSource::Subheading(text) | BlockSource::MinorHeading(text) => {
            Some(text.value.as_str())
        }
        _ => None,
    })
}

/// The anchors in the order of the headings, each unique on the page: a second "Tausta" is `tausta-2`.
pub fn anchors(page: &PageSource) -> Vec<String> {
    let taken = TAKEN.iter().chain(of_kind(page));
    let mut seen: HashMap<String, u32> = taken.map(|name| ((*name).to_owned(), 1)).collect();
    headings(page)
        .map(slug)
        .map(|anchor| {
            let anchor = if anchor.is_empty() { "osa".to_owned() } else { anchor };
            let mut unique = anchor.clone();
            loop {
                let times = seen.entry(unique.clone()).or_insert(0);
                *times += 1;
                if *times == 1 {
                    return unique;
                }
                let next = *times;
                unique = format!("{anchor}-{next}");
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_is_found_among_many_and_a_misspelt_one_has_its_nearest() {
        for many in [3, 3000] {
            let headings: Vec<String> =
                (0..many).map(|number| format!("{{\"heading\":\"Kohta {number}\"}}")).collect();
            let page = format!(
                "{{\"title\":\"Sivu\",\"summary\":\"a\",\"kind\":\"page\",\"content\":[{}]}}",
                headings.join(",")
            );
            let text = content::fault::SourceText::new("a.json".into(), page);
            let page: Option<PageSource> = content::read::read_file(&text.into(), &mut Default::default());
            let known = KnownAnchors::of(&page.unwrap());
            assert_eq!(known.all().len(), many);
            assert!((0..many).all(|number| known.has(&format!("kohta-{number}"))));
            assert!(!known.has("kohta") && !known.has("kohta-3000") && !known.has(""));
            assert_eq!(known.nearest("kohtta-2"), Some("kohta-2"));
            assert_eq!(known.nearest("xyz"), None);
        }
    }
}
