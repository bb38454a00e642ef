//! Who can be turned to: a person or a place, and the ways to reach them.

use page::{Block, Fact, GroupKind, Inline};

use super::{
    contact_links::{mail_link, phone_href},
    context::Context,
    links,
    markdown::{check_link_words, words},
    terms::Terms,
};
use content::{
    fault::{Fault, Faults, finding::PageFinding},
    source::{ContactSource, KindSource, Located},
};

/// A person or place to turn to. A name that is the title of the page doesn't stand under it once more.
pub(super) fn contact(context: Context<'_>, contact: &ContactSource, faults: &mut Faults) -> Block {
    let facts = contact_facts(context, contact, faults);
    let to = contact.to.as_ref().and_then(|to| {
        let place = context.file.place(to.span.clone());
        links::link(context, &to.value, place, faults)
    });
    let title = match to {
        Some(to) => {
            let place = context.file.place(contact.name.span.clone());
            check_link_words(&contact.name.value, to.as_str(), place, faults);
            vec![Inline::Link { to, text: text(&contact.name.value) }]
        }
        None => text(&words(context, &contact.name, faults)),
    };
    let is_said = Inline::plain_text(&title) == context.file.source.title.value
        && matches!(context.file.source.kind, KindSource::Contact(_));
    Block::Group {
        kind: GroupKind::Contact,
        title: if is_said && contact.to.is_none() { Vec::new() } else { title },
        blocks: if facts.is_empty() { Vec::new() } else { vec![Block::Facts(facts)] },
    }
}

/// What is known of a person or place, but for the name.
fn contact_facts(context: Context<'_>, contact: &ContactSource, faults: &mut Faults) -> Vec<Fact> {
    let messages = Terms::of(context.file.language);
    let mut facts = Vec::new();
    let plain =
        [(messages.contact_role, &contact.role), (messages.contact_organisation, &contact.organisation)];
    for (term, value) in plain {
        facts.extend(value.as_ref().map(|value| Fact::new(term, text(&words(context, value, faults)))));
    }
    facts.extend(ways_to_reach(context, &contact.email, &contact.phone, &contact.address, faults));
    facts
}

/// How to reach somebody: by mail, by telephone, by post.
pub(super) fn ways_to_reach(
    context: Context<'_>,
    email: &Option<Located<String>>,
    phone: &Option<Located<String>>,
    address: &[Located<String>],
    faults: &mut Faults,
) -> Vec<Fact> {
    let messages = Terms::of(context.file.language);
    let mut facts = Vec::new();
    if let Some(mail) = email {
        facts.extend(
            mail_span(context, mail, faults).map(|link| Fact::new(messages.contact_email, vec![link])),
        );
    }
    if let Some(phone) = phone {
        facts.extend(
            phone_link(context, phone, faults).map(|link| Fact::new(messages.contact_phone, vec![link])),
        );
    }
    if !address.is_empty() {
        facts.push(Fact::new(messages.contact_address, lines(context, address, faults)));
    }
    facts
}

/// The lines of a postal address.
pub(super) fn lines(context: Context<'_>, lines: &[Located<String>], faults: &mut Faults) -> Vec<Inline> {
    let mut spans = Vec::new();
    for line in lines {
        if !spans.is_empty() {
            spans.push(Inline::Break);
        }
        spans.push(Inline::Text(words(context, line, faults)));
    }
    spans
}

/// A telephone number as a link (RFC 3966): its digits, with a plus sign in front where it has one.
fn phone_link(context: Context<'_>, phone: &Located<String>, faults: &mut Faults) -> Option<Inline> {
    let Some(to) = phone_href(&phone.value) else {
        let place = context.file.place(phone.span.clone());
        faults.add(Fault::new(PageFinding::Phone { text: phone.value.clone() }, place));
        return None;
    };
    Some(Inline::Link { to, text: text(&phone.value) })
}

fn mail_span(context: Context<'_>, mail: &Located<String>, faults: &mut Faults) -> Option<Inline> {
    let Some(to) = mail_link(&mail.value) else {
        let place = context.file.place(mail.span.clone());
        faults.add(Fault::new(PageFinding::Mail { text: mail.value.clone() }, place));
        return None;
    };
    Some(Inline::Link { to, text: text(&mail.value) })
}

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}
