//! What a call, an event or a news item says of itself, as terms and values above its text.

use application::{
    messages::Messages,
    page::{Block, Fact, Href, Inline},
};

use super::{Context, dates, links, markdown::inlines};
use crate::{
    fault::{Fault, Faults},
    source::{CallSource, EventSource, KindSource, Located, NewsSource},
};

/// The block of facts, or none for a page without any.
pub(super) fn facts(context: Context<'_>, faults: &mut Faults) -> Vec<Block> {
    let facts = match &context.file.source.kind {
        KindSource::Call(call) => call_facts(context, call, faults),
        KindSource::Event(event) => event_facts(context, event, faults),
        KindSource::News(news) => news_facts(context, news, faults),
        KindSource::Front
        | KindSource::Section
        | KindSource::Page
        | KindSource::SiteMap
        | KindSource::NotFound => Vec::new(),
    };
    if facts.is_empty() { Vec::new() } else { vec![Block::Facts(facts)] }
}

fn call_facts(context: Context<'_>, call: &CallSource, faults: &mut Faults) -> Vec<Fact> {
    let words = Messages::of(context.file.language);
    let mut facts = Vec::from_iter(date_fact(context, words.call_deadline, &call.deadline, faults));
    facts.push(fact(words.call_for_whom, inlines(context, &call.for_whom, faults)));
    facts.push(fact(words.call_what_to_send, inlines(context, &call.what_to_send, faults)));
    facts.push(fact(words.call_send_to, addresses(context, &call.send_to, words.or, faults)));
    facts
}

fn event_facts(context: Context<'_>, event: &EventSource, faults: &mut Faults) -> Vec<Fact> {
    let words = Messages::of(context.file.language);
    let mut facts = Vec::from_iter(date_fact(context, words.event_date, &event.date, faults));
    facts.push(fact(words.event_place, text(&event.place)));
    facts.push(fact(words.event_organiser, text(&event.organisers.join(", "))));
    if let Some(materials) = &event.materials {
        let place = context.file.place(materials.span.clone());
        if let Some((to, page)) = links::page_link(context, &materials.value, place, faults) {
            let title = page.map_or_else(|| materials.value.clone(), |page| page.source.title.value.clone());
            facts.push(fact(words.event_materials, vec![Inline::Link { to, text: text(&title) }]));
        }
    }
    facts
}

fn news_facts(context: Context<'_>, news: &NewsSource, faults: &mut Faults) -> Vec<Fact> {
    let words = Messages::of(context.file.language);
    let published = news.published.as_ref();
    Vec::from_iter(published.and_then(|published| date_fact(context, words.news_date, published, faults)))
}

fn date_fact(context: Context<'_>, term: &str, date: &Located<String>, faults: &mut Faults) -> Option<Fact> {
    dates::date(context, date, faults).map(|date| fact(term, vec![Inline::Date(date)]))
}

fn addresses(context: Context<'_>, mails: &[Located<String>], or: &str, faults: &mut Faults) -> Vec<Inline> {
    let mut spans = Vec::new();
    for mail in mails {
        let Some(to) = mail_link(&mail.value) else {
            let place = context.file.place(mail.span.clone());
            let message = format!("“{}” isn't an e-mail address", mail.value);
            let fault = Fault::new("mail.malformed", place, message, "not an address");
            faults.add(fault.with_help("write it as “etunimi.sukunimi@example.fi”"));
            continue;
        };
        if !spans.is_empty() {
            spans.push(Inline::Text(format!(" {or} ")));
        }
        spans.push(Inline::Link { to, text: text(&mail.value) });
    }
    spans
}

/// The form that HTML asks of an e-mail field (HTML §4.10.5.1.5), with a dot in the domain.
fn mail_link(address: &str) -> Option<Href> {
    let (name, domain) = address.split_once('@')?;
    let named = !name.is_empty()
        && name.chars().all(|c| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c));
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let hosted = domain.contains('.') && domain.split('.').all(label);
    if named && hosted { Href::parse(&format!("mailto:{address}")).ok() } else { None }
}

fn fact(term: &str, value: Vec<Inline>) -> Fact {
    Fact { term: term.to_owned(), value }
}

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_name_and_a_domain() {
        assert!(mail_link("janne.antikainen@intermin.fi").is_some());
        for wrong in ["", "a", "a@", "@b.fi", "a@b", "a b@c.fi", "a@b..fi", "a@-b.fi", "a@b.fi?x=y"] {
            assert!(mail_link(wrong).is_none(), "{wrong}");
        }
    }
}
