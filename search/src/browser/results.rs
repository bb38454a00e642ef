//! The results in the document: count, suggestion, choices, the list, and what is said when there is none.
//!
//! All of it stands in the place that the search page has for it. Text becomes text nodes: nothing that was typed or that
//! a page says is ever read as markup.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlSelectElement};

use super::{
    answer::{Answer, Choice, Chosen, RESULTS},
    messages::Messages,
    page::FoundPage,
};
use crate::language::Language;

/// The place on the search page; none on any other page.
pub(super) fn place(document: &Document) -> Option<Element> {
    document.query_selector(".search-live").ok().flatten()
}

/// Whether nothing is shown.
pub(super) fn is_empty(document: &Document) -> bool {
    place(document).is_none_or(|place| place.first_child().is_none())
}

/// Nothing is asked: nothing is shown.
pub(super) fn clear(document: &Document) {
    if let Some(place) = place(document) {
        place.set_text_content(None);
    }
}

/// What the visitor chose among kinds and sections.
pub(super) fn chosen(document: &Document) -> Chosen {
    let of = |name: &str| {
        let select = document.query_selector(&format!(".search-live select[name={name}]")).ok().flatten()?;
        select.dyn_into::<HtmlSelectElement>().ok()?.value().parse().ok()
    };
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
    let had_focus = focused_choice(document);
    let chosen = chosen(document);
    let make = Make(document);
    let asked = asked.trim();
    let [before, behind] = words.quotes;
    let asked: String = if asked.chars().count() > 60 {
        asked.chars().take(60).collect::<String>() + "…"
    } else {
        asked.into()
    };
    let count = match answer.count {
        0 => format!("{} {before}{asked}{behind}", words.nothing),
        1 => format!("1 {} {} {before}{asked}{behind}", words.one, words.asked),
        many => format!("{many} {} {} {before}{asked}{behind}", words.many, words.asked),
    };
    let mut parts = vec![make.text("p", "search-count", &count)];
    // Kept where it is: what is new in it is spoken.
    let status = document.query_selector(".search-live [role=status]").ok().flatten().unwrap_or_else(|| {
        let status = make.element("p", "visually-hidden");
        make.attribute(&status, "role", "status");
        status
    });
    parts.push(status);
    if let Some(meant) = &answer.suggestion {
        let suggestion = make.text("p", "search-suggestion", words.did_you_mean);
        let link = make.text("a", "", meant);
        make.attribute(&link, "href", &super::address_of(meant));
        make.append(&suggestion, &[make.words(" "), link.into(), make.words("?")]);
        parts.push(suggestion);
    }
    if answer.count == 0 && chosen == Chosen::default() {
        parts.push(make.text("p", "", words.advice));
    } else if !answer.whole {
        parts.push(make.text("p", "", words.partly));
    }
    let choices = [
        make.choice("kind", words.kind, words, &answer.kinds, chosen.kind, |name| words.kind_of(name)),
        make.choice("section", words.section, words, &answer.sections, chosen.section, |_| None),
    ];
    let choices: Vec<Element> = choices.into_iter().flatten().collect();
    if !choices.is_empty() {
        let bar = make.element("div", "search-choices");
        make.append(&bar, &choices.into_iter().map(Into::into).collect::<Vec<_>>());
        parts.push(bar);
    }
    if !answer.pages.is_empty() {
        let list = make.element("ol", "search-results");
        make.attribute(&list, "id", "search-results");
        let entries: Vec<web_sys::Node> =
            answer.pages.iter().map(|page| make.result(page, words).into()).collect();
        make.append(&list, &entries);
        parts.push(list);
    }
    if answer.count > RESULTS * (more as usize + 1) {
        let button = make.text("button", "button search-more", words.more);
        make.attribute(&button, "type", "button");
        make.attribute(&button, "data-more", &(more + 1).to_string());
        parts.push(button);
    }
    parts.extend(make.other_languages(words));
    place.set_text_content(None);
    make.append(&place, &parts.into_iter().map(Into::into).collect::<Vec<_>>());
    if let Some(name) = had_focus
        && let Ok(Some(select)) = document.query_selector(&format!(".search-live select[name={name}]"))
    {
        focus(&select);
    }
}

/// Speaks how many results there are, once typing rests.
pub(super) fn speak(document: &Document) {
    let said = |selector: &str| document.query_selector(selector).ok().flatten();
    if let (Some(status), Some(count)) = (said(".search-live [role=status]"), said(".search-count")) {
        status.set_text_content(count.text_content().as_deref());
    }
}

/// Says that the index didn't come, and what to do.
pub(super) fn tell_failure(document: &Document) {
    let Some(place) = place(document) else { return };
    let (words, make) = (words(document), Make(document));
    let message = make.element("div", "search-failure");
    make.attribute(&message, "role", "alert");
    let button = make.text("button", "button search-again", words.try_again);
    make.attribute(&button, "type", "button");
    make.append(&message, &[make.text("p", "", words.failed).into(), button.into()]);
    place.set_text_content(None);
    make.append(&place, &[message.into()]);
}

/// Connected again: what failed is asked once more.
pub(super) fn try_again() {
    if let Some((_, document)) = super::at_hand()
        && let Ok(Some(_)) = document.query_selector(".search-failure")
        && let Some(field) = super::field(&document)
    {
        super::ask(&field.value(), 0);
    }
}

/// More results, or another try.
pub(super) fn clicked(event: &Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    if target.closest(".search-again").is_ok_and(|button| button.is_some()) {
        try_again();
    }
    let more =
        target.closest(".search-more").ok().flatten().and_then(|button| button.get_attribute("data-more"));
    if let (Some(more), Some((_, document))) = (more.and_then(|more| more.parse().ok()), super::at_hand())
        && let Some(field) = super::field(&document)
    {
        super::ask(&field.value(), more);
    }
}

/// Another kind or section was chosen.
pub(super) fn filtered(event: &Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    if target.closest(".search-choices").is_ok_and(|choices| choices.is_some())
        && let Some((_, document)) = super::at_hand()
        && let Some(field) = super::field(&document)
    {
        super::ask(&field.value(), 0);
    }
}

/// The name of the choice that has the focus.
fn focused_choice(document: &Document) -> Option<String> {
    document.active_element()?.closest(".search-choices select").ok().flatten()?.get_attribute("name")
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlSelectElement>() {
        // An element without focus is no failure of the page.
        let _ = element.focus();
    }
}

/// Makes elements of a document.
struct Make<'d>(&'d Document);

impl Make<'_> {
    fn element(&self, name: &str, class: &str) -> Element {
        // The names are ours and valid.
        let element = self.0.create_element(name).unwrap_or_else(|_| unreachable!("{name} is a name"));
        if !class.is_empty() {
            element.set_class_name(class);
        }
        element
    }

    fn text(&self, name: &str, class: &str, text: &str) -> Element {
        let element = self.element(name, class);
        element.set_text_content(Some(text));
        element
    }

    fn words(&self, text: &str) -> web_sys::Node {
        self.0.create_text_node(text).into()
    }

    fn attribute(&self, element: &Element, name: &str, value: &str) {
        // The names are ours and valid.
        let _ = element.set_attribute(name, value);
    }

    fn append(&self, element: &Element, children: &[web_sys::Node]) {
        for child in children {
            // Refused only where a child would hold its parent.
            let _ = element.append_child(child);
        }
    }

    fn result(&self, page: &FoundPage, words: &Messages) -> Element {
        let link = self.text("a", "listing-link", &page.title);
        self.attribute(&link, "href", &page.address);
        let entry = self.element("li", "");
        let mut parts: Vec<web_sys::Node> = vec![link.into()];
        let about: Vec<&str> = words.kind_of(&page.kind).into_iter().chain(page.date.as_deref()).collect();
        let way = page.way.join(" : ");
        let about = about
            .into_iter()
            .chain((!way.is_empty()).then_some(way.as_str()))
            .collect::<Vec<_>>()
            .join(" · ");
        parts.push(self.text("p", "listing-date", &about).into());
        let excerpt = self.element("p", "listing-summary");
        let pieces: Vec<web_sys::Node> = page
            .excerpt
            .iter()
            .map(|piece| {
                if piece.found { self.text("mark", "", &piece.text).into() } else { self.words(&piece.text) }
            })
            .collect();
        self.append(&excerpt, &pieces);
        parts.push(excerpt.into());
        self.append(&entry, &parts);
        entry
    }

    /// A choice among several; none where there is nothing to choose.
    fn choice(
        &self,
        name: &str,
        label: &str,
        words: &Messages,
        choices: &[Choice],
        chosen: Option<u32>,
        called: impl Fn(&str) -> Option<&'static str>,
    ) -> Option<Element> {
        if choices.len() < 2 {
            return None;
        }
        let whole = self.text("label", "", label);
        let select = self.element("select", "");
        self.attribute(&select, "name", name);
        let total: usize = choices.iter().map(|(_, count, _)| count).sum();
        let option = |value: &str, text: &str, is_chosen: bool| -> web_sys::Node {
            let option = self.text("option", "", text);
            self.attribute(&option, "value", value);
            if is_chosen {
                self.attribute(&option, "selected", "");
            }
            option.into()
        };
        let mut options = vec![option("", &format!("{} ({total})", words.all), chosen.is_none())];
        for (known, count, number) in choices {
            let text = format!("{} ({count})", called(known).unwrap_or(known));
            options.push(option(&number.to_string(), &text, chosen == Some(*number)));
        }
        self.append(&select, &options);
        self.append(&whole, &[self.words(" "), select.into()]);
        Some(whole)
    }

    /// The same question on the search pages of other languages.
    fn other_languages(&self, words: &Messages) -> Option<Element> {
        let question = web_sys::window()?.location().search().ok().filter(|search| search.len() > 3);
        let asked = super::field(self.0).map(|field| super::address_of(&field.value())).or(question)?;
        let links = self.0.query_selector_all(".languages a:not([data-instead])").ok()?;
        let line = self.text("p", "search-languages", words.other_languages);
        for place in 0..links.length() {
            let known: Element = links.get(place)?.unchecked_into();
            let link = self.text("a", "", &known.text_content().unwrap_or_default());
            for name in ["lang", "hreflang"] {
                self.attribute(&link, name, &known.get_attribute(name).unwrap_or_default());
            }
            self.attribute(
                &link,
                "href",
                &format!("{}{asked}", known.get_attribute("href").unwrap_or_default()),
            );
            self.append(&line, &[self.words(" "), link.into()]);
        }
        (links.length() > 0).then_some(line)
    }
}
