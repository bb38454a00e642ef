//! One thing is written in several ways, in texts and in queries: dashes, endings of abbreviations, signs
//! that nobody sees or that only look other. Search finds it in each of them; and compounds by a part, below
//! the part itself.

use std::{collections::HashMap, fs, path::Path, process::Command, sync::Arc};

use search::{
    index::{Standing, folder_of, root::Root},
    language::Language,
    query::{File, Query, Search},
    words::words,
};
use site::index::{Indexed, Memories, Voikko, files, voikko};

use crate::support::{changed::edit, everything, folder};

/// A site with a page for each text.
struct Site {
    language: Language,
    texts: Vec<String>,
    search: Search,
    /// The folder of the language's files.
    folder: String,
    files: HashMap<String, Vec<u8>>,
}

impl Site {
    fn of(tag: &str, texts: &[&str]) -> Site {
        let pages = texts.iter().enumerate().map(|(number, text)| {
            let words = words(text).into_iter().map(|word| format!("{}{}", Standing::Text as u8, word.text));
            let words = words.collect::<Vec<String>>().join(" ");
            let path = format!("/{number:03}/");
            Arc::new(Indexed { language: tag.to_owned(), path, words: words.into(), ..Indexed::default() })
        });
        let files: HashMap<_, _> =
            files(pages.collect(), Voikko::Never, &mut Memories::default()).into_iter().collect();
        let search = Search::new(Root::read(&files[tag]).unwrap());
        let texts = texts.iter().map(|text| (*text).to_owned()).collect();
        Site { language: Language::from_tag(tag).unwrap(), texts, search, folder: folder_of(tag), files }
    }

    fn give(&mut self, needed: Vec<File>) {
        for file in needed {
            let name = format!("{}/{}", self.folder, self.search.name(file).unwrap());
            self.search.give(file, self.files[&name].clone());
        }
    }

    /// The texts that a finished query finds, the best first.
    fn find(&mut self, query: &str) -> Vec<&str> {
        let query = Query::new(&format!("{query} "), self.language);
        self.give(self.search.needs(&query));
        loop {
            let needed = self.search.needs_for_compounds(&query);
            if needed.is_empty() {
                break;
            }
            self.give(needed);
        }
        let hits = self.search.find(&query).hits;
        hits.into_iter().map(|page| self.texts[page as usize].as_str()).collect()
    }

    /// The suggestion for a query.
    fn suggested(&mut self, query: &str) -> Option<String> {
        let query = Query::new(&format!("{query} "), self.language);
        self.give(self.search.needs(&query));
        let unknown = self.search.find(&query).unknown;
        loop {
            let needed = self.search.needs_for_suggestions(&query, &unknown);
            if needed.is_empty() {
                break;
            }
            self.give(needed);
        }
        self.search.suggested(&query, &unknown)
    }
}

#[test]
fn a_hyphen_finds_every_dash_and_a_dash_every_hyphen() {
    let signs = "-\u{2d7}\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{fe58}\u{fe63}\u{ff0d}";
    for sign in signs.chars() {
        let between = [format!("{sign}"), format!(" {sign} ")];
        for between in between {
            let years = format!("Kaudella 2006{between}2007");
            let places = format!("Rata Oulu{between}Kajaani");
            let mut site = Site::of("fi", &["Kausi 2006", "Oulu", &years, &places, "Vuosi 2007"]);
            for asked in signs.chars() {
                assert_eq!(site.find(&format!("2006{asked}2007")), [years.as_str()], "{asked} finds {years}");
                assert_eq!(site.find(&format!("oulu{asked}kajaani")), [places.as_str()], "{asked}");
            }
        }
    }
    // With the hyphen as it was typed a page comes first.
    let mut site = Site::of("fi", &["2006–2007", "2006-2007"]);
    assert_eq!(site.find("2006-2007"), ["2006-2007", "2006–2007"]);
    let mut site = Site::of("fi", &["Uusi e–lomake", "Lomake", "Luvut 1–2"]);
    assert_eq!(site.find("e-lomake"), ["Uusi e–lomake"]);
    assert_eq!(site.find("1-2"), ["Luvut 1–2"]);
    let mut site = Site::of("fi", &["Kaudella 2006–2007", "Luvut 1-2"]);
    assert_eq!(site.find("1–2"), ["Luvut 1-2"]);
}

#[test]
fn the_ending_of_an_abbreviation_finds_no_other_one() {
    for (language, texts) in [
        ("fi", &["OKM:n päätös", "YK:n päivä", "WC:ssä ja 5:ssä", "Bordeaux'n viini", "DVD:itä"][..]),
        ("sv", &["SKR:s beslut", "FN:s dag", "tv:n", "3:e kapitlet, pdf:erna", "S:t Eriks gata"]),
        ("en", &["The UN's decision", "The EU's day", "MPs and PDFs", "The NGO’s", "the 1990's"]),
    ] {
        for (asked, found) in
            [
                (
                    "fi",
                    &[
                        ("YK:n", 1),
                        ("YK", 1),
                        ("yk:lle", 1),
                        ("OKM:ään", 0),
                        ("okm", 0),
                        ("5:n", 2),
                        ("wc", 2),
                    ][..],
                ),
                ("fi", &[("bordeaux", 3), ("Bordeaux'ssa", 3), ("dvd", 4), ("DVD:n", 4)]),
                (
                    "sv",
                    &[
                        ("FN:s", 1),
                        ("fn", 1),
                        ("SKR", 0),
                        ("tv", 2),
                        ("tv:ns", 2),
                        ("pdf:en", 3),
                        ("3:e", 3),
                        ("S:t Erik", 4),
                    ],
                ),
                (
                    "en",
                    &[("EU", 1), ("eu's", 1), ("UN’s", 0), ("MP", 2), ("pdf", 2), ("ngo", 3), ("1990", 4)],
                ),
            ]
            .into_iter()
            .filter(|(known, _)| *known == language)
            .flat_map(|(_, asked)| asked)
        {
            assert_eq!(Site::of(language, texts).find(asked), [texts[*found]], "{asked}");
        }
    }
}

#[test]
fn signs_that_look_other_or_are_not_seen_hide_no_word() {
    for (written, plain) in [
        ("graaﬁnen", "graafinen"),
        ("eﬀekt", "effekt"),
        ("CO₂", "CO2"),
        ("m²", "m2"),
        ("kou\u{200b}lutus", "koulutus"),
        ("\u{feff}koulutus", "koulutus"),
        ("koulu\u{2060}tus\u{200e}", "koulutus"),
        ("koulu\u{ad}tus", "koulutus"),
        ("ｋｏｕｌｕｔｕｓ", "koulutus"),
        ("𝐤𝐨𝐮𝐥𝐮𝐭𝐮𝐬", "koulutus"),
        ("pa\u{308}a\u{308}to\u{308}s", "päätös"),
        ("Kunta¹", "kunta"),
        ("cafe\u{301}", "café"),
        ("kou\u{3164}lutus", "koulutus"),
        ("2ⁿᵈ", "2nd"),
        ("1ˢᵗ", "1st"),
        ("Bordeaux\u{2bc}n", "bordeaux"),
        ("rock\u{b4}n\u{2bc}roll", "rock'n'roll"),
        ("2026\u{2d7}2027", "2026-2027"),
        ("aika:ilta", "ilta"),
    ] {
        for (stands, asked) in [(written, plain), (plain, written)] {
            let text = format!("Tässä on {stands} nyt");
            let mut site = Site::of("fi", &["talo", &text]);
            assert_eq!(site.find(asked), [text.as_str()], "{asked} finds {stands}");
        }
    }
    assert_eq!(Site::of("fi", &["CO₂-päästöt", "Seutu™"]).find("co2"), ["CO₂-päästöt"]);
    assert_eq!(Site::of("fi", &["CO₂-päästöt", "Seutu™"]).find("seutu"), ["Seutu™"]);
}

#[test]
fn a_published_page_is_found_whatever_its_signs() {
    let scratch = tempfile::tempdir().unwrap();
    let (content, out) = (scratch.path().join("content"), scratch.path().join("dist"));
    folder::copy(&everything::content(), &content);
    edit(&content.join("fi/yhteys.json"), |page| {
        page["summary"] = "OKM:n graaﬁnen ohjeisto, CO₂ ja 2006–2007".into();
    });
    let output = everything::build(&content, &out).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let index = out.join(search::index::FOLDER);
    let mut search = Search::new(Root::read(&fs::read(index.join("fi")).unwrap()).unwrap());
    let folder = index.join(folder_of("fi"));
    for asked in ["graafinen ohjeisto", "co2", "2006-2007", "okm"] {
        let query = Query::new(&format!("{asked} "), Language::Fi);
        for file in search.needs(&query) {
            search.give(file, fs::read(folder.join(search.name(file).unwrap())).unwrap());
        }
        let hits = search.find(&query).hits;
        for file in search.needs_for_listed(&hits) {
            search.give(file, fs::read(folder.join(search.name(file).unwrap())).unwrap());
        }
        let found: Vec<String> = hits.into_iter().map(|page| search.listed(page).unwrap().path).collect();
        assert!(found.contains(&"/yhteys/".to_owned()), "{asked}: {found:?}");
    }
}

#[test]
fn what_is_proposed_is_a_word_of_the_site() {
    let texts = ["asukkaiden hankkeissa", "vesihuolto", "koulutuksessa ja koulutusta", "kaupungeissa"];
    let mut site = Site::of("fi", &texts);
    let known: Vec<String> = texts.iter().flat_map(|text| words(text)).map(|word| word.text).collect();
    for (typed, meant) in [
        ("asukass", Some("asukkaiden")),
        ("vesihuoltto", Some("vesihuolto")),
        ("hankek", Some("hankkeissa")),
        ("koulutsu", None),
        ("kaupunkki", Some("kaupungeissa")),
        ("veso", None),
        ("huoltp", None),
    ] {
        let suggestion = site.suggested(typed);
        assert!(suggestion.as_ref().is_none_or(|word| known.contains(word)), "{typed}: {suggestion:?}");
        assert!(meant.is_none_or(|meant| suggestion.as_deref() == Some(meant)), "{typed}: {suggestion:?}");
    }
    // Of several words each is one of the site.
    assert_eq!(site.suggested("vesihuoltto zzzxqw asukass").as_deref(), Some("vesihuolto asukkaiden"));
    assert_eq!(site.suggested("zzzxqw"), None);
}

#[test]
fn a_compound_is_found_by_its_parts_and_stands_below_the_part_itself() {
    let mut site = Site::of("fi", &["vesihuolto", "kirjastokortti", "vesi", "hallitus", "aluekirjasto"]);
    assert_eq!(site.find("vesi"), ["vesi", "vesihuolto"]);
    assert_eq!(site.find("huollon"), ["vesihuolto"]);
    assert_eq!(site.find("kortit"), ["kirjastokortti"]);
    assert_eq!(site.find("halli"), Vec::<&str>::new());
    assert_eq!(site.find("tus"), Vec::<&str>::new());
    // What only begins as a word does is no part of compounds either.
    let mut site =
        Site::of("fi", &["koulutus", "koulutuksen", "koulutusta", "koulutusohjelma", "aikuiskoulutuspäivä"]);
    assert_eq!(site.find("koulu"), Vec::<&str>::new());
    // "Elomake" is no word with "lomake" in it: the hyphen is missing.
    let mut site = Site::of("fi", &["elomake", "e-lomake", "hakulomaketta"]);
    assert_eq!(site.find("lomake"), ["e-lomake", "hakulomaketta"]);
    let mut site = Site::of("sv", &["utbildningsnämnd", "skolbuss"]);
    assert_eq!(site.find("nämnden"), ["utbildningsnämnd"]);
    assert_eq!(site.find("skola"), ["skolbuss"]);
}

#[test]
fn a_last_part_that_looks_like_the_end_of_a_form_is_found_and_forms_are_not() {
    for (texts, asked, found) in [
        // A hyphen, vowel harmony, a first part that stands on the site or that has no such forms.
        (&["musiikki-ilta", "tiedotusilta", "saunailta ja sauna"][..], "ilta", &[0, 1, 2][..]),
        (&["kävelysilta", "rautatiesilta", "nostosilta ja nosto"], "silta", &[0, 1, 2]),
        (&["päätösvalta", "kansanvalta", "toimivallan"], "valta", &[0, 1, 2]),
        (&["työttömyyskassa", "jonotuslista", "yrityslaina"], "kassa", &[0]),
        (&["työttömyyskassa", "jonotuslista", "yrityslaina"], "lista", &[1]),
        (&["työttömyyskassa", "jonotuslista", "yrityslaina"], "laina", &[2]),
        (&["rakennusala", "tieteenala", "toimiala", "sairaala", "ravintola"], "ala", &[0, 1, 2]),
        (&["ensiapu", "oikeusapu", "jättirapu", "tapu"], "apu", &[0, 1]),
        (&["kaupunginosa", "varaosa", "mimosa"], "osa", &[0, 1]),
        (&["pyörätie", "ymmärtie"], "tie", &[0]),
        // The fifth word that tells of the next: tie, pyörä, retki, luokka, huone.
        (&["pyörätie", "pyöräretki", "luokkaretki", "luokkahuone", "kylpyhuone"], "huone", &[3, 4]),
        // Forms of other words.
        (
            &["kouluilta", "kunnilta", "lautakunnilta", "asukkailta", "banaanilta", "kansalaisilta"],
            "ilta",
            &[],
        ),
        (&["kansalaisilta", "hevosilta", "lukukausilta", "laivankansilta", "analyysilta"], "silta", &[]),
        (&["tunneli", "tunnelista", "tunne"], "lista", &[]),
        (&["tunneli", "tunnelista", "tunne"], "tunneli", &[0, 1]),
        (&["luokassa", "lomamatkassa"], "kassa", &[]),
        (&["koulu", "kouluilta", "ilta"], "koulu", &[0, 1]),
    ] {
        let mut site = Site::of("fi", texts);
        let mut numbers: Vec<usize> = site
            .find(asked)
            .iter()
            .map(|text| texts.iter().position(|known| known == text).unwrap())
            .collect();
        numbers.sort_unstable();
        assert_eq!(numbers, found, "{asked} in {texts:?}");
    }
}

#[test]
fn a_compound_with_a_short_beginning_is_found_where_its_last_part_stands_alone_too() {
    for (compound, part) in [
        ("jäähalli", "halli"),
        ("jääkaappi", "kaappi"),
        ("tielaki", "laki"),
        ("pääkirjasto", "kirjasto"),
        ("säätiedote", "tiedote"),
        ("puutarha", "tarha"),
        ("suopursu", "pursu"),
    ] {
        let alone = format!("Tämä {part} on uusi.");
        let mut site = Site::of("fi", &[&format!("Tämä {compound} on uusi."), &alone, "Tieto ja suola."]);
        let found = site.find(part);
        assert_eq!(found.len(), 2, "{part}: {found:?}");
        assert_eq!(found[0], alone, "{part}");
    }
}

#[test]
fn a_word_that_stands_somewhere_loads_nothing_of_compounds() {
    let mut site = Site::of("fi", &["vesi", "vesihuolto", "jätehuolto", "jäte", "talo"]);
    for asked in ["vesi", "veden", "huolto", "talot", "jäte"] {
        let query = Query::new(asked, Language::Fi);
        site.give(site.search.needs(&query));
        assert_eq!(site.search.needs_for_compounds(&query), [], "{asked}");
    }
}

/// The output, in a language, of a publication with the dictionaries of one folder only.
fn said(language: &str, dictionaries: &Path, out: &Path) -> String {
    let mut build = Command::new(env!("CARGO_BIN_EXE_seutu"));
    build.args(["build", "--language", language, "--shell"]).arg(everything::content().join("../../shell"));
    build.arg("--content").arg(everything::content()).arg("--out").arg(out);
    build.env("VOIKKO_DICTIONARY_PATH", dictionaries);
    let output = build.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    said
}

#[test]
fn where_voikko_is_not_installed_the_publisher_hears_once_what_is_lost() {
    let scratch = tempfile::tempdir().unwrap();
    for language in ["fi", "sv", "en"] {
        let said = said(language, &scratch.path().join("nothing"), &scratch.path().join("dist"));
        let lines: Vec<&str> = said.lines().filter(|line| line.contains("Voikko")).collect();
        assert_eq!(lines.len(), 1, "{said}");
        assert!(lines[0].contains("apt install voikko-fi"), "{said}");
    }
    if voikko::analyse(&["talo"]).is_some() {
        let output =
            everything::build(&everything::content(), &scratch.path().join("dist")).output().unwrap();
        assert!(!String::from_utf8_lossy(&output.stderr).contains("Voikko"));
    }
}

#[test]
fn an_edit_renames_the_files_that_hold_its_words_and_no_others() {
    let texts: Vec<String> = (0..3000).map(|number| format!("sana{number:04} toinen{number:04}")).collect();
    let mut edited = texts.clone();
    edited[1500].push_str(" lisätty");
    let [before, after] = [texts, edited].map(|texts| {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        Site::of("fi", &texts).files
    });
    let new: Vec<&String> = after.keys().filter(|name| !before.contains_key(*name)).collect();
    assert!(before.len() > 12, "{}", before.len());
    // Its shard, the same read backwards, and their list.
    assert!((2..=5).contains(&new.len()), "{new:?} of {}", before.len());
}
