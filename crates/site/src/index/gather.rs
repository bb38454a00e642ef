//! The words of a page and how they stand there.

use foldhash::HashMap;
use page::{
    Block, Inline, Page, PageKind,
    walk::{self, Text},
};
use search::{excerpt, index::Standing, words::each_word};

use crate::indexed::Indexed;
use content::{read::PageFile, source::KindSource};

/// What is found of a page; a page that leads to all others, or that isn't there, isn't found itself. Neither
/// are the further parts of a long list.
pub fn gather(page: &Page, file: &PageFile) -> Option<Indexed> {
    let is_found =
        !matches!(page.kind, PageKind::SiteMap | PageKind::Search | PageKind::NotFound | PageKind::Gone);
    if !is_found || page.path != file.path {
        return None;
    }
    let mut gathered = Gathered::default();
    gathered.text(&page.title, Standing::Title);
    for text in page.tagline.iter().chain([&page.description]).chain(&file.source.tags) {
        gathered.text(text, Standing::Heading);
    }
    walk::texts(&page.blocks, &mut |text| {
        let standing = match text {
            Text::Heading(_) | Text::Title(_) | Text::Caption(_) => Standing::Heading,
            Text::Term(_) | Text::Alternative(_) | Text::Code(_) | Text::Spans(_) => Standing::Text,
        };
        gathered.text(&text.words(), standing);
    });
    let kind = serde_json::to_value(page.kind).ok()?;
    Some(Indexed {
        language: page.language.tag().to_owned(),
        path: page.path.to_string(),
        title: page.title.clone(),
        date: dated(page).unwrap_or_default(),
        way: way_to(page),
        room: excerpt::longest(gathered.longest),
        kind: kind.as_str()?.to_owned(),
        section: page.breadcrumb.get(1).map(|section| section.name.clone()).unwrap_or_default(),
        day: match &file.source.kind {
            KindSource::News(news) => news.published.as_ref().and_then(|date| day(&date.value)).unwrap_or(0),
            _ => 0,
        },
        words: gathered.written().into(),
    })
}

/// The names of the pages above a page, the highest first.
fn way_to(page: &Page) -> String {
    let above = page.breadcrumb.split_last().map_or(&[][..], |(_, above)| above);
    above.iter().map(|part| part.name.as_str()).collect::<Vec<_>>().join(" : ")
}

/// The first date of the facts of a news item, a call or an event, with what it means.
fn dated(page: &Page) -> Option<String> {
    if !matches!(page.kind, PageKind::News | PageKind::Call | PageKind::Event) {
        return None;
    }
    let facts = page
        .blocks
        .iter()
        .find_map(|block| if let Block::Facts(facts) = block { Some(facts) } else { None })?;
    let fact = facts.first()?;
    let value = Inline::plain_text(&fact.value);
    value.contains(|letter: char| letter.is_ascii_digit()).then(|| format!("{} {value}", fact.term))
}

/// The number of a day, as in "2006-12-08", counted from 1 January 1970.
fn day(date: &str) -> Option<u32> {
    let date: jiff::civil::Date = date.get(..10)?.parse().ok()?;
    let first = jiff::civil::date(1970, 1, 1);
    u32::try_from(date.since(first).ok()?.get_days()).ok()
}

#[derive(Default)]
struct Gathered {
    words: HashMap<String, Standing>,
    /// How many letters the longest text has.
    longest: usize,
}

impl Gathered {
    fn text(&mut self, text: &str, standing: Standing) {
        if standing != Standing::Title {
            self.longest = self.longest.max(text.chars().count());
        }
        each_word(text, &mut |word, _| match self.words.get_mut(word) {
            Some(best) => *best = (*best).min(standing),
            None => drop(self.words.insert(word.to_owned(), standing)),
        });
    }

    /// In the order of the words, so that the same page gives the same text.
    fn written(self) -> String {
        let mut words: Vec<(String, Standing)> = self.words.into_iter().collect();
        words.sort_unstable();
        let mut written = String::new();
        for (word, standing) in words {
            if !written.is_empty() {
                written.push(' ');
            }
            written.push(char::from(b'0' + standing as u8));
            written.push_str(&word);
        }
        written
    }
}
