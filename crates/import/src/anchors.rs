//! The anchors of headings: what Seutu calls them, and what the links of the old site call them.

use std::collections::HashMap;

use compile::anchors::TAKEN;
use content::slug::slug;

/// A heading as a link may name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// What the old site may call it.
    pub ids: Vec<String>,
    /// What Seutu calls it.
    pub anchor: String,
    /// Its words.
    pub words: String,
}

/// The anchors of a page's headings, in their order: each heading by its words and the anchors that its file
/// gives it.
///
/// The publisher makes the same anchors (`compile::anchors`); a test holds the two together.
pub fn anchors(headings: &[(String, Vec<String>)]) -> Vec<Anchor> {
    let mut seen: HashMap<String, u32> = TAKEN.map(|name| (name.to_owned(), 1)).into();
    let (mut github, mut python) = (HashMap::new(), HashMap::new());
    headings
        .iter()
        .map(|(words, written)| {
            let slug = slug(words);
            let slug = if slug.is_empty() { "osa".to_owned() } else { slug };
            let mut ids = written.clone();
            ids.push(numbered(&mut github, github_slug(words), '-'));
            ids.push(numbered(&mut python, python_slug(words), '_'));
            Anchor { ids, anchor: unique(&mut seen, &slug), words: words.clone() }
        })
        .collect()
}

/// What Seutu calls the heading that a link names.
pub fn find<'a>(anchors: &'a [Anchor], name: &str) -> Option<&'a str> {
    let by_id = anchors.iter().find(|anchor| anchor.ids.iter().any(|id| id == name));
    let by_letters = || {
        let name = name.to_lowercase();
        anchors.iter().find(|anchor| anchor.ids.iter().any(|id| id.to_lowercase() == name))
    };
    let by_slug = || anchors.iter().find(|anchor| anchor.anchor == slug(name));
    by_id.or_else(by_letters).or_else(by_slug).map(|anchor| anchor.anchor.as_str())
}

fn unique(seen: &mut HashMap<String, u32>, slug: &str) -> String {
    let mut unique = slug.to_owned();
    loop {
        let times = seen.entry(unique.clone()).or_insert(0);
        *times += 1;
        if *times == 1 {
            return unique;
        }
        let next = *times;
        unique = format!("{slug}-{next}");
    }
}

/// The second heading of a name is "name-1".
fn numbered(seen: &mut HashMap<String, u32>, name: String, separator: char) -> String {
    let times = seen.entry(name.clone()).or_insert(0);
    *times += 1;
    if *times == 1 { name } else { format!("{name}{separator}{}", *times - 1) }
}

/// GitHub's way, which Hugo, Docusaurus and mdBook follow.
fn github_slug(words: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || "-_ ".contains(*c);
    words.to_lowercase().chars().filter(kept).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// Python-Markdown's way, which MkDocs follows: ASCII letters only, no two hyphens in a row.
fn python_slug(words: &str) -> String {
    let letters: String = words
        .to_lowercase()
        .chars()
        .map(|c| match c {
            'ä' | 'å' | 'á' | 'à' => 'a',
            'ö' | 'ó' => 'o',
            'é' | 'è' => 'e',
            'ü' => 'u',
            other => other,
        })
        .filter(|c| c.is_ascii_alphanumeric() || "-_ ".contains(*c))
        .collect();
    letters.split([' ', '-']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use content::source::PageSource;

    #[test]
    fn anchors_are_those_that_the_publisher_makes() {
        let headings = ["Tausta", "Tausta", "Tausta 2", "!!!", "Sisältö", "Tausta", "Ohjelma", "Related"];
        let content: Vec<_> = headings.iter().map(|text| serde_json::json!({ "heading": text })).collect();
        let page = serde_json::json!({ "title": "T", "summary": "S", "kind": "page", "content": content });
        let text = content::fault::SourceText::new("a.json".into(), page.to_string());
        let page: PageSource = content::read::read_file(&text.into(), &mut Default::default()).unwrap();
        let ours: Vec<_> = anchors(&headings.map(|text| (text.to_owned(), Vec::new())));
        let ours: Vec<_> = ours.into_iter().map(|anchor| anchor.anchor).collect();
        assert_eq!(ours, compile::anchors::anchors(&page));
    }

    #[test]
    fn the_names_of_the_generators_are_found() {
        let anchors = anchors(&[
            ("Ääni & vesi".to_owned(), vec!["vesi".to_owned()]),
            ("Ääni & vesi".to_owned(), Vec::new()),
        ]);
        for name in ["vesi", "ääni--vesi", "aani-vesi"] {
            assert_eq!(find(&anchors, name), Some("aani-vesi"), "{name}");
        }
        for name in ["ääni--vesi-1", "aani-vesi_1", "aani-vesi-2"] {
            assert_eq!(find(&anchors, name), Some("aani-vesi-2"), "{name}");
        }
    }
}
