//! The pages that the law asks for, in Finnish.

use crate::legal::words::{PrivacyWords, StatementWords};

pub(super) const STATEMENT: StatementWords = StatementWords {
    requirements: "Miten sivusto täyttää vaatimukset",
    the_law: "Laki digitaalisten palvelujen tarjoamisesta (306/2019) edellyttää, että julkiset verkkosivustot täyttävät \
        WCAG 2.1 -ohjeiston A- ja AA-tason vaatimukset.",
    conforms: "Sivusto täyttää vaatimukset kokonaan. Puutteita ei ole tiedossa.",
    conforms_in_part: "Sivusto täyttää vaatimukset osittain. Tiedossa olevat puutteet kerrotaan alla.",
    does_not_conform: "Sivusto ei täytä vaatimuksia. Tiedossa olevat puutteet kerrotaan alla.",
    shortcomings: "Tiedossa olevat puutteet",
    what: "Puute",
    why: "Miten se haittaa",
    criterion: "WCAG-kriteeri",
    when: "Milloin se korjataan",
    by: "viimeistään ",
    nobody_knows_when: "Aikataulua ei ole vielä päätetty.",
    assessment: "Miten saavutettavuus on arvioitu",
    assessed_by_ourselves: "Sivuston ylläpitäjä on arvioinut saavutettavuuden itse.",
    assessed_by: "Saavutettavuuden on arvioinut ",
    assessed_on: " Arviointipäivä oli ",
    this_was_done: ". Näin arvioitiin:",
    feedback: "Kerro puutteista",
    tell_us: "Huomasitko sivustolla jotakin, mikä ei ole saavutettavaa? Kerro siitä meille: ",
    we_answer: ". Vastaamme 14 päivän kuluessa.",
    supervision: "Valvova viranomainen",
    turn_to_the_authority: "Jos et saa vastausta 14 päivän kuluessa tai et ole siihen tyytyväinen, voit tehdä ilmoituksen \
        viranomaiselle, joka valvoo lain (306/2019) noudattamista.",
    authority: "Viranomainen",
    web: "Verkkosivusto",
};

pub(super) const PRIVACY: PrivacyWords = PrivacyWords {
    collected: "Mitä tietoja kävijöistä kerätään",
    nothing_is_collected: "Sivusto ei kerää kävijöistä mitään tietoja.",
    what: "Tieto",
    why: "Mihin sitä käytetään",
    kept_for: "Kuinka kauan se säilytetään",
    rights: "Sinulla on oikeus saada tietää, mitä tietoja sinusta on kerätty, ja pyytää niiden oikaisemista tai \
        poistamista (EU 2016/679).",
    no_cookies: "Sivusto ei käytä evästeitä, eikä mitään haeta muiden palveluista.",
    in_browser: "Mitä omaan selaimeesi tallentuu",
    nothing_in_browser: "Sivusto ei tallenna selaimeesi mitään.",
    pages_in_browser: "lukemasi sivut kuvineen, etusivu, haku ja saman osion muut sivut, jotta voit lukea niitä ilman verkkoyhteyttä",
    only_in_browser: "Nämä tallentuvat vain omaan selaimeesi, eikä niitä lähetetä mihinkään. Voit poistaa ne selaimesi \
        asetuksista.",
    server: "Palvelimen lokit",
    logs: "Palvelin, jolta sivut tulevat, voi pitää omaa lokia sivupyynnöistä. Siitä vastaa palvelimen ylläpitäjä.",
    questions: "Kysymykset",
    ask_here: "Kysy tietosuojasta täällä: ",
    answered_by: "Kysymyksiin tietosuojasta vastaa ",
};
