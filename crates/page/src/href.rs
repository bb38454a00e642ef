//! Where a link in the text may lead: an allow-list, checked when published and again when decoded.

use std::fmt;

use serde::Serialize;

use super::{decode::Decode, json::Json};

/// The target of a link in the text: `https:`, `http:`, `mailto:`, `tel:`, an address within the site (`/…`)
/// or an anchor of the same page (`#…`). Nothing else can be said, so content can't carry a script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(into = "String")]
#[cfg_attr(feature = "schema", schemars(with = "String"))]
pub struct Href(String);

/// The schemes a link may have; all others are refused.
pub const ALLOWED_SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// A link's target that isn't on the allow-list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HrefError(pub String);

impl Href {
    /// Reads a link's target.
    ///
    /// # Errors
    /// [`HrefError`] when its scheme isn't allowed, when it is relative, when it leaves the site through
    /// `//host`, or when it has white space or control characters (which browsers drop, so that
    /// `java\nscript:` would become a scheme).
    pub fn parse(text: &str) -> Result<Href, HrefError> {
        let refused = || HrefError(text.to_owned());
        if text.is_empty() || text.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\') {
            return Err(refused());
        }
        let within_site = text.starts_with('#') || (text.starts_with('/') && !text.starts_with("//"));
        let allowed_scheme = text.split_once(':').is_some_and(|(scheme, rest)| {
            !rest.is_empty() && ALLOWED_SCHEMES.iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed))
        });
        if within_site || allowed_scheme { Ok(Href(text.to_owned())) } else { Err(refused()) }
    }

    /// The target as it stands in the `href` attribute.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for HrefError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} isn't an allowed target of a link", self.0)
    }
}

impl std::error::Error for HrefError {}

impl Decode for Href {
    fn decode(value: Json) -> Option<Href> {
        Href::parse(&value.into_text()?).ok()
    }
}

impl From<Href> for String {
    fn from(href: Href) -> String {
        href.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::from_json;

    #[test]
    fn what_a_portal_links_to_is_allowed() {
        for text in ["/hankkeet/", "#sisalto", "https://example.org/a?b#c", "mailto:a@b.fi", "tel:+358140000"]
        {
            assert!(Href::parse(text).is_ok(), "{text} was refused");
        }
    }

    #[test]
    fn scripts_and_foreign_hosts_in_disguise_are_refused() {
        let disguises = [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "//evil.example/",
            "/\\evil.example/",
            "relative/",
            "",
            "https:",
        ];
        for text in disguises {
            assert!(Href::parse(text).is_err(), "{text:?} was allowed");
        }
    }

    #[test]
    fn a_page_with_a_script_link_is_not_decoded() {
        assert!(from_json::<Href>("\"javascript:alert(1)\"").is_err());
    }
}
