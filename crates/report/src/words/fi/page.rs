//! Findings in what stands on a page, in Finnish.

pub use page::Language;

use super::phrases::in_languages;
use crate::words::phrases::{Words, say};
use content::fault::finding::{NoDate, NotInText, PageFinding, Plain, Skipped};
use page::counted::count;

pub(super) fn words(finding: &PageFinding) -> Words {
    match finding {
        PageFinding::HeadingHidden => say(
            "Otsikko ei voi olla kohdassa, joka on ensin avattava",
            "jäisi piiloon",
            "siirrä se yläpuolelle tai kirjoita se **vahvennettuna** kappaleena",
        ),
        PageFinding::HeadingSkipped(Skipped::Heading) => say(
            "Alaotsikon yläpuolella on oltava otsikko (WCAG 1.3.1)",
            "yläpuolella ei ole otsikkoa",
            "kirjoita \"heading\" eikä \"subheading\"",
        ),
        PageFinding::HeadingSkipped(Skipped::Subheading) => say(
            "Pienimmän otsikon yläpuolella on oltava alaotsikko (WCAG 1.3.1)",
            "yläpuolella ei ole alaotsikkoa",
            "kirjoita \"subheading\" eikä \"minorHeading\"",
        ),
        PageFinding::TextEmpty => {
            say("Tässä ei ole tekstiä", "tyhjä", "kirjoita teksti tai poista koko lohko tai kenttä")
        }
        PageFinding::TextMarkdown(what) => not_in_text(*what),
        PageFinding::Unclosed { sign } => say(
            format!("Merkiltä {sign} puuttuu pari: kävijät näkisivät sen"),
            "on yksin",
            match sign.as_str() {
                "**" => {
                    "kirjoita **tärkeät sanat** ilman välilyöntejä reunoilla; jos merkki kuuluu tekstiin, kirjoita \\\\*\\\\*"
                }
                "*" => {
                    "kirjoita sanojen perään yhtä monta merkkiä kuin eteen; tekstiin kuuluva tähti on \\\\*"
                }
                "`" => "kirjoita `koodi`; heittomerkki on ’, ja tekstiin kuuluva merkki \\\\`",
                "~~" => "sanoja ei voi viivata yli: jätä merkit pois",
                _ => "kirjoita **tärkeät sanat**; jos merkki kuuluu tekstiin, kirjoita \\\\_\\\\_",
            },
        ),
        PageFinding::Plain(Plain::Html) => say(
            "Tämä teksti näytetään sellaisenaan: kävijät näkisivät HTML:n tunnisteet",
            "ei lueta HTML:nä",
            "kirjoita pelkät sanat",
        ),
        PageFinding::Plain(_) => say(
            "Tämä teksti näytetään sellaisenaan: kävijät näkisivät Markdownin merkit",
            "ei lueta Markdownina",
            "kirjoita pelkät sanat; linkit ja tärkeät sanat kuuluvat kenttiin, joissa voi käyttää Markdownia",
        ),
        PageFinding::ListEmpty => {
            say("Luettelossa ei ole mitään", "tyhjä", "kirjoita luettelon kohdat tai poista koko luettelo")
        }
        PageFinding::ListLong { pages, shown } => say(
            format!(
                "Luettelossa on {pages} sivua, ja vain sivun ensimmäinen pitkä luettelo jatkuu seuraavilla sivuilla"
            ),
            format!("näistä näytetään {shown}"),
            format!("kirjoita \"atMost\": {shown} tai vähemmän, tai tee luettelolle oma sivu"),
        ),
        PageFinding::TableCaption => {
            say("Taulukolla ei ole otsikkoa", "tyhjä", "kerro kentässä \"caption\", mitä taulukossa on")
        }
        PageFinding::TableHeader => say(
            "Taulukon sarakkeilla ei ole nimiä (WCAG 1.3.1)",
            "tämä taulukko",
            "nimeä jokainen sarake kentässä \"header\"",
        ),
        PageFinding::TableHeaderCell => say(
            "Sarakkeella ei ole nimeä (WCAG 1.3.1)",
            "tyhjä",
            "nimeä sarake; vain ensimmäinen voi olla nimetön",
        ),
        PageFinding::TableRow { cells, header } => say(
            format!("Rivillä on {}, otsikkorivillä {header}", count(*cells, ("solu", "solua"))),
            "tämä rivi",
            "tyhjä solu kirjoitetaan \"\"",
        ),
        PageFinding::Date { text, reason } => {
            let (label, help) = no_date(*reason);
            say(format!("”{text}” ei ole päivämäärä"), label, help)
        }
        PageFinding::CallDeadline { opens } => say(
            "Haku päättyy ennen kuin se alkaa",
            "liian aikaisin",
            format!("kirjoita myöhempi päivä kuin {opens}"),
        ),
        PageFinding::EventEnd { start } => say(
            "Tapahtuma päättyy ennen kuin se alkaa",
            "liian aikaisin",
            format!("kirjoita myöhempi päivä tai aika kuin {start}"),
        ),
        PageFinding::NoticeEnd { start } => say(
            "Tiedote päättyy ennen kuin se alkaa",
            "liian aikaisin",
            format!("kirjoita myöhempi päivä tai aika kuin {start}"),
        ),
        PageFinding::NoticeMissingIn { languages } => {
            let first = languages.first().copied().map_or("", Language::tag);
            say(
                format!("Tiedotetta ei ole {}", in_languages(languages)),
                "ei näy silloin",
                format!("kirjoita se kenttään \"text\": {{ \"{first}\": \"…\" }}"),
            )
        }
        PageFinding::NotInFull => say(
            "Seloste sanoo, että sivusto täyttää kaikki vaatimukset, mutta luettelee puutteita",
            "puutteita on kuitenkin",
            "kirjoita \"partial\", tai poista puutteet, kun ne on korjattu",
        ),
        PageFinding::NoShortcomings => say(
            "Seloste sanoo, ettei sivusto täytä kaikkia vaatimuksia, mutta ei kerro, missä",
            "yhtään puutetta ei kerrota",
            "kerro kentässä \"shortcomings\", mikä ei ole saavutettavaa ja miten se haittaa; kirjoita \"full\" vain, jos kaikki vaatimukset täyttyvät",
        ),
        PageFinding::Criterion { text } => say(
            format!("WCAG-ohjeistossa ei ole kriteeriä ”{text}”"),
            "tällaista ei ole",
            "kirjoita kriteerin kolme numeroa, esimerkiksi ”1.4.3”, tai jätä kenttä pois",
        ),
        PageFinding::Mail { text } => say(
            format!("”{text}” ei ole sähköpostiosoite"),
            "ei osoite",
            "kirjoita esimerkiksi ”etunimi.sukunimi@example.fi”",
        ),
        PageFinding::SendTo { text } => say(
            format!("”{text}” ei ole sähköpostiosoite eikä verkko-osoite"),
            "tänne ei voi lähettää",
            "kirjoita esimerkiksi ”haku@example.fi” tai ”https://www.example.fi/haku”; postiosoitteen paikka on \"sendToAddress\"",
        ),
        PageFinding::Phone { text } => say(
            format!("”{text}” ei ole puhelinnumero"),
            "ei numero",
            "kirjoita esimerkiksi ”+358 14 123 4567”",
        ),
        PageFinding::LanguageTag { tag } => say(
            format!("”{tag}” ei ole kielen tunnus (BCP 47)"),
            "tuntematon",
            "kirjoita esimerkiksi ”sv”, ”en” tai ”se”",
        ),
        PageFinding::DocumentLanguage { tag } => say(
            format!("”{tag}” ei ole kielen tunnus (ISO 639)"),
            "tuntematon",
            "kirjoita esimerkiksi ”sv”, ”en”, ”se” tai ”ru”",
        ),
    }
}

fn not_in_text(what: NotInText) -> Words {
    let numbered = match what {
        NotInText::NumberedList { first } => {
            format!(
                "tee luettelosta oma lohko \"numberedList\" tai \"steps\"; jos virke alkaa numerolla, kirjoita {first}\\\\."
            )
        }
        _ => String::new(),
    };
    let (what, help) = match what {
        NotInText::Paragraph => ("toista kappaletta", "kirjoita kummallekin oma \"paragraph\""),
        NotInText::Html => ("HTML:ää", "kirjoita Markdownia: **vahvennettu**, *korostettu*"),
        NotInText::HtmlBreak => {
            ("HTML:ää", "rivin vaihtuessa kirjoita \\\\\\n; uusi kappale on oma \"paragraph\"")
        }
        NotInText::HtmlLink => ("HTML:ää", "kirjoita [sanat](/osoite/)"),
        NotInText::BulletinBoard => {
            ("hakasulkeisia tunnisteita", "kirjoita Markdownia: **vahvennettu**, *korostettu*")
        }
        NotInText::Heading => ("otsikkoa", "tee otsikosta oma lohko \"heading\""),
        NotInText::List => ("luetteloa", "tee luettelosta oma lohko \"list\" tai \"steps\""),
        NotInText::NumberedList { .. } => ("numeroitua luetteloa", numbered.as_str()),
        NotInText::Definition => (
            "linkin osoitetta omalla rivillään",
            "kirjoita linkki näin: [sanat](/osoite/); jos sanat on tarkoitettu näytettäviksi, kirjoita merkin [ eteen \\\\",
        ),
        NotInText::Nesting => (
            "näin monta merkintää sisäkkäin",
            "vahvennuksia, korostuksia ja linkkejä voi olla enintään kuusi sisäkkäin",
        ),
        NotInText::Other => (
            "tällaista Markdownia",
            "tähän voi kirjoittaa vahvennettua ja korostettua tekstiä, linkkejä ja rivinvaihtoja",
        ),
    };
    say(format!("Tekstikentässä ei voi olla {what}"), "ei kuulu tekstiin", help)
}

fn no_date(reason: NoDate) -> (&'static str, &'static str) {
    match reason {
        NoDate::Form => {
            ("ei muodossa vuosi-kuukausi-päivä", "kirjoita vuosi, kuukausi ja päivä näin: ”2006-12-08”")
        }
        NoDate::Day => {
            ("tällaista päivää ei ole", "tarkista päivä ja kuukausi: järjestys on vuosi-kuukausi-päivä")
        }
        NoDate::Time => ("tällaista kellonaikaa ei ole", "kirjoita tunnit ja minuutit näin: ”09:00”"),
        NoDate::Skipped => (
            "tänä päivänä tätä kellonaikaa ei ole: kesäaika alkaa, ja kellot siirretään kolmesta neljään",
            "kirjoita aika, jota kellot näyttävät, kuten ”04:00”",
        ),
    }
}
