//! Any bytes as the files of a search index, and any texts as the pages that are searched.

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use search::{
    index::{Standing, bytes::Reader, folder_of, pages, postings, root::Root, spelling, terms},
    language::Language,
    query::{Query, Search},
    words::words,
};
use site::index::{Indexed, Memories, Voikko, files};

type Files = BTreeMap<String, Vec<u8>>;

/// `=` first: pages, one a line. Anything else: bytes that the reader of an index may get.
pub fn try_index(bytes: &[u8]) {
    match bytes.split_first() {
        Some((b'=', text)) => try_pages(&String::from_utf8_lossy(text)),
        _ => {
            try_readers(bytes);
            try_broken(bytes);
        }
    }
}

/// Every word of a page finds it, in the files as the publisher writes them.
fn try_pages(text: &str) {
    let texts: Vec<&str> = text.lines().take(40).collect();
    for (language, tag) in [(Language::Fi, "fi"), (Language::Sv, "sv"), (Language::En, "en")] {
        let files = index_of(tag, &texts);
        let root = Root::read(&files[tag]).expect("the root is read");
        assert_eq!(root.write(), files[tag], "another root is written");
        assert_eq!(root.pages as usize, texts.len().max(1));
        for (number, text) in texts.iter().enumerate().take(3) {
            for word in words(text).into_iter().take(4) {
                // A query holds 200 letters, and its last word isn't finished.
                if word.text.chars().count() > 100 {
                    continue;
                }
                let mut search = Search::new(Root::read(&files[tag]).expect("the root is read"));
                let query = Query::new(&format!("{} ", word.text), language);
                let found = search_in(&mut search, &query, |name| {
                    files.get(&format!("{}/{name}", folder_of(tag))).cloned()
                });
                assert!(
                    found.is_empty() == query.words.is_empty()
                        && (found.is_empty() || found.contains(&(number as u32))),
                    "{} isn't found on page {number}, but {found:?} in {tag}",
                    word.text
                );
            }
        }
    }
}

fn index_of(tag: &str, texts: &[&str]) -> Files {
    let one = [""];
    let texts = if texts.is_empty() { &one } else { texts };
    let pages = texts.iter().enumerate().map(|(number, text)| {
        let words = words(text).into_iter().map(|word| format!("{}{}", Standing::Text as u8, word.text));
        let words = words.collect::<Vec<String>>().join(" ");
        let (path, title) = (format!("/{number:03}/"), text.chars().take(80).collect());
        Arc::new(Indexed { language: tag.to_owned(), path, title, words: words.into(), ..Indexed::default() })
    });
    files(pages.collect(), Voikko::Never, &mut Memories::default()).into_iter().collect()
}

/// Loads what a query needs, as the browser does, and gives the pages that are found.
fn search_in(search: &mut Search, query: &Query, file: impl Fn(&str) -> Option<Vec<u8>>) -> Vec<u32> {
    let give = |search: &mut Search, needed: Vec<_>| {
        assert!(needed.len() < 2_000, "{} files are asked for", needed.len());
        for wanted in needed {
            let bytes = search.name(wanted).and_then(|name| file(&name)).unwrap_or_default();
            search.give(wanted, bytes);
        }
    };
    let needed = search.needs(query);
    give(search, needed);
    for _ in 0..8 {
        let needed = search.needs_for_compounds(query);
        give(search, needed);
    }
    let hits = search.find(query);
    for _ in 0..8 {
        let needed = search.needs_for_suggestions(query, &hits.unknown);
        give(search, needed);
    }
    let _ = search.suggested(query, &hits.unknown);
    let shown: Vec<u32> = hits.hits.iter().copied().take(10).collect();
    let needed = search.needs_for_listed(&shown);
    give(search, needed);
    for page in shown {
        let _ = (search.listed(page), search.traits(page));
    }
    hits.hits
}

/// Each reader of a part reads the bytes or refuses them; those that it reads as a whole are written as they
/// were.
fn try_readers(bytes: &[u8]) {
    if let Some(root) = Root::read(bytes) {
        assert_eq!(Root::read(&root.write()).as_ref(), Some(&root));
        for text in ["a ", "halli"] {
            let found = search_in(&mut Search::new(root.clone()), &Query::new(text, Language::Fi), |_| {
                Some(bytes.to_vec())
            });
            assert!(found.iter().all(|page| *page < root.pages));
        }
    }
    let _ = terms::Shards::read(Reader(bytes));
    let mut keys = Vec::new();
    let _ = terms::read(bytes, &mut |key, postings| keys.push((key.to_owned(), postings.to_owned())));
    for (key, bytes) in keys {
        let _ = (spelling::word(&key, &bytes), spelling::Plausible::read(&bytes));
    }
    for count in [1, 9, 5_000] {
        let _ = postings::read(bytes, count, |page, _| assert!(page < count));
        let traits = pages::read_traits(bytes, count);
        assert!(traits.is_none_or(|traits| traits.len() == count as usize));
    }
    for place in [0, 1, 63] {
        let _ = pages::read_listed(bytes, place);
    }
}

/// The index of a small site in which bytes are others, or missing: a search gives results or none.
fn try_broken(bytes: &[u8]) {
    const TEXTS: [&str; 6] = [
        "Kirjasto on auki arkisin, kirjastoauto tiistaisin",
        "Kunnanhallitus kokoontuu maanantaina",
        "Hankkeen päätösseminaari Mikkelissä 30.11.2006",
        "Päivähoito ja esiopetus, yhteystiedot",
        "Liikuntahalli, jäähalli ja uimahalli",
        "Jätehuolto: jätteiden lajittelu 2006–2007",
    ];
    static WHOLE: OnceLock<Files> = OnceLock::new();
    let whole = WHOLE.get_or_init(|| index_of("fi", &TEXTS));
    let mut broken = whole.clone();
    let names: Vec<String> = broken.keys().cloned().collect();
    // Which file, where, and the byte that stands there: at most a hundred times.
    let changes = bytes.chunks_exact(4);
    let rest = changes.remainder();
    for change in changes.take(100) {
        let file = broken.get_mut(&names[usize::from(change[0]) % names.len()]).expect("a file of the index");
        let at = usize::from(u16::from_le_bytes([change[1], change[2]])) % (file.len() + 1);
        match file.get_mut(at) {
            Some(byte) => *byte = change[3],
            None => file.push(change[3]),
        }
    }
    if let Some(&file) = rest.first() {
        let file = broken.get_mut(&names[usize::from(file) % names.len()]).expect("a file of the index");
        file.truncate(file.len() / 2);
    }
    let Some(root) = Root::read(&broken["fi"]) else { return };
    // The names of files hold their hashes: the reader asks for those that the broken root names, and gets
    // the files in their order.
    let by_sort = |name: &str| {
        let sort = name.split('-').next().unwrap_or_default();
        let found = broken.get(&format!("{}/{name}", folder_of("fi")));
        let same =
            || broken.iter().find(|(known, _)| known.contains(&format!("/{sort}-"))).map(|(_, bytes)| bytes);
        found.or_else(same).cloned()
    };
    for text in ["kirjasto ", "jäähallin", "seminarissa ", "2006–2007 ", "hall"] {
        let mut search = Search::new(root.clone());
        let found = search_in(&mut search, &Query::new(text, Language::Fi), by_sort);
        assert!(found.iter().all(|page| *page < root.pages));
    }
}
