//! Findings in pictures and documents, in Finnish.

use page::Language;

use super::phrases::{did_you_mean, in_languages};
use crate::words::phrases::{Words, say, shortened};
use content::fault::finding::MediaFinding;

const SHARED: &str = "käytä JPEG- tai PNG-tiedostoa, mieluiten 1200 × 630 kuvapistettä";

pub(super) fn words(finding: &MediaFinding) -> Words {
    match finding {
        MediaFinding::Missing { address, nearest } => say(
            format!("Sisältökansiossa ei ole tiedostoa ”{address}”"),
            "tiedostoa ei ole",
            match nearest {
                Some(nearest) => did_you_mean(&format!("/{nearest}")),
                None => "kopioi tiedosto tämän sivun viereen ja kirjoita sen nimi".to_owned(),
            },
        ),
        MediaFinding::Outside { named } => say(
            format!("”{named}” johtaa sisältökansion ulkopuolelle"),
            "ei ole sisältökansiossa",
            "kopioi tiedosto tämän sivun viereen ja kirjoita pelkkä nimi",
        ),
        MediaFinding::NoPicture { named } => say(
            format!("”{named}” ei ole kuva, jonka selain voi näyttää"),
            "ei kuva",
            "käytä JPEG-, PNG-, WebP-, GIF-, AVIF- tai SVG-tiedostoa",
        ),
        MediaFinding::Misnamed { named, better } => say(
            format!("”{named}” on toisenlainen kuva kuin sen nimi kertoo"),
            "muuta lajia",
            format!("nimeä tiedosto uudelleen ja kirjoita ”{better}”"),
        ),
        MediaFinding::NoSize { named } => say(
            format!("Piirros ”{named}” ei kerro kokoaan"),
            "ei kokoa eikä mittasuhteita",
            "kirjoita sen <svg>-elementtiin viewBox=\"0 0 leveys korkeus\", tai tallenna se uudelleen ohjelmassa, jolla se tehtiin",
        ),
        MediaFinding::Broken { named } => say(
            format!("Kuva ”{named}” on rikki tai aivan liian suuri"),
            "ei voi lukea loppuun",
            "avaa se kuvaohjelmassa ja tallenna uudelleen, leveydeltään enintään 4000 kuvapistettä",
        ),
        MediaFinding::Active { named, part, line } => say(
            format!(
                "”{named}” on piirros, joka voisi suorittaa ohjelman kävijän koneella tai hakea jotain muualta"
            ),
            format!("sen rivillä {line} on ”{part}”"),
            "tallenna se tavallisena SVG-tiedostona UTF-8-merkistöllä, ilman skriptejä, tapahtumia, HTML:ää ja linkitettyjä \
             tiedostoja, tai PNG-kuvana",
        ),
        MediaFinding::Twice { address, files: [first, second] } => say(
            format!("Kahdella tiedostolla on osoite /{address}"),
            "kumpi niistä?",
            format!("nimeä uudelleen tai poista {} tai {}", first.display(), second.display()),
        ),
        MediaFinding::OfPublication { file } => say(
            format!("Osoitteessa /{file} on sivuston oma tiedosto tai kansio"),
            "paikka on varattu",
            "anna tiedostolle tai sen kansiolle toinen nimi",
        ),
        MediaFinding::OfDevice { name } => say(
            format!(
                "Nimi ”{name}” on Windowsin oma: Windows ei voi tallentaa sen nimistä tiedostoa eikä kansiota"
            ),
            "varattu",
            "anna tiedostolle tai sen kansiolle toinen nimi",
        ),
        MediaFinding::NotOnWindows { name, character } => say(
            format!("”{name}” ei voi olla tiedoston tai kansion nimi Windowsissa"),
            match character {
                ' ' | '.' => "päättyy välilyöntiin tai pisteeseen".to_owned(),
                sign if sign.is_control() => "sisältää ohjausmerkin".to_owned(),
                sign => format!("sisältää merkin {sign}"),
            },
            "anna tiedostolle tai sen kansiolle toinen nimi; siihen asti sitä ei voi kopioida Windows-koneelle",
        ),
        MediaFinding::TooLong { name, most } => say(
            format!("Nimi ”{}” on liian pitkä: järjestelmiin mahtuu {most} tavua", shortened(name)),
            format!("{} tavua", name.len()),
            "anna tiedostolle tai sen kansiolle lyhyempi nimi; ä ja ö ovat kaksi tavua",
        ),
        MediaFinding::Alike { files: [first, second] } => say(
            "Kaksi nimeä eroaa vain isoilta kirjaimiltaan tai kirjainten tallennustavalta: Windowsissa ja macOS:ssä ne ovat sama nimi",
            "toisen näköinen",
            format!("nimeä uudelleen {} tai {}", first.display(), second.display()),
        ),
        MediaFinding::NoDocument { named, ending } => say(
            format!(
                "Tiedostoa ”{named}” ei voi tarjota: sivusto ei julkaise tiedostoja, joiden pääte on ”.{ending}”"
            ),
            "ei tällaista tiedostoa",
            "tallenna se PDF:nä; myös toimisto-, teksti-, ääni-, video-, kuva- ja ZIP-tiedostot kelpaavat",
        ),
        MediaFinding::OtherContents { named, kind } => say(
            format!("Tiedoston ”{named}” laji ei ole {kind}, vaikka sen nimi niin kertoo"),
            "sisältö on muuta",
            format!("avaa se ohjelmassa, jolla se on tehty, ja tallenna lajina {kind}, tai anna sopiva nimi"),
        ),
        MediaFinding::TooFewPixels { width, height } => say(
            format!(
                "Kuvassa on {width} × {height} kuvapistettä: liian vähän, jotta se näkyisi sivua jaettaessa"
            ),
            "ei näkyisi",
            SHARED,
        ),
        MediaFinding::NotShared { named } => {
            say(format!("”{named}” ei ole kuva, joka näkyy sivua jaettaessa"), "ei näkyisi", SHARED)
        }
        MediaFinding::AltMissingIn { languages } => {
            let first = languages.first().copied().map_or("", Language::tag);
            say(
                format!("Kuvalla ei ole vaihtoehtoista tekstiä {} (WCAG 1.1.1)", in_languages(languages)),
                "mitä siinä on?",
                format!("kerro se kentässä \"alt\": {{ \"{first}\": \"…\" }}"),
            )
        }
        MediaFinding::Cut { named } => say(
            format!("”{named}” on katkennut tai vajaa: kävijät eivät ehkä saa sitä auki"),
            "loppu puuttuu",
            "avaa tiedosto, katso, onko se ehjä, ja tallenna tai kopioi se tänne uudestaan",
        ),
        MediaFinding::Protected { named } => say(
            format!("”{named}” on suojattu: se kysyy salasanaa tai estää ruudunlukuohjelman"),
            "salattu",
            "tallenna se ilman suojausta ja salasanaa",
        ),
        MediaFinding::TooLarge { megabytes, most } => say(
            format!("Tiedosto on kävijän yhteydelle liian suuri: {megabytes} Mt"),
            "liian suuri",
            format!("pienennä se alle {most} megatavuun"),
        ),
        MediaFinding::AltMissing => say(
            "Kuvalta puuttuu vaihtoehtoinen teksti (WCAG 1.1.1)",
            "mitä siinä on?",
            "kerro kentässä \"alt\", mitä kuvassa on; jos kuva vain koristaa, kirjoita \"decorative\": true",
        ),
        MediaFinding::AltEmpty => say(
            "Vaihtoehtoinen teksti on tyhjä",
            "tyhjä",
            "kerro, mitä kuvassa on, tai kirjoita sen sijaan \"decorative\": true",
        ),
        MediaFinding::AltFileName => say(
            "Vaihtoehtoinen teksti on tiedoston nimi",
            "tiedoston nimi",
            "kerro, mitä kuvassa on, niin kuin kertoisit puhelimessa",
        ),
        MediaFinding::AltDecorative => say(
            "Koristeellisella kuvalla ei ole vaihtoehtoista tekstiä",
            "vain toinen näistä",
            "poista \"decorative\" tai \"alt\"",
        ),
    }
}
