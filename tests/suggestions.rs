//! "Tarkoititko …": a word with a slip in it leads to the word that was meant. A real index, a page for each
//! word of the lists, is asked as in a browser, with every sort of slip at every letter of the words that
//! visitors type most.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs,
    path::Path,
    sync::Arc,
    thread,
};

use search::{
    index::{Standing, folder_of, root::Root},
    language::Language,
    query::{File, Query, Search},
};
use site::index::{Indexed, Memories, Voikko, files};

/// The words in the first field of each line of a list.
fn words_of(name: &str) -> BTreeSet<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests").join(name);
    let text = fs::read_to_string(file).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let first = lines.filter_map(|line| line.split('\t').next());
    first.flat_map(|words| words.split(' ')).map(str::to_lowercase).collect()
}

/// An index, read file by file as it is asked for.
struct Index {
    language: Language,
    search: Search,
    /// The name of its first file.
    tag: String,
    /// The folder of the language's files.
    folder: String,
    files: HashMap<String, Vec<u8>>,
    /// The addresses of the words' pages.
    pages: HashMap<String, String>,
}

impl Index {
    /// A page for each word.
    fn of(language: Language, tag: &str, words: &BTreeSet<String>) -> Index {
        let mut pages = HashMap::new();
        let indexed = words.iter().enumerate().map(|(number, word)| {
            let path = format!("/{number}/");
            pages.insert(word.clone(), path.clone());
            let words = format!("{}{word}", Standing::Text as u8);
            Arc::new(Indexed { language: tag.to_owned(), path, words: words.into(), ..Indexed::default() })
        });
        let files: HashMap<_, _> =
            files(indexed.collect(), Voikko::Never, &mut Memories::default()).into_iter().collect();
        let search = Search::new(Root::read(&files[tag]).unwrap());
        Index { language, search, tag: tag.to_owned(), folder: folder_of(tag), files, pages }
    }

    /// The same files, none of them read.
    fn anew(&self) -> Index {
        let search = Search::new(Root::read(&self.files[&self.tag]).unwrap());
        Index {
            search,
            tag: self.tag.clone(),
            folder: self.folder.clone(),
            files: self.files.clone(),
            pages: self.pages.clone(),
            ..*self
        }
    }

    fn give(&mut self, needed: Vec<File>) {
        for file in needed {
            let name = format!("{}/{}", self.folder, self.search.name(file).unwrap());
            self.search.give(file, self.files[&name].clone());
        }
    }

    /// The addresses of the pages on which a word stands in some form.
    fn find(&mut self, word: &str) -> Vec<String> {
        // The word is finished, since a space follows it.
        let query = Query::new(&format!("{word} "), self.language);
        self.give(self.search.needs(&query));
        let hits = self.search.find(&query).hits;
        self.give(self.search.needs_for_listed(&hits));
        hits.into_iter().map(|page| self.search.listed(page).unwrap().path).collect()
    }

    fn suggestion(&mut self, word: &str) -> Option<String> {
        let [asked] = Query::new(word, self.language).words.try_into().unwrap();
        loop {
            let needed = self.search.needs_for_suggestion(&asked);
            if needed.is_empty() {
                return self.search.suggestion(&asked);
            }
            self.give(needed);
        }
    }
}

/// The letters beside a letter on a Finnish or Swedish keyboard.
fn beside(letter: char) -> Vec<char> {
    let rows = ["qwertyuiopå", "asdfghjklöä", "zxcvbnm"].map(|row| row.chars().collect::<Vec<char>>());
    let place = |row: &Vec<char>| Some((row.clone(), row.iter().position(|known| *known == letter)?));
    let Some((row, at)) = rows.iter().find_map(place) else { return Vec::new() };
    [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| row.get(at).copied()).collect()
}

/// A slip: what sort it is, at which letter, and what is typed.
type Slip = (&'static str, usize, String);

/// Every slip at every letter of a word.
fn slips(word: &str) -> Vec<Slip> {
    let letters: Vec<char> = word.chars().collect();
    let plain = |letter: char| match letter {
        'ä' | 'å' => 'a',
        'ö' => 'o',
        other => other,
    };
    let mut slips = vec![("without any dots", 0, letters.iter().copied().map(plain).collect())];
    for (at, letter) in letters.iter().enumerate() {
        let mut slip = |sort, change: &dyn Fn(&mut Vec<char>)| {
            let mut typed = letters.clone();
            change(&mut typed);
            slips.push((sort, at, typed.into_iter().collect()));
        };
        for other in beside(*letter) {
            slip("wrong", &|typed| typed[at] = other);
            slip("too much", &|typed| typed.insert(at, other));
        }
        slip("missing", &|typed| {
            typed.remove(at);
        });
        if at + 1 < letters.len() {
            slip("swapped", &|typed| typed.swap(at, at + 1));
        }
        slip("without dots", &|typed| typed[at] = plain(*letter));
    }
    slips.retain(|(_, _, typed)| typed != word);
    slips
}

/// How many slips of a sort there are, how many have a suggestion, and for how many it leads to the page that
/// was meant.
#[derive(Default)]
struct Count {
    all: usize,
    suggested: usize,
    right: usize,
}

impl Count {
    fn add(&mut self, index: &mut Index, slip: &str, word: &str) {
        let suggestion = index.suggestion(slip);
        let is_word = |meant: &String| index.pages.contains_key(meant);
        assert!(suggestion.as_ref().is_none_or(is_word), "{slip}: {suggestion:?} is no word of the site");
        let leads = suggestion.as_ref().is_some_and(|meant| index.find(meant).contains(&index.pages[word]));
        self.all += 1;
        self.suggested += usize::from(suggestion.is_some());
        self.right += usize::from(leads);
        if !leads {
            println!("  {slip} for {word}: {suggestion:?}");
        }
    }
}

/// The counts by kind of slip and by place of the letter.
type Counts = BTreeMap<(&'static str, &'static str), Count>;

/// Tries every slip in words, on each core those of some words; `place` says how a letter's place in the word
/// is called.
fn try_slips(
    index: &Index,
    words: &BTreeSet<String>,
    place: impl Fn(usize, usize) -> &'static str + Sync,
) -> Counts {
    let words: Vec<&String> = words.iter().collect();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let tried: Vec<Counts> = thread::scope(|scope| {
        let shares = words.chunks(words.len().div_ceil(cores));
        let threads: Vec<_> =
            shares.map(|share| scope.spawn(|| try_slips_alone(&mut index.anew(), share, &place))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let mut counts = Counts::new();
    for (kind, count) in tried.into_iter().flatten() {
        let all = counts.entry(kind).or_default();
        all.all += count.all;
        all.suggested += count.suggested;
        all.right += count.right;
    }
    for ((sort, place), Count { all, suggested, right }) in &counts {
        println!("{sort}, {place}: {right} right of {suggested} suggestions for {all} words");
    }
    counts
}

fn try_slips_alone(
    index: &mut Index,
    words: &[&String],
    place: impl Fn(usize, usize) -> &'static str,
) -> Counts {
    let mut counts = Counts::new();
    for word in words {
        let length = word.chars().count();
        for (sort, at, slip) in slips(word) {
            // Who meets another word by a slip has found something.
            if index.find(&slip).is_empty() {
                counts.entry((sort, place(at, length))).or_default().add(index, &slip, word);
            }
        }
    }
    counts
}

#[test]
fn a_word_with_a_slip_in_it_leads_to_the_word_that_was_meant() {
    let queries = words_of("finnish/queries.tsv");
    let lists = ["inflection.tsv", "compounds.tsv", "other-words.txt"]
        .map(|name| words_of(&format!("finnish/{name}")));
    let words: BTreeSet<String> = lists.into_iter().flatten().collect();
    // As many words as a large site has, of which many begin alike and many end alike.
    let parts = [
        "palvelu", "kokous", "minen", "uus", "päivä", "työ", "kunta", "hanke", "laki", "keskus", "ohjelma",
        "tila", "maa", "vesi", "talo", "alue",
    ];
    let compounds =
        words.iter().flat_map(|word| parts.map(|part| [format!("{word}{part}"), format!("{part}{word}")]));
    let all = words.iter().cloned().chain(queries.clone()).chain(compounds.flatten()).collect();
    let index = Index::of(Language::Fi, "fi", &all);
    assert!(index.search.root.shards.firsts.len() >= 40, "{}", index.search.root.shards.firsts.len());

    let asked: BTreeSet<String> = queries.into_iter().filter(|word| word.chars().count() >= 5).collect();
    let counts = try_slips(&index, &asked, |at, length| match at {
        0 => "first letter",
        1 => "second letter",
        2 => "third letter",
        at if at < length / 2 => "first half",
        _ => "second half",
    });
    assert_eq!(counts.keys().map(|(sort, _)| *sort).collect::<BTreeSet<_>>().len(), 6);
    for ((sort, place), Count { all, suggested, right }) in counts {
        // A broken ending doesn't show the original one.
        let least = if place == "second half" { 80 } else { 90 };
        assert!(right * 100 >= all * least && right * 100 >= suggested * 90, "{sort}, {place}");
    }
}

#[test]
fn a_short_word_gets_its_dots() {
    let words: BTreeSet<String> =
        words_of("finnish/inflection.tsv").into_iter().chain(["työ".to_owned()]).collect();
    let mut index = Index::of(Language::Fi, "fi", &words);
    assert_eq!(index.suggestion("tyo").as_deref(), Some("työ"));
}

#[test]
fn words_of_other_languages_are_meant_too() {
    for (language, tag, folder) in [(Language::Sv, "sv", "swedish"), (Language::En, "en", "english")] {
        let words: BTreeSet<String> = words_of(&format!("{folder}/inflection.tsv"))
            .into_iter()
            .filter(|word| word.chars().all(char::is_alphabetic))
            .collect();
        let index = Index::of(language, tag, &words);
        let asked = words.into_iter().filter(|word| word.chars().count() >= 5).collect();
        let counts = try_slips(&index, &asked, |_, _| folder);
        let sum = |of: fn(&Count) -> usize| counts.values().map(of).sum::<usize>();
        let (all, right) = (sum(|count| count.all), sum(|count| count.right));
        assert!(all > 500 && right * 100 >= all * 90, "{folder}: {right} of {all}");
    }
}

#[test]
fn what_is_like_no_word_suggests_none() {
    let words = words_of("finnish/inflection.tsv");
    let mut index = Index::of(Language::Fi, "fi", &words);
    for nonsense in ["zzzxqw", "qqqqqqqqq", "kissanpentu", "xylofonisti", "a", "12345"] {
        assert_eq!(index.suggestion(nonsense), None, "{nonsense}");
    }
}
