//! What a call, an event or a news item says of itself, as terms and values above its text.

use page::{Block, CallState, Fact, GroupKind, HeadingLevel, Href, Inline, List, ListOrder};

use super::{
    Context, blocks, dates, documents, follow, legal, links, listing,
    markdown::{check_link_words, inlines, words},
    terms::Terms,
};
use content::{
    fault::{Fault, Faults, finding::PageFinding},
    read::PageFile,
    source::{
        BlockSource, CallSource, ContactSource, EventSource, GoneSource, KindSource, Located, NewsSource,
    },
};

/// What stands above a page's own text because of its kind.
pub(super) fn facts(context: Context<'_>, faults: &mut Faults) -> Vec<Block> {
    let mut blocks = Vec::new();
    let facts = match &context.file.source.kind {
        KindSource::Call(call) => {
            blocks.extend(call_state(context, call, faults).map(Block::CallState));
            call_facts(context, call, faults)
        }
        KindSource::Event(event) => event_facts(context, event, faults),
        KindSource::News(news) => news_facts(context, news, faults),
        KindSource::Contact(source) => {
            blocks.push(contact(context, source, faults));
            Vec::new()
        }
        KindSource::Gone(gone) => gone_facts(context, gone, faults),
        KindSource::Materials(_)
        | KindSource::Front
        | KindSource::Section
        | KindSource::Page
        | KindSource::AccessibilityStatement(_)
        | KindSource::Privacy(_)
        | KindSource::SiteMap
        | KindSource::Search
        | KindSource::NotFound => Vec::new(),
    };
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    blocks
}

/// What stands below a page's own text because of its kind: an event's programme, the documents of a
/// materials page, what the law asks for, the pages of a site map.
pub(super) fn below(context: Context<'_>, faults: &mut Faults) -> Vec<Block> {
    match &context.file.source.kind {
        KindSource::Event(event) if !event.programme.is_empty() => {
            let heading = Block::Heading {
                level: HeadingLevel::H2,
                id: PROGRAMME_ID.to_owned(),
                text: Terms::of(context.file.language).event_programme.to_owned(),
            };
            let rows = event.programme.iter().map(|item| {
                Fact::new(&words(context, &item.time, faults), inlines(context, &item.what, faults))
            });
            vec![heading, Block::Facts(rows.collect())]
        }
        KindSource::Materials(materials) => {
            let items = blocks::filled(context, &materials.documents, faults).iter();
            let items = items.filter_map(|one| documents::document(context, one, faults)).collect();
            vec![Block::List(List { order: ListOrder::Documents, items })]
        }
        KindSource::AccessibilityStatement(source) => legal::statement(context, source, faults),
        KindSource::Privacy(source) => legal::privacy(context, source, faults),
        // An editor may put it elsewhere on the page.
        KindSource::SiteMap
            if !context.file.source.content.iter().any(|block| matches!(block, BlockSource::SiteMap(_))) =>
        {
            vec![Block::SiteMap(listing::site_map(context))]
        }
        KindSource::Search => all_pages(context).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The way to the lists of all pages, for those who find nothing, or for whom no script runs.
fn all_pages(context: Context<'_>) -> Option<Block> {
    let language = context.file.language;
    let lists =
        |page: &&&PageFile| page.language == language && matches!(page.source.kind, KindSource::SiteMap);
    let mut spans = Vec::new();
    for page in context.site.pages.values().filter(lists) {
        let before =
            if spans.is_empty() { Terms::of(language).all_pages.to_owned() + " " } else { ", ".to_owned() };
        let to = Href::parse(page.path.as_str()).ok()?;
        spans.extend([Inline::Text(before), Inline::Link { to, text: text(&page.source.title.value) }]);
    }
    (!spans.is_empty()).then_some(Block::Paragraph(spans))
}

/// The anchor of an event's programme; no heading of the content takes it.
pub(super) const PROGRAMME_ID: &str = "ohjelma";

fn call_state(context: Context<'_>, call: &CallSource, faults: &mut Faults) -> Option<CallState> {
    let opens = call.opens.as_ref().and_then(|opens| dates::beginning(&opens.value));
    let closes = dates::end(&call.deadline.value)?;
    if let (Some(opens), Some(source)) = (opens, &call.opens)
        && opens >= closes
    {
        let place = context.file.place(call.deadline.span.clone());
        faults.add(Fault::new(PageFinding::CallDeadline { opens: source.value.clone() }, place));
    }
    moments(call)
}

/// The moments at which a call's state changes; none where its deadline can't be read.
pub(super) fn moments(call: &CallSource) -> Option<CallState> {
    let opens = call.opens.as_ref().and_then(|opens| dates::beginning(&opens.value));
    let closes = dates::end(&call.deadline.value)?;
    Some(CallState {
        opens: opens.map(|moment| moment.to_string()),
        last_week: dates::a_week_before(closes).to_string(),
        closes: closes.to_string(),
    })
}

fn call_facts(context: Context<'_>, call: &CallSource, faults: &mut Faults) -> Vec<Fact> {
    let words = Terms::of(context.file.language);
    let mut facts = Vec::new();
    let opens = call.opens.as_ref().and_then(|opens| dates::date(context, opens, faults));
    let deadline = dates::date(context, &call.deadline, faults);
    facts.extend(deadline.map(|deadline| match opens {
        Some(opens) => Fact::new(words.call_period, dates::period(opens, deadline, context.file.language)),
        None => Fact::new(words.call_deadline, vec![Inline::Date(deadline)]),
    }));
    facts.push(Fact::new(words.call_for_whom, inlines(context, &call.for_whom, faults)));
    facts.push(Fact::new(words.call_what_to_send, inlines(context, &call.what_to_send, faults)));
    facts.extend(send_to(context, call, faults));
    facts.extend(follow::calendar_fact(context));
    facts
}

fn event_facts(context: Context<'_>, event: &EventSource, faults: &mut Faults) -> Vec<Fact> {
    let messages = Terms::of(context.file.language);
    let mut facts = Vec::from_iter(event_time(context, event, faults));
    facts.push(Fact::new(messages.event_place, text(&words(context, &event.place, faults))));
    let organisers = blocks::filled(context, &event.organisers, faults).iter();
    let organisers: Vec<String> = organisers.map(|organiser| words(context, organiser, faults)).collect();
    let term = if organisers.len() == 1 { messages.event_organiser } else { messages.event_organisers };
    facts.push(Fact::new(term, text(&organisers.join(", "))));
    if let Some(materials) = &event.materials {
        facts.extend(page_fact(context, messages.event_materials, materials, faults));
    }
    facts.extend(follow::calendar_fact(context));
    facts
}

fn event_time(context: Context<'_>, event: &EventSource, faults: &mut Faults) -> Option<Fact> {
    let language = context.file.language;
    let start = dates::date(context, &event.start, faults)?;
    let mut spans = vec![Inline::Date(start.clone())];
    if let Some(end) = &event.end {
        let formatted = dates::date(context, end, faults)?;
        if dates::end(&end.value) <= dates::beginning(&event.start.value) {
            let place = context.file.place(end.span.clone());
            faults.add(Fault::new(PageFinding::EventEnd { start: event.start.value.clone() }, place));
        }
        spans = dates::period(start, formatted, language);
    }
    Some(Fact::new(Terms::of(language).event_date, spans))
}

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
fn lines(context: Context<'_>, lines: &[Located<String>], faults: &mut Faults) -> Vec<Inline> {
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

/// What people write between the digits of a number: spaces, those that don't break as well, and every sort of dash.
const BETWEEN_DIGITS: [char; 10] =
    [' ', '\u{A0}', '\u{2009}', '\u{202F}', '-', '\u{2010}', '\u{2011}', '–', '(', ')'];

/// `tel:` and the digits of a number that people wrote; none for a text that isn't a number.
pub(super) fn phone_href(phone: &str) -> Option<Href> {
    let phone = phone.trim();
    // Whoever dials the code of the country leaves the zero in brackets out (ITU-T E.123 §2.6).
    let international = phone.strip_prefix('+').map(|rest| format!("+{}", rest.replacen("(0)", " ", 1)));
    let phone = international.as_deref().unwrap_or(phone);
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let sound = digits.len() >= 3
        && phone.chars().enumerate().all(|(place, letter)| {
            letter.is_ascii_digit() || BETWEEN_DIGITS.contains(&letter) || (letter == '+' && place == 0)
        });
    let plus = if phone.starts_with('+') { "+" } else { "" };
    sound.then(|| Href::parse(&format!("tel:{plus}{digits}")).ok()).flatten()
}

fn gone_facts(context: Context<'_>, gone: &GoneSource, faults: &mut Faults) -> Vec<Fact> {
    let words = Terms::of(context.file.language);
    let mut facts = vec![Fact::new(words.gone_why, inlines(context, &gone.why, faults))];
    facts.extend(date_fact(context, words.gone_when, &gone.when, faults));
    if let Some(instead) = &gone.instead {
        facts.extend(page_fact(context, words.gone_instead, instead, faults));
    }
    facts
}

fn page_fact(
    context: Context<'_>,
    term: &str,
    address: &Located<String>,
    faults: &mut Faults,
) -> Option<Fact> {
    let place = context.file.place(address.span.clone());
    let (to, page) = links::page_link(context, &address.value, place, faults)?;
    let title = page.map_or_else(|| address.value.clone(), |page| page.source.title.value.clone());
    Some(Fact::new(term, vec![Inline::Link { to, text: text(&title) }]))
}

fn news_facts(context: Context<'_>, news: &NewsSource, faults: &mut Faults) -> Vec<Fact> {
    let words = Terms::of(context.file.language);
    let published = news.published.as_ref();
    Vec::from_iter(published.and_then(|published| date_fact(context, words.news_date, published, faults)))
}

fn date_fact(context: Context<'_>, term: &str, date: &Located<String>, faults: &mut Faults) -> Option<Fact> {
    dates::date(context, date, faults).map(|date| Fact::new(term, vec![Inline::Date(date)]))
}

/// Where an application goes: to e-mail addresses and forms on the web, any of which will do, or by post.
fn send_to(context: Context<'_>, call: &CallSource, faults: &mut Faults) -> Vec<Fact> {
    let messages = Terms::of(context.file.language);
    let by_post = lines(context, &call.send_to_address, faults);
    // What goes by post alone needs no other place.
    let places = if by_post.is_empty() {
        blocks::filled(context, &call.send_to, faults)
    } else {
        call.send_to.value.as_slice()
    };
    let mut spans = Vec::new();
    for link in places.iter().filter_map(|to| place_to_send(context, to, faults)) {
        if !spans.is_empty() {
            spans.push(Inline::Text(format!(" {} ", messages.or)));
        }
        spans.push(link);
    }
    let post_alone = spans.is_empty();
    let mut facts = Vec::new();
    if !post_alone {
        facts.push(Fact::new(messages.call_send_to, spans));
    }
    if !by_post.is_empty() {
        let term = if post_alone { messages.call_send_to } else { messages.contact_address };
        facts.push(Fact::new(term, by_post));
    }
    facts
}

/// A link to an e-mail address or to an address on the web, which is shown without its scheme.
fn place_to_send(context: Context<'_>, to: &Located<String>, faults: &mut Faults) -> Option<Inline> {
    let place = context.file.place(to.span.clone());
    let (href, shown) = match links::shown_address(&to.value) {
        Some(shown) => (links::link(context, &to.value, place, faults)?, shown),
        None => match mail_link(&to.value) {
            Some(href) => (href, to.value.as_str()),
            None => {
                faults.add(Fault::new(PageFinding::SendTo { text: to.value.clone() }, place));
                return None;
            }
        },
    };
    Some(Inline::Link { to: href, text: text(shown) })
}

fn mail_span(context: Context<'_>, mail: &Located<String>, faults: &mut Faults) -> Option<Inline> {
    let Some(to) = mail_link(&mail.value) else {
        let place = context.file.place(mail.span.clone());
        faults.add(Fault::new(PageFinding::Mail { text: mail.value.clone() }, place));
        return None;
    };
    Some(Inline::Link { to, text: text(&mail.value) })
}

/// The form that HTML asks of an e-mail field (HTML §4.10.5.1.5), with a dot in the domain.
pub(super) fn mail_link(address: &str) -> Option<Href> {
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

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_called_by_its_digits() {
        for phone in ["+358 14 123 4567", " +358\u{a0}14\u{202f}123–4567 ", "+358-14-(123)-4567"] {
            let href = phone_href(phone).map(|href| href.as_str().to_owned());
            assert_eq!(href.as_deref(), Some("tel:+358141234567"), "{phone}");
        }
        for wrong in ["", "12", "014 123 4567, klo 9", "14+123", "numero"] {
            assert!(phone_href(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn an_address_has_a_name_and_a_domain() {
        assert!(mail_link("janne.antikainen@intermin.fi").is_some());
        for wrong in ["", "a", "a@", "@b.fi", "a@b", "a b@c.fi", "a@b..fi", "a@-b.fi", "a@b.fi?x=y"] {
            assert!(mail_link(wrong).is_none(), "{wrong}");
        }
    }
}
