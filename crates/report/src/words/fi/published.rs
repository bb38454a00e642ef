//! Findings in a published site, in Finnish.

use crate::words::phrases::{Words, end_of_section, quoted_line, say_of_file};
use inspect::crawl::finding::{CrawlFinding, Form, Part, Refusal, Silence};
use site::hosting::{headers::OPEN_DATA, rules::Cacheability};

const PUBLISH_AGAIN: &str = "julkaise sivusto uudelleen ja kopioi se kokonaan";

pub(super) fn words(finding: &CrawlFinding) -> Words {
    match finding {
        CrawlFinding::LinkNowhere { target } => say_of_file(
            format!("Linkki ”{target}” ei johda mihinkään: sellaista sivua tai tiedostoa ei ole"),
            "korjaa linkki tai julkaise se, mihin se johtaa",
        ),
        CrawlFinding::AnchorNowhere { target, anchor } => say_of_file(
            format!("Linkki ”{target}” ei johda mihinkään: sivulla ei ole kohtaa ”#{anchor}”"),
            "kirjoita ankkuri, joka sivulla on, tai jätä se pois",
        ),
        CrawlFinding::PictureMissing { target } => {
            say_of_file(format!("Kuvaa ”{target}” ei ole"), "julkaise kuva tai poista se sivulta")
        }
        CrawlFinding::FileMissing { target } => {
            say_of_file(format!("Tiedostoa ”{target}” ei ole, vaikka sitä tarvitaan tässä"), PUBLISH_AGAIN)
        }
        CrawlFinding::PastBase { target, base } => say_of_file(
            format!("Osoite ”{target}” johtaa ohi sivustosta, jonka osoitteen alku on {base}"),
            format!(
                "aloita osoite merkeillä {base}, tai kirjoita se https://-alkuisena, jos niin on tarkoitus"
            ),
        ),
        CrawlFinding::AddressMalformed { target } => say_of_file(
            format!("”{target}” ei ole kokonainen osoite"),
            "kirjoita koko osoite, esimerkiksi ”https://www.example.fi/”",
        ),
        CrawlFinding::RedirectNowhere { target } => say_of_file(
            format!("Vanha osoite johtaa osoitteeseen ”{target}”, jossa ei ole mitään"),
            "ohjaa se sivulle, joka on olemassa, tai tee sivu, joka kertoo, mitä sille tapahtui",
        ),
        CrawlFinding::RedirectAgain { target, end } => say_of_file(
            format!(
                "Vanha osoite johtaa osoitteeseen ”{target}”, joka on itsekin vanha ja johtaa edelleen osoitteeseen ”{end}”"
            ),
            "ohjaa se suoraan viimeiseen",
        ),
        CrawlFinding::RedirectCircle { way } => say_of_file(
            format!("Vanhat osoitteet johtavat kehää: {}", way.join(" → ")),
            "ohjaa jokainen niistä jollekin sivulle",
        ),
        CrawlFinding::EntryNowhere { address } => say_of_file(
            format!("Tässä luetellaan ”{address}”, mutta sellaista sivua ei ole"),
            "julkaise sivu tai poista se luettelosta",
        ),
        CrawlFinding::EntryElsewhere { address, site } => say_of_file(
            format!("Tässä luetellaan ”{address}”, mutta se ei ole sivuston {site} osoite"),
            "kirjoita site.json-tiedostoon kohtaan ”address” se osoite, josta sivustoa luetaan, ja julkaise uudelleen",
        ),
        CrawlFinding::EntryRedirected { address } => say_of_file(
            format!("Tässä luetellaan ”{address}”, mutta sivu on muuttanut"),
            "luettele sivun oma osoite",
        ),
        CrawlFinding::Lacks(part) => lacks(*part),
        CrawlFinding::CanonicalDiffers { canonical, expected } => say_of_file(
            format!("Sivu sanoo osoitteekseen ”{canonical}”, mutta se on osoitteessa ”{expected}”"),
            "julkaise sivusto uudelleen; site.json-tiedoston ”address” on osoite, josta sitä luetaan",
        ),
        CrawlFinding::IdTwice { id } => say_of_file(
            format!("Kahdella elementillä on sama id ”{id}”, joten jälkimmäiseen ei voi johtaa mikään"),
            "anna toiselle niistä toinen id",
        ),
        CrawlFinding::Malformed { form } => {
            say_of_file(format!("Tiedosto ei ole {}", form_name(*form)), PUBLISH_AGAIN)
        }
        CrawlFinding::PageDataDiffers => {
            say_of_file("Asiakirja ja sen vieressä oleva page.json ovat eri julkaisuista", PUBLISH_AGAIN)
        }
        CrawlFinding::Orphan => say_of_file(
            "Mikään ei johda tiedostoon",
            "linkitä siihen joltakin sivulta tai poista se kansiosta",
        ),
        CrawlFinding::SymbolicLink { target } => say_of_file(
            format!(
                "Tässä on symbolinen linkki kohteeseen ”{target}”; palvelimet seuraavat sellaisia kukin omalla tavallaan tai eivät \
                 lainkaan"
            ),
            "laita kansioon tiedosto itse tai poista linkki",
        ),
        CrawlFinding::HeaderLine { said } => say_of_file(
            format!("”{}” ei ole polku eikä otsake", quoted_line(said)),
            "aloita polku merkillä / ja huomautus merkillä #; sisennä otsake ja kirjoita se muotoon ”Nimi: arvo”",
        ),
        CrawlFinding::HeaderWithoutPath => say_of_file(
            "Otsakkeen edellä ei ole polkua",
            "kirjoita polku, jota se koskee, riville sen yläpuolelle",
        ),
        CrawlFinding::HeaderPath { path } => say_of_file(
            format!("Polun ”{path}” sääntö ei koske mitään sivuston tiedostoa"),
            "kirjoita polku niin kuin se on sivuston osoitteissa, minkä tahansa tekstin paikalle *, tai poista sääntö",
        ),
        CrawlFinding::HeaderOfDocument { document } => say_of_file(
            format!("Selain saa säilyttää tiedoston ”{document}” ikuisesti eikä huomaisi sen muuttuvan"),
            "jätä ”immutable” tiedostoille, joiden nimi vaihtuu sisällön mukana",
        ),
        CrawlFinding::HeaderOfAsset { rules } => say_of_file(
            format!(
                "Mikään tiedoston {rules} sääntö ei anna selaimen säilyttää tiedostoa, vaikka sen nimi kertoo sisällön"
            ),
            format!("anna sille ”Cache-Control: {}”", Cacheability::Immutable.header()),
        ),
        CrawlFinding::HeaderOfData { rules } => say_of_file(
            format!("Mikään tiedoston {rules} sääntö ei anna muiden sivustojen ohjelmien lukea tietoja"),
            format!("anna niille ”{}: {}”", OPEN_DATA.0, OPEN_DATA.1),
        ),
        CrawlFinding::DirectiveRefused { said, why } => refused(said, *why),
        CrawlFinding::ExternalGone { address, status } => say_of_file(
            format!("Toisen sivuston sivua ”{address}” ei enää ole (tila {status})"),
            "selvitä, missä se nyt on, ja johda sinne, tai poista linkki",
        ),
        CrawlFinding::ExternalSilent { address, silence } => say_of_file(
            format!("”{address}” ei vastaa: {}", happened(*silence)),
            "avaa se itse ja korjaa linkki, jos se ei aukea sinullekaan",
        ),
    }
}

fn lacks(part: Part) -> Words {
    match part {
        Part::Title => say_of_file(
            "Sivulla ei ole nimeä",
            "anna asiakirjalle <title>: se näkyy välilehdellä ja hakutuloksissa",
        ),
        Part::Heading => say_of_file("Sivulla ei ole pääotsikkoa", "anna sivulle <h1>"),
        Part::Language => say_of_file(
            "Sivu ei kerro kieltään",
            "kirjoita elementtiin <html> lang, jotta sivu luetaan ääneen oikein",
        ),
        Part::Canonical => say_of_file(
            "Sivu ei kerro omaa osoitettaan",
            "kirjoita <link rel=\"canonical\">, jotta hakukoneet pitävät sivua yhtenä",
        ),
        Part::Policy => say_of_file(
            "Sivu ei kerro, mitä se saa ladata",
            "kirjoita asiakirjaan Content-Security-Policy <meta>-elementtinä",
        ),
    }
}

/// Why Apache refuses a line.
fn refused(said: &str, why: Refusal) -> Words {
    let line = quoted_line(said);
    match why {
        Refusal::Unclosed => say_of_file(
            format!("Mikään ei päätä osiota ”{line}”"),
            format!("kirjoita osion loppu, ”{}”, sen viimeisen rivin alle", end_of_section(said)),
        ),
        Refusal::Unopened => say_of_file(
            format!("”{line}” päättää osion, jota mikään ei aloita"),
            "poista rivi tai kirjoita osion alku sen yläpuolelle",
        ),
        Refusal::Bracket => say_of_file(
            format!("Riviltä ”{line}” puuttuu ”>”"),
            "kirjoita ”>” heti nimen perään tai sen perään, mitä osio koskee",
        ),
        Refusal::Header => say_of_file(
            format!("Apache ei ymmärrä, mitä ”{line}” tekisi otsakkeelle"),
            "kirjoita se muotoon ”Header always set Nimi \"arvo\"”, monen sanan arvo lainausmerkkeihin ja huomautus omalle \
             rivilleen",
        ),
        Refusal::Expression => say_of_file(
            format!("Rivin ”{line}” säännöllinen lauseke on viallinen"),
            "sulje jokainen ”(” ja ”[”, äläkä kirjoita ylimääräistä ”)”; kirjoita ”\\” sellaisen merkin eteen, joka tarkoittaa itseään",
        ),
        Refusal::ByteOrderMark => say_of_file(
            "Tiedoston alussa on näkymätön merkki (BOM)",
            "tallenna se UTF-8-muodossa ilman tätä merkkiä",
        ),
    }
}

fn form_name(form: Form) -> &'static str {
    match form {
        Form::Xml => "virheetöntä XML:ää",
        Form::Json => "JSONia",
        Form::PageData => "tämän Seutun version sivun tiedot",
        Form::Calendar => "kalenteri",
    }
}

fn happened(silence: Silence) -> String {
    match silence {
        Silence::NoHost => "sellaista palvelinta ei ole".to_owned(),
        Silence::TooSlow => "siinä kesti liian kauan".to_owned(),
        Silence::NoConnection => "yhteyttä ei syntynyt".to_owned(),
        Silence::Broken(status) => format!("palvelimessa on vika (tila {status})"),
        Silence::NotPublic => "se ohjaa osoitteeseen, joka ei ole julkisessa verkossa".to_owned(),
        Silence::Circle => "se ohjaa yhä uudelleen eteenpäin".to_owned(),
    }
}
