//! Findings in files and their JSON, in Finnish.

use super::phrases::no_path;
use crate::words::phrases::{Words, say};
use content::fault::finding::{FileFinding, Syntax};

pub(super) fn words(finding: &FileFinding) -> Words {
    match finding {
        FileFinding::SiteMissing => say(
            "Sisältökansiosta puuttuu site.json, tiedosto, jossa ovat sivuston nimi ja valikko",
            "pitäisi olla tässä",
            "tarkista, että kansio on oikea: siinä on oma kansio jokaiselle kielelle",
        ),
        FileFinding::Unreadable { reason } => say(
            format!("Tiedostoa ei voi lukea: {reason}"),
            "ei luettu",
            "tarkista, saatko avata sen ja onko se auki toisessa ohjelmassa",
        ),
        FileFinding::ByteOrderMark => say(
            "Tiedoston alussa on näkymätön tavujärjestysmerkki (BOM), jota JSON ei salli (RFC 8259 §8.1)",
            "tämän merkin edellä",
            "tallenna tiedosto uudelleen muodossa UTF-8 ilman BOM-merkkiä",
        ),
        FileFinding::Encoding => say(
            "Tiedosto ei ole UTF-8-tekstiä",
            "tästä merkistä alkaen",
            "tallenna tiedosto uudelleen merkistöllä UTF-8",
        ),
        FileFinding::SymbolicLink => say(
            "Tämä on symbolinen linkki; sisällön on oltava omassa kansiossaan",
            "linkkiä ei seurata",
            "laita tähän itse tiedosto",
        ),
        FileFinding::IgnoredFile => say(
            "Tätä tiedostoa ei lueta: se ei ole sivuston sivu",
            "ei lueta",
            "anna sille pääte .json ja siirrä se jonkin kielen kansioon, tai poista se",
        ),
        FileFinding::IgnoredFolder { name } => say(
            format!("Kansiota {name}/ ei lueta: se ei ole minkään kielen kansio"),
            "ei lueta",
            "siirrä sivut kansioon fi, sv tai en, tai poista ne",
        ),
        FileFinding::Name { name, reason, better } => say(
            format!("Nimi ”{name}” ei kelpaa osoitteen osaksi: {}", no_path(reason)),
            "tämä tiedosto",
            format!("nimeä se uudelleen, esimerkiksi ”{better}”"),
        ),
        FileFinding::Empty => {
            say("Tiedosto on tyhjä", "tässä pitäisi olla {", "aloita näin: { \"title\": \"…\" }")
        }
        FileFinding::Syntax(syntax) => {
            let (label, help) = syntax_words(*syntax);
            say("Tämä ei ole JSONia", label, help)
        }
        FileFinding::Nesting => say(
            "Tiedostossa on liian monta sulkuparia sisäkkäin",
            "liian syvällä",
            "sivulla ei tarvita näin monta sisäkkäistä merkkiä [ ja {; luetteloita voi olla enintään kymmenen sisäkkäin",
        ),
        FileFinding::DuplicateKey { name, first_line } => say(
            format!("Kenttä ”{name}” on kahteen kertaan"),
            "toisen kerran",
            format!("jätä toinen pois; ensimmäinen on rivillä {first_line}"),
        ),
    }
}

fn syntax_words(syntax: Syntax) -> (&'static str, &'static str) {
    match syntax {
        Syntax::CommaMissing => ("tämän edeltä puuttuu pilkku", "erota arvot toisistaan pilkuilla"),
        Syntax::CommaTooMany => {
            ("tämän pilkun jälkeen ei tule mitään", "poista pilkku viimeisen arvon perästä")
        }
        Syntax::ColonMissing => {
            ("tämän edeltä puuttuu kaksoispiste", "kirjoita \"nimi\": ja sen perään arvo")
        }
        Syntax::ValueMissing => ("tästä puuttuu arvo", "kirjoita arvo kaksoispisteen perään"),
        Syntax::NotQuoted => {
            ("tämä ei kuulu tähän", "kirjoita nimet ja tekstit \"suoriin lainausmerkkeihin\"")
        }
        Syntax::Comment => ("kommentti", "JSONissa ei ole kommentteja: poista se"),
        Syntax::SingleQuotes => {
            ("yksinkertaiset lainausmerkit", "käytä \"suoria kaksinkertaisia lainausmerkkejä\"")
        }
        Syntax::ObjectNotClosed => ("tätä merkkiä { ei suljeta", "lisää loppuun }"),
        Syntax::ListNotClosed => ("tätä merkkiä [ ei suljeta", "lisää loppuun ]"),
        Syntax::LineBreak => {
            ("teksti ei pääty tällä rivillä", "lopeta teksti merkillä \"; rivinvaihto tekstissä on \\n")
        }
        Syntax::Space => ("väli, jota JSON ei tunne", "kirjoita sen tilalle tavallinen välilyönti"),
        Syntax::Control => ("sarkain tai muu näkymätön merkki", "kirjoita sen tilalle välilyönti"),
        Syntax::Text => (
            "teksti ei pääty, tai siinä on merkki, jota JSON ei tunne",
            "lopeta teksti merkillä \"; lainausmerkki tekstissä on \\\" ja rivinvaihto \\n",
        ),
        Syntax::GoesOn => ("tiedoston pitäisi päättyä ennen tätä", "tiedostossa on yksi { … }"),
        Syntax::UnexpectedSign => ("tämä ei kuulu tähän", "katso, puuttuuko tämän edeltä arvo tai sulku"),
        Syntax::Unexpected => {
            ("tämä ei kuulu tähän", "kirjoita luvut näin: 2006 tai 1.5, tekstit \"lainausmerkkeihin\"")
        }
    }
}
