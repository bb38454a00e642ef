//! The gallery: every component of the portal in every state, on one page at [`ADDRESS`], for those who work on the
//! style. Visitors never get it: only a publication for [development](crate::publish::Purpose) has it.
//!
//! The components are the real views, given made-up pages: [`sample`] has what these share, and each of [`tokens`],
//! [`texts`] (with its [`listings`]), [`frame`], [`controls`], [`pages`] and [`found`] makes [`Section`]s. What they show is listed by
//! [`every`], so that a new variant doesn't compile without a place here. [`states`] shows once more what can be operated.

mod controls;
mod found;
mod frame;
mod listings;
mod pages;
mod sample;
mod states;
mod texts;
mod tokens;

use views::markup::{Element, el, html};

use states::State;

use crate::{render::shell::Shell, write::Staging};
use content::fingerprint::fingerprint;

/// Where the gallery stands, unless a page stands there.
pub const ADDRESS: &str = "/tyylit/";

/// A part of the gallery.
struct Section {
    /// Its anchor.
    id: &'static str,
    /// Its heading.
    title: &'static str,
    examples: Vec<Example>,
}

/// A component in a state.
#[derive(Clone)]
struct Example {
    /// Which component in which state.
    name: String,
    room: Room,
    shown: Vec<Element>,
    /// Whether it is shown once more in each [`State`].
    is_operated: bool,
    state: Option<State>,
}

/// In what an example stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Room {
    /// In the text of a page.
    Text,
    /// From edge to edge, as what stands around every page.
    Edges,
    /// The same, with what a button opens (popovers) open.
    Opened,
}

impl Example {
    fn new(name: impl Into<String>, room: Room, shown: impl IntoIterator<Item = Element>) -> Example {
        let shown = shown.into_iter().collect();
        Example { name: name.into(), room, shown, is_operated: false, state: None }
    }

    /// The same, of which each part that a visitor operates is to be seen in each state.
    fn operated(self) -> Example {
        Example { is_operated: true, ..self }
    }
}

/// What is shown for each variant of an enum, in this order. A variant that isn't named doesn't compile.
macro_rules! every {
    ($of:ident { $($variant:ident => $shown:expr),* $(,)? }) => {{
        #[allow(clippy::unneeded_struct_pattern)]
        let _ = |named: &$of| match named { $($of::$variant { .. } => {})* };
        vec![$($shown),*]
    }};
}
use every;

/// Puts the gallery into the draft; where the site has a page or a file at the same address, that stays alone.
///
/// # Errors
/// A stylesheet that can't be read; a file that can't be written.
pub fn render_gallery(shell: &Shell, draft: &Staging) -> anyhow::Result<()> {
    let folder = &ADDRESS[1..];
    let file = |name: &str| format!("{folder}{name}");
    let stylesheet = shell.stylesheet()?;
    let tokens = tokens::Tokens::of(&stylesheet);
    let style = [&states::style(&stylesheet), include_str!("gallery.css"), &tokens.style()].concat();
    let files = [
        ("index.html", document(shell, &tokens)),
        ("gallery.css", style),
        ("jarvi.svg", include_str!("jarvi.svg").to_owned()),
    ];
    if files.iter().any(|(name, _)| draft.holds(&file(name))) {
        return Ok(());
    }
    for (name, contents) in files {
        draft.put(file(name), fingerprint(contents.as_bytes()), || contents)?;
    }
    Ok(())
}

/// A plain document without page data and application: it shows states side by side that one page can't have at the same
/// time, so there is nothing that the application could hydrate. `first.js` is in it, so that the visitor's reading
/// settings hold here, too.
fn document(shell: &Shell, tokens: &tokens::Tokens) -> String {
    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n<title>Tyylit</title>\n\
         <meta name=\"robots\" content=\"noindex\">\n<link rel=\"stylesheet\" href=\"{ADDRESS}gallery.css\">",
        html::escape(&shell.policy("")),
    );
    let sections = [
        tokens.sections(),
        texts::sections(),
        frame::sections(),
        controls::sections(),
        pages::sections(),
        found::sections(),
    ];
    let mut sections: Vec<Section> = sections.into_iter().flatten().collect();
    sections.extend(states::sections(&sections));
    shell.plain(&head, &html::to_html(&gallery(&sections)))
}

fn gallery(sections: &[Section]) -> Element {
    let contents = sections
        .iter()
        .map(|section| el("li").child(el("a").attr("href", format!("#{}", section.id)).text(section.title)));
    let introduction = el("header")
        .class("gallery-introduction")
        .child(el("h1").text("Tyylit"))
        .child(el("p").class("tagline").text("Portaalin osat kaikissa tiloissaan, tekijöille."))
        .child(el("nav").class("contents").attr("aria-label", "Osat").child(el("ul").children(contents)));
    let main = el("main").class("gallery").child(introduction).children(sections.iter().map(section));
    el("div").class("portal").child(main)
}

fn section(section: &Section) -> Element {
    el("section")
        .class("gallery-section")
        .attr("aria-labelledby", section.id)
        .child(el("h2").attr("id", section.id).text(section.title))
        .children(section.examples.iter().map(example))
}

fn example(example: &Example) -> Element {
    let class = match example.room {
        Room::Text => "page gallery-text",
        Room::Edges => "gallery-edges",
        Room::Opened => "gallery-edges gallery-opened",
    };
    let room = el("div").class(class).attr_if(states::ATTRIBUTE, example.state.map(State::name));
    el("div")
        .class("gallery-example")
        .child(el("h3").text(example.name.clone()))
        .child(room.children(example.shown.iter().cloned()))
}
