//! Where a page is: an address within the portal that can't leave it.

use std::fmt;

use serde::Serialize;

use super::{decode::Decode, json::Json};

/// The address of a page within the portal: `/`, or segments between slashes with one at the end,
/// as in `/hankkeet/yhteystiedot/`.
///
/// A segment holds the letters `a`–`z`, digits, `-`, `_` and inner dots; so no path can hold `..`, an empty
/// segment, a query or anything that would have to be escaped. The folder of the host under which a site stands comes in
/// front when a page is published; others named it, and it may hold `A`–`Z` and `~` as well.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(into = "String")]
#[cfg_attr(feature = "schema", schemars(with = "String"))]
pub struct PagePath(String);

/// Why a text isn't the address of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathError {
    /// It doesn't begin with a slash.
    NotFromRoot,
    /// It has two slashes in a row.
    EmptySegment,
    /// A segment begins or ends with a dot, as `..` does.
    Dots(String),
    /// A segment has a character that an address can't have.
    Character(char),
}

impl PagePath {
    /// The address of the site's first page.
    pub fn root() -> PagePath {
        PagePath("/".to_owned())
    }

    /// Reads an address; a missing slash at its end is added.
    ///
    /// # Errors
    /// [`PathError`] says which rule the text breaks.
    pub fn parse(text: &str) -> Result<PagePath, PathError> {
        read(text, check_segment)
    }

    /// Reads the address that a page has on its host, where the folder of the site stands in front; a missing
    /// slash at its end is added.
    pub fn on_host(text: &str) -> Option<PagePath> {
        // What is allowed in content in other letters, and nothing else.
        read(text, |segment| check_segment(&segment.to_ascii_lowercase().replace('~', "-"))).ok()
    }

    /// The address as text, with a slash at both ends.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The segments between the slashes; none for the root.
    pub fn segments(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.split('/').filter(|segment| !segment.is_empty())
    }

    /// The address one level up; the root has none.
    pub fn parent(&self) -> Option<PagePath> {
        let inner = self.0.strip_suffix('/')?;
        let end = inner.rfind('/')?;
        Some(PagePath(self.0[..=end].to_owned()))
    }

    /// The address of a page directly under this one.
    ///
    /// # Errors
    /// [`PathError`] when the segment can't stand in an address.
    pub fn child(&self, segment: &str) -> Result<PagePath, PathError> {
        check_segment(segment)?;
        Ok(PagePath(format!("{}{segment}/", self.0)))
    }

    /// Where the page's JSON is, from the site's root.
    pub fn page_json(&self) -> String {
        format!("{}page.json", self.0)
    }
}

fn read(text: &str, check: fn(&str) -> Result<(), PathError>) -> Result<PagePath, PathError> {
    let inner = text.strip_prefix('/').ok_or(PathError::NotFromRoot)?;
    if inner.is_empty() {
        return Ok(PagePath::root());
    }
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    inner.split('/').try_for_each(check)?;
    Ok(PagePath(format!("/{inner}/")))
}

fn check_segment(segment: &str) -> Result<(), PathError> {
    if segment.is_empty() {
        return Err(PathError::EmptySegment);
    }
    if segment.starts_with('.') || segment.ends_with('.') {
        return Err(PathError::Dots(segment.to_owned()));
    }
    let allowed = |c: &char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    match segment.chars().find(|c| !allowed(c)) {
        Some(character) => Err(PathError::Character(character)),
        None => Ok(()),
    }
}

impl fmt::Display for PagePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Decode for PagePath {
    fn decode(value: Json) -> Option<PagePath> {
        PagePath::on_host(&value.into_text()?)
    }
}

impl fmt::Display for PathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PathError::NotFromRoot => f.write_str("an address begins with /"),
            PathError::EmptySegment => f.write_str("an address has no two slashes in a row"),
            PathError::Dots(segment) => {
                write!(f, "a part of an address neither begins nor ends with a dot: {segment}")
            }
            PathError::Character(character) => {
                write!(f, "an address has only the letters a–z, digits, -, _ and dots, not {character:?}")
            }
        }
    }
}

impl std::error::Error for PathError {}

impl From<PagePath> for String {
    fn from(path: PagePath) -> String {
        path.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_slash_at_the_end_is_added() {
        assert_eq!(PagePath::parse("/hankkeet").unwrap().as_str(), "/hankkeet/");
    }

    #[test]
    fn no_path_leaves_the_portal() {
        for text in ["/..", "/a/../b/", "//evil.example/", "hankkeet/", "/a?b", "/a/%2e%2e/", "/Ä/", "/./"] {
            assert!(PagePath::parse(text).is_err(), "{text} was taken for an address");
        }
    }

    #[test]
    fn the_folder_of_a_site_may_have_other_letters_but_leaves_the_host_no_more_than_others() {
        assert_eq!(PagePath::on_host("/~kunta/Seutu/haku").unwrap().as_str(), "/~kunta/Seutu/haku/");
        assert!(PagePath::parse("/~kunta/Seutu/haku/").is_err());
        for text in ["/..", "/A/../b/", "//evil.example/", "Seutu/", "/A?b", "/A/%2e%2e/", "/Ä/", "/~/./"] {
            assert!(PagePath::on_host(text).is_none(), "{text} was taken for an address");
        }
    }

    #[test]
    fn old_addresses_are_paths_too() {
        let path = PagePath::parse("/sivu.php/teemaverkosto_koulutus/teema_materiaalit").unwrap();
        assert_eq!(path.segments().count(), 3);
    }

    #[test]
    fn the_parent_of_a_page_is_one_level_up_and_the_root_has_none() {
        let page = PagePath::parse("/a/b/").unwrap();
        assert_eq!(page.parent(), Some(PagePath::parse("/a/").unwrap()));
        assert_eq!(PagePath::parse("/a/").unwrap().parent(), Some(PagePath::root()));
        assert_eq!(PagePath::root().parent(), None);
    }
}
