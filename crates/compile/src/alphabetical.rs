//! All pages of a language in the order of the alphabet, under the letters with which they begin.

use page::{Block, HeadingLevel, Language, MapEntry};

use super::context::Context;
use content::{read::PageFile, source::KindSource};

/// Under this stand the titles that begin with a digit or a sign.
const OTHERS: &str = "0–9";

/// A heading for each letter and the pages under it, as a site map has them.
pub(super) fn alphabetical(context: Context<'_>) -> Vec<Block> {
    let language = context.file.language;
    let is_listed = |page: &&PageFile| {
        page.language == language && !matches!(page.source.kind, KindSource::NotFound | KindSource::Gone(_))
    };
    let mut pages: Vec<(Vec<u32>, &PageFile)> = context
        .site
        .pages
        .values()
        .map(|page| &**page)
        .filter(is_listed)
        .map(|page| (sort_key(&page.source.title.value, language), page))
        .collect();
    pages.sort_by(|(one, page), (other, next)| one.cmp(other).then_with(|| page.path.cmp(&next.path)));
    let mut blocks: Vec<Block> = Vec::new();
    let mut last = String::new();
    for (_, page) in pages {
        let letter = letter_of(&page.source.title.value, language);
        if letter != last {
            let id = id_of(&letter);
            blocks.push(Block::Heading { level: HeadingLevel::H2, id, text: letter.clone() });
            blocks.push(Block::SiteMap(Vec::new()));
            last = letter;
        }
        let entry = MapEntry {
            title: page.source.title.value.clone(),
            path: page.path.clone(),
            children: Vec::new(),
        };
        if let Some(Block::SiteMap(entries)) = blocks.last_mut() {
            entries.push(entry);
        }
    }
    blocks
}

/// The letter under which a title stands.
fn letter_of(title: &str, language: Language) -> String {
    match title.chars().find(|letter| letter.is_alphanumeric()) {
        Some(letter) if letter.is_alphabetic() => {
            let letter = plain(letter.to_lowercase().next().unwrap_or(letter), language);
            letter.to_uppercase().collect()
        }
        _ => OTHERS.to_owned(),
    }
}

/// The anchor of a letter's heading. No heading of the content has two hyphens in its own.
fn id_of(letter: &str) -> String {
    let name = match letter {
        "Å" => "aa".to_owned(),
        "Ä" => "ae".to_owned(),
        "Ö" => "oe".to_owned(),
        OTHERS => "0-9".to_owned(),
        letter => letter.to_lowercase(),
    };
    format!("a--{name}")
}

/// What titles are sorted by: å, ä and ö stand behind z in Finnish and Swedish; signs and case make no
/// difference.
fn sort_key(title: &str, language: Language) -> Vec<u32> {
    let letters = title.chars().skip_while(|letter| !letter.is_alphanumeric()).flat_map(char::to_lowercase);
    let letters = letters.filter(|letter| letter.is_alphanumeric() || letter.is_whitespace());
    let place = |letter| match plain(letter, language) {
        'å' => u32::from('z') + 1,
        'ä' => u32::from('z') + 2,
        'ö' => u32::from('z') + 3,
        letter => u32::from(letter),
    };
    letters.map(place).collect()
}

/// A letter as it is sorted: without marks that don't make it another letter in the language.
fn plain(letter: char, language: Language) -> char {
    match letter {
        'å' | 'ä' | 'ö' if language != Language::En => letter,
        'æ' if language != Language::En => 'ä',
        'ø' if language != Language::En => 'ö',
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ä' | 'æ' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
        'š' => 's',
        'ù' | 'ú' | 'û' => 'u',
        'ü' => {
            if language == Language::En {
                'u'
            } else {
                'y'
            }
        }
        'ý' | 'ÿ' => 'y',
        'ž' => 'z',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finnish_letters_stand_at_the_end() {
        let mut titles = ["Öljy", "äiti", "Ålands", "zoo", "”Aamu”", "aamut", "2 asiaa"];
        titles.sort_by_key(|title| sort_key(title, Language::Fi));
        assert_eq!(titles, ["2 asiaa", "”Aamu”", "aamut", "zoo", "Ålands", "äiti", "Öljy"]);
    }

    #[test]
    fn a_title_stands_under_its_first_letter() {
        let letter = |title| letter_of(title, Language::Fi);
        assert_eq!(
            [letter("äiti"), letter("– Élan"), letter("2 asiaa"), letter("!")],
            ["Ä", "E", "0–9", "0–9"]
        );
        assert_eq!(letter_of("Äiti", Language::En), "A");
    }
}
