//! Findings in links, in Finnish.

use page::href::ALLOWED_SCHEMES;

use super::phrases::did_you_mean;
use crate::words::phrases::{Words, anchors, say};
use content::fault::finding::LinkFinding;

pub(super) fn words(finding: &LinkFinding) -> Words {
    match finding {
        LinkFinding::Nowhere { address, nearest } => say(
            format!("Linkki ei johda mihinkään: sivua ”{address}” ei ole"),
            "sivua ei ole",
            match nearest {
                Some(nearest) => did_you_mean(nearest),
                None => "kirjoita jonkin sivun osoite, esimerkiksi ”/hankkeet/”".to_owned(),
            },
        ),
        LinkFinding::Draft { path } => say(
            format!("Linkki johtaa sivulle {path}, joka on luonnos: sitä ei julkaista"),
            "luonnos",
            "poista sivulta \"draft\" tai tältä sivulta linkki",
        ),
        LinkFinding::Anchor { path, anchor, nearest, known } => say(
            format!("Linkki ei johda mihinkään: sivulla {path} ei ole otsikkoa ”#{anchor}”"),
            "otsikkoa ei ole",
            match nearest {
                Some(nearest) => did_you_mean(&format!("#{nearest}")),
                None if known.is_empty() => "sillä sivulla ei ole otsikoita".to_owned(),
                None => format!("sen sivun otsikot: {}", anchors(known)),
            },
        ),
        LinkFinding::Malformed { target } => say(
            format!("”{target}” ei ole kokonainen osoite"),
            "vajaa",
            "kirjoita koko osoite, esimerkiksi ”https://www.example.fi/”",
        ),
        LinkFinding::Disguised { host } => say(
            format!("Linkki johtaa osoitteeseen ”{host}”, vaikka se näyttää johtavan muualle"),
            "johtaa muualle",
            "avaa sivu ja kopioi sen osoite: palvelimen nimen edessä ei ole @-merkkiä, eikä nimessä ole sekaisin latinalaisia ja muita kirjaimia",
        ),
        LinkFinding::Empty => say(
            "Linkillä ei ole osoitetta",
            "ei johda mihinkään",
            "kirjoita sivun osoite, esimerkiksi ”/hankkeet/”, tai poista linkki",
        ),
        LinkFinding::Space { target, instead } => say(
            format!("Osoitteessa ”{target}” on välilyönti"),
            "välilyönti osoitteessa",
            format!("kirjoita ”{instead}”"),
        ),
        LinkFinding::Misspelt { words, address } => say(
            "Tätä ei ole kirjoitettu linkiksi: kävijät näkisivät sulkeet",
            "ei ole linkki",
            as_link(if words.is_empty() { "sanat" } else { words }, address),
        ),
        LinkFinding::NoAddress { words } => say(
            "Linkin osoite puuttuu: kävijät näkisivät sulkeet",
            "osoite puuttuu",
            as_link(words, "/hankkeet/"),
        ),
        LinkFinding::Unclosed { sign } => say(
            format!("Sulkeelta {sign} puuttuu pari: kävijät näkisivät sen"),
            "on yksin",
            format!(
                "kirjoita linkki näin: [sanat](/osoite/); jos sulje kuuluu tekstiin, kirjoita \\\\{sign}"
            ),
        ),
        LinkFinding::Scheme { target, scheme } => say(
            format!("Linkki ei voi johtaa osoitteeseen ”{target}”"),
            format!("”{scheme}:” ei ole sallittu"),
            format!("sallittuja ovat {}", ALLOWED_SCHEMES.join(", ")),
        ),
        LinkFinding::TextEmpty { target } => say("Linkissä ei ole tekstiä", "tyhjä", what_is_there(target)),
        LinkFinding::TextMeaningless { text, target } => say(
            format!("”{text}” ei kerro, minne linkki johtaa (WCAG 2.4.9)"),
            "ei kerro mitään",
            what_is_there(target),
        ),
        LinkFinding::NoWholePage { address } => say(
            "Kortti ja aiheeseen liittyvä sivu johtavat koko sivulle, eivät johonkin sen kohtaan",
            "johtaa sivun kohtaan",
            format!("kirjoita ”{address}” tai tee siitä linkki tekstiin"),
        ),
        LinkFinding::ToItself => {
            say("Sivu nimeää itsensä", "tämä sivu", "kirjoita toisen sivun osoite tai poista tämä")
        }
        LinkFinding::Orphan { path } => say(
            format!("Mikään sivu ei johda sivulle {path}"),
            "kukaan ei löydä sitä",
            "linkitä siihen tai luettele yläpuolisella sivulla sen alasivut lohkolla ”children”",
        ),
    }
}

fn as_link(words: &str, address: &str) -> String {
    format!("kirjoita [{words}]({address})")
}

fn what_is_there(target: &str) -> String {
    format!("kirjoita, mitä osoitteessa {target} on: sen otsikko tai muutama sana siitä")
}
