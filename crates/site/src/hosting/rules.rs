//! The rules for a site on every host, independent of the host's format.

use std::{path::PathBuf, sync::LazyLock};

use crate::render::base::BasePath;
use compile::check::Site;
use content::{
    own_files::{PICTURES, is_of_shell},
    source::KindSource,
};
use file_types::{Contents, FILE_TYPES, FileType, Role};

/// How long caches may keep a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cacheability {
    /// Its name says what it holds, so it may be kept for ever (RFC 8246).
    Immutable,
    /// It is asked for each time, and not sent again while it is as it was (RFC 9111 §5.2.2.4).
    Revalidated,
}

impl Cacheability {
    /// The value of `Cache-Control`.
    pub const fn header(self) -> &'static str {
        match self {
            Cacheability::Immutable => "public, max-age=31536000, immutable",
            Cacheability::Revalidated => "no-cache",
        }
    }
}

/// The names of immutable files, within the site, as a regular expression that all hosts understand:
/// the index but for its roots, pictures in folders of their own and the files of the shell, whose names end
/// in a number made of what they hold.
pub const IMMUTABLE_NAMES: &str = "(search\\.index/[^/]+/.+|(social\\.images|site\\.icons)/.+|[^/]+-[0-9a-f]{16}(_bg)?\\.(js|css|wasm|svg))";

/// A redirect from an address that a page has left.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Redirect {
    /// The old address from the site's root, as `/vanha/`.
    pub from: String,
    /// Where the page is now, from the site's root.
    pub to: String,
}

/// What a host should do.
#[derive(Clone, Debug)]
pub struct HostingRules {
    /// The address of the site.
    pub address: String,
    /// The folder of the host under which it stands.
    pub base: BasePath,
    /// Where the site's folder stands on the server.
    pub served_from: PathBuf,
    /// The redirects from old addresses, each old address once.
    pub redirects: Vec<Redirect>,
    /// The addresses of pages that were withdrawn, from the site's root (410, RFC 9110 §15.5.11).
    pub gone: Vec<String>,
    /// The names of all files but those that hosts read, in their order.
    pub files: Vec<String>,
}

impl HostingRules {
    /// The rules of a site of which no file is there yet.
    pub fn of(site: &Site<'_>, address: &str, base: &BasePath, served_from: PathBuf) -> HostingRules {
        let redirects = site
            .old_addresses
            .iter()
            .map(|(from, to)| Redirect { from: from.to_string(), to: to.to_string() });
        let gone = site.pages.values().filter(|page| matches!(page.source.kind, KindSource::Gone(_)));
        HostingRules {
            address: address.to_owned(),
            base: base.clone(),
            served_from,
            redirects: redirects.collect(),
            gone: gone.map(|page| page.path.to_string()).collect(),
            files: Vec::new(),
        }
    }
}

/// How long caches may keep a file, by its name in the site.
pub fn cacheability(name: &str) -> Cacheability {
    let is_named_by_contents = match name.split_once('/') {
        Some((search::index::FOLDER, name)) => name.contains('/'),
        Some((folder, _)) => PICTURES.contains(&folder),
        None => is_of_shell(name),
    };
    if is_named_by_contents { Cacheability::Immutable } else { Cacheability::Revalidated }
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

/// The extensions of pictures and documents that a browser may open, in the order of the alphabet. Not PDF,
/// sound and film: they are no documents of the site's origin, and the players that browsers have for them
/// don't start in a sandbox (a PDF stays blank in Safari and is blocked in some versions of Chromium). Not
/// calendars: the publisher writes them as well, and no browser opens one.
pub static CONFINED: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let is_opened = |known: &FileType| match known.role {
        Role::Picture(_) => true,
        Role::Document(Contents::Pdf | Contents::Mp3 | Contents::Mp4) => false,
        Role::Document(_) => known.media_type != "text/calendar",
        Role::Page | Role::Application | Role::Data => false,
    };
    FILE_TYPES.iter().filter(|known| is_opened(known)).map(|known| known.extension).collect()
});

/// The extensions of pictures, sound and film, which are sent with [`super::headers::SHOWN_BY_ALL`].
pub static SHOWN_BY_ALL: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let is_shown = |known: &&FileType| {
        matches!(known.role, Role::Picture(_) | Role::Document(Contents::Mp3 | Contents::Mp4))
    };
    FILE_TYPES.iter().filter(is_shown).map(|known| known.extension).collect()
});

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
        let unconfined = ["pdf", "mp3", "mp4", "m4a", "ics"];
        let is_of_editor = |known: &FileType| known.document().is_some() || known.picture().is_some();
        for FileType { extension, .. } in FILE_TYPES.into_iter().filter(is_of_editor) {
            let name = format!("kuvat/A.{}", extension.to_uppercase());
            assert_eq!(is_confined(&name), !unconfined.contains(&extension), "{extension}");
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
            assert_eq!(cacheability(name), Cacheability::Immutable, "{name}");
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
            assert_eq!(cacheability(name), Cacheability::Revalidated, "{name}");
        }
    }
}
