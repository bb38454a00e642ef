//! What visitors operate: text size, reading settings, reading aloud, and what to do about a page that didn't
//! come.

use page::{Page, PageKind};
use views::{
    gallery,
    shown::{
        Action, Failure, FailureCause, Portal,
        choices::{Choices, Preference},
        listening::{Listening, ListeningState, RATES, USUAL_RATE},
        text_size::TextSize,
    },
};

use super::{
    example::{ADDRESS, Example, Room, Section, every},
    sample::{self, any_portal, path},
};

pub fn sections() -> Vec<Section> {
    vec![
        Section { id: "lukuasetukset-tiloissaan", title: "Lukuasetukset", examples: preferences() },
        Section { id: "kuuntelu", title: "Kuuntelu ja tulostus", examples: read_aloud() },
        Section { id: "virheet", title: "Sivu, jota ei saatu", examples: failures() },
    ]
}

fn preferences() -> Vec<Example> {
    let sized = |text_size| Portal { text_size, ..any_portal() };
    let [smallest, largest] = [TextSize::smaller, TextSize::larger]
        .map(|further| (0..20).fold(TextSize::NORMAL, |size, _| further(size)));
    let sizes = [("tavallinen", TextSize::NORMAL), ("pienin", smallest), ("suurin", largest)];
    let panel = |name: &str, shown: &Portal| {
        Example::new(name, Room::Opened, [gallery::preferences_button(shown), gallery::preferences(shown)])
    };
    let chosen = |last: bool| {
        let mut choices = Choices::default();
        for preference in Preference::ALL {
            choices.choose(preference, if last { preference.options().len() } else { 1 });
        }
        Portal { text_size: if last { smallest } else { largest }, choices, ..any_portal() }
    };
    sizes
        .into_iter()
        .map(|(name, size)| {
            Example::new(format!("Tekstin koko: {name}"), Room::Text, [gallery::text_size(&sized(size))])
        })
        .chain([
            panel("Lukuasetukset: kaikki ennallaan", &any_portal()),
            panel("Lukuasetukset: ensimmäiset vaihtoehdot, suurin teksti", &chosen(false)).operated(),
            panel("Lukuasetukset: viimeiset vaihtoehdot, pienin teksti", &chosen(true)),
        ])
        .collect()
}

fn page() -> Page {
    sample::page(PageKind::Section, "Esimerkki", Vec::new())
}

fn read_aloud() -> Vec<Example> {
    let tools = |name: String, listening| {
        Example::new(name, Room::Text, [gallery::page_tools(&page(), &Portal { listening, ..any_portal() })])
    };
    let listening = |state, rate| Some(Listening { state, rate });
    let mut shown = every!(ListeningState {
        Idle => tools("Kuuntelu: valmiina".to_owned(), listening(ListeningState::Idle, USUAL_RATE)),
        Reading => tools("Kuuntelu: lukee".to_owned(), listening(ListeningState::Reading, USUAL_RATE)).operated(),
        Paused => tools("Kuuntelu: keskeytetty".to_owned(), listening(ListeningState::Paused, USUAL_RATE)),
    });
    let rates = (0..RATES.len()).filter(|rate| *rate != USUAL_RATE);
    shown.extend(rates.map(|rate| {
        let name =
            format!("Kuuntelu: lukee {}-kertaisella nopeudella", RATES[rate].to_string().replace('.', ","));
        tools(name, listening(ListeningState::Reading, rate))
    }));
    shown.push(tools("Kuuntelu: laitteessa ei ole ääntä tälle kielelle".to_owned(), None));
    let section = Page { section: vec![path(ADDRESS)], ..page() };
    let print = gallery::page_tools(&section, &any_portal());
    shown.push(Example::new("Osion tulostus", Room::Text, [print]).operated());
    shown
}

fn failures() -> Vec<Example> {
    let failure = |name: &str, cause, shown: &Portal| {
        let failure = Failure { address: ADDRESS.to_owned(), cause, again: Action::TryAgain };
        // Shown, not announced: nothing has just gone wrong here.
        Example::new(name, Room::Text, [gallery::failure(&failure, shown)])
    };
    let open = any_portal();
    let mut causes = every!(FailureCause {
        Missing => failure("Sisältöä ei ole", FailureCause::Missing, &open),
        Server => failure("Palvelimen virhe", FailureCause::Server, &open),
        Unreadable => failure("Väärän muotoinen sisältö", FailureCause::Unreadable, &open),
        Slow => failure("Palvelin ei vastaa", FailureCause::Slow, &open),
        Offline => failure("Ei yhteyttä", FailureCause::Offline, &open).operated(),
    });
    causes.push(failure("Ei yhteyttä eikä sivua alla", FailureCause::Offline, &Portal::first(None)));
    causes
}
