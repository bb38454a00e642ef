//! The language of a document, which may be any: a guide in Northern Sámi or Russian stands on a page in Finnish.

use page::Language;

use super::terms::languages::in_language;

/// How each language says that something is written in a language, by the tag of the latter (ISO 639): "venäjäksi", "på ryska",
/// "in Russian". Those of the site itself are in [`in_language`].
const NAMED: [(&str, [&str; 3]); 37] = [
    ("ar", ["arabiaksi", "på arabiska", "in Arabic"]),
    ("da", ["tanskaksi", "på danska", "in Danish"]),
    ("de", ["saksaksi", "på tyska", "in German"]),
    ("es", ["espanjaksi", "på spanska", "in Spanish"]),
    ("et", ["viroksi", "på estniska", "in Estonian"]),
    ("fa", ["persiaksi", "på persiska", "in Persian"]),
    ("fit", ["meänkieleksi", "på meänkieli", "in Meänkieli"]),
    ("fr", ["ranskaksi", "på franska", "in French"]),
    ("hi", ["hindiksi", "på hindi", "in Hindi"]),
    ("hu", ["unkariksi", "på ungerska", "in Hungarian"]),
    ("is", ["islanniksi", "på isländska", "in Icelandic"]),
    ("it", ["italiaksi", "på italienska", "in Italian"]),
    ("ja", ["japaniksi", "på japanska", "in Japanese"]),
    ("ku", ["kurdiksi", "på kurdiska", "in Kurdish"]),
    ("lt", ["liettuaksi", "på litauiska", "in Lithuanian"]),
    ("lv", ["latviaksi", "på lettiska", "in Latvian"]),
    ("nb", ["norjaksi", "på norska", "in Norwegian"]),
    ("nl", ["hollanniksi", "på nederländska", "in Dutch"]),
    ("nn", ["uusnorjaksi", "på nynorska", "in Norwegian Nynorsk"]),
    ("no", ["norjaksi", "på norska", "in Norwegian"]),
    ("pl", ["puolaksi", "på polska", "in Polish"]),
    ("pt", ["portugaliksi", "på portugisiska", "in Portuguese"]),
    ("ro", ["romaniaksi", "på rumänska", "in Romanian"]),
    ("rom", ["romanikielellä", "på romani", "in Romani"]),
    ("ru", ["venäjäksi", "på ryska", "in Russian"]),
    ("se", ["pohjoissaameksi", "på nordsamiska", "in Northern Sámi"]),
    ("smn", ["inarinsaameksi", "på enaresamiska", "in Inari Sámi"]),
    ("sms", ["koltansaameksi", "på skoltsamiska", "in Skolt Sámi"]),
    ("so", ["somaliksi", "på somaliska", "in Somali"]),
    ("sq", ["albaniaksi", "på albanska", "in Albanian"]),
    ("th", ["thaiksi", "på thailändska", "in Thai"]),
    ("ti", ["tigrinjaksi", "på tigrinska", "in Tigrinya"]),
    ("tr", ["turkiksi", "på turkiska", "in Turkish"]),
    ("uk", ["ukrainaksi", "på ukrainska", "in Ukrainian"]),
    ("ur", ["urduksi", "på urdu", "in Urdu"]),
    ("vi", ["vietnamiksi", "på vietnamesiska", "in Vietnamese"]),
    ("zh", ["kiinaksi", "på kinesiska", "in Chinese"]),
];

/// The tags of two letters (ISO 639-1).
const TAGS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en \
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj \
    kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc \
    oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to \
    tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// The language of a tag, in small letters and without a region: "en" of "en-GB"; none where it isn't one (BCP 47). A tag of three
/// letters may be any.
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

/// What a page says of a document in a language: "ruotsiksi"; of one whose name isn't known here "kieli: yo". Nothing of one in the
/// page's own.
pub(super) fn said(page: Language, document: &str) -> Option<String> {
    if let Some(known) = Language::from_tag(document) {
        return (known != page).then(|| in_language(page, known).to_owned());
    }
    let (at, word) = match page {
        Language::Fi => (0, "kieli"),
        Language::Sv => (1, "språk"),
        Language::En => (2, "language"),
    };
    let named = NAMED.iter().find(|(tag, _)| *tag == document);
    Some(named.map_or_else(|| format!("{word}: {document}"), |(_, names)| names[at].to_owned()))
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
        assert!(NAMED.is_sorted_by_key(|(tag, _)| *tag));
        assert!(NAMED.iter().all(|(tag, _)| of_tag(tag).as_deref() == Some(*tag)));
    }
}
