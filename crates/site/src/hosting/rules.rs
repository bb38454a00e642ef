//! The rules for a site on every host, independent of the host's format.

use std::path::PathBuf;

use crate::render::base::BasePath;
use compile::check::Site;
use content::{
    own_files::{PICTURES, is_of_shell},
    source::KindSource,
};

/// How long a file keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasting {
    /// Its name says what it holds, so it may be kept for ever (RFC 8246).
    ForEver,
    /// It is asked for each time, and not sent again while it is as it was (RFC 9111 §5.2.2.4).
    Revalidated,
}

impl Lasting {
    /// The value of `Cache-Control`.
    pub const fn header(self) -> &'static str {
        match self {
            Lasting::ForEver => "public, max-age=31536000, immutable",
            Lasting::Revalidated => "no-cache",
        }
    }
}

/// The names of files that keep for ever, within the site, as a regular expression that all hosts understand:
/// the index but for its roots, pictures in folders of their own and the files of the shell, whose names end
/// in a number made of what they hold.
pub const LASTING: &str = "(search\\.index/[^/]+/.+|(social\\.images|site\\.icons)/.+|[^/]+-[0-9a-f]{16}(_bg)?\\.(js|css|wasm|svg))";

/// An address that was left.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moved {
    /// The old address from the site's root, as `/vanha/`.
    pub from: String,
    /// Where the page is now, from the site's root.
    pub to: String,
}

/// What a host should do.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The address of the site.
    pub address: String,
    /// The folder of the host under which it stands.
    pub base: BasePath,
    /// Where the site's folder stands on the server.
    pub served_from: PathBuf,
    /// The addresses that were left, each once.
    pub moved: Vec<Moved>,
    /// The addresses of pages that were withdrawn, from the site's root (410, RFC 9110 §15.5.11).
    pub gone: Vec<String>,
    /// The names of all files but those that hosts read, in their order.
    pub files: Vec<String>,
}

impl Rules {
    /// The rules of a site of which no file is there yet.
    pub fn of(site: &Site<'_>, address: &str, base: &BasePath, served_from: PathBuf) -> Rules {
        let moved =
            site.old_addresses.iter().map(|(from, to)| Moved { from: from.to_string(), to: to.to_string() });
        let gone = site.pages.values().filter(|page| matches!(page.source.kind, KindSource::Gone(_)));
        Rules {
            address: address.to_owned(),
            base: base.clone(),
            served_from,
            moved: moved.collect(),
            gone: gone.map(|page| page.path.to_string()).collect(),
            files: Vec::new(),
        }
    }
}

/// How long a file keeps, by its name in the site.
pub fn lasting(name: &str) -> Lasting {
    let is_named_by_contents = match name.split_once('/') {
        Some((search::index::FOLDER, name)) => name.contains('/'),
        Some((folder, _)) => PICTURES.contains(&folder),
        None => is_of_shell(name),
    };
    if is_named_by_contents { Lasting::ForEver } else { Lasting::Revalidated }
}

/// An address in a regular expression: of what it may hold, only the dot means something there.
pub fn escaped(address: &str) -> String {
    address.replace('.', "\\.")
}

/// Whether other sites' programs may read a file in the visitor's browser: what is data rather than a page
/// (Fetch §3.2).
pub fn is_open_data(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| OPEN_DATA.contains(&ending))
}

/// The endings of data.
pub const OPEN_DATA: [&str; 4] = ["json", "xml", "atom", "ics"];

/// Whether a file is sent with [`super::headers::CONFINED`].
pub fn is_confined(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| CONFINED.contains(&ending.as_str()))
}

/// The endings of pictures and documents that a browser may open, in the order of the alphabet. Not PDF,
/// sound and film: they are no documents of the site's origin, and the players that browsers have for them
/// don't start in a sandbox (a PDF stays blank in Safari and is blocked in some versions of Chromium).
pub const CONFINED: [&str; 21] = [
    "avif", "csv", "doc", "docx", "epub", "gif", "jpeg", "jpg", "odp", "ods", "odt", "png", "ppt", "pptx",
    "rtf", "svg", "txt", "webp", "xls", "xlsx", "zip",
];

/// The endings of pictures, sound and film, which are sent with [`super::headers::SHOWN_BY_ALL`].
pub const SHOWN_BY_ALL: [&str; 10] =
    ["avif", "gif", "jpeg", "jpg", "m4a", "mp3", "mp4", "png", "svg", "webp"];

/// The endings of what only the site's own documents show or run.
pub const OWN: [&str; 4] = ["css", "html", "js", "wasm"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_the_application_is_known_by_its_name() {
        assert!(is_of_shell("start-ae750cedf39b0d10.js"));
        assert!(is_of_shell("seutu-application-4264884fb94d0698_bg.wasm"));
        assert!(is_of_shell("seutu-application-4264884fb94d0698.wasm"));
        assert!(!is_of_shell("jako-720.png"));
        assert!(!is_of_shell("hankkeet/a-ae750cedf39b0d10.pdf"));
        assert!(!is_of_shell("hankkeet/a-ae750cedf39b0d10.svg"));
    }

    #[test]
    fn whatever_an_editor_may_publish_is_confined_but_what_a_player_shows() {
        let unconfined = ["pdf", "mp3", "mp4", "m4a"];
        let pictures = ["jpg", "jpeg", "png", "webp", "gif", "avif", "svg"];
        // A calendar is ours as well, and no browser opens one.
        for ending in downloads::kinds::endings().chain(pictures).filter(|ending| *ending != "ics") {
            let name = format!("kuvat/A.{}", ending.to_uppercase());
            assert_eq!(is_confined(&name), !unconfined.contains(&ending), "{ending}");
        }
        assert!(!is_confined("index.html") && !is_confined("page.json") && !is_confined("start.js"));
        assert!(CONFINED.is_sorted());
    }

    #[test]
    fn only_what_is_named_by_its_contents_keeps_for_ever() {
        for name in [
            "start-ae750cedf39b0d10.js",
            "seutu-application-4264884fb94d0698_bg.wasm",
            "seutu-application-4264884fb94d0698.wasm",
            "social.images/0123456789abcdef.png",
            "site.icons/round-192-0123456789abcdef.png",
            "search.index/fi.files/terms-1a5888a2efdb",
        ] {
            assert_eq!(lasting(name), Lasting::ForEver, "{name}");
        }
        for name in [
            "index.html",
            "page.json",
            "search.index/fi",
            "kuva-0123456789.png",
            "a-0123456789abcdeg.js",
            "kuvat/kaavio-0123456789abcdef.svg",
            "kuva-0123456789abcdef.png",
            "ohje-0123456789abcdef.pdf",
            "-0123456789abcdef.js",
        ] {
            assert_eq!(lasting(name), Lasting::Revalidated, "{name}");
        }
    }
}
