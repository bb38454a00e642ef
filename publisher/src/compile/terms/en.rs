//! The terms in English.

use super::Terms;

pub(super) const TERMS: Terms = Terms {
    call_deadline: "Apply by",
    call_for_whom: "Who can apply",
    call_what_to_send: "What to send",
    call_send_to: "Where to send it",
    call_opens: "Opens",
    event_date: "Date",
    event_place: "Place",
    event_organiser: "Organiser",
    event_organisers: "Organisers",
    event_materials: "Materials",
    event_programme: "Programme",
    news_date: "Published",
    contact_role: "Role",
    contact_organisation: "Organisation",
    contact_email: "E-mail",
    contact_phone: "Telephone",
    contact_address: "Address",
    gone_when: "Withdrawn",
    gone_why: "Reason",
    gone_instead: "See instead",
    or: "or",
    moved_title: "This page has moved",
    moved_text: "The page is now at a new address:",
};
