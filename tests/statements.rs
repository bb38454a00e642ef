//! The accessibility statement and the privacy page that Seutu writes.

use serde_json::Value;

use crate::documents::{page, read};

/// The text of a page: a line for each heading, paragraph, item and row of facts.
fn lines(address: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for block in page(address)["blocks"].as_array().unwrap() {
        if let Some(heading) = block.get("heading") {
            lines.push(format!("# {}", heading["text"].as_str().unwrap()));
        }
        if let Some(spans) = block.get("paragraph") {
            lines.push(said(spans));
        }
        let items = block["list"]["items"].as_array().into_iter().flatten();
        lines.extend(items.map(|item| format!("- {}", said(&item["text"]))));
        let facts = block["facts"].as_array().into_iter().flatten();
        lines.extend(
            facts.map(|fact| format!("{}: {}", fact["term"].as_str().unwrap(), said(&fact["value"]))),
        );
    }
    lines
}

/// The words of spans, without what marks them.
fn said(spans: &Value) -> String {
    match spans {
        Value::Array(spans) => spans.iter().map(said).collect(),
        Value::Object(span) => match span.iter().next().unwrap() {
            (name, held) if name == "link" => said(&held["text"]),
            (name, held) if name == "date" => held["text"].as_str().unwrap().to_owned(),
            (name, held) if name == "foreign" => said(&held[1]),
            (_, held) => said(held),
        },
        other => other.as_str().unwrap().to_owned(),
    }
}

#[test]
fn an_accessibility_statement_says_what_the_law_asks_for() {
    let expected = "\
Järvilä haluaa olla kaikille.
# Palaute
Palautteen anto on alempana.
# Miten sivusto täyttää vaatimukset
Laki digitaalisten palvelujen tarjoamisesta (306/2019) edellyttää, että julkiset verkkosivustot täyttävät WCAG 2.1 \
-ohjeiston A- ja AA-tason vaatimukset.
Sivusto täyttää vaatimukset osittain. Tiedossa olevat puutteet kerrotaan alla.
# Tiedossa olevat puutteet
Puute: Kartan nimet ovat pieniä.
Miten se haittaa: Niitä on vaikea lukea.
WCAG-kriteeri: 1.4.4
Milloin se korjataan: viimeistään 30.6.2027
Puute: Vanhoissa tiedostoissa ei ole otsikoita.
Miten se haittaa: Oikeaa kohtaa on vaikea löytää.
Milloin se korjataan: Aikataulua ei ole vielä päätetty.
# Miten saavutettavuus on arvioitu
Sivuston ylläpitäjä on arvioinut saavutettavuuden itse. Arviointipäivä oli 1.3.2027. Näin arvioitiin:
- Automaattinen testi.
# Kerro puutteista
Huomasitko sivustolla jotakin, mikä ei ole saavutettavaa? Kerro siitä meille: Yhteys. Vastaamme 14 päivän kuluessa.
# Valvova viranomainen
Jos et saa vastausta 14 päivän kuluessa tai et ole siihen tyytyväinen, voit tehdä ilmoituksen viranomaiselle, joka \
valvoo lain (306/2019) noudattamista.
Viranomainen: Rannikon virasto
Verkkosivusto: virasto.example
Sähköposti: virasto@jarvila.example
Puhelin: +358 14 000 0001";
    assert_eq!(lines("seloste/").join("\n"), expected);
}

#[test]
fn a_statement_of_full_conformance_speaks_its_language_and_has_no_list_of_shortcomings() {
    let lines = lines("sv/utlatande/");
    assert!(
        lines.contains(&"Webbplatsen uppfyller kraven helt. Inga brister är kända.".to_owned()),
        "{lines:#?}"
    );
    assert!(!lines.contains(&"# Kända brister".to_owned()), "{lines:#?}");
    let assessed = "Tillgängligheten har bedömts av Bedömaren Ab. Bedömningen gjordes den 1 mars 2027. \
                    Så här gick den till:";
    assert!(lines.contains(&assessed.to_owned()), "{lines:#?}");
    let document = read("sv/utlatande/index.html");
    assert!(document.contains("<a href=\"/yhteys/\"><span lang=\"fi\">Yhteys</span></a>"), "{document}");
}

#[test]
fn the_anchors_of_a_statement_are_its_own() {
    let document = read("seloste/index.html");
    assert!(document.contains("<h2 id=\"palaute-2\">Palaute</h2>"), "{document}");
    assert!(document.contains("<h2 id=\"palaute\">Kerro puutteista</h2>"), "{document}");
}

#[test]
fn a_privacy_page_says_what_is_collected_and_what_is_not() {
    let expected = "\
# Mitä tietoja kävijöistä kerätään
Tieto: Sähköpostiosoite
Mihin sitä käytetään: Lähetämme ohjeet.
Kuinka kauan se säilytetään: kuukauden
Sinulla on oikeus saada tietää, mitä tietoja sinusta on kerätty, ja pyytää niiden oikaisemista tai poistamista \
(EU 2016/679).
Sivusto ei käytä evästeitä, eikä mitään haeta muiden palveluista.
# Mitä omaan selaimeesi tallentuu
Nämä tallentuvat vain omaan selaimeesi, eikä niitä lähetetä mihinkään. Voit poistaa ne selaimesi asetuksista.
- tekstin koko
- lukemasi sivut kuvineen, etusivu, haku ja saman osion muut sivut, jotta voit lukea niitä ilman verkkoyhteyttä
# Palvelimen lokit
Palvelin, jolta sivut tulevat, voi pitää omaa lokia sivupyynnöistä. Siitä vastaa palvelimen ylläpitäjä.
# Kysymykset
Kysymyksiin tietosuojasta vastaa Järvilän kunta: kysy.jarvila.example.";
    assert_eq!(lines("tietosuoja/").join("\n"), expected);
    let english = lines("en/privacy/");
    assert_eq!(english[1], "The site collects nothing about its visitors.");
    assert_eq!(english.last().unwrap(), "Ask about privacy here: privacy@jarvila.example.");
}
