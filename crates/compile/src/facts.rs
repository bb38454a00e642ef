//! What a call, an event or a news item says of itself, as terms and values above its text.

use page::{Block, Fact, HeadingLevel, Href, Inline, List, ListOrder};

use super::{
    anchors::PROGRAMME_ID,
    call::call_state,
    contact::{contact, lines},
    contact_links::mail_link,
    context::{Context, filled},
    dates, documents, follow, legal, links, listing,
    markdown::{inlines, words},
    terms::Terms,
};
use content::{
    fault::{Fault, Faults, finding::PageFinding},
    read::PageFile,
    source::{BlockSource, CallSource, EventSource, GoneSource, KindSource, Located, NewsSource},
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
            let items = filled(context, &materials.documents, faults).iter();
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
    let organisers = filled(context, &event.organisers, faults).iter();
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
        filled(context, &call.send_to, faults)
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

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}
