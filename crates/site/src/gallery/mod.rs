//! The gallery: every component of the portal in every state, on one page at [`ADDRESS`], for those who work
//! on the style. Visitors never get it: only a publication for [development](crate::publish::Purpose) has it.
//!
//! The components are the real views, given made-up pages: [`sample`] has what these share, and each of
//! [`tokens`], [`texts`] (with its [`listings`]), [`frame`], [`controls`], [`pages`] and [`found`] makes
//! [`Section`]s. What they show is listed by [`every`](example::every), so that a new variant doesn't compile
//! without a place here. [`states`] shows once more what can be operated.

mod controls;
mod example;
mod found;
mod frame;
mod listings;
mod pages;
mod sample;
mod states;
mod texts;
mod tokens;

use views::markup::{Element, el, html};

pub use example::ADDRESS;
use example::{Example, Room, Section};

use crate::{render::shell::Shell, write::Staging};
use content::fingerprint::fingerprint;

/// Puts the gallery into the draft; where the site has a page or a file at the same address, that stays
/// alone.
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

/// A plain document without page data and application: it shows states side by side that one page can't have
/// at the same time, so there is nothing that the application could hydrate. `first.js` is in it, so that the
/// visitor's reading settings hold here, too.
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
    let room = el("div").class(class).attr_if(states::ATTRIBUTE, example.state);
    el("div")
        .class("gallery-example")
        .child(el("h3").text(example.name.clone()))
        .child(room.children(example.shown.iter().cloned()))
}
