//! The pages that the law asks for. What the law lays down itself isn't here: the publisher writes it, in the
//! language of the page.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Located, Markdown};

/// An accessibility statement (Act 306/2019). What every statement says stands below the page's own text by itself: the
/// requirements, the promise to answer within 14 days, the right to turn to the authority.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccessibilityStatementSource {
    /// The day on which the site was assessed, as "2027-03-01".
    #[schemars(example = "2027-03-01")]
    pub assessed: Located<String>,
    /// Who assessed it; left out where those who run the site did it themselves.
    #[serde(default)]
    #[schemars(example = "Arvioija Oy")]
    pub assessed_by: Option<Located<String>>,
    /// What was done to assess it, one thing after the other (Markdown).
    #[schemars(example = ["Kokeilimme jokaista sivua pelkällä näppäimistöllä."])]
    pub methods: Located<Vec<Located<Markdown>>>,
    /// How far the site meets the requirements of the law: WCAG 2.1, levels A and AA.
    pub conformance: Located<ConformanceSource>,
    /// What is known to be wrong; where the site meets all requirements: `[]`.
    pub shortcomings: Located<Vec<ShortcomingSource>>,
    /// Where visitors tell what isn't accessible: an e-mail address as "palaute@example.fi", the address of a page as
    /// "/palaute/", or one elsewhere as "https://www.example.fi/palaute".
    #[schemars(example = "palaute@example.fi")]
    pub feedback: Located<String>,
    /// The authority that supervises the site.
    pub authority: AuthoritySource,
}

/// How far a site meets the requirements of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum ConformanceSource {
    /// It meets all of them.
    Full,
    /// It meets most of them; the shortcomings say which ones it doesn't.
    Partial,
    /// It doesn't meet most of them.
    None,
}

/// Something that is known not to be accessible.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShortcomingSource {
    /// What it is (Markdown).
    #[schemars(example = "Vanhoissa PDF-tiedostoissa ei ole otsikoita.")]
    pub what: Located<Markdown>,
    /// Whom it keeps from what (Markdown).
    #[schemars(example = "Ruudunlukijalla on vaikea löytää oikea kohta.")]
    pub why: Located<Markdown>,
    /// The criterion of WCAG that it concerns, as "1.3.1".
    #[serde(default)]
    #[schemars(example = "1.3.1")]
    pub criterion: Option<Located<String>>,
    /// The day by which it will be mended, as "2027-06-30"; left out while nobody knows.
    #[serde(default)]
    #[schemars(example = "2027-06-30")]
    pub mended_by: Option<Located<String>>,
}

/// An authority that supervises the accessibility of sites.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuthoritySource {
    /// Its name.
    #[schemars(example = "Liikenne- ja viestintävirasto Traficom")]
    pub name: Located<String>,
    /// Its address on the web, as "https://www.example.fi/".
    #[schemars(example = "https://www.saavutettavuusvaatimukset.fi/")]
    pub web: Located<String>,
    /// Its e-mail address.
    #[serde(default)]
    #[schemars(example = "viranomainen@example.fi")]
    pub email: Option<Located<String>>,
    /// Its telephone number, as "+358 14 123 4567".
    #[serde(default)]
    #[schemars(example = "+358 14 123 4567")]
    pub phone: Option<Located<String>>,
}

/// What a site knows of its visitors. What holds for every site made with Seutu stands there by itself: no cookies,
/// nothing from other sites.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrivacySource {
    /// What is collected of visitors; where nothing is: `[]`.
    pub collected: Vec<CollectedSource>,
    /// What is kept in the visitor's own browser and nowhere else (Markdown); where nothing is: `[]`.
    #[schemars(example = ["tekstin koko, jonka valitset"])]
    pub in_browser: Vec<Located<Markdown>>,
    /// Who answers questions about it.
    pub answers: AnswersSource,
}

/// Something that is collected of visitors.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CollectedSource {
    /// What it is (Markdown).
    #[schemars(example = "Nimi ja sähköpostiosoite, kun ilmoittaudut tapahtumaan.")]
    pub what: Located<Markdown>,
    /// What for (Markdown).
    #[schemars(example = "Lähetämme sinulle ohjeet.")]
    pub why: Located<Markdown>,
    /// How long it is kept.
    #[schemars(example = "kuukauden tapahtuman jälkeen")]
    pub kept_for: Located<String>,
}

/// Who answers questions, and where.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswersSource {
    /// The name, as "Järvilän kunta"; left out where the place says it.
    #[serde(default)]
    #[schemars(example = "Järvilän kunta")]
    pub name: Option<Located<String>>,
    /// An e-mail address as "tietosuoja@example.fi", the address of a page as "/yhteystiedot/", or one elsewhere as
    /// "https://www.example.fi/yhteys".
    #[schemars(example = "tietosuoja@example.fi")]
    pub to: Located<String>,
}
