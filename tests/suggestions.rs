//! "Tarkoititko …": a word with a slip in it leads to the word that was meant. A real index, a page for each word of the lists,
//! is asked as in a browser, with every sort of slip at every letter of the words that visitors type most.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs,
    path::Path,
    sync::Arc,
};

use publisher::index::{Indexed, Voikko, files};
use search::{
    index::{Standing, root::Root},
    language::Language,
    query::{File, Query, Search},
};

/// The lines of a list, without what explains them.
fn lines(name: &str) -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/finnish").join(name);
    let text = fs::read_to_string(file).unwrap();
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// The words in the first field of each line.
fn words_of(name: &str) -> BTreeSet<String> {
    lines(name)
        .iter()
        .filter_map(|line| line.split('\t').next())
        .flat_map(|first| first.split(' ').map(str::to_owned))
        .collect()
}

/// An index, read file by file as it is asked for.
struct Index {
    search: Search,
    files: HashMap<String, Vec<u8>>,
    /// The addresses of the words' pages.
    pages: HashMap<String, String>,
}

impl Index {
    /// A page for each word.
    fn of(words: &BTreeSet<String>) -> Index {
        let mut pages = HashMap::new();
        let indexed = words.iter().enumerate().map(|(number, word)| {
            let path = format!("/{number}/");
            pages.insert(word.clone(), path.clone());
            let words = format!("{}{word}", Standing::Text as u8);
            Arc::new(Indexed { language: "fi".to_owned(), path, words, ..Indexed::default() })
        });
        let files: HashMap<_, _> = files(indexed.collect(), Voikko::Never).into_iter().collect();
        let search = Search::new(Root::read(&files["fi"]).unwrap());
        Index { search, files, pages }
    }

    fn give(&mut self, needed: Vec<File>) {
        for file in needed {
            let name = format!("{}/{}", self.search.root.folder, file.name());
            self.search.give(file, self.files[&name].clone());
        }
    }

    /// The addresses of the pages on which a word stands in some form.
    fn find(&mut self, word: &str) -> Vec<String> {
        // The word is finished, since a space follows it.
        let query = Query::new(&format!("{word} "), Language::Fi);
        self.give(self.search.needs(&query));
        let hits = self.search.find(&query).hits;
        self.give(self.search.needs_for_addresses(&hits));
        hits.into_iter().map(|page| self.search.address(page).unwrap()).collect()
    }

    fn suggestion(&mut self, word: &str) -> Option<String> {
        let [asked] = Query::new(word, Language::Fi).words.try_into().unwrap();
        loop {
            let needed = self.search.needs_for_suggestion(&asked);
            if needed.is_empty() {
                return self.search.suggestion(&asked);
            }
            self.give(needed);
        }
    }
}

/// The letters beside a letter on a Finnish keyboard.
fn beside(letter: char) -> Vec<char> {
    let rows = ["qwertyuiopå", "asdfghjklöä", "zxcvbnm"];
    let row = rows.iter().find(|row| row.contains(letter)).unwrap();
    let letters: Vec<char> = row.chars().collect();
    let at = letters.iter().position(|known| *known == letter).unwrap();
    [at.checked_sub(1), Some(at + 1)]
        .into_iter()
        .flatten()
        .filter_map(|at| letters.get(at).copied())
        .collect()
}

/// Every slip at every letter of a word: what kind it is, whether it is at the first letter, and what is typed.
fn slips(word: &str) -> Vec<(&'static str, bool, String)> {
    let letters: Vec<char> = word.chars().collect();
    let mut slips = Vec::new();
    for at in 0..letters.len() {
        let mut slip = |sort, change: &dyn Fn(&mut Vec<char>)| {
            let mut typed = letters.clone();
            change(&mut typed);
            slips.push((sort, at == 0, typed.into_iter().collect::<String>()));
        };
        for other in beside(letters[at]) {
            slip("wrong", &|typed| typed[at] = other);
            slip("too much", &|typed| typed.insert(at, other));
        }
        slip("missing", &|typed| {
            typed.remove(at);
        });
        if at + 1 < letters.len() {
            slip("swapped", &|typed| typed.swap(at, at + 1));
        }
        if let Some(plain) = [('ä', 'a'), ('ö', 'o')].iter().find(|(dotted, _)| *dotted == letters[at]) {
            slip("without dots", &|typed| typed[at] = plain.1);
        }
    }
    let plain = |letter: &char| match letter {
        'ä' => 'a',
        'ö' => 'o',
        other => *other,
    };
    slips.push(("without any dots", false, letters.iter().map(plain).collect()));
    slips
}

#[test]
fn a_word_with_a_slip_in_it_leads_to_the_word_that_was_meant() {
    let typed = words_of("queries.tsv");
    let lists = ["inflection.tsv", "compounds.tsv", "other-words.txt"];
    let mut index = Index::of(&lists.iter().flat_map(|name| words_of(name)).chain(typed.clone()).collect());
    let mut counts: BTreeMap<(&str, bool), [usize; 3]> = BTreeMap::new();
    for word in typed.iter().filter(|word| word.chars().count() >= 5) {
        for (sort, is_first, slip) in slips(word) {
            if slip == *word || !index.find(&slip).is_empty() {
                continue;
            }
            let suggestion = index.suggestion(&slip);
            let leads =
                suggestion.as_ref().is_some_and(|meant| index.find(meant).contains(&index.pages[word]));
            let [right, some, of] = counts.entry((sort, is_first)).or_default();
            *right += usize::from(leads);
            *some += usize::from(suggestion.is_some());
            *of += 1;
            if !leads {
                println!("  {slip} of {word}: {suggestion:?}");
            }
        }
    }
    for ((sort, is_first), [right, some, of]) in counts {
        let place = if is_first { "first" } else { "later" };
        println!("{sort}, {place} letter: {right} right of {some} suggestions for {of} words");
        // What stands behind a slip in an ending can't be told from the word.
        let least = if is_first { 95 } else { 85 };
        assert!(right * 100 >= of * least && right * 100 >= some * 95, "{sort}, {place}");
    }
}
