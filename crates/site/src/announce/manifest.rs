//! `manifest.webmanifest` (W3C Web Application Manifest): what a device calls the site, and how it shows it
//! among its programs.

use anyhow::Context as _;
use page::Language;
use serde::Serialize;

use super::portal::Portal;
use crate::render::{
    icons::{self, IconShape},
    shell::Shell,
    tokens::colour_by_day,
};
use content::read::PageFile;

/// The site in a language.
#[derive(Serialize)]
struct Manifest<'a> {
    /// As the front page's document is called.
    name: String,
    short_name: &'a str,
    description: &'a str,
    lang: Language,
    /// All languages of the interface are written from left to right.
    dir: &'static str,
    id: &'a str,
    start_url: &'a str,
    /// The whole site: its pages lead to those of other languages.
    scope: String,
    /// In the browser: a portal has nothing that a window of its own would give, and an authority's visitors
    /// should see at which address they are, and have their own text size, translation and bookmarks at hand.
    display: &'static str,
    /// What is painted before the page is.
    #[serde(skip_serializing_if = "Option::is_none")]
    background_color: Option<&'a str>,
    /// The header's ground, so that the edge of the window goes on in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    theme_color: Option<&'a str>,
    icons: Vec<Icon>,
}

#[derive(Serialize)]
struct Icon {
    src: String,
    sizes: String,
    #[serde(rename = "type")]
    media_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<&'static str>,
}

/// The file's text for a front page. All its addresses are from the host's root.
///
/// # Errors
/// A stylesheet that isn't text; what can't be written as JSON, which would be a fault of Seutu.
pub(super) fn manifest(
    portal: Portal<'_>,
    front: &PageFile,
    icons: &[icons::Icon],
    shell: &Shell,
) -> anyhow::Result<String> {
    let style = shell.stylesheet()?;
    let start = shell.base.prefix(front.path.as_str());
    let manifest = Manifest {
        name: format!("{} – {}", portal.name, portal.slogan),
        short_name: portal.name,
        description: &front.source.summary.value,
        lang: front.language,
        dir: "ltr",
        id: &start,
        start_url: &start,
        scope: shell.base.prefix("/"),
        display: "browser",
        background_color: colour_by_day(&style, "colour-ground"),
        theme_color: colour_by_day(&style, "colour-surface"),
        icons: of_shell(shell).into_iter().chain(icons.iter().map(|icon| drawn(icon, shell))).collect(),
    };
    serde_json::to_string(&manifest).context("A manifest can't be written as JSON; this is a fault of Seutu")
}

/// The icon that documents name, drawn anew at each size.
fn of_shell(shell: &Shell) -> Option<Icon> {
    let name = shell.files.keys().find(|name| name.starts_with("icon-") && name.ends_with(".svg"))?;
    Some(Icon {
        src: shell.base.prefix(&format!("/{name}")),
        sizes: "any".to_owned(),
        media_type: "image/svg+xml",
        purpose: None,
    })
}

fn drawn(icon: &icons::Icon, shell: &Shell) -> Icon {
    Icon {
        src: shell.base.prefix(&format!("/{}", icon.file)),
        sizes: format!("{0}x{0}", icon.size),
        media_type: "image/png",
        purpose: match icon.shape {
            IconShape::Round => None,
            IconShape::Whole => Some("maskable"),
        },
    }
}
