//! The terms in Swedish.

use super::Terms;

pub(super) const TERMS: Terms = Terms {
    call_deadline: "Ansökningstiden går ut",
    call_for_whom: "Vem kan söka",
    call_what_to_send: "Vad ska skickas",
    call_send_to: "Vart skickas ansökan",
    call_opens: "Ansökan öppnar",
    event_date: "Tid",
    event_place: "Plats",
    event_organiser: "Arrangör",
    event_organisers: "Arrangörer",
    event_materials: "Material",
    event_programme: "Program",
    news_date: "Publicerat",
    contact_role: "Uppgift",
    contact_organisation: "Organisation",
    contact_email: "E-post",
    contact_phone: "Telefon",
    contact_address: "Adress",
    gone_when: "Borttagen",
    gone_why: "Orsak",
    gone_instead: "Se i stället",
    or: "eller",
    moved_title: "Sidan har flyttat",
    moved_text: "Sidan finns nu på en ny adress:",
};
