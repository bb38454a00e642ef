//! The terms in Finnish.

use super::Terms;

pub(super) const TERMS: Terms = Terms {
    call_deadline: "Hakuaika päättyy",
    call_for_whom: "Kuka voi hakea",
    call_what_to_send: "Mitä lähetetään",
    call_send_to: "Minne lähetetään",
    call_opens: "Hakuaika alkaa",
    event_date: "Aika",
    event_place: "Paikka",
    event_organiser: "Järjestäjä",
    event_organisers: "Järjestäjät",
    event_materials: "Materiaalit",
    event_programme: "Ohjelma",
    news_date: "Julkaistu",
    contact_role: "Tehtävä",
    contact_organisation: "Organisaatio",
    contact_email: "Sähköposti",
    contact_phone: "Puhelin",
    contact_address: "Osoite",
    gone_when: "Poistettu",
    gone_why: "Syy",
    gone_instead: "Katso sen sijaan",
    or: "tai",
    moved_title: "Sivu on siirretty",
    moved_text: "Sivu on nyt uudessa osoitteessa:",
};
