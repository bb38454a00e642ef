//! The language of a document, which may be any: a guide in Northern Sámi or Russian stands on a page in
//! Finnish.

use page::Language;

use super::terms::Terms;

/// The tags of two letters (ISO 639-1).
const TAGS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en \
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj \
    kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc \
    oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to \
    tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// The language of a tag, in small letters and without a region: "en" of "en-GB"; none where it isn't one
/// (BCP 47). A tag of three letters may be any.
pub(super) fn of_tag(tag: &str) -> Option<String> {
    let whole = tag.to_ascii_lowercase();
    let mut parts = whole.split('-');
    let first = parts.next()?;
    let is_letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_language = match first.len() {
        2 => TAGS.split_ascii_whitespace().any(|known| known == first),
        3 => is_letters(first),
        _ => false,
    };
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_language && parts.all(is_part)).then(|| first.to_owned())
}

/// What a page says of a document in a language: "ruotsiksi"; of one whose name isn't known here "kieli: yo".
/// Nothing of one in the page's own.
pub(super) fn said(page: Language, document: &str) -> Option<String> {
    if let Some(known) = Language::from_tag(document) {
        return (known != page).then(|| (Terms::of(page).in_language)(known).to_owned());
    }
    let terms = Terms::of(page);
    let named = terms.named_languages.iter().find(|(tag, _)| *tag == document);
    Some(named.map_or_else(|| format!("{}: {document}", terms.language), |(_, name)| (*name).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_said_in_the_words_of_the_page() {
        for (page, tag, expected) in [
            (Language::Fi, "se", Some("pohjoissaameksi")),
            (Language::Sv, "ru", Some("på ryska")),
            (Language::En, "et", Some("in Estonian")),
            (Language::Fi, "sv-FI", Some("ruotsiksi")),
            (Language::Fi, "FI", None),
            (Language::En, "en-GB", None),
            (Language::Fi, "yo", Some("kieli: yo")),
            (Language::Sv, "krl", Some("språk: krl")),
            (Language::En, "zh-Hant-TW", Some("in Chinese")),
        ] {
            assert_eq!(said(page, &of_tag(tag).unwrap()).as_deref(), expected, "{tag}");
        }
        for tag in
            ["", "xx", "ruotsi", "e", "en_GB", "en-", "1a", "a1b", "svenska-FI", "sv-", "en-muchtoolong"]
        {
            assert_eq!(of_tag(tag), None, "{tag}");
        }
        for page in Language::ALL {
            let named = Terms::of(page).named_languages;
            assert!(named.is_sorted_by_key(|(tag, _)| *tag), "{page:?}");
            assert!(named.iter().all(|(tag, _)| of_tag(tag).as_deref() == Some(*tag)), "{page:?}");
        }
    }
}
