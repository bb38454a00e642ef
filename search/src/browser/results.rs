//! The results in the document: count, suggestion, filters, list, and the message for no results.
//!
//! All of it stands in one element of the search page. Text becomes text nodes: neither a query nor a text of
//! a page is ever parsed as markup.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    Document, Element, Event, HtmlElement, HtmlSelectElement, IntersectionObserver,
    IntersectionObserverEntry, IntersectionObserverInit, Node,
};

use super::{
    answer::{Answer, Choices, Chosen, FoundPage, RESULTS},
    build::Build,
    document::{OUTDATED, address_of, at_hand, field},
    messages::Messages,
};
use crate::{excerpt::Piece, index::pages::Listed, language::Language};

/// Invisible placeholder words of usual length: they reserve the space of an excerpt until it is loaded.
const ROOM: &str = "maakunta ";

/// The longest query that is repeated whole, in letters.
const REPEATED: usize = 60;

fn find(document: &Document, selector: &str) -> Option<Element> {
    document.query_selector(selector).ok().flatten()
}

/// The element for results on the search page; none on any other page.
pub(super) fn place(document: &Document) -> Option<Element> {
    find(document, ".search-live")
}

/// Whether the element is empty.
pub(super) fn is_empty(document: &Document) -> bool {
    place(document).is_none_or(|place| place.first_child().is_none())
}

/// Removes everything, for an empty query.
pub(super) fn clear(document: &Document) {
    if let Some(place) = place(document) {
        place.set_text_content(None);
    }
}

fn select(document: &Document, name: &str) -> Option<HtmlSelectElement> {
    find(document, &(".search-live select[name=".to_owned() + name + "]"))?.dyn_into().ok()
}

/// The visitor's filters by kind and section.
pub(super) fn chosen(document: &Document) -> Chosen {
    let of = |name: &str| select(document, name)?.value().parse().ok();
    Chosen { kind: of("kind"), section: of("section") }
}

fn words(document: &Document) -> &'static Messages {
    let tag = document.document_element().and_then(|root| root.get_attribute("lang")).unwrap_or_default();
    Messages::of(Language::from_tag(&tag).unwrap_or(Language::En))
}

/// Shows an answer.
pub(super) fn show(document: &Document, asked: &str, answer: &Answer, more: u32) {
    let Some(place) = place(document) else { return };
    let words = words(document);
    let focused = focused_choice(document);
    let had_focus = has_focus(document);
    let before = document.query_selector_all("#search-results > li").map_or(0, |shown| shown.length());
    let chosen = answer.chosen;
    let others = other_languages(document);
    let mut build = Build::into(document, place);
    build.open("p", "search-count").text(&count(words, asked.trim(), answer.count)).close();
    build.open("p", "visually-hidden").set("role", "status").close();
    if let Some(meant) = &answer.suggestion {
        build.open("p", "search-suggestion").text(words.did_you_mean).text(" ");
        build.open("a", "").set("href", &address_of(meant)).text(meant).close().text("?").close();
    }
    if answer.count == 0 && chosen == Chosen::default() {
        build.open("p", "").text(words.advice).close();
    } else if !answer.whole {
        build.open("p", "").text(words.partly).close();
    }
    if answer.kinds.is_some() || answer.sections.is_some() {
        build.open("div", "search-choices");
        choice(&mut build, ("kind", words.kind), words, answer.kinds.as_ref(), chosen.kind);
        choice(&mut build, ("section", words.section), words, answer.sections.as_ref(), chosen.section);
        build.close();
    }
    if !answer.pages.is_empty() {
        build.open("ol", "listing listing-news search-results").set("id", "search-results");
        answer.pages.iter().for_each(|page| result(&mut build, page, words));
        build.close();
    }
    if answer.count > RESULTS * (more as usize + 1) {
        build
            .open("button", "search-button search-more")
            .set("type", "button")
            .set("data-more", &(more + 1).to_string());
        build.text(words.more).close();
    }
    if !others.is_empty() {
        build.open("p", "search-languages").text(words.other_languages);
        for (tag, href, name) in others {
            build
                .text(" ")
                .open("a", "")
                .set("lang", &tag)
                .set("hreflang", &tag)
                .set("href", &href)
                .text(&name)
                .close();
        }
    }
    // The focused element was built anew: a filter gets the focus back; after "more" the first new result
    // gets it.
    let goes_on = || {
        let links = document.query_selector_all("#search-results > li > a").ok()?;
        links.get(if more > 0 { before } else { 0 })
    };
    let target = match focused.and_then(|name| select(document, &name)) {
        Some(select) => Some(select.unchecked_into()),
        None => had_focus.then(goes_on).flatten(),
    };
    focus(target);
}

/// Whether the focus is within the results.
fn has_focus(document: &Document) -> bool {
    find(document, ".search-live:focus-within").is_some()
}

fn focus(target: Option<Node>) {
    if let Some(target) = target {
        let target: HtmlElement = target.unchecked_into();
        // An element without focus is no failure of the page.
        let _ = target.focus();
    }
}

/// The number of results for the query.
fn count(words: &Messages, asked: &str, count: usize) -> String {
    let end = asked.char_indices().nth(REPEATED);
    let shown = end.and_then(|(end, _)| asked.get(..end)).unwrap_or(asked);
    let [before, behind] = words.quotes;
    let mut said = match count {
        0 => words.nothing.to_owned(),
        number => number.to_string() + " " + words.results.form(number) + " " + words.asked,
    };
    for part in [" ", before, shown, if end.is_some() { "…" } else { "" }, behind] {
        said.push_str(part);
    }
    said
}

/// A filter; none where it has fewer than two options.
fn choice(
    build: &mut Build<'_>,
    (name, label): (&str, &str),
    words: &Messages,
    choices: Option<&Choices>,
    chosen: Option<u32>,
) {
    let Some(Choices { all, named }) = choices else { return };
    build.open("label", "").text(label).text(" ").open("select", "").set("name", name);
    option(build, "", words.all, *all, chosen.is_none());
    for (known, count, number) in named {
        let called = if name == "kind" { words.kind_of(known) } else { None };
        option(build, &number.to_string(), called.unwrap_or(known), *count, chosen == Some(*number));
    }
    build.close().close();
}

fn option(build: &mut Build<'_>, value: &str, name: &str, count: usize, is_chosen: bool) {
    build.open("option", "").set("value", value);
    if is_chosen {
        build.set("selected", "");
    }
    build.text(name).text(" (").text(&count.to_string()).text(")").close();
}

fn result(build: &mut Build<'_>, page: &FoundPage, words: &Messages) {
    let Listed { path, title, date, way, room } = &page.listed;
    build.open("li", "").open("a", "listing-link").set("href", path).text(title).close();
    build.open("p", "listing-date");
    let mut between = "";
    for part in [words.kind_of(&page.kind).unwrap_or_default(), date.as_str(), way.as_str()] {
        if !part.is_empty() {
            build.text(between).text(part);
            between = " · ";
        }
    }
    build.close().open("p", "listing-summary");
    if page.excerpt.is_none() {
        build.set("data-room", &ROOM.chars().cycle().take(room * 9 / 8).collect::<String>());
    }
    build.open("span", "");
    pieces(build, page.excerpt.as_deref().unwrap_or_default());
    build.close().close().close();
}

fn pieces(build: &mut Build<'_>, pieces: &[Piece]) {
    for piece in pieces {
        if piece.found {
            build.open("mark", "").text(&piece.text).close();
        } else {
            build.text(&piece.text);
        }
    }
}

/// The distance below the window at which the excerpt of a result is loaded ahead.
const NEAR: &str = "0px 0px 25%";

/// Loads each missing excerpt when its place scrolls into view; all at once without `IntersectionObserver`.
pub(super) fn when_seen(document: &Document, seen: impl Fn(Element) + 'static) {
    let Ok(waiting) = document.query_selector_all("#search-results [data-room]") else { return };
    let waiting = (0..waiting.length()).filter_map(|number| waiting.get(number)?.dyn_into::<Element>().ok());
    let waiting: Vec<Element> = waiting.collect();
    let seen = Rc::new(seen);
    let noted = {
        let seen = seen.clone();
        Closure::<dyn Fn(Array, IntersectionObserver)>::new(
            move |entries: Array, observer: IntersectionObserver| {
                for entry in entries.iter() {
                    let entry: IntersectionObserverEntry = entry.unchecked_into();
                    if entry.is_intersecting() {
                        observer.unobserve(&entry.target());
                        seen(entry.target());
                    }
                }
            },
        )
        .into_js_value()
    };
    let options = IntersectionObserverInit::new();
    options.set_root_margin(NEAR);
    let observer = IntersectionObserver::new_with_options(noted.unchecked_ref(), &options).ok();
    for place in waiting {
        match &observer {
            Some(observer) => observer.observe(&place),
            None => seen(place),
        }
    }
}

/// The address of the result that has this place.
pub(super) fn address(place: &Element) -> Option<String> {
    place.closest("li").ok()??.query_selector("a").ok()??.get_attribute("href")
}

/// Shows an excerpt in the space reserved for it.
pub(super) fn fill(place: Element, excerpt: &[Piece]) {
    if let Some((_, document)) = at_hand()
        && let Ok(Some(words)) = place.query_selector("span")
    {
        pieces(&mut Build::into(&document, words), excerpt);
    }
}

/// Keeps no space where no excerpt comes.
pub(super) fn leave_no_room(place: &Element) {
    let _ = place.remove_attribute("data-room");
}

/// The same query on the search pages of other languages: tag, address, name.
fn other_languages(document: &Document) -> Vec<(String, String, String)> {
    let asked = field(document).map(|field| address_of(&field.value())).unwrap_or_default();
    let Ok(links) = document.query_selector_all(".languages a:not([data-instead])") else {
        return Vec::new();
    };
    let links = (0..links.length()).filter_map(|place| links.get(place)?.dyn_into::<Element>().ok());
    let of = |link: Element| {
        let value = |name: &str| link.get_attribute(name).unwrap_or_default();
        (value("lang"), value("href") + &asked, link.text_content().unwrap_or_default())
    };
    links.map(of).collect()
}

/// Announces the number of results when the visitor pauses typing.
pub(super) fn speak(document: &Document) {
    let said = find(document, ".search-count");
    if let (Some(status), Some(count)) = (find(document, ".search-live [role=status]"), said) {
        status.set_text_content(count.text_content().as_deref());
    }
}

/// Shows that the index couldn't be loaded, and what to do.
pub(super) fn tell_failure(document: &Document) {
    let Some(place) = place(document) else { return };
    let had_focus = has_focus(document);
    let words = words(document);
    let mut build = Build::into(document, place);
    build.open("div", "search-failure").set("role", "alert").open("p", "").text(words.failed).close();
    build.open("button", "search-button search-again").set("type", "button").text(words.try_again);
    if had_focus {
        focus(find(document, ".search-again").map(|again| again.unchecked_into()));
    }
}

/// Whether it is said that the index didn't come.
pub(super) fn tells_failure(document: &Document) -> bool {
    find(document, ".search-failure").is_some()
}

/// How many more pages of results a click asks for, if it asks for results: nought for another try.
pub(super) fn asked_by_click(event: &Event) -> Option<u32> {
    let (window, document) = at_hand()?;
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let button = target.closest(".search-again,.search-more").ok()??;
    if document.document_element().is_some_and(|root| root.has_attribute(OUTDATED)) {
        // The address says what was asked.
        let _ = window.location().reload();
        return None;
    }
    Some(button.get_attribute("data-more").and_then(|more| more.parse().ok()).unwrap_or(0))
}

/// Whether another kind or section was chosen.
pub(super) fn is_filter(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(".search-choices").is_ok_and(|choices| choices.is_some()))
}

/// The name of the focused filter.
fn focused_choice(document: &Document) -> Option<String> {
    document.active_element()?.closest(".search-choices select").ok().flatten()?.get_attribute("name")
}
