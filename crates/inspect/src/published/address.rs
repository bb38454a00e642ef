//! Which file of a published site stands at an address.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use url::Url;

use super::folder::path_of;

/// The address at which the folder of a site stands.
#[derive(Clone, Debug)]
pub struct Base {
    root: Url,
    /// Whether the site says its address; one that doesn't can't be told from others.
    is_known: bool,
}

/// Where a reference leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Into the site.
    Within {
        /// The path within its folder, decoded; empty for the front page.
        path: String,
        /// The place on the page, decoded.
        anchor: Option<String>,
    },
    /// To the root of the host, past the base under which the site stands.
    PastBase,
    /// To another site on the web.
    External(Url),
    /// To what isn't on the web: `mailto:`, `tel:`, `data:`.
    Elsewhere,
    /// Nowhere: it is no address (WHATWG URL §4.4).
    Malformed,
}

/// All but the unreserved signs (RFC 3986 §2.3) and the slash.
const NOT_IN_A_PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

impl Base {
    /// The base of a site whose front page has this canonical address; where it has none, the site is taken
    /// to stand at the root of its host.
    pub fn of_front_page(canonical: Option<&str>) -> Option<Base> {
        let said = canonical.and_then(|canonical| Url::parse(canonical).ok()).filter(Url::has_host);
        let is_known = said.is_some();
        let mut root = said.or_else(|| Url::parse("http://unknown.invalid/").ok())?;
        root.set_query(None);
        root.set_fragment(None);
        let folder = root.path().rfind('/').map_or("/", |end| &root.path()[..=end]).to_owned();
        root.set_path(&folder);
        Some(Base { root, is_known })
    }

    /// Whether the site says its address.
    pub fn is_known(&self) -> bool {
        self.is_known
    }

    /// The address of the site's front page.
    pub fn root(&self) -> &Url {
        &self.root
    }

    /// The address of a file.
    pub fn address(&self, name: &str) -> Url {
        let mut address = self.root.clone();
        let path = utf8_percent_encode(path_of(name), NOT_IN_A_PATH);
        address.set_path(&format!("{}{path}", self.root.path()));
        address
    }

    /// Where a reference in a document leads.
    pub fn resolve(&self, document: &Url, reference: &str) -> Target {
        let reference = reference.trim();
        let Ok(address) = document.join(reference) else { return Target::Malformed };
        if !matches!(address.scheme(), "http" | "https") {
            return Target::Elsewhere;
        }
        if !self.is_own(&address) {
            return Target::External(address);
        }
        let Some(path) = address.path().strip_prefix(self.root.path()) else {
            let from_root = reference.starts_with('/') && !reference.starts_with("//");
            return if from_root { Target::PastBase } else { Target::External(address) };
        };
        let anchor = address.fragment().and_then(anchor);
        Target::Within { path: decoded(path), anchor }
    }

    /// Whether an address is on the site's own host; that it may begin with `http` instead of `https` changes
    /// nothing.
    fn is_own(&self, address: &Url) -> bool {
        address.host() == self.root.host() && address.port() == self.root.port()
    }
}

/// The `id` that a fragment names: none for the top of the page (HTML §7.4.6.4), nor for a text fragment.
fn anchor(fragment: &str) -> Option<String> {
    let id = fragment.split(":~:").next().unwrap_or_default();
    let is_top = id.is_empty() || id.eq_ignore_ascii_case("top");
    (!is_top).then(|| decoded(id))
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(path: &str, anchor: Option<&str>) -> Target {
        Target::Within { path: path.to_owned(), anchor: anchor.map(str::to_owned) }
    }

    #[test]
    fn a_reference_leads_to_a_file_under_the_base() {
        let base = Base::of_front_page(Some("https://testila.example/seutu/")).unwrap();
        let page = base.address("a/index.html");
        assert_eq!(page.as_str(), "https://testila.example/seutu/a/");
        assert_eq!(base.resolve(&page, "/seutu/b/?q=1#c%C3%A4"), within("b/", Some("cä")));
        assert_eq!(base.resolve(&page, "../kuva.png"), within("kuva.png", None));
        assert_eq!(base.resolve(&page, "#top"), within("a/", None));
        assert_eq!(base.resolve(&page, "http://testila.example/seutu/"), within("", None));
        assert_eq!(base.resolve(&page, "/b/"), Target::PastBase);
        assert_eq!(base.resolve(&page, "mailto:a@testila.example"), Target::Elsewhere);
        assert_eq!(base.resolve(&page, "https://"), Target::Malformed);
        assert!(matches!(base.resolve(&page, "https://testila.example/"), Target::External(_)));
    }
}
